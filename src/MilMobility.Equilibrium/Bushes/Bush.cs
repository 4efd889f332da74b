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

    /// <summary>Whether another bush has the same columns, which must then stay as they are.</summary>
    private bool _sharesOrder;
    private bool _sharesLink;
    private bool _sharesFlow;

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

    /// <summary>The same bush for other trips. Columns are copied when they change: most bushes never do after a small change.</summary>
    public Bush Clone(OriginTrips trips) => new(trips)
    {
        NodeCount = NodeCount, EntryCount = EntryCount, Order = Order, Start = Start, Link = Link, Flow = Flow,
        _sharesOrder = true, _sharesLink = true, _sharesFlow = true,
    };

    /// <summary>To be called before flows are written.</summary>
    public void OwnFlow()
    {
        if (!_sharesFlow) return;
        Flow = Flow.AsSpan().ToArray();
        _sharesFlow = false;
    }

    /// <summary>Copies new columns; allocates only where they outgrow the old.</summary>
    public void Take(ReadOnlySpan<int> order, ReadOnlySpan<int> start, ReadOnlySpan<int> link, ReadOnlySpan<double> flow)
    {
        if (_sharesOrder || Order.Length < order.Length)
        {
            Order = new int[order.Length];
            Start = new int[order.Length + 1];
            _sharesOrder = false;
        }

        if (Link.Length < link.Length)
        {
            Link = new int[link.Length + (link.Length / 8)];
            Flow = new double[Link.Length];
            (_sharesLink, _sharesFlow) = (false, false);
        }

        if (_sharesLink) Link = new int[Link.Length];
        if (_sharesFlow) Flow = new double[Link.Length];
        (_sharesLink, _sharesFlow) = (false, false);
        order.CopyTo(Order);
        start.CopyTo(Start);
        link.CopyTo(Link);
        flow.CopyTo(Flow);
        (NodeCount, EntryCount) = (order.Length, link.Length);
    }
}
