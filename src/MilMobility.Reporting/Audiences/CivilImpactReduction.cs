using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences;

/// <summary>
/// Civil impact as its managers may see it: all of it, serials named as passages; or one manager's part, with its sums made anew from
/// its own hours and what cannot be divided among managers (shares of the whole network, euros, regions) left out.
/// </summary>
internal sealed class CivilImpactReduction(ManagerAreas areas, IReadOnlyList<Passage> passages, string? manager)
{
    private const string ByManager = "manager";

    private readonly ILookup<string, Passage> _bySerial = passages.ToLookup(p => p.Serial, StringComparer.Ordinal);

    public CivilImpact Of(CivilImpact impact)
    {
        var cells = impact.Cells.Where(c => manager is null || c.Manager == manager).Select(Cell).ToList();
        return new CivilImpact
        {
            Cells = cells,
            Totals = manager is null ? impact.Totals : Totals(cells),
            ByManager = [.. impact.ByManager.Where(g => manager is null || g.Key == manager)],
            ByMode = manager is null ? impact.ByMode : Groups(cells, c => c.Mode.ToString()),
            ByRegion = manager is null ? impact.ByRegion : Groups(cells, c => c.Region),
            ByHour = manager is null ? impact.ByHour : Groups(cells, c => $"{c.Hour}"),
            RailByCategory = manager is null ? impact.RailByCategory : Categories(cells),
            Kept = manager is null ? impact.Kept : [],
            ValuesOfTime = impact.ValuesOfTime,
            QualityShares = impact.QualityShares,
            Assessment = Assessment(impact.Assessment),
        };
    }

    private static CivilCell Cell(CivilCell c) => new(
        c.Resource, c.Mode, c.Forward, c.Hour, c.Manager, c.Region, c.Capacity, c.CivilDemand, c.MilitaryUse, c.Residual, c.Displaced,
        c.DelayHours, c.CostMicroEuros)
    {
        RailByCategory = c.RailByCategory,
    };

    private CivilAssessment Assessment(CivilAssessment all)
    {
        var modes = all.Modes.Select(Mode).Where(m => manager is null || m.Figures.Count + m.Cells.Count + m.TrainPaths.Count > 0).ToList();
        var named = modes.SelectMany(m => m.Figures).Select(f => f.Metric).ToHashSet(StringComparer.Ordinal);
        return new CivilAssessment
        {
            Metrics = [.. all.Metrics.Where(m => manager is null || named.Contains(m.Id))],
            Modes = modes,
            Valuation = manager is null ? all.Valuation : null,
        };
    }

    private ModeAssessment Mode(ModeAssessment mode)
    {
        var own = mode.Breakdowns.Where(b => b.Dimension == ByManager && b.Key == manager).ToList();
        return new ModeAssessment(
            mode.Mode, manager is null ? mode.Figures : [.. own.SelectMany(b => b.Figures)], manager is null ? mode.Breakdowns : own)
        {
            Cells = [.. mode.Cells.Where(c => IsOwn(c.Resource))],
            Paths = [.. mode.Paths.Where(p => p.Links.Any(IsOwn)).Select(Path)],
            TrainPaths = [.. mode.TrainPaths.Where(p => p.Links.Any(IsOwn))],
            Notes = manager is null ? mode.Notes : [],
        };
    }

    /// <summary>In whose place it stood: the passages of those serials over the same sections.</summary>
    private DisplacedPath Path(DisplacedPath path) => new(
        path.Category, path.Links, path.Hour, path.Step, path.Paths, path.TrainMinutes, path.PassengerMinutes,
        [
            .. path.Because.SelectMany(serial => _bySerial[serial])
                .Where(p => p.Planned.Steps.OfType<MoveStep>().Any(m => path.Links.Contains(m.Link, StringComparer.Ordinal)))
                .Select(p => p.Planned.Serial.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ]);

    private bool IsOwn(string resource) => manager is null || areas.Of(resource) == manager;

    private static CivilTotals Totals(IReadOnlyList<CivilCell> cells)
    {
        double Displaced(TransportMode mode) => cells.Where(c => c.Mode == mode).Sum(c => c.Displaced);
        double Delay(TransportMode mode) => cells.Where(c => c.Mode == mode).Sum(c => c.DelayHours);
        return new CivilTotals(
            Displaced(TransportMode.Road), Delay(TransportMode.Road), Displaced(TransportMode.Rail), Delay(TransportMode.Rail),
            Displaced(TransportMode.Water), Delay(TransportMode.Water), cells.Sum(c => c.CostMicroEuros));
    }

    private static List<CivilGroup> Groups(IEnumerable<CivilCell> cells, Func<CivilCell, string> key) =>
    [
        .. cells.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
            new CivilGroup(g.Key, g.Sum(c => c.Displaced), g.Sum(c => c.DelayHours), g.Sum(c => c.CostMicroEuros))),
    ];

    private static List<CivilGroup> Categories(IEnumerable<CivilCell> cells) =>
    [
        .. cells.SelectMany(c => c.RailByCategory).GroupBy(g => g.Key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CivilGroup(g.Key, g.Sum(c => c.Displaced), g.Sum(c => c.DelayHours), g.Sum(c => c.CostMicroEuros))),
    ];
}
