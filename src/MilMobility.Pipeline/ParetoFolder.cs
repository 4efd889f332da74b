using System.Globalization;
using System.Text;
using System.Text.Json;
using MilMobility.Domain.Plans;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Text;

namespace MilMobility.Pipeline;

/// <summary>
/// The folder of a front: a run folder for each plan, and <c>front.json</c>, <c>front.csv</c> and <c>front.svg</c>, each written
/// whole under another name and then renamed.
/// </summary>
/// <param name="path">Folder.</param>
/// <param name="identity">Identity of the sweep; plans of another sweep are never taken for its own.</param>
internal sealed class ParetoFolder(string path, string identity)
{
    public const string Json = "front.json";
    public const string Csv = "front.csv";
    public const string Svg = "front.svg";

    private readonly Dictionary<long, FrontSolve> _earlier = [];

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Identity => identity;

    /// <summary>
    /// Why the sweep cannot write there; null when it can. A folder of the same sweep is gone on with; one of another sweep
    /// is emptied of its plans if told so. What is not a front's folder is left alone.
    /// </summary>
    public string? Refusal(bool overwrite)
    {
        if (File.Exists(Path)) return $"'{Path}' is a file; name a folder for the front";
        Directory.CreateDirectory(Path);
        if (Stated() is { } stated)
        {
            if (stated == identity)
            {
                ReadSolves();
                return null;
            }

            if (!overwrite) return $"'{Path}' holds the front of another input; name another, or say --overwrite";
            foreach (var old in Directory.EnumerateDirectories(Path).Where(f => File.Exists(System.IO.Path.Combine(f, RunFolder.Manifest))))
                Directory.Delete(old, recursive: true);
        }
        else if (Directory.EnumerateFileSystemEntries(Path).Any())
        {
            return $"'{Path}' exists and is not the folder of a front; name another";
        }

        WriteWhole(Json, ReportJson.ToBytes(new { InputHash = identity }));
        return null;
    }

    /// <summary>A plan that this sweep has written before; null when there is none.</summary>
    public MovementPlan? PlanIn(string name)
    {
        var file = System.IO.Path.Combine(Path, name, RunFolder.Plan);
        return File.Exists(file) ? ReportJson.FromBytes<MovementPlan>(File.ReadAllBytes(file)) : null;
    }

    /// <summary>What an earlier solve at a civil weight proved; null without one. The plan is written first, its bound after it.</summary>
    public long? BoundOf(long civilPercent) => _earlier.TryGetValue(civilPercent, out var solve) ? solve.BoundMicroEuros : null;

    /// <summary>Solves of the earlier sweep that are not among some: they stay written until this sweep comes to them.</summary>
    public IEnumerable<FrontSolve> EarlierBut(IEnumerable<FrontSolve> solves) =>
        _earlier.Values.ExceptBy(solves.Select(s => s.CivilPercent), s => s.CivilPercent);

    public void Write(ParetoFront front)
    {
        WriteWhole(Csv, Encoding.UTF8.GetBytes(Table(front)));
        WriteWhole(Svg, Encoding.UTF8.GetBytes(FrontPlot.Svg(front)));
        WriteWhole(Json, ReportJson.ToBytes(front));
    }

    private static string Table(ParetoFront front)
    {
        var text = new StringBuilder(
            "folder,budget_eur,civil_eur,movement_eur,lateness_eur,late_vehicle_h,serials_late,serials_unmoved,bound_eur,gap,dominated,"
            + "marking\n");
        foreach (var p in front.Points)
        {
            text.Append(CultureInfo.InvariantCulture, $"{p.Folder},{Euros(p.EpsilonMicroEuros)},{Euros(p.CivilMicroEuros)},");
            text.Append(CultureInfo.InvariantCulture, $"{Euros(p.MovementMicroEuros)},{Euros(p.LatenessMicroEuros)},");
            text.Append(CultureInfo.InvariantCulture, $"{p.LateVehicleHours:F2},");
            text.Append(CultureInfo.InvariantCulture, $"{p.SerialsLate},{p.SerialsUnmoved},{Euros(p.BoundMicroEuros)},{p.Gap:F6},");
            text.Append(CultureInfo.InvariantCulture, $"{(p.Dominated ? "yes" : "no")},{Formats.Marking(front.Marking)}\n");
        }

        return text.ToString();
    }

    private static string Euros(long micro) => (micro / 1_000_000m).ToString("F6", CultureInfo.InvariantCulture);

    private string? Stated()
    {
        var file = System.IO.Path.Combine(Path, Json);
        if (!File.Exists(file)) return null;
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        return document.RootElement.TryGetProperty("input_hash", out var hash) ? hash.GetString() : "";
    }

    private void ReadSolves()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Path, Json)));
        if (!document.RootElement.TryGetProperty("solves", out var solves)) return;
        foreach (var solve in solves.EnumerateArray())
        {
            var percent = solve.GetProperty("civil_percent").GetInt64();
            _earlier[percent] = new FrontSolve(
                percent, solve.GetProperty("bound_micro_euros").GetInt64(), solve.GetProperty("folder").GetString()!);
        }
    }

    private void WriteWhole(string name, byte[] bytes)
    {
        var temporary = System.IO.Path.Combine(Path, $".{name}.{Environment.ProcessId}.tmp");
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, System.IO.Path.Combine(Path, name), overwrite: true);
    }
}
