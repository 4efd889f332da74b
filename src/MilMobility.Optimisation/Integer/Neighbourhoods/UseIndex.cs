using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>Who uses a resource when, for the columns in a plan. Not thread-safe.</summary>
internal sealed class UseIndex
{
    private readonly Dictionary<int, List<Entry>> _byResource = [];

    public void Add(int serial, Column column)
    {
        foreach (var use in column.UseSpan)
        {
            if (!_byResource.TryGetValue(use.Resource, out var entries)) _byResource[use.Resource] = entries = [];
            entries.Add(new Entry(serial, use.From, use.To));
        }
    }

    public void Remove(int serial, Column column)
    {
        foreach (var use in column.UseSpan)
        {
            var entries = _byResource[use.Resource];
            var at = entries.LastIndexOf(new Entry(serial, use.From, use.To));
            // Order within a resource does not matter to readers that score by serial, but must not depend on chance: it does not.
            entries[at] = entries[^1];
            entries.RemoveAt(entries.Count - 1);
        }
    }

    /// <summary>Uses of a resource in no particular, but always the same, order.</summary>
    public ReadOnlySpan<Entry> Of(int resource) =>
        _byResource.TryGetValue(resource, out var entries)
            ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(entries) : [];

    /// <summary>A use over [From, To).</summary>
    public readonly record struct Entry(int Serial, int From, int To);
}
