namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>
/// Everyone who starts in a stretch of time around one drawn by its regret, nobody left out: put in again in the order of starts
/// with that one elsewhere, as in the insertion moves of permutation scheduling. Literature: Ruiz and Stuetzle 2007, iterated
/// greedy (10.1016/j.ejor.2005.12.009). Stateless, thread-safe.
/// </summary>
public sealed class StretchOfTime : INeighbourhood
{
    public string Name => "stretch of time";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        var seed = plan.DrawByRegret(random);
        if (seed < 0) return;
        group.Add(seed);
        group.AddRange(TimeWindow.Nearest(plan, seed, _ => true).Take(size - 1));
    }
}
