using System.Security.Cryptography;
using System.Text;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Reporting.Html;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.Writers;

namespace MilMobility.Reporting.RunFolders;

/// <summary>
/// The folder that holds everything of a run. It appears whole or not at all: its files are written and flushed in a folder beside
/// it, which is then renamed. A full disk or a killed process leaves at most that temporary folder.
/// </summary>
public static class RunFolder
{
    public const string Manifest = "manifest.json";
    public const string Plan = "plan.json";
    public const string Impact = "impact.json";
    public const string Check = "check.json";
    public const string Additions = "additions.json";
    public const string Context = "context.json";
    public const string Explanations = "explanations.json";
    public const string MarchTable = "march-table.csv";
    public const string TrainPaths = "train-paths.csv";
    public const string Voyages = "voyages.csv";
    public const string Totals = "totals.csv";
    public const string Passages = "passages.csv";
    public const string Movements = "movements.geojson";
    public const string Convergence = "convergence.csv";
    public const string Html = "report.html";

    /// <summary>Writes the folder; replaces an existing run folder only if told so.</summary>
    /// <exception cref="IOException">The folder exists, or the disk refuses; nothing is left half-written.</exception>
    public static void Write(string folder, MissionReport report, bool overwrite) =>
        Write(folder, ReportWriters.FolderOf(report), overwrite);

    /// <summary>Copies a run folder, as whole and as careful as writing one.</summary>
    public static void Copy(string from, string folder, bool overwrite) => Write(
        folder, Directory.EnumerateFiles(from).Select(path => new ReportFile(Path.GetFileName(path), File.ReadAllBytes(path))), overwrite);

    /// <summary>Writes files as a folder, whole or not at all; one of them is the manifest that makes it a run folder.</summary>
    public static void Write(string folder, IEnumerable<ReportFile> files, bool overwrite)
    {
        folder = Path.GetFullPath(folder);
        RefuseForeign(folder, overwrite);
        var parent = Path.GetDirectoryName(folder) ?? throw new IOException($"'{folder}' is the root of a file system");
        Directory.CreateDirectory(parent);
        var temporary = Path.Combine(parent, $".{Path.GetFileName(folder)}.{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var (name, bytes) in files) WriteFlushed(Path.Combine(temporary, name), bytes);
            Replace(temporary, folder);
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Why a run folder could not be written there; null when it could. Leaves nothing behind.</summary>
    public static string? Refusal(string folder, bool overwrite)
    {
        folder = Path.GetFullPath(folder);
        var parent = Path.GetDirectoryName(folder);
        while (parent is not null && !Directory.Exists(parent) && !File.Exists(parent)) parent = Path.GetDirectoryName(parent);
        try
        {
            RefuseForeign(folder, overwrite);
            if (parent is null) return "the root of a file system cannot be a run folder";
            if (File.Exists(parent)) return $"'{parent}' is a file; must be a folder";
            var probe = Path.Combine(parent, $".{Path.GetFileName(folder)}.{Environment.ProcessId}.probe");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return $"no permission to write in '{parent}'; must be a folder that can be written";
        }
        catch (IOException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Reads a run folder back.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">A file is not what a run writes; the message says where.</exception>
    public static MissionReport Read(string folder)
    {
        var context = ReadJson<RunContext>(folder, Context);
        return new MissionReport
        {
            Manifest = ReadJson<RunManifest>(folder, Manifest),
            Plan = ReadJson<Domain.Plans.MovementPlan>(folder, Plan),
            Impact = ReadJson<Domain.Civil.CivilImpact>(folder, Impact),
            Check = ReadJson<Domain.Checks.CheckReport>(folder, Check),
            Scenario = context.Scenario,
            Map = context.Map,
            Clock = context.Clock,
            Additions = ReadAdditions(folder),
            Front = FrontBeside.Of(folder),
            // A folder that was written before runs were explained has none.
            Explanations = File.Exists(Path.Combine(folder, Explanations))
                ? ReadJson<RunExplanations>(folder, Explanations) : RunExplanations.None,
        };
    }

    /// <summary>SHA-256 over names and bytes of the folder's files in order of name, lower-case hex.</summary>
    public static string Sha256(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder).OrderBy(Path.GetFileName, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetFileName(path)}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the page anew from what the folder holds, as when the sweep around it has got its points.</summary>
    public static void Redraw(string folder)
    {
        var temporary = Path.Combine(folder, $".{Html}.{Environment.ProcessId}.tmp");
        WriteFlushed(temporary, HtmlReport.ToBytes(Read(folder)));
        File.Move(temporary, Path.Combine(folder, Html), overwrite: true);
    }

    /// <summary>Movements inserted after the scenario was written; null without.</summary>
    public static ScenarioAdditions? ReadAdditions(string folder) =>
        File.Exists(Path.Combine(folder, Additions)) ? ReadJson<ScenarioAdditions>(folder, Additions) : null;

    /// <summary>The bytes that the folder keeps of additions; their hash is an input of the run.</summary>
    public static byte[] BytesOf(ScenarioAdditions additions) => ReportJson.ToBytes(additions);

    /// <summary>Never deletes what is not a run folder, whatever the caller says.</summary>
    private static void RefuseForeign(string folder, bool overwrite)
    {
        if (File.Exists(folder)) throw new IOException($"'{folder}' is a file; name a folder for the run");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return;
        if (!File.Exists(Path.Combine(folder, Manifest)))
            throw new IOException($"'{folder}' exists and is not a run folder; name another");
        if (!overwrite) throw new IOException($"run folder '{folder}' exists; name another, or say --overwrite");
    }

    private static void Replace(string temporary, string folder)
    {
        if (Directory.Exists(folder))
        {
            var old = $"{temporary}.old";
            Directory.Move(folder, old);
            try
            {
                Directory.Move(temporary, folder);
            }
            catch (IOException)
            {
                // The earlier run keeps its name when the new one cannot take it.
                Directory.Move(old, folder);
                throw;
            }

            Directory.Delete(old, recursive: true);
        }
        else
        {
            Directory.Move(temporary, folder);
        }
    }

    private static void WriteFlushed(string path, byte[] bytes)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }

    private static T ReadJson<T>(string folder, string name) =>
        ReportJson.FromBytes<T>(File.ReadAllBytes(Path.Combine(folder, name)));
}
