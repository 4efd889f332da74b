using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>
/// One journey as a column: cost in milliseconds from ready to the tail's arrival. Immutable but for the cuts that count it.
/// </summary>
public sealed class ConvoyColumn : Column
{
    private readonly PlaceCliques _cuts;
    private Counted _counted;

    internal ConvoyColumn(int commodity, long cost, TimedUse[] uses, Journey way, int passSeconds, PlaceCliques cuts)
        : base(commodity, cost, uses)
    {
        (Way, PassSeconds, _cuts) = (way, passSeconds, cuts);
        _counted = new Counted(0, uses);
    }

    /// <inheritdoc/>
    public override object Journey => Way;

    /// <inheritdoc/>
    protected override ReadOnlySpan<TimedUse> PricedUses => Priced;

    internal TimedUse[] Priced
    {
        get
        {
            // Any thread may count again: all come to the same, and the cuts do not change meanwhile.
            var counted = _counted;
            if (counted.Cuts != _cuts.Count) _counted = counted = CountFrom(counted);
            return counted.Uses;
        }
    }

    internal Journey Way { get; }

    internal int PassSeconds { get; }

    /// <summary>Nodes from origin to destination.</summary>
    public IReadOnlyList<int> Path => Way.Nodes;

    /// <summary>Second of the head at each node of the path.</summary>
    public IReadOnlyList<int> HeadSeconds => Way.HeadSeconds;

    private Counted CountFrom(Counted counted)
    {
        var uses = new List<TimedUse>();
        for (var i = 0; i < Way.Nodes.Length; i++)
        {
            var (node, head) = (Way.Nodes[i], Way.HeadSeconds[i]);
            _cuts.AddUses(counted.Cuts, Commodity, PassSeconds, _cuts.PlaceOf(node), node, head, uses);
            if (i < Way.Edges.Length) _cuts.AddUses(counted.Cuts, Commodity, PassSeconds, Way.Edges[i], node, head, uses);
        }

        return new Counted(_cuts.Count, uses.Count == 0 ? counted.Uses : [.. counted.Uses, .. uses]);
    }

    /// <summary>The uses as of a number of cuts.</summary>
    private sealed record Counted(int Cuts, TimedUse[] Uses);
}
