using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;

namespace MilMobility.Convoys.Planning;

/// <summary>A convoy plan under construction that keeps every rule. A serial is a convoy. One per thread.</summary>
public sealed class ConvoyDraft : IPlanDraft
{
    private readonly ConvoyColumns _problem;
    private readonly ConvoyLedger _ledger;
    private readonly JourneySearch _search;
    private readonly LoopFreeSearch _loopFree;
    private readonly ConvoyColumn?[] _columns;

    public ConvoyDraft(ConvoyColumns problem)
    {
        _problem = problem;
        _ledger = new ConvoyLedger(problem.Instance);
        _search = new JourneySearch(problem.Instance, problem.Distances, problem.Meetings);
        _loopFree = new LoopFreeSearch(problem.Instance, problem.Distances);
        _columns = new ConvoyColumn?[problem.Instance.ConvoyCount];
        for (var k = 0; k < _columns.Length; k++) Objective += problem.UnmovedCost(problem.CommodityOf(k));
    }

    public int SerialCount => _columns.Length;

    public long Objective { get; private set; }

    public long Work => _search.Work + _loopFree.Work;

    public Column? this[int serial] => _columns[serial];

    public int CommodityOf(int serial) => _problem.CommodityOf(serial);

    public bool Insert(int serial, CancellationToken cancellation)
    {
        if (_columns[serial] is not null) throw new InvalidOperationException($"serial {serial} is in already");
        var request = _problem.RequestOf(CommodityOf(serial));
        _search.Begin(request, _ledger, null);
        var journey = _search.Next(out _, cancellation);
        if (journey is not null && journey.MeetsItself(_problem.Instance, request.PassSeconds))
            journey = _loopFree.Earliest(request, _ledger, cancellation);
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
