using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Pool;

/// <summary>
/// The itineraries that the pool's integer choice may combine: per serial the distinct ones that the stages have made, cheapest
/// kept. Twins share what they find, as their searches cannot tell them apart. Kept in order of cost, then of arrival, so that
/// the pool does not depend on anything but the order in which columns come. Not thread-safe.
/// </summary>
public sealed class ColumnPool(PlanProblem problem)
{
    /// <summary>Itineraries remembered per set of twins, for each one that a serial may keep.</summary>
    private const int RememberedFactor = 4;

    private readonly Dictionary<int, List<Itinerary>> _columns = [];
    private readonly int[] _twinCounts = CountTwins(problem);

    /// <summary>Adds an itinerary of a serial unless an equal one is there.</summary>
    public void Add(int serial, Itinerary itinerary)
    {
        var twin = problem.TwinOf[serial];
        if (!_columns.TryGetValue(twin, out var columns)) _columns[twin] = columns = [];
        var cost = CostOf(itinerary);
        var place = columns.Count;
        for (var i = 0; i < columns.Count; i++)
        {
            if (CostOf(columns[i]) == cost && columns[i].Steps.AsSpan().SequenceEqual(itinerary.Steps)) return;
            if (place == columns.Count && CostOf(columns[i]) > cost) place = i;
        }

        columns.Insert(place, itinerary);
        var most = RememberedFactor * Math.Max(1, problem.Scenario.Limits.ColumnsPerSerial);
        if (columns.Count > most * _twinCounts[twin]) columns.RemoveAt(columns.Count - 1);
    }

    /// <summary>Adds what a plan moves.</summary>
    public void Add(IReadOnlyList<Itinerary?> itineraries)
    {
        for (var k = 0; k < itineraries.Count; k++)
        {
            if (itineraries[k] is { } itinerary) Add(k, itinerary);
        }
    }

    /// <summary>
    /// Columns of a serial for the choice, at most the scenario's number of them: the one it has in the plan, and those nearest to
    /// it in rank of cost, so that twins, which take turns, do not all get the same ones.
    /// </summary>
    public IReadOnlyList<Itinerary> Of(int serial, Itinerary? current)
    {
        var most = Math.Max(1, problem.Scenario.Limits.ColumnsPerSerial);
        var columns = _columns.GetValueOrDefault(problem.TwinOf[serial]) ?? [];
        var rank = current is null ? 0 : columns.FindIndex(c => c.Steps.AsSpan().SequenceEqual(current.Steps));
        // Half of the window below, half above, shifted to lie within the list.
        var from = Math.Clamp(Math.Max(0, rank) - (most / 2), 0, Math.Max(0, columns.Count - most));
        var picked = columns.Skip(from).Take(most).ToList();
        if (current is not null && rank < 0) picked.Add(current);
        return picked;
    }

    private static long CostOf(Itinerary itinerary) => itinerary.OwnCost + itinerary.CivilAtInsertion;

    private static int[] CountTwins(PlanProblem problem)
    {
        var counts = new int[problem.Count];
        foreach (var twin in problem.TwinOf) counts[twin]++;
        return counts;
    }
}
