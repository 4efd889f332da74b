namespace MilMobility.Networks.Compilation;

/// <summary>
/// Time windows with a value, gathered per link or lock while patches and curfews are read, then laid out per arc or lock as
/// ascending and disjoint columns. Where windows overlap the smallest value holds; windows that touch with the same value become one.
/// Not thread-safe.
/// </summary>
internal sealed class WindowSet(int itemCount)
{
    private readonly List<(int From, int To, int Value)>?[] _ofItem = new List<(int, int, int)>?[itemCount];

    /// <summary>Adds [from, to) with a value to a link, for both its arcs, or to a lock.</summary>
    public void Add(int item, int fromSeconds, int toSeconds, int value) =>
        (_ofItem[item] ??= []).Add((Math.Max(0, fromSeconds), toSeconds, value));

    /// <summary>The columns of <see cref="CompiledNetwork"/> for arcs: starts [arcs + 1], then from, to and value per window.</summary>
    public (int[] Start, int[] From, int[] To, int[] Value) ToColumns() =>
        ToColumns([.. Enumerable.Range(0, 2 * _ofItem.Length).Select(arc => arc >> 1)]);

    /// <summary>The same for items of which item i has the windows of <paramref name="owners"/>[i].</summary>
    public (int[] Start, int[] From, int[] To, int[] Value) ToColumns(IReadOnlyList<int> owners)
    {
        var start = new int[owners.Count + 1];
        List<int> from = [], to = [], value = [];
        for (var item = 0; item < owners.Count; item++)
        {
            foreach (var window in _ofItem[owners[item]] is { } own ? Disjoint(own) : [])
            {
                from.Add(window.From);
                to.Add(window.To);
                value.Add(window.Value);
            }

            start[item + 1] = from.Count;
        }

        return (start, [.. from], [.. to], [.. value]);
    }

    /// <summary>Cuts the windows at every start and end; each piece takes the smallest value that covers it.</summary>
    private static List<(int From, int To, int Value)> Disjoint(List<(int From, int To, int Value)> windows)
    {
        int[] cuts = [.. windows.SelectMany(w => new[] { w.From, w.To }).Distinct().Order()];
        var result = new List<(int From, int To, int Value)>();
        for (var i = 0; i + 1 < cuts.Length; i++)
        {
            var covering = windows.Where(w => w.From <= cuts[i] && cuts[i + 1] <= w.To).ToList();
            if (covering.Count == 0) continue;
            var value = covering.Min(w => w.Value);
            if (result.Count > 0 && result[^1].To == cuts[i] && result[^1].Value == value)
                result[^1] = (result[^1].From, cuts[i + 1], value);
            else
                result.Add((cuts[i], cuts[i + 1], value));
        }

        return result;
    }
}
