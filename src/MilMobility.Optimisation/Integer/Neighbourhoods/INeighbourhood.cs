namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>Picks serials that, taken out together, may go in again cheaper. Stateless, thread-safe.</summary>
public interface INeighbourhood
{
    /// <summary>Name in traces and tables.</summary>
    string Name { get; }

    /// <summary>Serials to take out, the one it was built around first; empty if there is nothing to gain.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="size">Serials wanted at most, at least 2.</param>
    /// <param name="random">Source of its choices.</param>
    /// <param name="group">Takes the serials, each once.</param>
    void Pick(PlanView plan, int size, SplitMix random, List<int> group);
}
