using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>What the report page draws, in the compact form its scripts read: steps are arrays, links and nodes are indices.</summary>
internal static class PageData
{
    private const int Move = 0;
    private const int Hold = 1;
    private const int Transfer = 2;

    private static readonly string[] PlaceKinds = ["port", "terminal", "yard", "border", "site", "berth"];

    public static object Of(MissionReport report)
    {
        var links = report.Map.Links.Select((l, i) => (l.Id, i)).ToDictionary(l => l.Id, l => l.i, StringComparer.Ordinal);
        var legs = new Legs(report.Map);
        return new
        {
            Clock = new
            {
                Start = report.Clock.Start,
                Offsets = report.Clock.Offsets.Select(o => new[] { o.FromSeconds, o.OffsetSeconds }),
            },
            Horizon = report.Plan.HorizonSeconds,
            Phase = report.Scenario.Phase.ToString(),
            Basis = report.Scenario.LegalBasis,
            Tiles = Tiles(report),
            Links = report.Map.Links.Select(Link),
            Places = report.Map.Nodes.Where(n => PlaceKinds.Contains(n.Kind))
                .Select(n => new { n.Name, n.Kind, Lat = Math.Round(n.Lat, 5), Lon = Math.Round(n.Lon, 5) }),
            Serials = report.Plan.Planned.Select(p => Serial(p, links, report.Map, legs)),
            Movements = report.Scenario.Movements.Select(m => new
            {
                m.Id, m.Priority, m.From, To = string.Join(", ", m.To), Ready = m.ReadySeconds, Due = m.DueSeconds,
            }),
            Unmoved = report.Plan.Unmoved.Select(u => new
            {
                u.Serial.Id, Vehicles = u.Serial.VehicleCount, Reason = u.Reason.ToString(), u.Detail, u.Alternatives,
            }),
            Civil = Civil(report.Impact),
            Objective = Objective(report.Plan),
            Check = report.Check.RulesChecked.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new object[] { r.Key, r.Value }),
            Trace = report.Manifest.Trace.Select(t => new[] { Math.Round(t.Seconds, 2), t.ObjectiveMicroEuros, t.BoundMicroEuros }),
            Quality = new { Network = Pairs(report.Manifest.QualityShares), Civil = Pairs(report.Impact.QualityShares) },
            Values = report.Impact.ValuesOfTime.Select(v => new
            {
                v.Category, Euros = v.EurosPerHour, v.Unit, v.PriceLevel, v.Source, v.Date, v.Quality,
            }),
            Run = Run(report.Manifest),
            Inputs = report.Manifest.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new[] { i.Key, i.Value }),
        };
    }

    private static IEnumerable<object> Tiles(MissionReport report)
    {
        var plan = report.Plan;
        var late = plan.Planned.Count(p => p.LatenessSeconds > 0);
        var closure = plan.Planned.Count == 0 ? "-" : Formats.LocalTime(report.Clock.At(plan.Planned.Max(p => p.FinishSeconds)));
        yield return Tile($"{plan.Planned.Count}", $"serials moved, {Formats.Number(plan.Planned.Sum(p => p.Serial.VehicleCount))} vehicles");
        yield return Tile($"{plan.Unmoved.Count}", "serials unmoved", plan.Unmoved.Count > 0);
        yield return Tile($"{late}", "serials late", late > 0);
        yield return Tile(closure, "closure: last tail in");
        yield return Tile(Formats.Euros(report.Impact.Totals.CostMicroEuros), "civil impact");
        yield return Tile(Formats.Euros(plan.Objective.TotalMicroEuros), "objective");
        yield return Tile(Formats.Percent(plan.Gap), $"gap to the proven bound ({plan.BoundMethod})");
        yield return Tile(
            report.Check.Holds ? "holds" : $"{report.Check.Violations.Count} violations", "independent check", !report.Check.Holds);
    }

    private static object Tile(string value, string label, bool bad = false) => new { Value = value, Label = label, Bad = bad };

    private static object Link(MapLink link) => new
    {
        link.Name, link.Class, Mode = Name(link.Mode), Length = link.LengthMetres,
        Shape = link.Shape.Select(p => new[] { Math.Round(p.Lat, 4), Math.Round(p.Lon, 4) }),
    };

    private static object Serial(PlannedSerial planned, Dictionary<string, int> links, NetworkMap map, Legs legs) => new
    {
        planned.Serial.Id, planned.Serial.Movement, planned.Serial.Unit, planned.Serial.Priority,
        Vehicles = planned.Serial.VehicleCount,
        Goods = planned.Serial.DangerousGoods,
        Ready = planned.Serial.ReadySeconds,
        Due = planned.Serial.DueSeconds,
        Finish = planned.FinishSeconds,
        Late = planned.LatenessSeconds,
        Steps = planned.Steps.Select((step, i) => Step(step, i == 0, links, map)),
        Legs = legs.Of(planned).Select(leg => new
        {
            Mode = Name(leg.Mode), From = leg.StartSeconds, To = leg.EndSeconds, leg.Route, Km = Math.Round(leg.Km, 1),
        }),
    };

    private static object[] Step(PlanStep step, bool isFirst, Dictionary<string, int> links, NetworkMap map) => step switch
    {
        MoveStep move => [Move, links[move.Link], map.Links[links[move.Link]].From == move.From, step.StartSeconds, step.EndSeconds],
        HoldStep hold => [Hold, hold.Node, Name(hold.Mode), step.StartSeconds, step.EndSeconds, isFirst],
        TransferStep transfer => [Transfer, transfer.Transfer, "", step.StartSeconds, step.EndSeconds],
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static object Civil(CivilImpact impact) => new
    {
        ByHour = impact.Cells.Where(c => c.CostMicroEuros > 0).GroupBy(c => c.Hour).OrderBy(g => g.Key).Select(g => new
        {
            Hour = g.Key,
            Road = Cost(g, TransportMode.Road),
            Rail = Cost(g, TransportMode.Rail),
            Water = Cost(g, TransportMode.Water),
        }),
        ByMode = Groups(impact.ByMode),
        ByManager = Groups(impact.ByManager),
        ByRegion = Groups(impact.ByRegion),
        Rail = Groups(impact.RailByCategory),
        Kept = impact.Kept.Select(k => new { Mode = Name(k.Mode), Volume = k.VolumeKept, Duration = k.DurationKept }),
    };

    private static long Cost(IEnumerable<CivilCell> cells, TransportMode mode) =>
        cells.Where(c => c.Mode == mode).Sum(c => c.CostMicroEuros);

    private static IEnumerable<object> Groups(IReadOnlyList<CivilGroup> groups) =>
        groups.Select(g => new { g.Key, g.Displaced, Delay = g.DelayHours, Cost = g.CostMicroEuros });

    private static IEnumerable<object[]> Objective(MovementPlan plan) =>
    [
        ["movement time", plan.Objective.Time],
        ["lateness", plan.Objective.Lateness],
        ["operating", plan.Objective.Operating],
        ["civil (weighted)", plan.Objective.Civil],
        ["unmoved", plan.Objective.Unmoved],
        ["total", plan.Objective.TotalMicroEuros],
        [$"proven bound ({plan.BoundMethod})", plan.BoundMicroEuros],
        ["first plan", plan.Pool.HintMicroEuros],
    ];

    private static IEnumerable<string[]> Run(RunManifest manifest) =>
    [
        ["program", $"{manifest.Program} {manifest.ProgramVersion}"],
        ["solver engine", manifest.EngineVersion],
        ["scenario", manifest.ScenarioFile],
        ["network", $"{manifest.NetworkName} {manifest.NetworkVersion}"],
        ["seed", $"{manifest.Seed}"],
        ["identity (inputs, seed, version)", manifest.InputHash],
        ["started (UTC)", $"{manifest.StartedUtc:yyyy-MM-dd HH:mm:ss}"],
        ["seconds by stage", string.Join(", ", manifest.StageSeconds.Select(s => $"{s.Key} {s.Value:F1}"))],
        ["peak memory", $"{manifest.PeakMemoryBytes / 1048576} MB"],
        ["reproducible", manifest.Reproducible ? "yes" : "no: ended by the clock or by cancel"],
    ];

    private static IEnumerable<object[]> Pairs(IReadOnlyDictionary<string, double> shares) =>
        shares.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new object[] { s.Key, s.Value });

    private static string Name(TransportMode mode) => mode.ToString().ToLowerInvariant();
}
