using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

public sealed class NetworkCompilerTests
{
    // sea ~~~ port ---ab--- b <--cb-- c          (ab two-way, cb one-way from c to b)
    //          |
    //         yard ==r== track                   (port and yard are one place, "harbour")
    private static SceneBuilder Scene() => new SceneBuilder()
        .Node("sea-h", TransportMode.Sea, "berth", -500, 0, "harbour")
        .Node("road-a", TransportMode.Road, "port", 0, 0, "harbour")
        .Node("road-b", TransportMode.Road, "junction", 1000, 0)
        .Node("road-c", TransportMode.Road, "border", 2000, 0)
        .Node("rail-y", TransportMode.Rail, "yard", 0, -500, "harbour")
        .Node("rail-t", TransportMode.Rail, "border", 5000, -500)
        .Link("ab", "road-a", "road-b", with: l => l with { HeightCm = 420, TunnelCategory = 'C', Wheeled = 60 })
        .Link("cb", "road-c", "road-b", twoWay: false)
        .Link("r", "rail-y", "rail-t", with: l => l with { Electrification = Electrification.None })
        .Facility("staging-a", "road-a", "staging", 500, HoldUnit.LaneMetres)
        .Facility("staging-a2", "road-a", "staging", 250, HoldUnit.LaneMetres)
        .Facility("yard-y", "rail-y", "yard", 4, HoldUnit.Tracks, 740)
        .Facility("yard-y2", "rail-y", "yard", 2, HoldUnit.Tracks, 600)
        .Transfer("discharge", "sea-h", "road-a", "discharge-roro", 10, 60, 2)
        .Transfer("load", "road-a", "rail-y", "load-rail", 20, 30, 1)
        .Transfer("load-2", "road-a", "rail-y", "load-rail", 20, 30, 3);

    [Fact]
    public void Arcs_leave_both_ends_of_a_two_way_link_and_only_the_first_end_of_a_one_way_link()
    {
        var network = Scene().Compile();

        // Links ab, cb, r are 0, 1, 2: arcs 0 and 1, 2 (3 is absent), 4 and 5. Nodes are in the order of the scene.
        Assert.Equal([0, 0, 1, 2, 3, 4, 5], network.OutStart);
        Assert.Equal([0, 1, 2, 4, 5], network.OutArcs);
        Assert.Equal([0, 0, 1, 3, 3, 4, 5], network.InStart);
        Assert.Equal([1, 0, 2, 5, 4], network.InArcs);
        Assert.Equal(3, network.ArcFrom(2));
        Assert.Equal(2, network.ArcTo(2));
    }

    [Fact]
    public void The_first_facility_of_a_node_that_states_a_capacity_is_the_one_that_counts()
    {
        var network = Scene().Compile();
        var (road, yard, sea) = (network.NodeIndex["road-a"], network.NodeIndex["rail-y"], network.NodeIndex["sea-h"]);

        Assert.Equal(500, network.NodeHoldCapacity[road]);
        Assert.Equal(HoldUnit.LaneMetres, network.NodeHoldUnit[road]);
        Assert.Equal(CompiledNetwork.NoLimit, network.NodeHoldLengthMetres[road]);
        Assert.Equal(4, network.NodeHoldCapacity[yard]);
        Assert.Equal(740, network.NodeHoldLengthMetres[yard]);
        Assert.Equal(0, network.NodeHoldCapacity[sea]);
    }

    [Fact]
    public void Transfers_of_one_place_and_kind_share_a_group_and_keep_their_own_times()
    {
        var network = Scene().Compile();

        Assert.Equal([0, 1, 1], network.TransferGroup);
        Assert.Equal([2, 3], network.GroupPositions);
        Assert.Equal([600, 1200, 1200], network.TransferFixedSeconds);
        Assert.Equal([0, 1, 3, 3, 3, 3, 3], network.OutTransferStart);
        Assert.Equal([0, 0, 1, 1, 1, 3, 3], network.InTransferStart);
    }

    [Fact]
    public void Unknown_limits_bind_nothing_and_known_ones_keep_their_value()
    {
        var network = Scene().Compile();

        Assert.Equal([420, CompiledNetwork.NoLimit, CompiledNetwork.NoLimit], network.LinkHeightCm);
        Assert.Equal([60, CompiledNetwork.NoLimit, CompiledNetwork.NoLimit], network.LinkWheeled);
        Assert.Equal([3, 0, 0], network.LinkTunnelCategory);
        Assert.Equal([true, true, false], network.LinkElectrified);
        Assert.Equal(LoadingGauge.GC, network.LinkGauge[2]);
    }

    [Fact]
    public void A_name_is_a_place_with_all_its_nodes_or_one_node_or_nothing()
    {
        var network = Scene().Compile();

        Assert.Equal([0, 1, 4], network.NodesOf("harbour"));
        Assert.Equal([3], network.NodesOf("road-c"));
        Assert.Empty(network.NodesOf("nowhere"));
    }

    [Fact]
    public void A_lock_is_found_from_its_node_with_its_chambers_and_cycle_in_seconds()
    {
        var network = new SceneBuilder()
            .Node("water-w", TransportMode.Water, "border", 0, 0)
            .Node("water-l", TransportMode.Water, "lock", 1000, 0)
            .Link("w", "water-w", "water-l")
            .Lock("water-l", 35, (280, 2400), (140, 1600))
            .Compile();

        Assert.Equal([-1, 0], network.NodeLock);
        Assert.Equal([2100], network.LockCycleSeconds);
        Assert.Equal([new Chamber(280, 2400), new Chamber(140, 1600)], network.LockChambers[0]);
    }

    [Fact]
    public void Renaming_nodes_changes_nothing_but_their_names()
    {
        var plain = Scene().Build();
        var renamed = plain with
        {
            Nodes = [.. plain.Nodes.Select(n => n with { Id = "x-" + n.Id })],
            Links = [.. plain.Links.Select(l => l with { From = "x-" + l.From, To = "x-" + l.To })],
            Facilities = [.. plain.Facilities.Select(f => f with { Node = "x-" + f.Node })],
            Transfers = [.. plain.Transfers.Select(t => t with { From = "x-" + t.From, To = "x-" + t.To })],
        };

        var before = ColumnsOf(NetworkCompiler.CompileBaseline(plain));
        var after = ColumnsOf(NetworkCompiler.CompileBaseline(renamed));

        foreach (var (name, values) in before.Where(c => c.Key != nameof(CompiledNetwork.NodeId)))
            Assert.Equal(values, after[name]);
    }

    /// <summary>Every array column by name, as objects, so that a column added later is compared too.</summary>
    internal static Dictionary<string, List<object?>> ColumnsOf(CompiledNetwork network) =>
        typeof(CompiledNetwork).GetProperties()
            .Where(p => p.PropertyType.IsArray && p.PropertyType != typeof(Chamber[][]))
            .ToDictionary(p => p.Name, p => ((Array)p.GetValue(network)!).Cast<object?>().ToList(), StringComparer.Ordinal);
}
