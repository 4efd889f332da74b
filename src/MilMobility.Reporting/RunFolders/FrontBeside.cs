using MilMobility.Domain.Reports;
using MilMobility.Reporting.Json;

namespace MilMobility.Reporting.RunFolders;

/// <summary>The sweep that a run folder is a point of: <c>front.json</c> in the folder above it names its points by folder.</summary>
internal static class FrontBeside
{
    private const string FileName = "front.json";

    /// <summary>The front; null for a run of its own, or while the sweep has no point yet.</summary>
    /// <exception cref="System.Text.Json.JsonException">The file is not what a sweep writes.</exception>
    public static TradeOffs? Of(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var file = Path.Combine(Path.GetDirectoryName(full) ?? full, FileName);
        if (!File.Exists(file)) return null;
        var points = ReportJson.FromBytes<FrontForm>(File.ReadAllBytes(file)).Points ?? [];
        var name = Path.GetFileName(full);
        // Folders of the weighted solves stand beside the points without being points.
        if (!points.Any(p => p.Folder == name)) return null;
        return new TradeOffs(name, [.. points.Select(p => new TradeOff(
            p.Folder, p.EpsilonMicroEuros, p.CivilMicroEuros, p.MovementMicroEuros, p.BoundMicroEuros, p.SerialsLate, p.SerialsUnmoved,
            p.Dominated))]);
    }

    private sealed record FrontForm(IReadOnlyList<PointForm>? Points);

    private sealed record PointForm(
        string Folder, long EpsilonMicroEuros, long CivilMicroEuros, long MovementMicroEuros, long BoundMicroEuros, int SerialsLate,
        int SerialsUnmoved, bool Dominated);
}
