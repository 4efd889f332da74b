using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// Prices every commodity under given tolls, on all cores, and adds up the Lagrangian bound. Commodities are independent and
/// their answers are put together in the order of their numbers, so the outcome does not depend on the cores.
///
/// With the filter on, a commodity is not searched when its answer is known: its cheapest column without any tolls bounds it
/// from below for ever, and a known column that costs no more with the tolls at hand is then proven cheapest. Where only the
/// cheapest is asked for, the cheapest known column bounds the search from above: it looks for less, and if there is none, that
/// column is the answer. What is known of a commodity comes from its own earlier answers alone, so that cores do not matter.
/// Literature: Lienkamp and Schiffer 2022, pricing filter (arXiv 2210.09190). Not thread-safe.
/// </summary>
internal sealed class ParallelPricing : IDisposable
{
    private readonly IColumnProblem _problem;
    private readonly ThreadLocal<IPricer> _pricers;
    private readonly int _threads;
    private readonly Column?[] _freeColumn;
    private readonly long[] _freeCost;
    private readonly KnownColumns[] _known;
    private readonly bool _filter;

    public ParallelPricing(IColumnProblem problem, bool filter, int threads)
    {
        _problem = problem;
        _filter = filter;
        _pricers = new ThreadLocal<IPricer>(problem.NewPricer);
        _threads = threads;
        _freeColumn = new Column?[problem.CommodityCount];
        _freeCost = new long[problem.CommodityCount];
        _known = [.. Enumerable.Range(0, problem.CommodityCount).Select(_ => new KnownColumns())];
        Array.Fill(_freeCost, -1);
    }

    /// <summary>Work of all searches so far.</summary>
    public long Work { get; private set; }

    /// <summary>Searches made, and searches that the filter saved.</summary>
    public (long Made, long Saved) Searches { get; private set; }

    /// <summary>Prices all commodities.</summary>
    /// <param name="tolls">Tolls; not changed meanwhile.</param>
    /// <param name="columnsMax">Columns wanted per commodity.</param>
    /// <param name="cancellation">Ends the round with an exception.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PricingRound PriceAll(Tolls tolls, int columnsMax, CancellationToken cancellation)
    {
        var answers = new PricedColumns[_problem.CommodityCount];
        long saved = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation };
        Parallel.For(0, answers.Length, options, k =>
        {
            if (Known(k, tolls) is { } known)
            {
                Interlocked.Increment(ref saved);
                answers[k] = known;
                return;
            }

            answers[k] = Search(k, tolls, columnsMax, cancellation);
        });

        long bound = 0;
        for (var k = 0; k < answers.Length; k++)
        {
            Work += answers[k].Work;
            bound = checked(bound + (_problem.SerialsOf(k) * Math.Min(_problem.UnmovedCost(k), answers[k].BoundAtTolls)));
        }

        Searches = (Searches.Made + answers.Length - saved, Searches.Saved + saved);
        return new PricingRound(answers, checked(bound - tolls.Rent(_problem.Capacity)));
    }

    /// <summary>Prices without tolls: the independent optima, which the filter then builds on.</summary>
    public PricingRound PriceFree(CancellationToken cancellation)
    {
        var round = PriceAll(new Tolls(_problem), 1, cancellation);
        for (var k = 0; k < round.Answers.Length; k++)
        {
            _freeCost[k] = round.Answers[k].BoundAtTolls;
            _freeColumn[k] = round.Answers[k].Columns is [var cheapest, ..] ? cheapest : null;
        }

        return round;
    }

    public void Dispose() => _pricers.Dispose();

    private PricedColumns Search(int commodity, Tolls tolls, int columnsMax, CancellationToken cancellation)
    {
        var pricer = _pricers.Value!;
        if (!_filter) return pricer.Price(commodity, tolls, columnsMax, cancellation);
        var own = _known[commodity];
        var (known, below) = columnsMax == 1 ? own.Cheapest(tolls) : (null, long.MaxValue);
        var answer = pricer.Price(commodity, tolls, columnsMax, below, cancellation);
        if (answer.Columns.Count == 0 && known is not null && below < _problem.UnmovedCost(commodity))
            answer = answer with { Columns = [known] };
        if (answer.Columns is [var cheapest, ..]) own.Keep(cheapest);
        return answer;
    }

    private PricedColumns? Known(int commodity, Tolls tolls)
    {
        if (!_filter || _freeColumn[commodity] is not { } column) return null;
        return column.Cost + tolls.Of(column) <= _freeCost[commodity] ? new PricedColumns([column], _freeCost[commodity], 1) : null;
    }
}

/// <summary>Answer of one round of pricing.</summary>
/// <param name="Answers">[commodities] answers.</param>
/// <param name="Bound">Lagrangian bound at the tolls: no plan has a smaller objective.</param>
internal sealed record PricingRound(PricedColumns[] Answers, long Bound);
