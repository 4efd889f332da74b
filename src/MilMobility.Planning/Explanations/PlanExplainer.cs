using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Explanations;

/// <summary>
/// Explains the serials of a finished plan: the cheapest journey of each if nobody else moved, what keeps it from that, what else it
/// could do, and what one place more would be worth where it waits. All by the planner's exact search, each serial alone with the
/// others where they are; so the worths are no dual prices of a master program, which would let all of them move at once.
/// Serials do not see one another's explanation: they are worked on by all cores, and the answer is the same on any number of them.
/// Time: some eight searches a serial. Stateless and thread-safe.
/// </summary>
public static class PlanExplainer
{
    private const int BottlenecksMax = 100;
    private const int SecondsPerHour = 3600;

    private static readonly Sentence[] s_method =
        [Sentence.Of("method.anew"), Sentence.Of("method.costs"), Sentence.Of("method.worth"), Sentence.Of("method.limit")];

    /// <param name="plan">A plan that holds: check it first.</param>
    /// <param name="compiled">Its scenario with its serials.</param>
    /// <param name="network">Its network.</param>
    /// <param name="prices">Its civil prices.</param>
    /// <param name="options">How far to go.</param>
    /// <param name="only">Serial ids to explain; null for all.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidOperationException">The plan does not hold on this network.</exception>
    public static RunExplanations Explain(
        MovementPlan plan, CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, ExplanationOptions options,
        IReadOnlyCollection<string>? only, CancellationToken cancellation)
    {
        var problem = PlanProblem.Compile(compiled, network, prices);
        int[] asked = [.. Enumerable.Range(0, problem.Count).Where(k => only is null || only.Contains(problem.Serials[k].Id))];
        var unmoved = plan.Unmoved.ToDictionary(u => u.Serial.Id, u => u.Detail, StringComparer.Ordinal);
        var binding = new BindingUses(problem, PlanItineraries.Draft(plan, problem));
        var words = new JourneyWords(network, problem.Scenario.Clock);
        int[] firsts = [.. asked.Select(k => problem.TwinOf[k]).Distinct()];
        var alone = new Itinerary?[problem.Count];
        OnAllCores(firsts, cancellation, () =>
        {
            var search = new ItinerarySearch(network, problem.Rules);
            var empty = new ReservationLedger(network, problem.Rules, prices);
            return k => alone[k] = search.Find(problem.Requests[k], empty, new SearchOptions(SlackPermille: 0), cancellation).Itinerary;
        });
        var explained = new SerialExplanation?[problem.Count];
        OnAllCores(asked, cancellation, () =>
        {
            var explainer = new SerialExplainer(
                problem, PlanItineraries.Draft(plan, problem), new ReservationLedger(network, problem.Rules, prices), binding, words,
                options);
            return k => explained[k] = explainer.Of(
                k, alone[problem.TwinOf[k]], unmoved.GetValueOrDefault(problem.Serials[k].Id), cancellation);
        });
        SerialExplanation[] serials = [.. explained.OfType<SerialExplanation>()];
        return new RunExplanations(serials, Bottlenecks(serials), s_method);
    }

    /// <summary>Each worker has a state of its own and takes the next item; what an item gives does not depend on who takes it.</summary>
    private static void OnAllCores(int[] items, CancellationToken cancellation, Func<Action<int>> worker)
    {
        var next = -1;
        var workers = Math.Min(Environment.ProcessorCount, items.Length);
        Parallel.For(0, workers, new ParallelOptions { CancellationToken = cancellation }, _ =>
        {
            var work = worker();
            for (var i = Interlocked.Increment(ref next); i < items.Length; i = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work(items[i]);
            }
        });
    }

    private static Bottleneck[] Bottlenecks(IEnumerable<SerialExplanation> serials) =>
    [
        .. serials
            .SelectMany(e => e.Binds.Where(b => b.WorthMicroEuros > 0).Select(b => (e.Serial, Bind: b)))
            .GroupBy(w => (w.Bind.Kind, w.Bind.Resource, Hour: w.Bind.FromSeconds / SecondsPerHour))
            .Select(g =>
            {
                var gains = g.OrderByDescending(w => w.Bind.WorthMicroEuros).ThenBy(w => w.Serial, StringComparer.Ordinal).ToList();
                return new Bottleneck(
                    g.Key.Kind, g.Key.Resource, gains[0].Bind.Name, g.Key.Hour, gains[0].Bind.WorthMicroEuros!.Value,
                    [.. gains.Select(w => w.Serial)]);
            })
            .OrderByDescending(b => b.WorthMicroEuros).ThenBy(b => b.Hour).ThenBy(b => b.Resource, StringComparer.Ordinal)
            .Take(BottlenecksMax),
    ];
}
