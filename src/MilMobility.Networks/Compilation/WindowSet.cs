namespace MilMobility.Networks.Compilation;

/// <summary>
/// Time windows with a value, gathered per link while patches and curfews are read, then laid out per arc as ascending and
/// disjoint columns. Where windows overlap the smallest value holds; windows that touch with the same value become one.
/// Not thread-safe.
/// </summary>
internal sealed class WindowSet(int linkCount)
{
    private readonly List<(int From, int To, int Value)>?[] _ofLink = new List<(int, int, int)>?[linkCount];

    /// <summary>Adds [from, to) with a value to a link, for both its arcs.</summary>
    public void Add(int link, int fromSeconds, int toSeconds, int value) =>
        (_ofLink[link] ??= []).Add((Math.Max(0, fromSeconds), toSeconds, value));

    /// <summary>The columns of <see cref="CompiledNetwork"/>: starts [arcs + 1], then from, to and value per window.</summary>
    public (int[] Start, int[] From, int[] To, int[] Value) ToColumns()
    {
        var start = new int[(2 * _ofLink.Length) + 1];
        List<int> from = [], to = [], value = [];
        for (var link = 0; link < _ofLink.Length; link++)
        {
            var windows = Disjoint(_ofLink[link] ?? []);
            for (var arc = 2 * link; arc < (2 * link) + 2; arc++)
            {
                foreach (var window in windows)
                {
                    from.Add(window.From);
                    to.Add(window.To);
                    value.Add(window.Value);
                }

                start[arc + 1] = from.Count;
            }
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
