using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;
using MilMobility.Exchange.Sources.Osm;
using MilMobility.Exchange.Tests.Formats.OsmPbf;
using MilMobility.Exchange.Tests.Fuzz;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Tests.Sources.Osm;

/// <summary>
/// Nodes 1 to 9 lie 0.01 degree apart on the meridian of 5 E, so that neighbours are 6,371,008.8 * pi / 18,000 = 1,111.95 m
/// apart; node 11 lies 0.01 degree east of node 1, node 12 of node 2, and so on: 1,111.95 * cos 52.02 = 684 m.
/// </summary>
public sealed class OsmSourceTests
{
    private const double StepMetres = 1_111.950_797;

    [Fact]
    public void Ways_are_cut_where_ways_of_their_mode_meet_and_keep_their_shape()
    {
        var (draft, found) = Import(w =>
        {
            w.AddWay(100, [1, 2, 3, 4], ("highway", "primary"), ("ref", "N201"));
            w.AddWay(101, [3, 13], ("highway", "tertiary"));
            w.AddWay(102, [2, 12], ("railway", "rail")); // A level crossing joins nothing.
        });
        Assert.Empty(found);
        Assert.Equal(["Road 1-3 N201 n-road 2224", "Road 3-4 N201 n-road 1112", "Road 3-13  access 684", "Rail 2-12  main 684"],
            Links(draft));
        var (lat, lon) = draft.ShapePoint(draft.Links[0].Shape, 0);
        Assert.Equal((52.02, 5.0), (Math.Round(lat, 7), Math.Round(lon, 7)));
        Assert.Equal(2 * StepMetres, draft.Links[0].LengthMetres, 0.01);
        Assert.Equal([409_600L, 409_601, 413_696, 417_792], draft.Links.ToArray().Select(l => l.Key));
    }

    [Fact]
    public void A_road_has_its_lanes_speed_direction_and_limits_as_tagged()
    {
        var (draft, found) = Import(w => w.AddWay(
            100, [1, 2], ("highway", "trunk"), ("oneway", "-1"), ("lanes", "3"), ("maxspeed", "50 mph"), ("maxweight", "3.5 t"),
            ("maxheight", "13'6\""), ("maxwidth", "2.55"), ("maxaxleload", "11500 kg"), ("maxlength", "none"), ("tunnel", "yes"),
            ("name", "Drechttunnel"), ("hazmat:adr_tunnel_cat", "C")));
        Assert.Empty(found);
        var link = Assert.Single(draft.Links.ToArray());
        Assert.Equal((2L, 1L), (draft.Nodes[link.From].Key, draft.Nodes[link.To].Key));
        Assert.False(link.TwoWay);
        Assert.Equal(("expressway", 3, 80.4672, Quality.Derived),
            (link.Class, link.LanesOrTracks, link.SpeedKmh, link.SpeedOrigin.Quality));
        Assert.Equal((3_500, 411, 255, 11_500), (
            link.Limits!.MassKg!.Value.Value, link.Limits.HeightCm!.Value.Value, link.Limits.WidthCm!.Value.Value,
                link.Limits.AxleLoadKg!.Value.Value));
        Assert.Null(link.Limits.VehicleLengthCm);
        Assert.Equal(("Drechttunnel", 'C'), (link.Limits.Tunnel, link.Limits.TunnelCategory!.Value.Value));
    }

    [Fact]
    public void What_is_not_tagged_is_assumed_and_a_two_way_road_halves_its_lanes()
    {
        var (draft, _) = Import(w =>
        {
            w.AddWay(100, [1, 2], ("highway", "motorway"));
            w.AddWay(101, [2, 3], ("highway", "secondary"), ("lanes", "4"));
            w.AddWay(102, [3, 4], ("highway", "unclassified"), ("lanes", "1"));
        });
        var links = draft.Links.ToArray();
        Assert.Equal([2, 2, 1], links.Select(l => l.LanesOrTracks));
        Assert.Equal([false, true, true], links.Select(l => l.TwoWay));
        Assert.Equal([Quality.Assumed, Quality.Derived, Quality.Derived], links.Select(l => l.LanesOrigin.Quality));
        Assert.Equal([100.0, 80, 50], links.Select(l => l.SpeedKmh));
        Assert.All(links, l => Assert.Null(l.Limits));
    }

    [Theory]
    [InlineData("access", "no", "", "", false)]
    [InlineData("access", "no", "hgv", "designated", true)]
    [InlineData("hgv", "no", "", "", false)]
    [InlineData("hgv", "destination", "", "", true)]
    [InlineData("motor_vehicle", "private", "", "", false)]
    public void Roads_closed_to_heavy_vehicles_are_left_out_and_counted(string key, string value, string other, string otherValue,
        bool isRead)
    {
        var (draft, found) = Import(w =>
        {
            w.AddWay(100, [1, 2], ("highway", "primary"), (key, value), (other, otherValue));
            w.AddWay(101, [2, 3], ("highway", "primary"));
            w.AddWay(102, [3, 4], ("highway", "residential"));
        });
        Assert.Equal(isRead ? 2 : 1, draft.LinkCount);
        Assert.Equal(isRead ? 0 : 1, found.Count(d => d.Code == OsmTagCodes.ClosedToHeavyVehicles));
    }

