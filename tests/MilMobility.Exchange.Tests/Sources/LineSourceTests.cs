using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Sources.GeoJson;
using MilMobility.Exchange.Sources.Tntp;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Tests.Sources;

public sealed class LineSourceTests : IDisposable
{
    private static readonly DraftSource Source = new("test", "Test", "", "2026", "CC0-1.0");

    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-lines-").FullName;
    private readonly DiagnosticBag _bag = new();
    private readonly NetworkDraft _draft = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_TNTP_network_becomes_one_way_road_links_with_its_units()
    {
        var net = Write("x_net.tntp",
            "<NUMBER OF ZONES> 1\n<NUMBER OF NODES> 2\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n"
            + "1\t2\t9000\t5280\t1.0\t0.15\t4\t4842\t0\t1\t;\n2\t1\t1\t2640\t0\t0\t0\t0\t0\t9\t;\n");
        var nodes = Write("x_node.tntp", "Node\tX\tY\t;\n1\t5.0\t52.0\t;\n2\t5.02\t52.0\t;\n");

        // Feet and minutes: a mile in a minute is 96.56 km/h.
        Import(new TntpSource(net, nodes, new TntpUnits(0.3048, 60), Source));

        Assert.Empty(_bag.ToList());
        Assert.Equal([("site", 52.0, 5.0), ("junction", 52.0, 5.02)], _draft.Nodes.ToArray().Select(n => (n.Kind, n.Lat, n.Lon)));
        var (there, back) = (_draft.Links[0], _draft.Links[1]);
        Assert.Equal((1609.344, 96.56064, 9_000, 5, "motorway", false), (
            Math.Round(there.LengthMetres, 6), Math.Round(there.SpeedKmh, 6), there.CapacityPerHour, there.LanesOrTracks, there.Class,
            there.TwoWay));
        Assert.Equal((Quality.Derived, Quality.Derived), (there.SpeedOrigin.Quality, there.CapacityOrigin.Quality));
        // A capacity of 1 and a free-flow time of 0 are for assignment only.
        Assert.Equal((50.0, 1_800), (back.SpeedKmh, back.CapacityPerHour));
        Assert.Equal((Quality.Assumed, Quality.Assumed), (back.SpeedOrigin.Quality, back.CapacityOrigin.Quality));
    }

    [Fact]
    public void Without_positions_they_are_assumed_and_every_link_says_so()
    {
        var net = Write("x_net.tntp",
            "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 3\n<NUMBER OF LINKS> 2\n<END OF METADATA>\n"
            + "1\t3\t900\t1\t1\t0\t0\t0\t0\t1\t;\n3\t2\t900\t1\t1\t0\t0\t0\t0\t1\t;\n");

        Import(new TntpSource(net, null, new TntpUnits(1_000, 60), Source));

        Assert.Equal("TNT013", Assert.Single(_bag.ToList()).Code);
        Assert.Equal(3, _draft.Nodes.ToArray().Select(n => (n.Lat, n.Lon)).Distinct().Count());
        Assert.All(_draft.Nodes.ToArray(), n => Assert.Equal(Quality.Assumed, n.Origin.Quality));
        Assert.All(_draft.Links.ToArray(), l => Assert.Equal(("positions are assumed", 1_000.0), (l.LengthReason, l.LengthMetres)));
    }

    [Fact]
    public void Lines_of_a_layer_become_links_that_share_the_nodes_at_their_ends()
    {
        // Two lines that meet at 5.1, 52 but for half a metre, a third apart, a point.
        var file = Write("x.geojson", """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"N1","speed_kmh":60,"class":"motorway","oneway":"yes"},
             "geometry":{"type":"LineString","coordinates":[[5.0,52.0],[5.05,52.01],[5.1,52.0]]}},
            {"type":"Feature","properties":{"class":"street"},
             "geometry":{"type":"MultiLineString","coordinates":[[[5.100005,52.0],[5.2,52.0]],[[6.0,52.0],[6.0,52.1]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[5.0,52.0]}}]}
            """);

        Import(new GeoJsonSource(file, new GeoJsonLayer(TransportMode.Road), Source));

        Assert.Equal("GEO011", Assert.Single(_bag.ToList()).Code);
        Assert.Equal((5, 3), (_draft.NodeCount, _draft.LinkCount));
        Assert.Equal([(0, 1), (1, 2), (3, 4)], _draft.Links.ToArray().Select(l => (l.From, l.To)));
        var first = _draft.Links[0];
        Assert.Equal(("N1", 60.0, "motorway", false), (first.Name, first.SpeedKmh, first.Class, first.TwoWay));
        Assert.Equal((52.01, 5.05), _draft.ShapePoint(first.Shape, 0));
        Assert.Equal(("n-road", 80.0, true, Quality.Assumed), (
            _draft.Links[1].Class, _draft.Links[1].SpeedKmh, _draft.Links[1].TwoWay, _draft.Links[1].SpeedOrigin.Quality));
        // A tenth of a degree of latitude on the mean sphere: 6,371,008.8 m x pi / 1,800.
        Assert.Equal(11_119.508, _draft.Links[2].LengthMetres, tolerance: 0.001);
    }

    [Fact]
    public void A_file_that_is_missing_is_one_finding()
    {
        Import(new GeoJsonSource(Path.Combine(_folder, "none"), new GeoJsonLayer(TransportMode.Rail), Source));
        Import(new TntpSource(Path.Combine(_folder, "none"), null, new TntpUnits(), Source));
        Assert.Equal(["GEO001", "TNT001"], _bag.ToList().Select(d => d.Code));
    }

    private void Import(INetworkSource from) => from.ReadInto(_draft, new ImportContext(_bag, TestContext.Current.CancellationToken));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
