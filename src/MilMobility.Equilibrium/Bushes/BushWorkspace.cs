using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>Arrays that the steps on a bush use again and again, so that none allocates. One per thread.</summary>
internal sealed class BushWorkspace(Topology topology)
{
    public Topology Topology { get; } = topology;

    /// <summary>By node: cost of the cheapest path in the bush.</summary>
    public double[] Cheapest { get; } = new double[topology.NodeCount];

    /// <summary>By node: cost of the dearest path in the bush.</summary>
    public double[] Dearest { get; } = new double[topology.NodeCount];

    /// <summary>By node: the entry of its cheapest path.</summary>
    public int[] CheapestEntry { get; } = new int[topology.NodeCount];

    /// <summary>By node: the entry of its dearest path with flow; -1 without flow.</summary>
    public int[] DearestEntry { get; } = new int[topology.NodeCount];

    /// <summary>By node: its place in the topological order.</summary>
    public int[] Place { get; } = new int[topology.NodeCount];

    /// <summary>By node: cost of the cheapest path of all, in the bush or not.</summary>
    public double[] Best { get; } = new double[topology.NodeCount];

    /// <summary>By node where the cheapest path of all is not in the bush: the link by which it arrives.</summary>
    public int[] Arrival { get; } = new int[topology.NodeCount];

    /// <summary>Nodes where the cheapest path of all is not in the bush.</summary>
    public List<int> Improved { get; } = [];

    /// <summary>By place in the order, one bit each: nodes whose cheaper cost is yet to be passed on.</summary>
    public ulong[] Waiting { get; } = new ulong[(topology.NodeCount + 63) / 64];

    public NodeHeap Heap { get; } = new(topology.NodeCount);

    /// <summary>By node: passenger-car units that arrive and must be spread over its entries.</summary>
    public double[] NodeFlow { get; } = new double[topology.NodeCount];

    /// <summary>By node: the first link added to it, -1 for none; further ones by <see cref="NextAdded"/>.</summary>
    public int[] FirstAdded { get; } = Filled(topology.NodeCount, -1);

    public int[] NextAdded { get; } = new int[topology.LinkCount];

    public List<int> Added { get; } = [];

    /// <summary>By node: whether it has its place in the order that is being built.</summary>
    public bool[] IsPlaced { get; } = new bool[topology.NodeCount];

    public int[] Stack { get; } = new int[topology.NodeCount + 1];

    /// <summary>Columns of the bush that is being built.</summary>
    public int[] Order { get; } = new int[topology.NodeCount];

    public int[] Start { get; } = new int[topology.NodeCount + 1];

    public int[] Link { get; } = new int[topology.LinkCount];

    public double[] Flow { get; } = new double[topology.LinkCount];

    /// <summary>By link: passenger-car units that it gains while a bush is repaired; 0 between repairs.</summary>
    public double[] Change { get; } = new double[topology.LinkCount];

    /// <summary>What the sweeps have shifted between since it was cleared.</summary>
    public SegmentPairs Pairs { get; } = new();

    /// <summary>Entries of the two segments between which flow is shifted.</summary>
    public int[] DearSegment { get; } = new int[topology.NodeCount];

    public int[] CheapSegment { get; } = new int[topology.NodeCount];

    private static int[] Filled(int length, int value)
    {
        var array = new int[length];
        Array.Fill(array, value);
        return array;
    }
}
