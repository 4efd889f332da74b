using MilMobility.Domain.Units;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Checking;

public sealed class NetworkCheckerTests
{
    //   port --a-- kp --b-- border      the road, 2 km;  sea ~ port is one place
    //   water-port ~~w1~~ lock ~~w2~~ water-border;      rail-yard ==r== rail-border
    private static SceneBuilder Scene() => new SceneBuilder()
        .Node("sea", TransportMode.Sea, "berth", -100, 0, "haven")
        .Node("port", TransportMode.Road, "port", 0, 0, "haven")
        .Node("kp", TransportMode.Road, "interchange", 1000, 0)
        .Node("border", TransportMode.Road, "border", 2000, 0, "exit")
        .Node("rail-yard", TransportMode.Rail, "yard", 0, 500, "haven")
        .Node("rail-border", TransportMode.Rail, "border", 2000, 500, "exit")
        .Node("water-port", TransportMode.Water, "port", 0, 900, "haven")
        .Node("lock", TransportMode.Water, "lock", 1000, 900)
        .Node("water-border", TransportMode.Water, "border", 2000, 900, "exit")
        .Link("a", "port", "kp")
        .Link("b", "kp", "border")
        .Link("r", "rail-yard", "rail-border")
        .Link("w1", "water-port", "lock")
        .Link("w2", "lock", "water-border")
        .Lock("lock", 30, (200, 1200))
        .Transfer("t", "sea", "port", "discharge-roro")
        .Civil(TransportMode.Road, "class:motorway", "car", "share-of-capacity", 0.5)
        .Civil(TransportMode.Rail, "r", "freight", "trains-per-h", 2)
        .Civil(TransportMode.Water, "node:lock", "barge", "vessels-per-h", 3)
        .Corridor("east", "port", "haven")
        .Corridor("east", "exit", "exit")
        .Corridor("east", "link", "a");

    private static string[] Find(SceneBuilder scene) =>
        [.. NetworkChecker.Check(scene.Build()).Diagnostics.Select(d => d.ToString())];

    [Fact]
    public void A_sound_network_has_no_findings_and_is_counted()
    {
        var report = NetworkChecker.Check(Scene().Build());

        Assert.Empty(report.Diagnostics);
        Assert.False(report.HasErrors);
        Assert.Equal(
            [(TransportMode.Road, 3, 2, 1), (TransportMode.Rail, 2, 1, 1), (TransportMode.Water, 3, 2, 1), (TransportMode.Sea, 1, 0, 0)],
            report.Modes.Select(m => (m.Mode, m.Nodes, m.Links, m.Components)));
        Assert.Equal(2.0, report.Modes[0].LengthKm, 3);
    }

    [Fact]
    public void The_great_circle_of_a_degree_of_latitude_is_a_360th_of_the_circumference()
    {
        // 2 pi 6,371,008.8 / 360 = 111,195.08 m; a degree of longitude at 60 degrees north is about half of it.
        Assert.Equal(111_195.08, GreatCircle.Metres(52, 5, 53, 5), 2);
        Assert.Equal(55_597.5, GreatCircle.Metres(60, 5, 60, 6), 0.5 * 4);
        Assert.Equal(0, GreatCircle.Metres(52, 5, 52, 5));
    }

    [Fact]
    public void A_part_that_is_not_joined_is_an_error()
    {
        var found = Find(Scene()
            .Node("x", TransportMode.Road, "site", 0, 5000).Node("y", TransportMode.Road, "site", 1000, 5000).Link("xy", "x", "y"));

        Assert.Equal(
            ["NET301 scene/road-nodes.csv:11 node 'x' is in a part of 2 road node(s) not joined to the main part of 3 around 'port'; "
                + "must be one part"],
            found);
    }

