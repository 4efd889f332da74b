using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Insertion;

/// <summary>
/// Further movements in a plan that stands: nothing of the plan is moved, each new serial takes its cheapest itinerary through what
/// is left free, by the exact search. The ledger is rebuilt once from the plan; after that an insertion takes milliseconds.
/// What does not fit, or fits late, gets its reason and alternatives found in the same plan. Serials go in by priority, due
/// time and size, as in the first plan. Deterministic. Not thread-safe.
/// </summary>
public sealed class MovementInsertion
{
    private readonly MissionScenario _scenario;
    private readonly CompiledNetwork _network;
    private readonly PriceBandTable _prices;
    private readonly MovementPlan _plan;
    private readonly SerialRequests _requests;
    private readonly ReservationLedger _ledger;
    private readonly ItinerarySearch _search;
    private readonly EmptyLedgers _empty;
    private readonly IReadOnlyList<string> _exits;
    private readonly List<(PlanProblem Problem, PlanDraft Draft, InsertionResult Result)> _added = [];

    private MovementInsertion(
        PlanProblem problem, MovementPlan plan, SerialRequests requests, ReservationLedger ledger, ItinerarySearch search)
    {
        _scenario = problem.Scenario;
        _network = problem.Network;
        _prices = problem.Prices;
        _plan = plan;
        _requests = requests;
        _ledger = ledger;
        _search = search;
        _empty = new EmptyLedgers(problem);
        _exits = [.. problem.Serials.SelectMany(s => s.Destinations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Rebuilds the ledger of a plan. The plan must hold: check it first.</summary>
    /// <exception cref="InvalidOperationException">The plan does not hold on this network.</exception>
    public static MovementInsertion Into(
        MovementPlan plan, CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices)
    {
        var requests = new SerialRequests(network, MovementRules.From(compiled.Scenario), compiled.Scenario.Weights);
        var problem = PlanProblem.Compile(compiled, network, prices, requests);
        var draft = PlanItineraries.Draft(plan, problem);
        var search = new ItinerarySearch(network, problem.Rules);
        return new MovementInsertion(problem, plan, requests, draft.Ledger, search);
    }

    /// <summary>Civil price of all that is in the plan now.</summary>
    public long CivilMicroEuros => _ledger.CivilMicroEuros;

    /// <summary>
    /// Inserts what fits of some movements; their ids and their rows' ids must be new to the plan. Invalid, with nothing changed, when a
    /// movement names places that do not exist.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the plan is as before.</exception>
    public Loaded<InsertionResult> Insert(
        IReadOnlyList<Movement> movements, IReadOnlyList<Requirement> requirements, CancellationToken cancellation)
    {
        var alone = _scenario with { Movements = movements, Requirements = requirements };
        var compiled = ScenarioCompiler.Compile(alone, _network);
        if (compiled is not Valid<CompiledScenario> { Value: var serials }) return new Invalid<InsertionResult>(compiled.Diagnostics);
        var problem = PlanProblem.Compile(serials, _network, _prices, _requests);
        var draft = new PlanDraft(problem, _ledger, _search);
        try
        {
            var result = Insert(problem, draft, cancellation);
            _added.Add((problem, draft, result));
            return new Valid<InsertionResult>(result, compiled.Diagnostics);
        }
        catch (OperationCanceledException)
        {
            Remove(problem, draft);
            throw;
        }
    }

    /// <summary>Takes everything inserted out again.</summary>
    public void Undo()
    {
        foreach (var (problem, draft, _) in _added) Remove(problem, draft);
        _added.Clear();
    }

    /// <summary>
    /// The plan with all that was inserted, and what was refused as unmoved. Its bound adds the cheapest itinerary of each new
    /// serial on the empty network to the plan's own: without the new serials any plan is one of the old problem, and what
    /// they add to it is at least what they cost alone, since civil prices are convex and start at zero.
    /// </summary>
    public MovementPlan Plan()
    {
        if (_added.Count == 0) return _plan;
        var inserted = _added.SelectMany(a => a.Result.Inserted).Select(i => i.Planned).ToList();
        var refused = _added.SelectMany(a => a.Result.Refused).Select(r => r.Unmoved).ToList();
        var old = _plan.Objective;
        return _plan with
        {
            Planned = [.. _plan.Planned.Concat(inserted).OrderBy(p => p.Serial.Id, StringComparer.Ordinal)],
            Unmoved = [.. _plan.Unmoved.Concat(refused).OrderBy(u => u.Serial.Id, StringComparer.Ordinal)],
            Objective = new PlanObjective(
                old.Time + inserted.Sum(p => p.Cost.Time), old.Lateness + inserted.Sum(p => p.Cost.Lateness),
                old.Operating + inserted.Sum(p => p.Cost.Operating), _ledger.CivilMicroEuros,
                old.Unmoved + refused.Sum(u => _requests.PenaltyMicroEuros(u.Serial))),
            BoundMicroEuros = _plan.BoundMicroEuros + _added.Sum(a => AloneMicroEuros(a.Problem)),
        };
    }

    private InsertionResult Insert(PlanProblem problem, PlanDraft draft, CancellationToken cancellation)
    {
        var inserted = new InsertedSerial?[problem.Count];
        var refused = new RefusedSerial?[problem.Count];
        foreach (var k in new InsertionOrders(problem, _scenario.Limits.Seed).Order(0))
        {
            var civil = _ledger.CivilMicroEuros;
            if (draft.Insert(k, cancellation)) inserted[k] = Inserted(problem, draft, k, _ledger.CivilMicroEuros - civil, cancellation);
            else refused[k] = Refused(problem, draft, k, cancellation);
        }

        return new InsertionResult([.. inserted.OfType<InsertedSerial>()], [.. refused.OfType<RefusedSerial>()]);
    }

    private InsertedSerial Inserted(PlanProblem problem, PlanDraft draft, int k, long civil, CancellationToken cancellation)
    {
        var planned = PlanAssembly.Planned(problem.Serials[k], draft[k]!, _network);
        if (planned.LatenessSeconds == 0) return new InsertedSerial(planned, civil, Sentence.None, []);
        // The alternatives are sought without the serial itself, which is in its own way.
        var itinerary = draft.Remove(k)!;
        var because = new UnmovedExplainer(problem, draft, _empty, _search).ExplainLate(k);
        var alternatives = Alternatives(problem).Of(k, itinerary, cancellation);
        if (!draft.TryAdd(k, itinerary)) throw new InvalidOperationException($"serial {planned.Serial.Id} does not fit where it was");
        return new InsertedSerial(planned, civil, because, alternatives);
    }

    private RefusedSerial Refused(PlanProblem problem, PlanDraft draft, int k, CancellationToken cancellation)
    {
        var unmoved = new UnmovedExplainer(problem, draft, _empty, _search).Explain(k, cancellation);
        var alternatives = Alternatives(problem).Of(k, null, cancellation);
        var words = alternatives.Select(a => Sentence.Of(
            "help.finish", ("what", a.Change), ("time", Phrase.Time(_scenario.Clock.At(a.FinishSeconds)))));
        return new RefusedSerial(unmoved with { Alternatives = [.. words, .. unmoved.Alternatives] }, alternatives);
    }

    private InsertionAlternatives Alternatives(PlanProblem problem) => new(problem, _requests, _ledger, _search, _exits);

    private long AloneMicroEuros(PlanProblem problem)
    {
        long sum = 0;
        for (var k = 0; k < problem.Count; k++)
        {
            var penalty = problem.PenaltyMicroEuros[k];
            var options = new SearchOptions(CostBelow: penalty, Relaxed: true);
            sum += Math.Min(penalty, _search.Find(problem.Requests[k], _empty.Priced, options, CancellationToken.None).BoundMicroEuros);
        }

        return sum;
    }

    private static void Remove(PlanProblem problem, PlanDraft draft)
    {
        for (var k = 0; k < problem.Count; k++) draft.Remove(k);
    }
}
