namespace MilMobility.Planning.Serialisation;

/// <summary>Names that a misspelt one may have meant, nearest first (edit distance). Thread-safe; no state.</summary>
internal static class NearNames
{
    private const int ListedMax = 3;

    /// <summary>At most three names within a third of the word's length; ties in alphabetical order.</summary>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> names)
    {
        var reach = Math.Max(2, word.Length / 3);
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => (name, distance: name.Contains(word, StringComparison.Ordinal) ? 1 : Distance(word, name)))
                .Where(n => n.distance <= reach)
                .OrderBy(n => n.distance).ThenBy(n => n.name, StringComparer.Ordinal)
                .Take(ListedMax).Select(n => n.name),
        ];
    }

    private static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, 1 + Math.Min(previous[j], current[j - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }
}