    [Fact]
    public void A_node_that_one_way_links_only_enter_cannot_be_left()
    {
        var found = Find(Scene()
            .Node("x", TransportMode.Road, "junction", 1000, 1000)
            .Link("kx", "kp", "x", twoWay: false).Link("bx", "border", "x", twoWay: false, lengthMetres: 1500));

        Assert.Equal(
            ["NET302 scene/road-nodes.csv:11 node 'x' cannot be left towards 'kp' because of one-way links; must be possible"], found);
    }

    [Fact]
    public void A_dead_end_is_an_error_unless_its_kind_may_be_one()
    {
        Assert.Empty(Find(Scene().Node("x", TransportMode.Road, "hospital", 1000, 1000).Link("kx", "kp", "x")));
        var found = Find(Scene().Node("x", TransportMode.Road, "exit", 1000, 1000).Link("kx", "kp", "x"));
        Assert.StartsWith("NET303 scene/road-nodes.csv:11 node 'x' is a dead end of kind 'exit' with 1 neighbour(s)",
            Assert.Single(found), StringComparison.Ordinal);
    }

    /// <summary>The link c joins port and border, 2,000 m apart.</summary>
    [Theory]
    [InlineData(1987, "NET304")] // 0.995 x 2,000 = 1,990, less 2 m of rounding
    [InlineData(1988, "")]
    [InlineData(3201, "")] // 1.6 x 2,000 = 3,200, and less than 2 m
    [InlineData(3203, "NET305")]
    public void A_length_must_suit_the_great_circle(int lengthMetres, string code)
    {
        var found = Find(Scene().Link("c", "port", "border", lengthMetres));
        Assert.Equal(code, found.Length == 0 ? "" : Assert.Single(found)[..6]);
    }

    [Fact]
    public void A_winding_link_may_say_why()
    {
        Assert.Empty(Find(Scene().Link("c", "port", "border", 5000, with: l => l with { LengthReason = "river bends" })));
    }

    [Theory]
    [InlineData("port", "border", 14, 4000, 2, "NET306")]
    [InlineData("port", "border", 131, 4000, 2, "NET306")]
    [InlineData("port", "border", 100, 299, 2, "NET307")]
    [InlineData("port", "border", 100, 15_601, 7, "NET307")]
    [InlineData("port", "border", 100, 5201, 2, "NET308")]
    [InlineData("port", "border", 50, 2601, 0, "NET308")]
    [InlineData("port", "border", 130, 5200, 2, "")]
    [InlineData("rail-yard", "rail-border", 9, 6, 2, "NET306")]
    [InlineData("rail-yard", "rail-border", 80, 31, 2, "NET307")]
    [InlineData("rail-yard", "rail-border", 80, 0, 2, "NET307")]
    [InlineData("water-port", "water-border", 31, 0, 0, "NET306")]
    [InlineData("water-port", "water-border", 30, 0, 0, "")]
    public void Speeds_and_capacities_must_be_plausible(
        string from, string to, int speedKmh, int capacity, int lanes, string code)
    {
        var scene = Scene().Link("c", from, to, 2000, speedKmh, lanes, capacity)
            .Civil(TransportMode.Rail, "class:main", "freight", "trains-per-h", 1);
        var found = Find(scene);
        Assert.Equal(code, found.Length == 0 ? "" : Assert.Single(found)[..6]);
    }

    [Fact]
    public void Ten_tracks_and_two_links_of_one_road_between_the_same_nodes_are_warnings()
    {
        var found = Find(Scene()
            .Link("a-again", "kp", "port", with: l => l with { Name = "a" })
            .Link("a-beside", "kp", "port", with: l => l with { Name = "b-road" })
            .Link("r-wide", "rail-yard", "rail-border", lanesOrTracks: 10)
            .Civil(TransportMode.Rail, "class:main", "freight", "trains-per-h", 1));

        Assert.Equal(
            [
                "NET319 scene/road-links.csv:7 warning: link 'a-again': 'a' joins the same nodes under the name 'a'; should be one link",
                "NET318 scene/rail-links.csv:9 warning: link 'r-wide': tracks = 10; running lines have at most 9, yards count apart",
            ],
            found);
    }

