using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Master;

/// <summary>
/// A number per resource and grid second: prices of capacity rows, or what columns take at those seconds. Resources never
/// touched take no memory. Not thread-safe.
/// </summary>
internal sealed class GridVector(IColumnProblem problem)
{
    private readonly double[]?[] _values = new double[]?[problem.ResourceCount];
    private readonly List<int> _touched = [];

    /// <summary>Resources with values, in the order in which they were touched.</summary>
    public IReadOnlyList<int> Touched => _touched;

    /// <summary>Values of one resource by grid second; empty if it was never touched.</summary>
    public ReadOnlySpan<double> Of(int resource) => _values[resource];

    /// <summary>Values of one resource for writing; zeros if it was never touched.</summary>
    public double[] Touch(int resource)
    {
        if (_values[resource] is { } values) return values;
        _touched.Add(resource);
        return _values[resource] = new double[(problem.HorizonSeconds / problem.GridSeconds(resource)) + 1];
    }

    /// <summary>Adds what a number of a column takes.</summary>
    public void Add(Column column, double number)
    {
        foreach (var use in column.UseSpan)
        {
            var (first, last) = Cover(use);
            if (first >= last) continue;
            var values = Touch(use.Resource);
            last = Math.Min(last, values.Length);
            var amount = number * use.Amount;
            for (var i = first; i < last; i++) values[i] += amount;
        }
    }

    /// <summary>Grid seconds [first, last) that a use covers.</summary>
    public (int First, int Last) Cover(in TimedUse use)
    {
        var grid = problem.GridSeconds(use.Resource);
        return ((int)(((long)use.From + grid - 1) / grid), (int)(((long)use.To + grid - 1) / grid));
    }

    public void Scale(double factor)
    {
        foreach (var resource in _touched)
        {
            var values = _values[resource]!;
            for (var i = 0; i < values.Length; i++) values[i] *= factor;
        }
    }

    public void CopyFrom(GridVector other)
    {
        foreach (var resource in _touched) _values[resource].AsSpan().Clear();
        foreach (var resource in other._touched) other._values[resource].AsSpan().CopyTo(Touch(resource));
    }

    /// <summary>This becomes <c>share * this + (1 - share) * other</c>.</summary>
    public void Mix(double share, GridVector other)
    {
        Scale(share);
        foreach (var resource in other._touched)
        {
            var from = other._values[resource]!;
            var values = Touch(resource);
            for (var i = 0; i < values.Length; i++) values[i] += (1 - share) * from[i];
        }
    }

    /// <summary>Writes the values as tolls, rounded to whole money; values below a half are free.</summary>
    public void WriteTo(Tolls tolls)
    {
        tolls.Clear();
        var prices = Array.Empty<long>();
        foreach (var resource in _touched)
        {
            var values = _values[resource]!;
            if (prices.Length < values.Length) prices = new long[values.Length];
            for (var i = 0; i < values.Length; i++) prices[i] = (long)Math.Round(Math.Max(0, values[i]));
            tolls.Set(resource, prices.AsSpan(0, values.Length));
        }
    }
}
