using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;

namespace MilMobility.Convoys.Planning;

/// <summary>
/// A convoy plan under construction that keeps every rule. A serial is a convoy. An insertion is the cheapest there is, unless a
/// better one needs a loop on the way and the limit of that search is reached. One per thread.
/// </summary>
public sealed class ConvoyDraft : IPlanDraft
{
    private readonly ConvoyColumns _problem;
    private readonly ConvoyLedger _ledger;
    private readonly JourneySearch _search;
    private readonly LoopFreeSearch _loopFree;
    private readonly ConvoyColumn?[] _columns;

    /// <summary>Labels that the search for a better journey with a loop may take: most often there is none.</summary>
    private const int LoopLabelsMax = 200;

    public ConvoyDraft(ConvoyColumns problem)
        : this(problem, LoopLabelsMax)
    {
    }

    internal ConvoyDraft(ConvoyColumns problem, int loopLabelsMax)
    {
        _problem = problem;
        _ledger = new ConvoyLedger(problem.Instance);
        _search = new JourneySearch(problem);
        _loopFree = new LoopFreeSearch(problem.Instance, problem.Distances, loopLabelsMax);
        _columns = new ConvoyColumn?[problem.Instance.ConvoyCount];
        for (var k = 0; k < _columns.Length; k++) Objective += problem.UnmovedCost(problem.CommodityOf(k));
    }

    public int SerialCount => _columns.Length;

    public long Objective { get; private set; }

    public long Work => _search.Work + _loopFree.Work;

    public Column? this[int serial] => _columns[serial];

    public int CommodityOf(int serial) => _problem.CommodityOf(serial);

    public bool Insert(int serial, CancellationToken cancellation) => Insert(serial, long.MaxValue, cancellation);

    public bool Insert(int serial, long costBelow, CancellationToken cancellation)
    {
        if (_columns[serial] is not null) throw new InvalidOperationException($"serial {serial} is in already");
        var request = _problem.RequestOf(CommodityOf(serial)).Below(costBelow);
        if (request.ArrivalMax < request.ReadySeconds) return false;
        _search.Begin(request, _ledger);
        var journey = _search.Next(out var cost, cancellation);
        if (_search.RefusedCost < cost)
        {
            var earlier = journey is null ? request : request with { ArrivalMax = journey.Arrival - 1 };
            journey = _loopFree.Earliest(earlier, _ledger, cancellation) ?? journey;
        }

        if (journey is null) return false;
        Place(serial, _problem.ColumnOf(CommodityOf(serial), journey));
        return true;
    }

    public bool TryAdd(int serial, Column column)
    {
        if (_columns[serial] is not null) throw new InvalidOperationException($"serial {serial} is in already");
        if (column is not ConvoyColumn own || own.Commodity != CommodityOf(serial))
            throw new ArgumentException($"not a column of serial {serial}", nameof(column));
        var pass = _problem.Instance.PassSeconds[serial];
        if (!_ledger.IsFree(own.Way, pass) || own.Way.MeetsItself(_problem.Instance, pass)) return false;
        Place(serial, own);
        return true;
    }

    public Column? Remove(int serial)
    {
        if (_columns[serial] is not { } column) return null;
        _ledger.Remove(serial, column.Way);
        _columns[serial] = null;
        Objective += _problem.UnmovedCost(column.Commodity) - column.Cost;
        return column;
    }

    private void Place(int serial, ConvoyColumn column)
    {
        _ledger.Add(serial, column.Way, _problem.Instance.PassSeconds[serial]);
        _columns[serial] = column;
        Objective += column.Cost - _problem.UnmovedCost(column.Commodity);
    }
}
