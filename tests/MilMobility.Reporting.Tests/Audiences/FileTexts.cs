using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>What can be read in a file: its text, or, of a packed one (XLSX, KMZ), that of every part.</summary>
internal static partial class FileTexts
{
    public static string Of(byte[] bytes)
    {
        if (bytes is not [0x50, 0x4B, 3, 4, ..]) return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(entry.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Numbers without their thousands separators and decimal points, so that digits stand together.</summary>
    public static string Digits(string text) => Separators().Replace(text, "");

    [GeneratedRegex(@"(?<=\d)([ \u00A0\u202F](?=\d{3}(?!\d))|\.(?=\d))", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Separators();
}
