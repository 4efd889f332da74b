using MilMobility.Optimisation.Columns;
using MilMobility.Solvers;
using MilMobility.Solvers.Linear;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// The bound and the columns of a scheduling problem: independent optima, dual ascent, then the master program with lazy rows,
/// parallel pricing, several columns a round and stabilised duals, until the master's optimum and the Lagrangian bound meet.
/// The best bound so far is valid at any moment, whatever ends the run. Deterministic unless a clock or the user ends it.
///
/// Stabilised: prices are asked for between the best ones so far and the master's duals, at a share that falls when pricing there
/// finds nothing the master wants. Literature: Wentges 1997 (10.1016/S0969-6016(97)00001-4); Pessoa et al. 2018
/// (10.1287/ijoc.2017.0784). Not thread-safe.
/// </summary>
public sealed class ColumnGeneration : IDisposable
{
    private readonly IColumnProblem _problem;
    private readonly ColumnGenerationOptions _options;
    private readonly ParallelPricing _pricing;
    private readonly Tolls _tolls;
    private readonly DualAscent _ascent;
    private readonly GridVector _center;
    private long _simplexWork;

    public ColumnGeneration(IColumnProblem problem, ColumnGenerationOptions options)
    {
        _problem = problem;
        _options = options;
        _pricing = new ParallelPricing(problem, options.PricingFilter, options.Threads);
        _tolls = new Tolls(problem);
        _ascent = new DualAscent(problem, _pricing, _tolls, options.AscentStride);
        _center = new GridVector(problem);
    }

    /// <summary>Proven lower bound of every plan's objective; 0 before the first round.</summary>
    public long Bound { get; private set; }

    /// <summary>[commodities] cost of a serial alone on the empty network, or its unmoved cost; empty before the first round.</summary>
    public IReadOnlyList<long> FreeCost { get; private set; } = [];

    /// <summary>The last fractional plan: columns and how many serials take each.</summary>
    public IReadOnlyList<(Column Column, double Value)> Fractional { get; private set; } = [];

    /// <summary>Work of all searches and simplex iterations.</summary>
    public long Work => _pricing.Work + _simplexWork;

    /// <summary>Searches made, and searches that the pricing filter saved.</summary>
    public (long Made, long Saved) Searches => _pricing.Searches;

