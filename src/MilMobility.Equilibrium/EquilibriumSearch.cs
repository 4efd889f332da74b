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
    /// <summary>Within a round, bushes wait that pay less beyond the cheapest of their own paths than this share of the mean.</summary>
    private const double SkipShare = 0.05;

    /// <summary>When what bushes pay within themselves has fallen to this share, they are extended before more is spent on them.</summary>
    private const double FallShare = 0.1;

    /// <summary>Sweeps per iteration, as a multiple of the bushes.</summary>
    private const int SweepsPerBush = 20;

    /// <summary>Passes over the pairs of segments before the bushes are swept again.</summary>
    private const int PassesMax = 30;

    /// <summary>They end when what the pairs pay has fallen to this share, or to this share of what is enough for the bushes.</summary>
    private const double PairFallShare = 0.05;
    private const double PairEnoughShare = 0.3;

    /// <summary>Pairs wait with less than this share of the mean.</summary>
    private const double PairSkipShare = 0.3;

    /// <summary>Below this gap, so many iterations that do not lower it mean that only rounding is left.</summary>
    private const double PrecisionGap = 1e-10;
    private const int NoProgressIterations = 20;

    /// <summary>Bushes stay as they are with less than this share of their part of the excess cost allowed.</summary>
    private const double EnoughShare = 0.1;

    /// <summary>Bushes wait with less than this share of the mean excess cost.</summary>
    private const double MeanShare = 0.05;

    /// <summary>A bush that pays more than this share of the excess cost of all is visited again at once, so often.</summary>
    private const double MuchShare = 0.1;
    private const int VisitsMax = 10;

    /// <summary>
    /// Once it may be within so many times the gap asked for, the gap is proven after each round: that also tells which bushes to go on
    /// with.
    /// </summary>
    private const double NearFactor = 100;

    private readonly IReadOnlyList<OriginTrips> _trips = demand.Trips;
    private readonly LinkCosts _costs = new(network, groups);
    private readonly BushWorkspace _work = new(network.Topology);
    private readonly Bush[] _bushes = new Bush[demand.Trips.Count];
    private readonly bool[] _hasMoved = new bool[demand.Trips.Count];

    /// <summary>By bush, as last known: what it pays beyond the cheapest paths, and what these would cost.</summary>
    private readonly double[] _excess = new double[demand.Trips.Count];
    private readonly double[] _cheapest = new double[demand.Trips.Count];

    /// <summary>By bush of this round: what it pays beyond the cheapest of its own paths, as last known.</summary>
    private readonly double[] _within = new double[demand.Trips.Count];
    private readonly List<EquilibriumRound> _trace = [];

    /// <summary>Whether the search begins at another equilibrium, which may be near enough as it is.</summary>
    private bool _isWarm;

    /// <summary>Whether bushes have lost flow on closed links since: then it is not near enough.</summary>
    private bool _isRepaired;

    /// <summary>What all trips would have cost there by the cheapest paths.</summary>
    private double _startCost;

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
    /// <returns>Whether all trips that lost their way are sure to have an open one.</returns>
    public bool StartWarm(EquilibriumSolution start)
    {
        var groupHere = start.Groups.Select(old => Same(old)).ToArray();
        var known = start.Bushes.Where(b => groupHere[b.Trips.Group] >= 0)
            .ToDictionary(b => (groupHere[b.Trips.Group], b.Trips.Origin));
        var (search, isConnected) = (new ShortestPaths(network.Topology), true);
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
            isConnected &= BushRepair.Repair(_bushes[i], _costs, _work);
            BushShifts.Sweep(_bushes[i], _costs, _work);
            _hasMoved[i] = true;
            _isRepaired = true;
        }

        _startCost = start.CheapestCost;
        _isWarm = true;
        return isConnected;
    }

    public EquilibriumSolution Run(EquilibriumOptions options, CancellationToken cancellation)
    {
        var (best, since, stop) = (double.PositiveInfinity, 0, (EquilibriumStop?)null);
        AllOrNothing.Costs? verified = _isWarm && !_isRepaired ? Verify(options) : null;
        if (verified?.RelativeGap <= options.RelativeGap)
        {
            _trace.Add(new EquilibriumRound(1, clock.Elapsed, verified.Value.RelativeGap, 0));
            stop = EquilibriumStop.Gap;
        }

        for (var iteration = 1; stop is null; iteration++)
        {
            var enough = verified is null && iteration == 1 ? FirstEnough(options.RelativeGap) : Enough(options.RelativeGap);
            var extended = Visit(verified is null, enough, options.Switches.Revisits ? VisitsMax : 1);
            var gap = KnownGap();
            Equalise(options, cancellation);
            Sum();
            verified = gap > NearFactor * options.RelativeGap ? null : Verify(options);
            gap = verified?.RelativeGap ?? gap;
            var round = new EquilibriumRound(iteration, clock.Elapsed, gap, extended);
            _trace.Add(round);
            options.Progress?.Report(round);
            since = gap < best ? 0 : since + 1;
            best = Math.Min(best, gap);
            stop = verified?.RelativeGap <= options.RelativeGap ? EquilibriumStop.Gap
                : cancellation.IsCancellationRequested ? EquilibriumStop.Cancelled
                : iteration >= options.IterationsMax ? EquilibriumStop.Iterations
                : clock.Elapsed >= options.TimeLimit ? EquilibriumStop.Time
                : gap < PrecisionGap && since >= NoProgressIterations ? EquilibriumStop.Precision : null;
        }

        return EquilibriumReport.Of(
            network, demand, groups, _bushes, _costs, _work, verified ?? Verify(options), _trace, clock, stop!.Value);
    }

    /// <summary>
    /// Extends bushes and shifts flow within them, each at the costs that those before it make. Bushes that pay little beyond the cheapest
    /// paths stay as they are.
    /// </summary>
    /// <param name="isWhole">Whether to look at all bushes; else at those that paid more than enough when last measured.</param>
    /// <param name="enough">Excess cost above which a bush is worked on.</param>
    /// <param name="visitsMax">Visits to a bush that pays much of all.</param>
    /// <returns>How many times a bush missed a cheaper path.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Visit(bool isWhole, double enough, int visitsMax)
    {
        var extended = 0;
        var much = _excess.Sum() is var all and > 0 ? MuchShare * all : double.PositiveInfinity;
        _work.Pairs.Clear();
        for (var i = 0; i < _bushes.Length; i++)
        {
            _within[i] = 0;
            if (!isWhole && !(_excess[i] > enough)) continue;
            // A bush that pays much of all, such as one that lost its way, has several steps to make: the others need not wait for them.
            for (var visit = 0; visit < visitsMax; visit++)
            {
                if (!Work(i, enough, ref extended) || !(_excess[i] > much)) break;
            }
        }

        return extended;
    }

    /// <summary>Extends a bush and sweeps over it once.</summary>
    /// <returns>Whether it paid more than enough.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Work(int i, double enough, ref int extended)
    {
        var bush = _bushes[i];
        var cost = _costs.Cost[bush.Trips.Group];
        BushExtension.Label(bush, cost, _work);
        var isCheaper = BushSearch.Run(bush, cost, _work);
        Measure(i, _work.Best);
        if (!(_excess[i] > enough)) return false;
        if (isCheaper)
        {
            extended++;
            _work.Pairs.Forget(bush);
            BushExtension.Extend(bush, cost, _work);
        }

        _hasMoved[i] = true;
        _within[i] = BushShifts.Sweep(bush, _costs, _work);
        return true;
    }

    /// <summary>Excess cost of a bush that is let be: a share of the mean, of that allowed or of that there is.</summary>
    private double Enough(double target) =>
        Math.Max(EnoughShare * target * _cheapest.Sum(), MeanShare * _excess.Sum()) / _bushes.Length;

    /// <summary>The same before anything has been measured; from nothing, all pay too much by an unknown amount.</summary>
    private double FirstEnough(double target) => EnoughShare * target * _startCost / _bushes.Length;

    private double KnownGap() => _cheapest.Sum() is var cheapest and > 0 ? _excess.Sum() / cheapest : 0;

    /// <summary>Measures the gap, and what every bush pays beyond its cheapest paths.</summary>
    private AllOrNothing.Costs Verify(EquilibriumOptions options) => AllOrNothing.Evaluate(
        network.Topology, _costs, _trips, EquilibriumReport.GroupFlows(groups.Count, _bushes, _costs),
        options.Switches.KnowsCosts ? (i, known) => BushLoading.Cheapest(_bushes[i], _costs.Cost[_trips[i].Group], known, _work) : null,
        Measure);

    /// <summary>Notes what the trips of a bush would cost by the cheapest paths of all, and what they pay beyond.</summary>
    private void Measure(int i, double[] best)
    {
        var (trips, sum) = (_trips[i], 0.0);
        for (var d = 0; d < trips.Destinations.Length; d++) sum += trips.CarUnits[d] * best[trips.Destinations[d]];
        (_cheapest[i], _excess[i]) = (sum, BushLoading.Excess(_bushes[i], _costs.Cost[trips.Group], best, _work));
    }

    /// <summary>Sweeps over the bushes that pay the most within themselves, until little of it is left or it is little enough.</summary>
    private void Equalise(EquilibriumOptions options, CancellationToken cancellation)
    {
        var excess = _within.Sum();
        var enough = Math.Max(FallShare * excess, EnoughShare * options.RelativeGap * _cheapest.Sum());
        var sweeps = SweepsPerBush * _bushes.Length;
        while (excess > enough && sweeps > 0 && !cancellation.IsCancellationRequested && !(clock.Elapsed >= options.TimeLimit))
        {
            if (options.Switches.EvensPairs) EvenPairs(enough);
            _work.Pairs.Clear();
            var skip = SkipShare * excess / _bushes.Length;
            for (var i = 0; i < _bushes.Length; i++)
            {
                if (!(_within[i] > skip)) continue;
                _within[i] = BushShifts.Sweep(_bushes[i], _costs, _work);
                sweeps--;
            }

            excess = _within.Sum();
        }
    }

    /// <summary>Shifts flow between the ways that the sweeps found, until the difference is small.</summary>
    private void EvenPairs(double enough)
    {
        var skip = 0.0;
        for (var (pass, most) = (0, 0.0); pass < PassesMax; pass++)
        {
            var excess = _work.Pairs.Pass(_costs, skip);
            most = Math.Max(most, excess);
            if (excess <= Math.Max(PairFallShare * most, PairEnoughShare * enough)) return;
            skip = PairSkipShare * excess / _work.Pairs.Count;
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
