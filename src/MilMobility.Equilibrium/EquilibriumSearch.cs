using System.Diagnostics;
using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Costs;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium;

/// <summary>The state of one assignment and its iterations; see <see cref="UserEquilibrium"/>. Used once.</summary>
internal sealed class EquilibriumSearch(
    AssignmentNetwork network, IReadOnlyList<UserGroup> groups, CompiledDemand demand, Stopwatch clock)
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

    /// <summary>Bushes stay as they are with less than this share of their part of the excess cost allowed.</summary>
    private const double EnoughShare = 0.1;

    /// <summary>Bushes wait with less than this share of the mean excess cost.</summary>
    private const double MeanShare = 0.05;

    /// <summary>When the gap has fallen to this share of that when all bushes were last seen, all are seen again.</summary>
    private const double WholeShare = 0.2;

    private readonly IReadOnlyList<OriginTrips> _trips = demand.Trips;
    private readonly LinkCosts _costs = new(network, groups);
    private readonly BushWorkspace _work = new(network.Topology);
    private readonly Bush[] _bushes = new Bush[demand.Trips.Count];
    private readonly bool[] _hasMoved = new bool[demand.Trips.Count];

    /// <summary>By bush, as last known: what it pays beyond the cheapest paths, and what these would cost.</summary>
    private readonly double[] _excess = new double[demand.Trips.Count];
    private readonly double[] _cheapest = new double[demand.Trips.Count];

    /// <summary>By bush: difference between its dearest and cheapest paths, as last known.</summary>
    private readonly double[] _difference = new double[demand.Trips.Count];
    private readonly List<EquilibriumRound> _trace = [];

    /// <summary>Whether the search begins at an equilibrium of the same network and trips, which may be near enough as it is.</summary>
    private bool _isUnchanged;

    /// <summary>Every origin takes the cheapest paths at the costs that the origins before it make.</summary>
    public void StartCold()
    {
        var search = new ShortestPaths(network.Topology);
        for (var i = 0; i < _bushes.Length; i++) _bushes[i] = NewBush(_trips[i], search);
        Sum();
    }

    /// <summary>
    /// Every origin spreads its trips as in the other equilibrium; what has flow on closed links is repaired, origin by origin.
    /// </summary>
    public void StartWarm(EquilibriumSolution start)
    {
        var groupHere = start.Groups.Select(old => Same(old)).ToArray();
        var known = start.Bushes.Where(b => groupHere[b.Trips.Group] >= 0)
            .ToDictionary(b => (groupHere[b.Trips.Group], b.Trips.Origin));
        var search = new ShortestPaths(network.Topology);
        for (var i = 0; i < _bushes.Length; i++)
        {
            if (known.TryGetValue((_trips[i].Group, _trips[i].Origin), out var old))
            {
                _bushes[i] = old.Clone(_trips[i]);
                if (old.Trips != _trips[i]) BushLoading.Load(_bushes[i], _work);
                BushLoading.AddTo(_bushes[i], _costs.Flow);
            }
        }

        _costs.UpdateAll();
        for (var i = 0; i < _bushes.Length; i++) _bushes[i] ??= NewBush(_trips[i], search);
        for (var i = 0; i < _bushes.Length; i++)
        {
            if (!BushRepair.IsNeeded(_bushes[i], _costs.IsClosed)) continue;
            BushRepair.Repair(_bushes[i], _costs, _work);
            BushShifts.Sweep(_bushes[i], _costs, _work);
            _hasMoved[i] = true;
        }

        Sum();
        _isUnchanged = start.Network == network && start.Demand == demand;
    }

    public EquilibriumSolution Run(EquilibriumOptions options, CancellationToken cancellation)
    {
        var (best, since, before, whole) = (double.PositiveInfinity, 0, 0.0, double.PositiveInfinity);
        EquilibriumStop? stop = null;
        AllOrNothing.Costs? verified = null;
        Array.Fill(_excess, double.PositiveInfinity);
        if (_isUnchanged)
        {
            verified = Verify();
            before = whole = verified.Value.RelativeGap;
            _trace.Add(new EquilibriumRound(1, clock.Elapsed, before, 0));
            if (before <= options.RelativeGap) stop = EquilibriumStop.Gap;
        }

        for (var iteration = _trace.Count + 1; stop is null; iteration++)
        {
            var isWhole = !(before > WholeShare * whole);
            var (gap, extended) = Visit(isWhole ? 0 : Enough(options.RelativeGap), Enough(options.RelativeGap));
            if (isWhole) whole = gap;
            var round = new EquilibriumRound(iteration, clock.Elapsed, gap, extended);
            _trace.Add(round);
            options.Progress?.Report(round);
            since = gap < best ? 0 : since + 1;
            best = Math.Min(best, gap);
            verified = null;
            if (gap > options.RelativeGap) Equalise(options, cancellation);
            Sum();
            // The flows have moved since their gap was taken: if they go on as they did, it is enough now.
            if (gap <= options.RelativeGap || (isWhole && gap * Math.Min(1, gap / before) <= options.RelativeGap))
            {
                verified = Verify();
                (gap, whole) = (verified.Value.RelativeGap, verified.Value.RelativeGap);
                if (verified.Value.RelativeGap <= options.RelativeGap) stop = EquilibriumStop.Gap;
            }

            before = gap;
            stop ??= cancellation.IsCancellationRequested ? EquilibriumStop.Cancelled
                : iteration >= options.IterationsMax ? EquilibriumStop.Iterations
                : clock.Elapsed >= options.TimeLimit ? EquilibriumStop.Time
                : gap < PrecisionGap && since >= NoProgressIterations ? EquilibriumStop.Precision : null;
        }

        return EquilibriumReport.Of(
            network, demand, groups, _bushes, _costs, _work, verified ?? Verify(), _trace, clock, stop!.Value);
    }

    /// <summary>
    /// Extends bushes and shifts flow within them, each at the costs that those before it make. Bushes that paid little beyond the
    /// cheapest paths when last seen stay as they are.
    /// </summary>
    /// <param name="seen">Excess cost as last known from which a bush is looked at.</param>
    /// <param name="enough">Excess cost above which it is worked on.</param>
    /// <returns>The relative gap as last known for each bush, and how many bushes missed a cheaper path.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Gap, int Extended) Visit(double seen, double enough)
    {
        var extended = 0;
        for (var i = 0; i < _bushes.Length; i++)
        {
            _difference[i] = 0;
            if (!(_excess[i] >= seen)) continue;
            var bush = _bushes[i];
            var cost = _costs.Cost[bush.Trips.Group];
            var excess = BushExtension.Excess(bush, cost, _work);
            var isCheaper = BushExtension.Search(bush, cost, _work);
            var (destinations, units, all) = (bush.Trips.Destinations, bush.Trips.CarUnits, 0.0);
            for (var d = 0; d < destinations.Length; d++)
            {
                var best = _work.Best[destinations[d]];
                excess += units[d] * (_work.Cheapest[destinations[d]] - best);
                all += units[d] * best;
            }

            (_excess[i], _cheapest[i]) = (excess, all);
            if (!(excess > enough)) continue;
            _hasMoved[i] = true;
            if (isCheaper)
            {
                extended++;
                BushExtension.Extend(bush, cost, _work);
            }

            _difference[i] = BushShifts.Sweep(bush, _costs, _work);
        }

        var cheapest = _cheapest.Sum();
        return (cheapest > 0 ? _excess.Sum() / cheapest : 0, extended);
    }

    /// <summary>Excess cost of a bush that is let be: a share of the mean, of that allowed or of that there is.</summary>
    private double Enough(double target)
    {
        var (excess, cheapest) = (_excess.Sum(), _cheapest.Sum());
        return double.IsFinite(excess) ? Math.Max(EnoughShare * target * cheapest, MeanShare * excess) / _bushes.Length : 0;
    }

    /// <summary>Measures the gap anew, and with it what every bush pays.</summary>
    private AllOrNothing.Costs Verify()
    {
        var verified = AllOrNothing.Evaluate(
            network.Topology, _costs, _trips, EquilibriumReport.GroupFlows(groups.Count, _bushes, _costs),
            i => _bushes[i].Order.AsMemory(0, _bushes[i].NodeCount), _cheapest);
        for (var i = 0; i < _bushes.Length; i++)
            _excess[i] = Math.Max(0, BushLoading.Paid(_bushes[i], _costs.Cost[_bushes[i].Trips.Group]) - _cheapest[i]);
        return verified;
    }

    private void Equalise(EquilibriumOptions options, CancellationToken cancellation)
    {
        var worst = _difference.DefaultIfEmpty(0).Max();
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

    /// <summary>Loads the bushes that moved anew and sums all, so that rounding does not gather.</summary>
    private void Sum()
    {
        Array.Clear(_costs.Flow);
        for (var i = 0; i < _bushes.Length; i++)
        {
            if (_hasMoved[i]) BushLoading.Load(_bushes[i], _work);
            _hasMoved[i] = false;
            BushLoading.AddTo(_bushes[i], _costs.Flow);
        }

        _costs.UpdateAll();
    }

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