    /// <summary>Seconds of resources that have a price at the best bound: capacity rows that a master would start with.</summary>
    public int PricedSeconds
    {
        get
        {
            var count = 0;
            foreach (var (resource, page) in _center.Pages)
            {
                foreach (var price in _center.Page(resource, page)) count += price > 0 ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>What every unit of every resource is worth at the best bound, by second.</summary>
    public Tolls BestTolls()
    {
        var tolls = new Tolls(_problem);
        _center.WriteTo(tolls);
        return tolls;
    }

    /// <summary>Bound from independent optima, O(searches); the columns are handed to the collector.</summary>
    public void PriceFree(Action<Column> found, CancellationToken cancellation)
    {
        var round = _pricing.PriceFree(cancellation);
        FreeCost = [.. round.Answers.Select((a, k) => Math.Min(_problem.UnmovedCost(k), a.BoundAtTolls))];
        Raise(round.Bound);
        Hand(round, found);
    }

    /// <summary>Raises the bound without a linear program.</summary>
    /// <param name="objective">Objective of the best plan so far.</param>
    /// <param name="found">Collects columns.</param>
    /// <param name="goOn">Asked after every round; false ends the ascent.</param>
    /// <param name="cancellation">Ends it with an exception; what was reached stays.</param>
    public void Ascend(Func<long> objective, Action<Column> found, Func<bool> goOn, CancellationToken cancellation)
    {
        var average = new Dictionary<(int, object), (Column Column, double Value)>();
        try
        {
            _ascent.Run(
                _options.AscentRounds, objective, round =>
                {
                    if (Raise(round.Bound)) _center.CopyFrom(_ascent.Best);
                    Hand(round, found);
                    Average(average, round);
                    return goOn();
                }, cancellation);
        }
        finally
        {
            Fractional = [.. average.Values.Where(v => v.Value > 1e-3)
                .OrderBy(v => v.Column.Commodity).ThenByDescending(v => v.Value)];
        }
    }

    /// <summary>A master program that starts from columns; those of a plan make it feasible.</summary>
    /// <param name="program">An empty linear program; the caller disposes it after the session.</param>
    /// <param name="columns">Columns to start from.</param>
    /// <param name="found">Collects the columns that its rounds find.</param>
    /// <param name="renew">Makes further empty programs, which the session disposes, to go on without idle rows; null not to.</param>
    public MasterSession OpenMaster(
        ILinearProgram program, IEnumerable<Column> columns, Action<Column> found, Func<ILinearProgram>? renew = null)
    {
        var master = new MasterProgram(_problem, program, MeanCost(), _options.Cleaning ? renew : null);
        foreach (var column in columns) master.Add(column);
        AddPricedRows(master);
        return new MasterSession(this, master, _options, found);
    }

    public void Dispose() => _pricing.Dispose();

    /// <summary>Prices between the best prices and the master's, at a share of the former, and raises the bound.</summary>
    internal PricingRound Price(GridVector masterPrices, double share, CancellationToken cancellation)
    {
        var asked = new GridVector(_problem);
        asked.CopyFrom(_center);
        asked.Mix(share, masterPrices);
        asked.WriteTo(_tolls);
        var round = _pricing.PriceAll(_tolls, _options.ColumnsPerRound, cancellation);
        if (Raise(round.Bound)) _center.CopyFrom(asked);
        return round;
    }

    /// <summary>Cuts that a fractional plan breaks.</summary>
    internal Range Tighten(IReadOnlyList<(Column Column, double Value)> fractional) => _problem.Tighten(fractional);

    /// <summary>Prices of a master's solution as tolls.</summary>
    internal Tolls TollsOf(GridVector prices)
    {
        var tolls = new Tolls(_problem);
        prices.WriteTo(tolls);
        return tolls;
    }

    /// <summary>Counts the simplex iterations of a solve of the master.</summary>
    internal void Count(SolveEffort effort) => _simplexWork += (long)(effort.Work * 1000 * _options.WorkPerIteration);

    internal void Take(IReadOnlyList<(Column Column, double Value)> fractional) => Fractional = fractional;

    /// <summary>Rows where the best prices say that capacity is scarce.</summary>
    private void AddPricedRows(MasterProgram master)
    {
        var buffer = Array.Empty<double>();
        foreach (var resource in _center.Resources)
        {
            var prices = _center.Dense(resource, ref buffer, out var first);
            double most = 0;
            foreach (var price in prices) most = Math.Max(most, price);
            if (most <= 0) continue;
            for (var i = 0; i < prices.Length; i++)
            {
                if (prices[i] > _options.RowPriceShare * most) master.AddRow(resource, first + i);
            }
        }
    }

    private bool Raise(long bound)
    {
        if (bound <= Bound) return false;
        Bound = bound;
        return true;
    }

    internal static void Hand(PricingRound round, Action<Column> found)
    {
        foreach (var answer in round.Answers)
        {
            foreach (var column in answer.Columns) found(column);
        }
    }

    private void Average(Dictionary<(int, object), (Column Column, double Value)> average, PricingRound round)
    {
        const double Share = 0.1;
        var first = average.Count == 0;
        foreach (var key in average.Keys) average[key] = average[key] with { Value = average[key].Value * (1 - Share) };
        foreach (var answer in round.Answers)
        {
            if (answer.Columns is not [var column, ..]) continue;
            var key = (column.Commodity, column.Journey);
            var value = (first ? 1 : Share) * _problem.SerialsOf(column.Commodity);
            average[key] = (column, (average.TryGetValue(key, out var known) ? known.Value : 0) + value);
        }
    }

    private long MeanCost()
    {
        if (FreeCost.Count == 0) return 1;
        return (long)FreeCost.Average();
    }
}
