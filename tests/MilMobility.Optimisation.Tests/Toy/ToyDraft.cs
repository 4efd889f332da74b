using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;

namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>A plan of the toy problem: units taken per resource and second, every start looked at.</summary>
public sealed class ToyDraft : IPlanDraft
{
    private readonly ToyMachines _problem;
    private readonly int[][] _taken;
    private readonly ToyColumn?[] _columns;

    private readonly Func<ToyColumn, bool>? _allowed;

    /// <param name="problem">The problem.</param>
    /// <param name="allowed">A rule that only the draft knows, null for none.</param>
    public ToyDraft(ToyMachines problem, Func<ToyColumn, bool>? allowed = null)
    {
        _allowed = allowed;
        _problem = problem;
        _taken = [.. Enumerable.Range(0, problem.ResourceCount).Select(_ => new int[problem.HorizonSeconds])];
        _columns = new ToyColumn?[problem.SerialCount];
        for (var k = 0; k < problem.SerialCount; k++) Objective += problem.UnmovedCost(problem.CommodityOf(k));
    }

    public ToyMachines Problem => _problem;

    public int SerialCount => _problem.SerialCount;

    public long Objective { get; private set; }

    public long Work { get; private set; }

    public Column? this[int serial] => _columns[serial];

    public int CommodityOf(int serial) => _problem.CommodityOf(serial);

    public bool Insert(int serial, CancellationToken cancellation) => Insert(serial, long.MaxValue, cancellation);

    public bool Insert(int serial, long costBelow, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        ToyColumn? best = null;
        for (var machine = 0; machine < _problem.MachineCount; machine++)
        {
            if (Earliest(serial, machine) is { } column && (best is null || column.Cost < best.Cost)) best = column;
        }

        return best is not null && best.Cost < Math.Min(costBelow, _problem.UnmovedCost(best.Commodity)) && TryAdd(serial, best);
    }

    /// <summary>The earliest column of a serial on a machine that fits; null if none does.</summary>
    public ToyColumn? Earliest(int serial, int machine)
    {
        var commodity = CommodityOf(serial);
        var job = _problem.Job(commodity);
        for (var start = job.Ready; start + job.Length <= _problem.HorizonSeconds; start++)
        {
            Work++;
            var column = _problem.ColumnOf(commodity, machine, start);
            if (Fits(column)) return column;
        }

        return null;
    }

    public bool TryAdd(int serial, Column column)
    {
        if (_columns[serial] is not null) throw new InvalidOperationException($"serial {serial} is in already");
        if (column.Commodity != CommodityOf(serial)) throw new ArgumentException($"column of {column.Commodity} for serial {serial}");
        if (!Fits(column)) return false;
        Take(column, 1);
        _columns[serial] = (ToyColumn)column;
        Objective += column.Cost - _problem.UnmovedCost(column.Commodity);
        return true;
    }

    public Column? Remove(int serial)
    {
        if (_columns[serial] is not { } column) return null;
        Take(column, -1);
        _columns[serial] = null;
        Objective -= column.Cost - _problem.UnmovedCost(column.Commodity);
        return column;
    }

    /// <summary>Fails the test unless the columns in the draft keep the capacities and cost what it says, counted afresh.</summary>
    public void AssertValid()
    {
        long cost = 0;
        var taken = new Dictionary<(int, int), long>();
        for (var k = 0; k < SerialCount; k++)
        {
            cost += _columns[k]?.Cost ?? _problem.UnmovedCost(CommodityOf(k));
            foreach (var use in _columns[k]?.Uses ?? [])
            {
                for (var t = use.From; t < use.To; t++)
                    taken[(use.Resource, t)] = taken.GetValueOrDefault((use.Resource, t)) + use.Amount;
            }
        }

        Assert.Equal(cost, Objective);
        Assert.All(taken, t => Assert.True(t.Value <= _problem.Capacity(t.Key.Item1), $"resource {t.Key.Item1} at {t.Key.Item2}"));
    }

    private bool Fits(Column column)
    {
        if (_allowed?.Invoke((ToyColumn)column) == false) return false;
        foreach (var use in column.Uses)
        {
            for (var t = use.From; t < use.To; t++)
            {
                if (_taken[use.Resource][t] + use.Amount > _problem.Capacity(use.Resource)) return false;
            }
        }

        return true;
    }

    private void Take(Column column, int sign)
    {
        foreach (var use in column.Uses)
        {
            for (var t = use.From; t < use.To; t++) _taken[use.Resource][t] += sign * use.Amount;
        }
    }
}