    [Fact]
    public void A_track_has_its_gauge_power_speed_and_use()
    {
        var (draft, found) = Import(w =>
        {
            w.AddWay(100, [1, 2], ("railway", "rail"), ("gauge", "1435"), ("electrified", "contact_line"), ("voltage", "25000"),
                ("maxspeed", "120"), ("usage", "main"), ("railway:traffic_mode", "freight"), ("railway:track_class", "d4"),
                    ("loading_gauge", "GC"));
            w.AddWay(101, [2, 3], ("railway", "rail"), ("service", "yard"), ("electrified", "no"));
            w.AddWay(102, [3, 4], ("railway", "rail"), ("gauge", "1000"));
            w.AddWay(103, [4, 5], ("railway", "tram"));
            w.AddWay(104, [5, 6], ("railway", "rail"), ("highspeed", "yes"));
        });
        Assert.Equal([OsmTagCodes.OtherTrackGauge], found.Select(d => d.Code));
        Assert.Equal(["Rail 1-2  main 1112", "Rail 2-3  branch 1112", "Rail 5-6  main 1112"],
            Links(draft).Select(l => l.Replace("freight", "main", StringComparison.Ordinal)));
        var limits = draft.Links[0].Limits!;
        Assert.Equal(("freight", 120.0), (draft.Links[0].Class, draft.Links[0].SpeedKmh));
        Assert.Equal((Electrification.Ac25kV, "D4", LoadingGauge.GC),
            (limits.Electrification!.Value.Value, limits.LineCategory!.Value.Value, limits.Gauge!.Value.Value));
        Assert.Equal(Electrification.None, draft.Links[1].Limits!.Electrification!.Value.Value);
        Assert.False(draft.Links[2].Limits!.Freight!.Value.Value);
    }

    [Fact]
    public void A_waterway_has_its_class_draught_and_lock()
    {
        var (draft, found) = Import(w =>
        {
            w.AddWay(100, [1, 2], ("waterway", "canal"), ("CEMT", "VA"), ("maxdraught", "3.5"), ("maxheight", "9.1"), ("name", "Kanaal"));
            w.AddWay(101, [2, 3], ("waterway", "canal"), ("CEMT", "Va"), ("lock", "yes"), ("maxlength", "200"), ("maxwidth", "23.5"),
                ("name", "Sluis"));
            w.AddWay(102, [3, 4], ("waterway", "river"), ("ship", "yes"), ("lock", "yes"));
            w.AddWay(103, [4, 5], ("waterway", "canal")); // A ditch, for all that is known.
        });
        Assert.Equal([OsmTagCodes.LockWithoutSize], found.Select(d => d.Code));
        Assert.Equal(["Water 1-2 Kanaal canal 1112", "Water 2-3 Sluis canal 1112", "Water 3-4  main 1112"], Links(draft));
        var limits = draft.Links[0].Limits!;
        Assert.Equal(("Va", 350, 910), (limits.Cemt!.Value.Value, limits.DraughtCm!.Value.Value, limits.AirDraughtCm!.Value.Value));
        var facility = Assert.Single(draft.Facilities);
        Assert.Equal((2L, "lock"), (draft.Nodes[facility.Node].Key, draft.Nodes[facility.Node].Kind));
        Assert.Equal([new Chamber(200, 2_350)], facility.Chambers);
        Assert.Equal(Quality.Assumed, facility.Origin.Of("cycle_min").Quality);
    }

    [Fact]
    public void Values_that_are_not_understood_are_reported_by_way_and_capped()
    {
        var (draft, found) = Import(w =>
        {
            for (var i = 0; i < 100; i++) w.AddWay(100 + i, [1, 2], ("highway", "primary"), ("maxweight", "heavy"));
        });
        Assert.Equal(100, draft.LinkCount);
        Assert.Equal("OSM101 f.pbf warning: way 100: maxweight = 'heavy'; must be a mass such as 3.5, 3.5 t, 7000 lbs or none",
            found[0].ToString());
        Assert.Equal(6, found.Count);
        Assert.Equal("... and 95 more of this kind", found[^1].Message);
    }

    [Fact]
    public void A_ring_gets_a_second_junction_and_no_link_leads_to_its_own_start()
    {
        var (draft, _) = Import(w => w.AddWay(100, [1, 2, 12, 11, 1], ("highway", "primary"), ("junction", "roundabout")));
        Assert.Equal(["Road 1-12  n-road 1796", "Road 12-1  n-road 1796"], Links(draft));
        Assert.All(draft.Links.ToArray(), l => Assert.False(l.TwoWay));
    }

