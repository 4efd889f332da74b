using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>
/// A serial drawn by its regret, and those that use what it uses near the time at which it does, or stand where it would be
/// without them. Near is a few lengths of its use, so that it needs no unit of time.
/// </summary>
public sealed class ConflictCluster : INeighbourhood
{
    private const int ReachLengths = 4;
    private const int UnitNear = 100;

    /// <summary>Who stands on the wanted column is in the way; who is near the present one may only be.</summary>
    private const int UnitInTheWay = 300;

    public string Name => "conflict cluster";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        var seed = plan.DrawByRegret(random);
        if (seed < 0) return;
        group.Add(seed);
        if (plan[seed] is { } column) Score(plan, column, UnitNear);
        if (plan.Alone(seed) is { } alone) Score(plan, alone, UnitInTheWay);
        PlanView.DrawRanked(plan.TakeScored(seed), size, random, group);
    }

    private static void Score(PlanView plan, Column column, int unit)
    {
        foreach (var use in column.UseSpan)
            plan.Score(use.Resource, use.From, use.To, ReachLengths * Math.Max(1, use.To - use.From), unit);
    }
}
