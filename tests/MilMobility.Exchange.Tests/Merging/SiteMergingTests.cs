using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Merging;
using MilMobility.Exchange.Tests.Contraction;

namespace MilMobility.Exchange.Tests.Merging;

/// <summary>
///     full detail, east in km:   0 Kade   1 Grens (border)   2 Dorp   4 Noorderhaven   20 Ver        sites: port Noorderhaven at 1.9
/// </summary>
public sealed class SiteMergingTests
{
    [Fact]
    public void A_name_counts_more_than_a_nearer_node_and_the_join_says_so()
    {
        var (full, sites) = (Full(), new DraftScene());
        sites.Node("Noorderhaven", 1.9, kind: "port", place: "haven");
        var join = Assert.Single(Merge(full, sites, out _));
        Assert.Equal(("name", "haven", "road-dorp"), (join.Rule, join.Place, join.RunnerUp));
        Assert.InRange(join.Metres, 2_050, 2_150);
        var node = full.Draft.Nodes[full["Noorderhaven"]];
        Assert.Equal(("road-noorderhaven", "port", "haven"), (node.Id, node.Kind, node.Place));
    }

    [Fact]
    public void A_border_looks_for_a_border_before_the_nearest_node()
    {
        var (full, sites) = (Full(), new DraftScene());
        sites.Node("Overgang", 0.1, kind: "border", place: "exit-east");
        var join = Assert.Single(Merge(full, sites, out _));
        Assert.Equal(("kind", "road-grens"), (join.Rule, join.Node));
    }

    [Fact]
    public void Two_sites_never_share_a_node()
    {
        var (full, sites) = (Full(), new DraftScene());
        sites.Node("Eerste", 2.1, place: "one");
        sites.Node("Tweede", 2.2, place: "two");
        var joins = Merge(full, sites, out _);
        // Dorp at 2.0 is nearest to both; the nearer site gets it, the other the next free node within 2.5 km, Grens at 1.0.
        Assert.Equal("road-dorp", joins.Single(j => j.Site == "road-eerste").Node);
        Assert.Equal("road-grens", joins.Single(j => j.Site == "road-tweede").Node);
    }

    [Fact]
    public void A_site_far_from_everything_gets_a_connector_that_is_assumed_and_reported()
    {
        var (full, sites) = (Full(), new DraftScene());
        sites.Node("Afgelegen", 10, kind: "terminal", place: "afgelegen");
        var join = Assert.Single(Merge(full, sites, out var findings));
        Assert.Equal(("connector", "road-noorderhaven"), (join.Rule, join.Node));
        var link = full.Draft.Links[^1];
        // 6 km at a detour of 1.3 are 7.8 km.
        Assert.InRange(link.LengthMetres, 7_750, 7_850);
        Assert.Equal(Networks.Datasets.Quality.Assumed, link.LengthOrigin.Quality);
        Assert.Contains(findings, f => f.Code == DraftCodes.NoMatch);
    }

    [Fact]
    public void Transfers_follow_their_sites_and_those_of_an_absent_mode_are_left_out()
    {
        var (full, sites) = (Full(), new DraftScene());
        sites.Node("Noorderhaven", 4, kind: "port", place: "haven");
        sites.Node("Zee", 4, kind: "berth", mode: TransportMode.Sea, place: "haven");
        sites.Node("Spoor", 4, kind: "yard", mode: TransportMode.Rail, place: "haven");
        sites.Draft.Transfers.Add(Transfer(sites, "Zee", "Noorderhaven", "discharge-roro"));
        sites.Draft.Transfers.Add(Transfer(sites, "Noorderhaven", "Spoor", "load-rail"));
        Merge(full, sites, out _);
        var transfer = Assert.Single(full.Draft.Transfers);
        Assert.Equal("discharge-roro", transfer.Kind);
        Assert.Equal(full["Noorderhaven"], transfer.To);
        Assert.Equal(TransportMode.Sea, full.Draft.Nodes[transfer.From].Mode);
        Assert.Equal("survey", full.Draft.Sources[transfer.Origin.Default.Source].Name);
    }

    [Fact]
    public void A_road_bridge_over_a_fairway_bridge_shares_its_place()
    {
        var full = Full();
        full.Node("Brug weg", 2, 1, kind: "bridge");
        full.Node("Brug water", 2.05, 1, kind: "bridge", mode: TransportMode.Water);
        full.Node("Brug verder", 2.4, 1, kind: "bridge", mode: TransportMode.Water);
        var join = Assert.Single(BridgeMerging.Merge(full.Draft));
        Assert.InRange(join.Metres, 48, 52);
        var place = full.Draft.Nodes[full["Brug weg"]].Place;
        Assert.Equal("bridge-water-brug-water", place);
        Assert.Equal(place, full.Draft.Nodes[full["Brug water"]].Place);
    }

    private static DraftScene Full()
    {
        var scene = new DraftScene();
        scene.Node("Kade", 0);
        scene.Node("Grens", 1, kind: "border");
        scene.Node("Dorp", 2);
        scene.Node("Noorderhaven", 4);
        scene.Node("Ver", 20);
        scene.Link("Kade", "Grens");
        scene.Link("Grens", "Dorp");
        scene.Link("Dorp", "Noorderhaven");
        scene.Link("Noorderhaven", "Ver");
        return scene;
    }

    private static DraftTransfer Transfer(DraftScene scene, string from, string to, string kind) => new()
    {
        From = scene[from],
        To = scene[to],
        Place = "haven",
        Kind = kind,
        FixedMinutes = 30,
        VehiclesPerHour = 60,
        Positions = 1,
        Origin = new RowOrigin(scene.Measured),
    };

    private static IReadOnlyList<NodeJoin> Merge(DraftScene full, DraftScene sites, out IReadOnlyList<Diagnostic> findings)
    {
        var bag = new DiagnosticBag();
        var joins = SiteMerging.Merge(full.Draft, sites.Draft, bag);
        findings = bag.ToList();
        Assert.False(bag.HasErrors);
        return joins;
    }
}
