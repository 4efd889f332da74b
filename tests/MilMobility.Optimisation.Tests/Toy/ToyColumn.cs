using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>A job on a machine from a second on.</summary>
public sealed class ToyColumn(int commodity, long cost, TimedUse[] uses, int machine, int start) : Column(commodity, cost, uses)
{
    public int Machine { get; } = machine;

    public int Start { get; } = start;

    public override object Journey => (Machine, Start);
}
