using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>
/// Serials on one resource within a period: of a serial drawn by its regret, a resource that it uses or wants, with those next
/// to it there. Reorders the queue at a bottleneck.
/// </summary>
public sealed class OneResource : INeighbourhood
{
    private const int ReachLengths = 12;
    private const int Unit = 1_000_000;

    /// <summary>Resources tried; the one with most serials near wins.</summary>
    private const int Tries = 3;

    public string Name => "resource";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        var seed = plan.DrawByRegret(random);
        if (seed < 0) return;
        group.Add(seed);
        List<int> best = [];
        for (var tried = 0; tried < Tries; tried++)
        {
            var column = plan.Alone(seed) is { } alone && (plan[seed] is null || random.Next(2) == 0) ? alone : plan[seed];
            if (column is null || column.Uses.Count == 0) return;
            var use = column.Uses[random.Next(column.Uses.Count)];
            plan.Score(use.Resource, use.From, use.To, ReachLengths * Math.Max(1, use.To - use.From), Unit);
            var near = plan.TakeScored(seed);
            if (near.Count > best.Count) best = near;
        }

        PlanView.DrawRanked(best, size, random, group);
    }
}
