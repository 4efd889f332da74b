namespace MilMobility.Optimisation.Columns;

/// <summary>
/// Prices of the capacity rows, the duals of a master problem or the multipliers of a Lagrangian: for each resource and each
/// second of its grid a price per unit, at least 0. A use pays for every grid second that it covers, by a difference of prefix
/// sums, O(1). Resources without a price take no memory. Written by one thread between searches, read by many during them.
/// </summary>
public sealed class Tolls
{
    private readonly int[] _grid;
    private readonly int[] _points;
    private readonly long[]?[] _prices;
    private readonly long[]?[] _prefix;
    private readonly int[]?[] _nextPriced;

    public Tolls(IColumnProblem problem)
    {
        _grid = new int[problem.ResourceCount];
        _points = new int[problem.ResourceCount];
        _prices = new long[]?[problem.ResourceCount];
        _prefix = new long[]?[problem.ResourceCount];
        _nextPriced = new int[]?[problem.ResourceCount];
        for (var r = 0; r < _grid.Length; r++)
        {
            _grid[r] = problem.GridSeconds(r);
            if (_grid[r] < 1) throw new ArgumentException($"grid of resource {r} is {_grid[r]} s; must be at least 1");
            _points[r] = (problem.HorizonSeconds / _grid[r]) + 1;
        }
    }

    public int ResourceCount => _grid.Length;

    public int GridSeconds(int resource) => _grid[resource];

    /// <summary>True if no second of the resource has a price; its uses then cost nothing at any time.</summary>
    public bool IsFree(int resource) => _prices[resource] is null;

    /// <summary>Prices of one resource by grid second, empty when it is free.</summary>
    public ReadOnlySpan<long> PricesOf(int resource) => _prices[resource];

    /// <summary>Sets the prices of one resource from its first grid second on; an all-zero span frees it.</summary>
    /// <param name="resource">Resource.</param>
    /// <param name="prices">[grid seconds, or fewer] price per unit, at least 0.</param>
    public void Set(int resource, ReadOnlySpan<long> prices)
    {
        var points = _points[resource];
        if (prices.Length > points) throw new ArgumentException($"{prices.Length} prices; the grid has {points}", nameof(prices));
        if (!prices.ContainsAnyExcept(0L))
        {
            _prices[resource] = null;
            return;
        }

        var own = _prices[resource] ??= new long[points];
        own.AsSpan().Clear();
        prices.CopyTo(own);
        var prefix = _prefix[resource] ??= new long[points + 1];
        var next = _nextPriced[resource] ??= new int[points + 1];
        next[points] = points;
        for (var i = 0; i < points; i++)
        {
            if (own[i] < 0) throw new ArgumentException($"price {own[i]} of resource {resource}; must be at least 0", nameof(prices));
            prefix[i + 1] = prefix[i] + own[i];
        }

        for (var i = points - 1; i >= 0; i--) next[i] = own[i] != 0 ? i : next[i + 1];
    }

    /// <summary>Frees every resource.</summary>
    public void Clear() => _prices.AsSpan().Clear();

    /// <summary>What one unit of the resource costs over [from, to).</summary>
    public long Of(int resource, int from, int to)
    {
        if (_prices[resource] is null) return 0;
        var prefix = _prefix[resource]!;
        return prefix[FirstPoint(resource, to)] - prefix[FirstPoint(resource, from)];
    }

    /// <summary>What a column pays for all its uses.</summary>
    public long Of(Column column)
    {
        long sum = 0;
        foreach (var use in column.PricedUses) sum += use.Amount * Of(use.Resource, use.From, use.To);
        return sum;
    }

    /// <summary>
    /// Last start s of a use of the same length, at or after <paramref name="from"/>, up to which its toll stays the same:
    /// <c>Of(resource, s, s + length)</c> is constant on [from, s]. <see cref="int.MaxValue"/> if it never changes.
    /// </summary>
    public int SameUntil(int resource, int from, int length)
    {
        if (_prices[resource] is null) return int.MaxValue;
        // The toll changes when the start passes a priced second, and when the end passes one.
        var end = LastBeforePassing(resource, from + length);
        return Math.Min(LastBeforePassing(resource, from), end == int.MaxValue ? int.MaxValue : end - length);
    }

    /// <summary>Sum over all prices times a capacity per resource: what the Lagrangian takes off.</summary>
    public long Rent(Func<int, long> capacity)
    {
        long sum = 0;
        for (var r = 0; r < _prices.Length; r++)
        {
            if (_prices[r] is not null) sum = checked(sum + checked(_prefix[r]![_points[r]] * capacity(r)));
        }

        return sum;
    }

    /// <summary>Largest time t at or after a time such that no priced second lies in [time, t).</summary>
    private int LastBeforePassing(int resource, int time)
    {
        var next = _nextPriced[resource]!;
        var point = next[FirstPoint(resource, time)];
        return point == _points[resource] ? int.MaxValue : point * _grid[resource];
    }

    /// <summary>Index of the first grid second at or after a time, at most the number of grid seconds.</summary>
    private int FirstPoint(int resource, int time) =>
        Math.Clamp((int)(((long)time + _grid[resource] - 1) / _grid[resource]), 0, _points[resource]);
}
