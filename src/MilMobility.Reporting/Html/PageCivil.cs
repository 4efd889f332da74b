using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>The planner's own estimate of the civil part, by the price bands that steered it.</summary>
internal static class PageCivil
{
    public static object Of(MissionReport report, PageIndex index)
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
            Quality = impact.QualityShares,
            // Link or node, direction, hour, capacity, civil demand, military use, displaced, delay hours, price.
            Cells = impact.Cells.Select(c => new object[]
            {
                index.Resource(c.Resource), c.Forward ? 1 : 0, c.Hour, Rounded(c.Capacity), Rounded(c.CivilDemand),
                Rounded(c.MilitaryUse), Rounded(c.Displaced), Rounded(c.DelayHours), c.CostMicroEuros,
            }),
        };
    }

    private static object Mode(CivilImpact impact, CivilKept kept)
    {
        var cells = impact.Cells.Where(c => c.Mode == kept.Mode).ToList();
        return new
        {
            Mode = PageMap.Name(kept.Mode),
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

    private static double Rounded(double value) => Math.Round(value, 2);

    private static long Cost(IEnumerable<CivilCell> cells, TransportMode mode) =>
        cells.Where(c => c.Mode == mode).Sum(c => c.CostMicroEuros);

    private static IEnumerable<object> Groups(IReadOnlyList<CivilGroup> groups) =>
        groups.Where(g => g.Displaced > 0 || g.CostMicroEuros > 0)
            .OrderByDescending(g => g.CostMicroEuros).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new { g.Key, g.Displaced, Delay = g.DelayHours, Cost = g.CostMicroEuros });
}
