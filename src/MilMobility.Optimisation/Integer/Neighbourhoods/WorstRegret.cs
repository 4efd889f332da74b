namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>Serials drawn in proportion to what they cost above their bounds, near one another or not.</summary>
public sealed class WorstRegret : INeighbourhood
{
    /// <summary>Draws for each serial wanted; a serial drawn twice counts once.</summary>
    private const int DrawsPerSerial = 2;

    public string Name => "worst regret";

    public void Pick(PlanView plan, int size, SplitMix random, List<int> group)
    {
        for (var draw = 0; draw < DrawsPerSerial * size && group.Count < size; draw++)
        {
            var serial = plan.DrawByRegret(random);
            if (serial < 0) return;
            if (!group.Contains(serial)) group.Add(serial);
        }
    }
}
