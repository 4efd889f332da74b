using System.Text;
using MilMobility.Domain.Diagnostics;

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
    public static string? Nearest(string found, IEnumerable<string> known) => NearestName.Of(found, known);

    /// <inheritdoc cref="NearestName.EditDistance"/>
    public static int EditDistance(string a, string b) => NearestName.EditDistance(a, b);
}
