using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Pool;

/// <summary>
/// The columns that an integer choice may combine: per commodity the distinct ones that the stages have made, those of least rank
/// kept. The rank is the cost, or the reduced cost where a master knows it; equal ranks go by who came first, so that the pool
/// depends on nothing but the order in which columns come. Thread-safe, but only a fixed order of additions is reproducible.
/// </summary>
public sealed class ColumnPool
{
    private readonly Lock _lock = new();
    private readonly List<Entry>[] _entries;
    private readonly Dictionary<object, long>[] _rankOf;
    private readonly int[] _most;

    /// <param name="problem">The problem.</param>
    /// <param name="columnsPerSerial">Columns kept per serial of a commodity, at least 1.</param>
    public ColumnPool(IColumnProblem problem, int columnsPerSerial)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columnsPerSerial, 1);
        _entries = new List<Entry>[problem.CommodityCount];
        _rankOf = new Dictionary<object, long>[problem.CommodityCount];
        _most = new int[problem.CommodityCount];
        for (var k = 0; k < _entries.Length; k++)
        {
            _entries[k] = [];
            _rankOf[k] = [];
            _most[k] = columnsPerSerial * problem.SerialsOf(k);
        }
    }

    /// <summary>Columns kept.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _entries.Sum(e => e.Count);
        }
    }

    /// <summary>Adds a column by its cost.</summary>
    public bool Add(Column column) => Add(column, column.Cost);

    /// <summary>
    /// Adds a column, or gives one that is there a smaller rank; true if it is among those kept and was not before.
    /// </summary>
    public bool Add(Column column, long rank)
    {
        lock (_lock)
        {
            var (entries, ranks) = (_entries[column.Commodity], _rankOf[column.Commodity]);
            if (ranks.TryGetValue(column.Journey, out var known))
            {
                if (known <= rank) return false;
                var at = entries.FindIndex(e => e.Rank == known && e.Column.Journey.Equals(column.Journey));
                entries.RemoveAt(at);
                Insert(entries, new Entry(column, rank));
                ranks[column.Journey] = rank;
                return false;
            }

            if (entries.Count >= _most[column.Commodity])
            {
                if (rank >= entries[^1].Rank) return false;
                ranks.Remove(entries[^1].Column.Journey);
                entries.RemoveAt(entries.Count - 1);
            }

            Insert(entries, new Entry(column, rank));
            ranks[column.Journey] = rank;
            return true;
        }
    }

    /// <summary>Adds what a plan moves.</summary>
    public void Add(IReadOnlyList<Column?> columns)
    {
        foreach (var column in columns)
        {
            if (column is not null) Add(column);
        }
    }

    /// <summary>Columns of a commodity, least rank first.</summary>
    public IReadOnlyList<Column> Of(int commodity)
    {
        lock (_lock) return _entries[commodity].ConvertAll(e => e.Column);
    }

    private static void Insert(List<Entry> entries, Entry entry)
    {
        var at = entries.Count;
        while (at > 0 && entries[at - 1].Rank > entry.Rank) at--;
        entries.Insert(at, entry);
    }

    private readonly record struct Entry(Column Column, long Rank);
}
