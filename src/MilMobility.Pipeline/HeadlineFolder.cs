using System.Text;
using MilMobility.Domain.Scenarios;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline;

/// <summary>The folder of a headline: three run folders, and <c>headline.json</c>, <c>headline.csv</c> and <c>headline.md</c>.</summary>
internal static class HeadlineFolder
{
    public const string Json = "headline.json";
    public const string Csv = "headline.csv";
    public const string Markdown = "headline.md";

    /// <summary>Why the headline cannot be written there; null when it can. What is not a headline's folder is left alone.</summary>
    public static string? Refusal(string folder, bool overwrite)
    {
        if (File.Exists(folder)) return $"'{folder}' is a file; name a folder for the headline";
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return null;
        var isOwn = File.Exists(Path.Combine(folder, Json))
            || Directory.EnumerateDirectories(folder).All(f => File.Exists(Path.Combine(f, RunFolder.Manifest)));
        if (!isOwn) return $"'{folder}' exists and is not the folder of a headline; name another";
        return overwrite ? null : $"'{folder}' exists; name another, or say --overwrite";
    }

    public static void Write(string folder, Headline headline, LocalClock clock)
    {
        WriteWhole(folder, Csv, Encoding.UTF8.GetBytes(HeadlineText.Csv(headline)));
        WriteWhole(folder, Markdown, Encoding.UTF8.GetBytes(HeadlineText.Markdown(headline, clock)));
        WriteWhole(folder, Json, ReportJson.ToBytes(headline));
    }

    private static void WriteWhole(string folder, string name, byte[] bytes)
    {
        var temporary = Path.Combine(folder, $".{name}.{Environment.ProcessId}.tmp");
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, Path.Combine(folder, name), overwrite: true);
    }
}
