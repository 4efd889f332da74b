using System.Text;

namespace MilMobility.Scenarios.Fields;

/// <summary>Spelling of enumeration values in files (<c>GreyZone</c> is written <c>grey-zone</c>), and the nearest known name.</summary>
public static class FieldNames
{
    /// <summary>Names of an enumeration's values as files spell them, in order of declaration.</summary>
    public static IReadOnlyList<string> Of<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(Kebab)];

    /// <summary>The value with that spelling; the caller has checked that it is one of <see cref="Of{T}"/>.</summary>
    public static T Parse<T>(string name) where T : struct, Enum =>
        Enum.GetValues<T>().First(v => string.Equals(Kebab(v.ToString()), name, StringComparison.Ordinal));

    /// <summary><c>GreyZone</c> becomes <c>grey-zone</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    /// <summary>The known name that differs least from <paramref name="found"/>, or null when none is close.</summary>
    public static string? Nearest(string found, IEnumerable<string> known)
    {
        if (found.Length > 64) return null;
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
