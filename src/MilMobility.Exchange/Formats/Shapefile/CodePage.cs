using System.Globalization;
using System.Text;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Formats.Shapefile;

/// <summary>Encoding of a table's texts, from the text of its .cpg file: a name or a number, such as UTF-8, 1252,
/// ISO-8859-1 or 88591.</summary>
internal static class CodePage
{
    /// <summary>The encoding; Latin-1 where there is no .cpg file, and with a warning where it names an unknown one.</summary>
    public static Encoding Of(string? cpg, string file, DiagnosticBag bag)
    {
        if (cpg is null) return Encoding.Latin1;
        var name = cpg.Trim().Trim('\uFEFF', '\0').ToUpperInvariant();
        var bare = name.Replace("ANSI", "", StringComparison.Ordinal).Replace("OEM", "", StringComparison.Ordinal)
            .Replace("CP", "", StringComparison.Ordinal).Trim(' ', '-');
        // Esri writes ISO-8859-n as 8859n.
        var iso = bare.Replace("ISO", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(" ", "",
            StringComparison.Ordinal);
        if (iso.StartsWith("8859", StringComparison.Ordinal) && iso.Length is 5 or 6) return Named($"iso-8859-{iso[4..]}") ?? Unknown();
        if (name is "UTF-8" or "UTF8" or "65001") return Encoding.UTF8;
        if (int.TryParse(bare, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Numbered(number) ?? Unknown();
        return Named(name) ?? Unknown();

        Encoding Unknown()
        {
            bag.Warning(ShapefileCodes.CodePageUnknown, file, 0, $"{Excerpt.Quote(name)}; read as Latin-1");
            return Encoding.Latin1;
        }
    }

    // The provider knows the pages of Windows and DOS, the framework itself the few of the web; neither throws for one it lacks.
    private static Encoding? Numbered(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number) ?? BuiltIn(e => e.CodePage == number);

    private static Encoding? Named(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name) ?? BuiltIn(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Encoding? BuiltIn(Predicate<EncodingInfo> wanted) => Array.Find(Encoding.GetEncodings(), wanted)?.GetEncoding();
}
