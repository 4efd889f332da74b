namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>Serials that start near the time at which one drawn by its regret does, wherever they are.</summary>
public sealed class TimeWindow : INeighbourhood
{
    /// <summary>The window holds this many times the serials wanted.</summary>
    private const int WindowFactor = 3;

    public string Name => "time window";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        var seed = plan.DrawByRegret(random);
        if (seed < 0) return;
        group.Add(seed);
        var near = Nearest(plan, seed, _ => true);
        if (near.Count > WindowFactor * size) near.RemoveRange(WindowFactor * size, near.Count - (WindowFactor * size));
        PlanView.DrawRanked(near, size, random, group);
    }

    /// <summary>The other serials of a kind, by how near their start is to that of one; equal ones by number.</summary>
    internal static List<int> Nearest(PlanView plan, int seed, Func<int, bool> ofKind)
    {
        var start = plan.Start(seed);
        var others = new List<(int Apart, int Serial)>();
        for (var k = 0; k < plan.SerialCount; k++)
        {
            if (k != seed && ofKind(k)) others.Add((Math.Abs(plan.Start(k) - start), k));
        }

        others.Sort();
        return others.ConvertAll(o => o.Serial);
    }
}
