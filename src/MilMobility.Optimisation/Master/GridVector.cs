using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// A number per resource and grid second: prices of capacity rows, or what columns take at those seconds. Kept in pages of
/// <see cref="PageSize"/> grid seconds that exist only where something was written, since plans use a resource for hours out of
/// weeks: passes and memory go with the use, not with the horizon. Not thread-safe.
/// </summary>
internal sealed class GridVector
{
    /// <summary>Grid seconds of a page.</summary>
    public const int PageSize = 128;

    private readonly IColumnProblem _problem;
    private readonly double[]?[]?[] _pages;
    private readonly List<int> _resources = [];
    private readonly List<(int Resource, int Page)> _touched = [];

    public GridVector(IColumnProblem problem)
    {
        _problem = problem;
        _pages = new double[]?[]?[problem.ResourceCount];
    }

    /// <summary>Resources with pages, in the order in which they were touched.</summary>
    public IReadOnlyList<int> Resources => _resources;

    /// <summary>Pages, in the order in which they were touched.</summary>
    public IReadOnlyList<(int Resource, int Page)> Pages => _touched;

    /// <summary>Values of a page; empty if it was never touched.</summary>
    public ReadOnlySpan<double> Page(int resource, int page) => _pages[resource] is { } pages ? pages[page] : default;

    /// <summary>Values of a page for writing; zeros if it was never touched.</summary>
    public double[] Touch(int resource, int page)
    {
        if (_pages[resource] is not { } pages)
        {
            pages = _pages[resource] = new double[]?[(PointsOf(resource) + PageSize - 1) / PageSize];
            _resources.Add(resource);
        }

        if (pages[page] is { } values) return values;
        _touched.Add((resource, page));
        return pages[page] = new double[PageSize];
    }

    public void Set(int resource, int point, double value) => Touch(resource, point / PageSize)[point % PageSize] = value;

    /// <summary>Adds what a number of a column takes.</summary>
    public void Add(Column column, double number)
    {
        foreach (var use in column.PricedUses)
        {
            var grid = _problem.GridSeconds(use.Resource);
            var point = (int)(((long)use.From + grid - 1) / grid);
            var end = (int)Math.Min(((long)use.To + grid - 1) / grid, PointsOf(use.Resource));
            var amount = number * use.Amount;
            while (point < end)
            {
                var values = Touch(use.Resource, point / PageSize);
                var to = Math.Min(end, ((point / PageSize) + 1) * PageSize);
                for (; point < to; point++) values[point % PageSize] += amount;
            }
        }
    }

    public void Scale(double factor)
    {
        foreach (var (resource, page) in _touched)
        {
            var values = _pages[resource]![page]!;
            for (var i = 0; i < values.Length; i++) values[i] *= factor;
        }
    }

    public void CopyFrom(GridVector other)
    {
        foreach (var (resource, page) in _touched) _pages[resource]![page].AsSpan().Clear();
        foreach (var (resource, page) in other._touched) other.Page(resource, page).CopyTo(Touch(resource, page));
    }

    /// <summary>This becomes <c>share * this + (1 - share) * other</c>.</summary>
    public void Mix(double share, GridVector other)
    {
        Scale(share);
        foreach (var (resource, page) in other._touched)
        {
            var from = other.Page(resource, page);
            var values = Touch(resource, page);
            for (var i = 0; i < values.Length; i++) values[i] += (1 - share) * from[i];
        }
    }

    /// <summary>
    /// Values of a resource from its first touched page to its last, without gaps, in a buffer that grows as needed; and the
    /// grid second that they start at.
    /// </summary>
    public ReadOnlySpan<double> Dense(int resource, ref double[] buffer, out int firstPoint)
    {
        firstPoint = 0;
        if (_pages[resource] is not { } pages) return default;
        var first = Array.FindIndex(pages, p => p is not null);
        var last = Array.FindLastIndex(pages, p => p is not null);
        firstPoint = first * PageSize;
        var length = Math.Min(((last - first) + 1) * PageSize, PointsOf(resource) - firstPoint);
        if (buffer.Length < length + PageSize) buffer = new double[length + PageSize];
        buffer.AsSpan(0, length).Clear();
        for (var page = first; page <= last; page++) pages[page].AsSpan().CopyTo(buffer.AsSpan((page - first) * PageSize));
        return buffer.AsSpan(0, length);
    }

    /// <summary>Writes the values as tolls, rounded to whole money; values below a half are free.</summary>
    public void WriteTo(Tolls tolls)
    {
        tolls.Clear();
        var buffer = Array.Empty<double>();
        foreach (var resource in _resources)
        {
            var values = Dense(resource, ref buffer, out var first);
            var prices = new long[first + values.Length];
            for (var i = 0; i < values.Length; i++) prices[first + i] = (long)Math.Round(Math.Max(0, values[i]));
            tolls.Set(resource, prices);
        }
    }

    private int PointsOf(int resource) => (_problem.HorizonSeconds / _problem.GridSeconds(resource)) + 1;
}
