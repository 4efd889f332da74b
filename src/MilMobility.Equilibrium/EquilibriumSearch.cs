using System.Diagnostics;
using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Costs;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium;

/// <summary>The state of one assignment and its iterations; see <see cref="UserEquilibrium"/>. Used once.</summary>
internal sealed class EquilibriumSearch(
    AssignmentNetwork network, IReadOnlyList<UserGroup> groups, IReadOnlyList<OriginTrips> trips, Stopwatch clock)
{
    /// <summary>Bushes whose paths differ in cost by less than this share of the worst bush's difference wait.</summary>
    private const double SkipShare = 0.05;

    /// <summary>When the worst difference has fallen to this share, the bushes are extended again before more is spent on them.</summary>
    private const double FallShare = 0.1;

    /// <summary>Sweeps per iteration, as a multiple of the bushes.</summary>
    private const int SweepsPerBush = 20;

    /// <summary>Below this gap, so many iterations that do not lower it mean that only rounding is left.</summary>
    private const double PrecisionGap = 1e-10;
    private const int NoProgressIterations = 20;

    private readonly LinkCosts _costs = new(network, groups);
    private readonly BushWorkspace _work = new(network.Topology);
    private readonly Bush[] _bushes = new Bush[trips.Count];
    private readonly double[] _difference = new double[trips.Count];
    private readonly List<EquilibriumRound> _trace = [];

    /// <summary>Every origin takes the cheapest paths at the costs that the origins before it make.</summary>
    public void StartCold()
    {
        var search = new ShortestPaths(network.Topology);
        for (var i = 0; i < _bushes.Length; i++) _bushes[i] = NewBush(trips[i], search);
        Sum();
    }

    /// <summary>
    /// Every origin spreads its trips as in the other equilibrium; flow on closed links leaves them in the first iterations.
    /// </summary>
    public void StartWarm(EquilibriumSolution start)
    {
        var groupHere = start.Groups.Select(old => Same(old)).ToArray();
        var known = start.Bushes.Where(b => groupHere[b.Trips.Group] >= 0)
            .ToDictionary(b => (groupHere[b.Trips.Group], b.Trips.Origin));
        var search = new ShortestPaths(network.Topology);
        for (var i = 0; i < _bushes.Length; i++)
        {
            _bushes[i] = known.TryGetValue((trips[i].Group, trips[i].Origin), out var old)
                ? old.Clone(trips[i]) : NewBush(trips[i], search);
        }

        Sum();
    }

    public EquilibriumSolution Run(IReadOnlyList<VehicleClass> classes, EquilibriumOptions options, CancellationToken cancellation)
    {
        var (best, since) = (double.PositiveInfinity, 0);
        EquilibriumStop? stop = null;
        AllOrNothing.Costs? verified = null;
        for (var iteration = 1; stop is null; iteration++)
        {
            var (gap, extended) = Extend();
            var round = new EquilibriumRound(iteration, clock.Elapsed, gap, extended);
            _trace.Add(round);
            options.Progress?.Report(round);
            // Where each origin knows but one path to anywhere, the gap among those it knows says nothing.
            var isMeaningful = extended == 0 || gap > 0;
            since = isMeaningful && gap < best ? 0 : since + 1;
            if (isMeaningful) best = Math.Min(best, gap);
            if (isMeaningful && gap <= options.RelativeGap)
            {
                verified = Verify();
                if (verified.Value.RelativeGap <= options.RelativeGap) stop = EquilibriumStop.Gap;
            }

            stop ??= cancellation.IsCancellationRequested ? EquilibriumStop.Cancelled
                : iteration >= options.IterationsMax ? EquilibriumStop.Iterations
                : clock.Elapsed >= options.TimeLimit ? EquilibriumStop.Time
                : gap < PrecisionGap && since >= NoProgressIterations ? EquilibriumStop.Precision : null;
            if (stop is not null) break;
            verified = null;
            Equalise(options, cancellation);
            Sum();
        }

        return EquilibriumReport.Of(
            network, classes, groups, _bushes, _costs, _work, verified ?? Verify(), _trace, clock, stop!.Value);
    }

    /// <summary>Extends all bushes at fixed costs.</summary>
    /// <returns>The relative gap against the cheapest paths in the bushes, and how many bushes missed a cheaper one.</returns>
    private (double Gap, int Extended) Extend()
    {
        var (excess, cheapest, extended) = (0.0, 0.0, 0);
        foreach (var bush in _bushes)
        {
            var cost = _costs.Cost[bush.Trips.Group];
            excess += BushExtension.Excess(bush, cost, _work);
            if (BushExtension.Extend(bush, cost, _work)) extended++;
            var (destinations, units) = (bush.Trips.Destinations, bush.Trips.CarUnits);
            for (var i = 0; i < destinations.Length; i++) cheapest += units[i] * _work.Cheapest[destinations[i]];
        }

        return (cheapest > 0 ? excess / cheapest : 0, extended);
    }

    private void Equalise(EquilibriumOptions options, CancellationToken cancellation)
    {
        var worst = 0.0;
        for (var i = 0; i < _bushes.Length; i++)
        {
            _difference[i] = BushShifts.Sweep(_bushes[i], _costs, _work);
            worst = Math.Max(worst, _difference[i]);
        }

        var (enough, sweeps) = (FallShare * worst, SweepsPerBush * _bushes.Length);
        while (worst > enough && sweeps > 0 && !cancellation.IsCancellationRequested && !(clock.Elapsed >= options.TimeLimit))
        {
            var (skip, next) = (SkipShare * worst, 0.0);
            for (var i = 0; i < _bushes.Length; i++)
            {
                if (_difference[i] > skip)
                {
                    _difference[i] = BushShifts.Sweep(_bushes[i], _costs, _work);
                    sweeps--;
                }

                next = Math.Max(next, _difference[i]);
            }

            worst = next;
        }
    }

    /// <summary>Loads all bushes anew and sums them, so that rounding does not gather.</summary>
    private void Sum()
    {
        Array.Clear(_costs.Flow);
        foreach (var bush in _bushes)
        {
            BushLoading.Load(bush, _work);
            BushLoading.AddTo(bush, _costs.Flow);
        }

        _costs.UpdateAll();
    }

    private AllOrNothing.Costs Verify() =>
        AllOrNothing.Evaluate(network.Topology, _costs, trips, EquilibriumReport.GroupFlows(groups.Count, _bushes, _costs),
            i => _bushes[i].Order.AsMemory(0, _bushes[i].NodeCount));

    private Bush NewBush(OriginTrips origin, ShortestPaths search)
    {
        var bush = new Bush(origin);
        search.From(origin.Origin, _costs.Cost[origin.Group]);
        BushLoading.TakeTree(bush, search, _work);
        BushLoading.Load(bush, _work);
        BushLoading.AddTo(bush, _costs.Flow);
        for (var entry = 0; entry < bush.EntryCount; entry++)
            if (bush.Flow[entry] > 0) _costs.Update(bush.Link[entry]);
        return bush;
    }

    /// <summary>The group here that sees the same costs; -1 if there is none.</summary>
    private int Same(UserGroup group)
    {
        for (var i = 0; i < groups.Count; i++)
            if (groups[i].TollWeight == group.TollWeight && groups[i].DistanceWeight == group.DistanceWeight) return i;
        return -1;
    }
}
