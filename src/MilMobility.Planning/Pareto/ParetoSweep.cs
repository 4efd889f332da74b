using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Objectives;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;

namespace MilMobility.Planning.Pareto;

/// <summary>
/// Civil displacement against movement cost (time, lateness, operating, unmoved) by epsilon-constraint:
/// <code>
///   min  f(x)   s.t.  civil(x) &lt;= eps
/// </code>
/// for budgets from 'civil ignored' down to 'civil minimal'. Each point solves the weighted sum <c>f + mu civil</c>, mu the slope
/// between the plans on either side of the budget (Cohon's non-inferior set estimation), and then descends in f alone from the
/// cheapest plan known within the budget, never leaving it; so points that no weights reach are found too. Every plan found is a
/// candidate for every later budget, and a start of every later solve.
///
/// Bound: a solve proves <c>f + mu civil &gt;= B(mu)</c> for every plan, so within the budget <c>f &gt;= B(mu) - mu eps</c>; the bound
/// of a point is the largest over all mu solved. Prices are scaled rounded down, so that a plan's scaled price is at most mu times
/// its civil price and the inequality is exact. Deterministic if the solver is. Not thread-safe.
/// </summary>
public sealed class ParetoSweep
{
    /// <summary>Weight at which civil displacement counts for (almost) nothing, percent.</summary>
    public const long IgnoredPercent = 1;

    /// <summary>Weight at which civil displacement counts for (almost) everything, percent.</summary>
    public const long MinimalPercent = 10_000;

    /// <summary>Steps of work of a point's descent per serial.</summary>
    private const long WorkPerSerial = 100_000;

    private readonly CompiledScenario _compiled;
    private readonly CompiledNetwork _network;
    private readonly PriceBandTable _prices;
    private readonly PlanProblem _unweighted;
    private readonly PlanProblem _own;
    private readonly List<ParetoSolve> _solves = [];
    private readonly List<(PlanObjective Objective, MovementPlan Plan)> _known = [];

    /// <param name="compiled">Scenario; its mode of objective is not used.</param>
    /// <param name="network">Network.</param>
    /// <param name="prices">Unweighted civil prices (a weight of 100 percent).</param>
    /// <param name="ownPrices">Prices at the scenario's own civil weight.</param>
    public ParetoSweep(CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, PriceBandTable ownPrices)
    {
        var weights = compiled.Scenario.Weights with { Mode = ObjectiveMode.Weighted };
        _compiled = compiled with { Scenario = compiled.Scenario with { Weights = weights } };
        _network = network;
        _prices = prices;
        _unweighted = PlanProblem.Compile(_compiled, network, prices);
        _own = PlanProblem.Compile(_compiled, network, ownPrices);
    }

    /// <summary>All solves so far.</summary>
    public IReadOnlyList<ParetoSolve> Solves => _solves;

    /// <summary>All plans so far, to start the next solve from.</summary>
    public IReadOnlyList<MovementPlan> Plans => [.. _known.Select(k => k.Plan)];

    /// <summary>Takes a solve of this sweep or of an earlier one of the same input.</summary>
    public void Add(ParetoSolve solve)
    {
        _solves.Add(solve);
        Know(solve.Plan);
    }

    /// <summary>Takes a finished plan as a candidate for the budgets to come.</summary>
    public void Know(MovementPlan plan) => _known.Add((UnweightedObjective(plan), plan));

    /// <summary>The scenario's prices at a civil weight, for the planner.</summary>
    public PriceBandTable PricesAt(long civilPercent) => _prices.Times(civilPercent, 100);

    /// <summary>A plan made at a civil weight as the scenario prices it, with what that solve proved if it holds there.</summary>
    public MovementPlan Repriced(MovementPlan plan, long civilPercent, CancellationToken cancellation)
    {
        var proved = civilPercent <= _compiled.Scenario.Weights.CivilWeightPercent ? plan.BoundMicroEuros : 0;
        return AtOwnWeights(PlanItineraries.Draft(plan, _unweighted), proved, cancellation);
    }

    /// <summary>
    /// Budgets in equal steps from the civil price of the plan that ignores it down to that of the plan that avoids it; after
    /// the two extreme solves.
    /// </summary>
    public IReadOnlyList<long> Budgets(int points)
    {
        var (high, low) = (_known.Max(k => k.Objective.Civil), _known.Min(k => k.Objective.Civil));
        return points < 2 || high == low
            ? [high]
            : [.. Enumerable.Range(0, points).Select(i => high - (long)((Int128)(high - low) * i / (points - 1)))];
    }

