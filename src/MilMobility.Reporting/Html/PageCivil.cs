using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>The civil part of the page's data.</summary>
internal static class PageCivil
{
    private const int WorstListed = 25;

    public static object Of(MissionReport report)
    {
        var impact = report.Impact;
        return new
        {
            ByHour = impact.Cells.Where(c => c.CostMicroEuros > 0).GroupBy(c => c.Hour).OrderBy(g => g.Key).Select(g => new
            {
                Hour = g.Key,
                Road = Cost(g, TransportMode.Road),
                Rail = Cost(g, TransportMode.Rail),
                Water = Cost(g, TransportMode.Water),
            }),
            Modes = impact.Kept.Select(kept => Mode(impact, kept)),
            ByManager = Groups(impact.ByManager),
            ByRegion = Groups(impact.ByRegion),
            Rail = Groups(impact.RailByCategory),
            Total = impact.Totals.CostMicroEuros,
            Quality = Formats.Shares(impact.QualityShares),
            Worst = Worst(report),
        };
    }

    private static object Mode(CivilImpact impact, CivilKept kept)
    {
        var cells = impact.Cells.Where(c => c.Mode == kept.Mode).ToList();
        return new
        {
            Mode = Formats.Words(kept.Mode),
            Cells = cells.Count,
            Displaced = cells.Sum(c => c.Displaced),
            Delay = cells.Sum(c => c.DelayHours),
            Cost = cells.Sum(c => c.CostMicroEuros),
            Volume = kept.VolumeKept,
            Duration = kept.DurationKept,
            // How near the plan comes to displacing: the largest share of the free capacity that it takes in an hour.
            Peak = cells.Where(c => c.Residual > 0).Select(c => c.MilitaryUse / c.Residual).DefaultIfEmpty(0).Max(),
        };
    }

    /// <summary>
    /// Hours of single links are for the restricted annex: a public page gives sums only, because a list of where traffic is
    /// most easily disturbed serves the wrong readers too.
    /// </summary>
    private static IEnumerable<object>? Worst(MissionReport report)
    {
        if (report.Manifest.Marking == ClassificationMarking.Public) return null;
        var links = report.Map.Links.ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);
        var nodes = report.Map.Nodes.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        return report.Impact.Cells.Where(c => c.Displaced > 0)
            .OrderByDescending(c => c.CostMicroEuros).ThenBy(c => c.Resource, StringComparer.Ordinal).ThenBy(c => c.Hour)
            .Take(WorstListed)
            .Select(c => new
            {
                Name = links.GetValueOrDefault(c.Resource) ?? nodes.GetValueOrDefault(c.Resource) ?? c.Resource,
                Id = c.Resource, Mode = Formats.Words(c.Mode), c.Hour, c.Manager, c.Capacity, Demand = c.CivilDemand,
                Use = c.MilitaryUse, c.Displaced, Delay = c.DelayHours, Cost = c.CostMicroEuros,
            });
    }

    private static long Cost(IEnumerable<CivilCell> cells, TransportMode mode) =>
        cells.Where(c => c.Mode == mode).Sum(c => c.CostMicroEuros);

    private static IEnumerable<object> Groups(IReadOnlyList<CivilGroup> groups) =>
        groups.Where(g => g.Displaced > 0 || g.CostMicroEuros > 0)
            .OrderByDescending(g => g.CostMicroEuros).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new { g.Key, g.Displaced, Delay = g.DelayHours, Cost = g.CostMicroEuros });
}
