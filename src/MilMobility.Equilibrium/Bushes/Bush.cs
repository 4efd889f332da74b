using MilMobility.Equilibrium.Demand;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// All paths that the trips of one origin may take: a set of links without a cycle, as columns in topological order. A node's
/// entries are the links of the bush that lead to it. Flow is what the origin sends over a link.
/// </summary>
internal sealed class Bush(OriginTrips trips)
{
    /// <summary>Flow of less than this share of what the origin sends is rounding and counts as none.</summary>
    private const double NoFlowShare = 1e-15;

    public OriginTrips Trips { get; private set; } = trips;

    public double NoFlow { get; private set; } = trips.TotalCarUnits * NoFlowShare;

    /// <summary>Nodes reached, the origin first.</summary>
    public int NodeCount { get; private set; }

    public int EntryCount { get; private set; }

    /// <summary>By place: the node.</summary>
    public int[] Order { get; private set; } = [];

    /// <summary>By place, and one more: where the node's entries begin.</summary>
    public int[] Start { get; private set; } = [];

    /// <summary>By entry: the link.</summary>
    public int[] Link { get; private set; } = [];

    /// <summary>By entry: passenger-car units.</summary>
    public double[] Flow { get; private set; } = [];

    public Bush Clone(OriginTrips trips)
    {
        var copy = new Bush(trips);
        copy.Take(Order.AsSpan(0, NodeCount), Start.AsSpan(0, NodeCount + 1), Link.AsSpan(0, EntryCount), Flow.AsSpan(0, EntryCount));
        return copy;
    }

    /// <summary>Copies new columns; allocates only where they outgrow the old.</summary>
    public void Take(ReadOnlySpan<int> order, ReadOnlySpan<int> start, ReadOnlySpan<int> link, ReadOnlySpan<double> flow)
    {
        if (Order.Length < order.Length)
        {
            Order = new int[order.Length];
            Start = new int[order.Length + 1];
        }

        if (Link.Length < link.Length)
        {
            Link = new int[link.Length + (link.Length / 8)];
            Flow = new double[Link.Length];
        }

        order.CopyTo(Order);
        start.CopyTo(Start);
        link.CopyTo(Link);
        flow.CopyTo(Flow);
        (NodeCount, EntryCount) = (order.Length, link.Length);
    }
}