    /// <summary>Weight to solve next for a budget: the slope between the known plans beside it, percent.</summary>
    public long PercentFor(long epsilon)
    {
        var within = _known.Where(k => k.Objective.Civil <= epsilon).OrderBy(k => Movement(k.Objective)).FirstOrDefault();
        var beyond = _known.Where(k => k.Objective.Civil > epsilon).OrderBy(k => Movement(k.Objective)).FirstOrDefault();
        if (within.Plan is null || beyond.Plan is null || Movement(within.Objective) <= Movement(beyond.Objective)) return IgnoredPercent;
        var saved = beyond.Objective.Civil - within.Objective.Civil;
        var slope = (Int128)(Movement(within.Objective) - Movement(beyond.Objective)) * 100 / Math.Max(1, saved);
        return (long)Int128.Clamp(slope, IgnoredPercent, MinimalPercent);
    }

    /// <summary>The cheapest plan within a budget: the best one known, improved by a descent that keeps to the budget.</summary>
    public FrontPoint Point(long epsilon, ulong seed, CancellationToken cancellation)
    {
        var start = _known.Where(k => k.Objective.Civil <= epsilon)
            .OrderBy(k => Movement(k.Objective)).ThenBy(k => k.Objective.Civil).FirstOrDefault();
        if (start.Plan is null) throw new InvalidOperationException($"no plan known within a civil budget of {epsilon} micro-euros");
        var draft = PlanItineraries.Draft(start.Plan, _unweighted);
        var descent = new TermDescent(_unweighted, seed);
        descent.Run(
            draft,
            (before, after) => after.Civil <= Math.Max(epsilon, before.Civil)
                && (Movement(after), after.Civil).CompareTo((Movement(before), before.Civil)) <= 0,
            WorkPerSerial * _unweighted.Count, cancellation);
        var plan = AtOwnWeights(draft, 0, cancellation);
        Know(plan);
        return PointOf(epsilon, plan);
    }

    /// <summary>A finished plan as a point, with the bound that all solves so far prove.</summary>
    public FrontPoint PointOf(long epsilon, MovementPlan plan)
    {
        var objective = UnweightedObjective(plan);
        return new FrontPoint(epsilon, plan, objective.Civil, Movement(objective), BoundWithin(epsilon), Dominated: false);
    }

    /// <summary>Largest <c>B(mu) - mu eps</c> over the weights solved; at least 0.</summary>
    public long BoundWithin(long epsilon) => _solves
        .Select(s => s.BoundMicroEuros - (long)((((Int128)s.CivilPercent * epsilon) + 99) / 100))
        .DefaultIfEmpty(0).Max() is var bound && bound > 0 ? bound : 0;

    /// <summary>The points in order of civil price, each marked if another is at least as good in both terms and better in one.</summary>
    public static IReadOnlyList<FrontPoint> Filter(IReadOnlyList<FrontPoint> points) =>
    [
        .. points.Select(p => p with { Dominated = points.Any(o => Beats(o, p)) })
            .OrderBy(p => p.CivilMicroEuros).ThenBy(p => p.MovementMicroEuros),
    ];

    public static long Movement(PlanObjective objective) =>
        objective.Time + objective.Lateness + objective.Operating + objective.Unmoved;

    private static bool Beats(FrontPoint other, FrontPoint point) =>
        other.CivilMicroEuros <= point.CivilMicroEuros && other.MovementMicroEuros <= point.MovementMicroEuros
        && (other.CivilMicroEuros < point.CivilMicroEuros || other.MovementMicroEuros < point.MovementMicroEuros);

    private PlanObjective UnweightedObjective(MovementPlan plan)
    {
        var draft = PlanItineraries.Draft(plan, _unweighted);
        return new TermDescent(_unweighted, 0).ObjectiveOf(draft);
    }

    /// <summary>The plan as the scenario prices it. Its bound: that of a solve at no more than the scenario's civil weight.</summary>
    private MovementPlan AtOwnWeights(PlanDraft steered, long proved, CancellationToken cancellation)
    {
        var draft = new PlanDraft(_own);
        for (var k = 0; k < _own.Count; k++)
        {
            if (steered[k] is { } itinerary && !draft.TryAdd(k, itinerary))
                throw new InvalidOperationException($"serial {_own.Serials[k].Id} does not fit the plan that holds it");
        }

        var weight = _compiled.Scenario.Weights.CivilWeightPercent;
        var bound = _solves.Where(s => s.CivilPercent <= weight).Select(s => s.BoundMicroEuros).Append(proved).Max();
        var explainer = new UnmovedExplainer(_own, draft);
        var pool = new PoolOutcome(0, "not-run", draft.ObjectiveMicroEuros, draft.ObjectiveMicroEuros, 0);
        var proof = new PlanProof(Math.Min(bound, draft.ObjectiveMicroEuros), "weighted solves of the sweep");
        return PlanAssembly.Assemble(_own, draft, proof, pool, k => explainer.Explain(k, cancellation));
    }
}
