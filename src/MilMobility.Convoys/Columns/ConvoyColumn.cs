using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>One journey as a column: cost in milliseconds from ready to the tail's arrival. Immutable.</summary>
public sealed class ConvoyColumn : Column
{
    internal ConvoyColumn(int commodity, long cost, TimedUse[] uses, Journey way)
        : base(commodity, cost, uses) => Way = way;

    /// <inheritdoc/>
    public override object Journey => Way;

    internal Journey Way { get; }

    /// <summary>Nodes from origin to destination.</summary>
    public IReadOnlyList<int> Path => Way.Nodes;

    /// <summary>Second of the head at each node of the path.</summary>
    public IReadOnlyList<int> HeadSeconds => Way.HeadSeconds;
}