    [Fact]
    public void A_way_is_cut_where_the_file_lacks_its_nodes()
    {
        var (draft, found) = Import(w => w.AddWay(100, [1, 2, 999, 3, 4, 998, 5], ("highway", "primary")));
        Assert.Equal(["Road 1-2  n-road 1112", "Road 3-4  n-road 1112"], Links(draft));
        Assert.Equal("OSM102 f.pbf warning: way 100: 2 of 7 nodes are not in the file", Assert.Single(found).ToString());
    }

    [Fact]
    public void Turn_restrictions_that_bind_trucks_are_kept_and_counted()
    {
        string[] texts = ["highway", "primary", "type", "restriction", "no_left_turn", "from", "via", "to", "except", "hgv"];
        var file = PbfBytes.File(PbfBytes.DefaultHeader, PbfBytes.Frame("OSMData", PbfBytes.Raw(PbfBytes.Block(
            texts,
            PbfBytes.Dense([1, 1, 1], [520_000_000, 10_000, 10_000], [50_000_000, 0, 0]),
            [.. PbfBytes.Way(100, [1, 1], [1], [2]), .. PbfBytes.Way(101, [2, 1], [1], [2])],
            [
                .. PbfBytes.Relation(7, [6, 7, 8], [100, -98, 99], [1, 0, 1], [3, 4], [4, 5]),
                .. PbfBytes.Relation(8, [6, 7, 8], [100, -98, 99], [1, 0, 1], [3, 4, 9], [4, 5, 10]),
            ]))));
        var source = new OsmSource("f.pbf", () => new MemoryStream(file));
        var bag = new DiagnosticBag();
        source.ReadInto(new NetworkDraft(), new ImportContext(bag, TestContext.Current.CancellationToken));
        Assert.Equal([new OsmTurnRestriction(7, "no_left_turn", 100, 2, 101)], source.TurnRestrictions);
        Assert.Equal([OsmTagCodes.TurnRestrictions], bag.ToList().Select(d => d.Code));
    }

    [Fact]
    public void A_file_without_a_network_or_that_is_no_file_is_an_error()
    {
        Assert.Equal([OsmTagCodes.NothingFound], Import(w => w.AddWay(1, [1, 2], ("highway", "footway"))).Found.Select(d => d.Code));
        var bag = new DiagnosticBag();
        new OsmSource("absent.pbf").ReadInto(new NetworkDraft(), new ImportContext(bag, TestContext.Current.CancellationToken));
        Assert.Equal([OsmCodes.FileUnreadable], bag.ToList().Select(d => d.Code));
    }

    [Fact]
    public void Mutants_of_a_file_never_break_the_source()
    {
        string[] texts = ["highway", "primary", "maxweight", "3.5 t", "railway", "rail", "waterway", "canal", "CEMT", "Va"];
        byte[][] corpus =
        [
            PbfBytes.File(PbfBytes.DefaultHeader, PbfBytes.Frame("OSMData", PbfBytes.Raw(PbfBytes.Block(
                texts,
                PbfBytes.Dense([1, 1, 1, 1], [520_000_000, 10_000, 10_000, 10_000], [50_000_000, 0, 0, 0], 0, 0, 0, 0),
                [
                    .. PbfBytes.Way(100, [1, 1, 1], [1, 3], [2, 4]), .. PbfBytes.Way(101, [2, 1, 1], [5], [6]),
                    .. PbfBytes.Way(102, [1, 3, -3], [7, 9], [8, 10]),
                ])))),
        ];
        var report = Fuzzing.Run(corpus, (input, cancellation) => Import(input, cancellation).Found, new FuzzLimits(4_000_000), seed: 44);
        Assert.InRange(report.Refused, report.Inputs / 10, report.Inputs);
    }

    private static List<string> Links(NetworkDraft draft)
    {
        var texts = new List<string>();
        foreach (var link in draft.Links)
            texts.Add($"{link.Mode} {draft.Nodes[link.From].Key}-{draft.Nodes[link.To].Key} "
                + $"{link.Name} {link.Class} {link.LengthMetres:0}");
        return texts;
    }

    private static (NetworkDraft Draft, IReadOnlyList<Diagnostic> Found) Import(Action<OsmPbfWriter> ways)
    {
        using var stream = new MemoryStream();
        using (var writer = new OsmPbfWriter(stream))
        {
            for (var i = 1; i <= 9; i++) writer.AddNode(i, 52 + (i * 0.01), 5);
            for (var i = 1; i <= 9; i++) writer.AddNode(10 + i, 52 + (i * 0.01), 5.01);
            ways(writer);
        }

        return Import(stream.ToArray(), TestContext.Current.CancellationToken);
    }

    private static (NetworkDraft Draft, IReadOnlyList<Diagnostic> Found) Import(byte[] file, CancellationToken cancellation)
    {
        var draft = new NetworkDraft();
        var bag = new DiagnosticBag();
        new OsmSource("f.pbf", () => new MemoryStream(file)).ReadInto(draft, new ImportContext(bag, cancellation));
        return (draft, bag.ToList());
    }
}