    [Fact]
    public void Tunnels_and_categories_go_together()
    {
        var found = Find(Scene()
            .Link("c", "port", "border", 2000, with: l => l with { Tunnel = "Beneluxtunnel" })
            .Link("d", "port", "border", 2000, with: l => l with { TunnelCategory = 'C' })
            .Link("e", "port", "border", 2000, with: l => l with { Tunnel = "Beneluxtunnel", TunnelCategory = 'C' }));

        Assert.Equal(2, found.Length);
        Assert.Equal(
            "NET312 scene/road-links.csv:7 link 'c': tunnel = 'Beneluxtunnel', tunnel_category = ''; must both stand or both be empty",
            found[0]);
    }

    [Fact]
    public void A_lock_node_needs_a_complete_lock()
    {
        var scene = Scene()
            .Node("lock2", TransportMode.Water, "lock", 1000, 1200)
            .Link("w3", "water-port", "lock2").Link("w4", "lock2", "water-border")
            .Civil(TransportMode.Water, "node:lock2", "barge", "vessels-per-h", 1);

        Assert.StartsWith("NET309 scene/water-nodes.csv:11 node 'lock2'", Assert.Single(Find(scene)), StringComparison.Ordinal);
        Assert.Empty(Find(scene.Lock("lock2", 30, (100, 1000))));
        Assert.StartsWith("NET309 scene/water-facilities.csv:4 facility 'lock-water-port'",
            Assert.Single(Find(scene.Lock("water-port", 30, (100, 1000)))), StringComparison.Ordinal);
    }

    [Fact]
    public void References_of_transfers_corridors_and_profiles_are_checked()
    {
        var found = Find(Scene()
            .Transfer("t2", "port", "rail-yard", "unload-rail")
            .Corridor("west", "exit", "atlantis")
            .Corridor("west", "link", "zz")
            .Civil(TransportMode.Road, "class:street", "car", "share-of-capacity", 0.1));

        Assert.Equal(
            [
                "NET317 scene/transfers.csv:3 transfer 't2': kind 'unload-rail' goes from a road node to a rail node; must join the "
                    + "modes of its kind",
                "NET316 scene/corridors.csv:5 corridor 'west': exit 'atlantis' is unknown; must be a place that nodes carry",
                "NET316 scene/corridors.csv:6 corridor 'west': link 'zz' is unknown; must be the id of a link",
                "NET313 scene/road-civil.csv:11 profile 'class:street' is no road scope; must be the id of a link, 'class:' and a class "
                    + "of its links, or 'node:' and a lock",
                "NET313 scene/road-civil.csv:12 profile 'class:street' is no road scope; must be the id of a link, 'class:' and a class "
                    + "of its links, or 'node:' and a lock",
                "NET313 scene/road-civil.csv:13 profile 'class:street' is no road scope; must be the id of a link, 'class:' and a class "
                    + "of its links, or 'node:' and a lock",
            ],
            found);
    }

    [Fact]
    public void A_hold_capacity_must_be_positive_and_a_berth_needs_a_transfer()
    {
        var found = Find(Scene()
            .Facility("rest", "kp", "rest-area", 0, HoldUnit.Vehicles)
            .Node("sea2", TransportMode.Sea, "berth", -200, 0, "haven"));

        Assert.Equal(["NET303", "NET311"], found.Select(f => f[..6]));
    }

    [Fact]
    public void A_link_or_lock_without_civil_traffic_is_a_warning_and_so_is_a_place_spread_wide()
    {
        var report = NetworkChecker.Check(Scene()
            .Node("far", TransportMode.Rail, "border", 40_000, 0, "exit")
            .Link("r2", "rail-border", "far").Build());

        Assert.False(report.HasErrors);
        Assert.Equal(["NET310", "NET314", "NET314", "NET314"], report.Diagnostics.Select(d => d.Code));
        Assert.Contains("38.0 km from 'border'", report.Diagnostics[0].Message, StringComparison.Ordinal);
    }
}
