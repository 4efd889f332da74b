using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Pipeline;
using MilMobility.Reporting.Audiences;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Text;
using MilMobility.Reporting.Writers;

namespace MilMobility.Cli.Output;

/// <summary>Where a report goes.</summary>
/// <param name="Format">Format; null for a table, or for all of them in a folder.</param>
/// <param name="Out">File or folder; null for standard output.</param>
/// <param name="Overwrite">Replace an existing folder.</param>
/// <param name="Json">Print one JSON document.</param>
public sealed record ReportTarget(string? Format, string? Out, bool Overwrite, bool Json)
{
    /// <summary>The format, or what the file's ending says of it; null where neither does.</summary>
    public string? Stated => Format ?? Path.GetExtension(Out) switch
    {
        ".json" => "json",
        ".csv" => "csv",
        ".geojson" => "geojson",
        ".html" => "html",
        ".txt" => "table",
        _ => null,
    };

    /// <summary>A folder with everything for the audience.</summary>
    public bool IsWholeFolder => Out is not null && Stated is null;

    /// <summary>The files of one format go under their own names into a folder.</summary>
    public bool IsFolderOfFormat =>
        Out is { } path && (path.EndsWith('/') || path.EndsWith(Path.DirectorySeparatorChar) || Directory.Exists(path));
}

/// <summary>What `report --json` prints when it writes files.</summary>
public sealed record ReportDocument(
    string Status, int ExitCode, Audience Audience, ClassificationMarking Marking, MarkingChange? Downgrading, IReadOnlyList<string> Files);

/// <summary>
/// Prints a report or writes its files, each whole or not at all. AUD006 the audience has no such format, AUD007 a lowered marking
/// without a place for its record, AUD008 several files and no folder for them.
/// </summary>
public static class ReportOutput
{
    /// <param name="report">What to write.</param>
    /// <param name="run">Folder it is made from, for refusals.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="isLowered">Its marking is lower than that of the folder, which therefore has no record of it.</param>
    public static int Write(ReducedReport report, string run, ReportTarget target, bool isLowered)
    {
        if (isLowered && target.Out is null)
        {
            return Refusal.Invalid(
                "AUD007", run, "a report under a lowered marking is written with its record; must name a file or folder with -o",
                target.Json);
        }

        if (target.IsWholeFolder) return WriteFolder(report, target);
        var format = target is { Json: true, Out: null } ? "json" : target.Stated ?? "table";
        if (!report.Formats.Contains(format, StringComparer.Ordinal))
        {
            return Refusal.Invalid(
                "AUD006", run, $"--format = {format} is none for audience {report.Audience.ToString().ToLowerInvariant()}; "
                    + $"must be one of {string.Join(", ", report.Formats)}", target.Json);
        }

        if (format == "table" && target.Out is null && report is ReducedRun reduced)
        {
            // Straight to the terminal, which knows its width and colours.
            PlanText.Write(Terminal.Out, reduced.Report);
            return ExitCodes.Done;
        }

        var files = report.FilesIn(format);
        if (target.Out is not null) return WriteFiles(report, files, run, target);
        if (files.Count != 1)
        {
            return Refusal.Invalid(
                "AUD008", run, $"--format = {format} makes {files.Count} files; must name a folder with -o", target.Json);
        }

        using var stream = Console.OpenStandardOutput();
        stream.Write(files[0].Bytes);
        return ExitCodes.Done;
    }

    private static int WriteFolder(ReducedReport report, ReportTarget target)
    {
        var folder = Path.TrimEndingDirectorySeparator(target.Out!);
        if (RunFolder.Refusal(folder, target.Overwrite) is { } refusal) return Refusal.Invalid("RUN003", folder, refusal, target.Json);
        var files = report.Folder();
        RunFolder.Write(folder, files, target.Overwrite);
        return Said(report, [.. files.Select(f => Path.Combine(folder, f.Name))], target);
    }

    private static int WriteFiles(ReducedReport report, IReadOnlyList<ReportFile> files, string run, ReportTarget target)
    {
        var path = target.Out!;
        if (!target.IsFolderOfFormat && files.Count != 1)
        {
            return Refusal.Invalid(
                "AUD008", run, $"--format = {target.Format} makes {files.Count} files; -o must name a folder, with a / at its end",
                target.Json);
        }

        var written = new List<string>();
        foreach (var file in files)
        {
            var name = target.IsFolderOfFormat ? Path.Combine(path, file.Name) : path;
            // The record first: a report under a lowered marking never stands without it.
            if (report.Downgrading is not null) Add($"{name}.manifest.json", report.ManifestBytes());
            Add(name, file.Bytes);
        }

        return Said(report, written, target);

        void Add(string name, byte[] bytes)
        {
            AtomicFile.Write(name, bytes);
            written.Add(name);
        }
    }

    private static int Said(ReducedReport report, IReadOnlyList<string> files, ReportTarget target)
    {
        if (target.Json)
        {
            Terminal.WriteJson(new ReportDocument("done", ExitCodes.Done, report.Audience, report.Marking, report.Downgrading, files));
            return ExitCodes.Done;
        }

        foreach (var file in files) Console.Out.WriteLine(file);
        Console.Out.WriteLine($"For {report.Audience.ToString().ToLowerInvariant()}, marking {Formats.Marking(report.Marking)}.");
        return ExitCodes.Done;
    }
}
