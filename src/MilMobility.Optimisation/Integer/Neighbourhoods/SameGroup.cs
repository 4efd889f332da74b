namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>
/// Serials of one label, such as a corridor, around one drawn by its regret: those that start nearest in time are drawn most.
/// Picks nothing where serials have no labels.
/// </summary>
public sealed class SameGroup : INeighbourhood
{
    public string Name => "corridor";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        if (!plan.HasGroups) return;
        var seed = plan.DrawByRegret(random);
        if (seed < 0) return;
        group.Add(seed);
        var label = plan.GroupOf(seed);
        var others = TimeWindow.Nearest(plan, seed, k => plan.GroupOf(k) == label);
        PlanView.DrawRanked(others, size, random, group);
    }
}
