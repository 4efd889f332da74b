namespace MilMobility.Domain.Diagnostics;

/// <summary>What a misspelt name may have meant. Static and thread-safe; quadratic in the lengths, linear in the names known.</summary>
public static class NearestName
{
    private const int CharsMax = 64;

    /// <summary>The known name that differs least from <paramref name="found"/>, or null when none is close.</summary>
    public static string? Of(string found, IEnumerable<string> known)
    {
        if (found.Length > CharsMax) return null;
        var lower = found.ToLowerInvariant();
        var best = known
            .Select(k => (Name: k, Distance: EditDistance(lower, k.ToLowerInvariant())))
            .OrderBy(k => k.Distance).ThenBy(k => k.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, found.Length / 3) ? best.Name : null;
    }

    /// <summary>
    /// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other
    /// (optimal string alignment). Quadratic; meant for names.
    /// </summary>
    public static int EditDistance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var swap = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + swap);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
