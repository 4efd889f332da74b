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
                report.Clock.Start,
                Offsets = report.Clock.Offsets.Select(o => new[] { o.FromSeconds, o.OffsetSeconds }),
            },
            Horizon = report.Plan.HorizonSeconds,
            Phase = Formats.Words(report.Scenario.Phase),
            Basis = report.Scenario.LegalBasis,
            Tiles = Tiles(report),
            Links = report.Map.Links.Select(Link),
            Places = Places(report),
            Serials = report.Plan.Planned.Select(p => Serial(p, links, report.Map, legs)),
            Movements = report.Scenario.Movements.Select(m => new
            {
                m.Id, m.Priority, m.From, To = string.Join(", ", m.To), Ready = m.ReadySeconds, Due = m.DueSeconds, m.Corridor,
                Class = Formats.Words(m.Class),
            }),
            Corridors = CorridorLoad.Of(report).Select(c => new
            {
                c.Id, c.Name, c.Marking, c.Serials, c.Unmoved, c.Late, c.Vehicles, c.Road, c.Rail, c.Water, LastIn = c.LastInSeconds,
                Civil = c.CivilMicroEuros,
            }),
            Unmoved = report.Plan.Unmoved.Select(u => new
            {
                u.Serial.Id, u.Serial.Movement, u.Serial.Unit, Vehicles = u.Serial.VehicleCount, Reason = Formats.Words(u.Reason),
                u.Detail, u.Alternatives,
            }),
            Civil = PageCivil.Of(report),
            Run = PageRun.Of(report),
        };
    }

    private static IEnumerable<object> Tiles(MissionReport report)
    {
        var plan = report.Plan;
        var late = plan.Planned.Count(p => p.LatenessSeconds > 0);
        var all = plan.Planned.Count + plan.Unmoved.Count;
        var closure = plan.Planned.Count == 0 ? "-" : Formats.LocalTime(report.Clock.At(plan.Planned.Max(p => p.FinishSeconds)));
        yield return Tile(
            $"{plan.Planned.Count} of {all}", $"serials moved, {Formats.Number(plan.Planned.Sum(p => p.Serial.VehicleCount))} vehicles");
        yield return Tile(
            $"{plan.Unmoved.Count}", plan.Unmoved.Count == 0 ? "serials unmoved" : $"unmoved: {Formats.Reasons(plan.Unmoved)}",
            plan.Unmoved.Count > 0);
        yield return Tile($"{late}", "serials late", late > 0);
        yield return Tile(closure, "closure: last tail in");
        yield return Tile(
            Formats.Euros(report.Impact.Totals.CostMicroEuros), $"civil impact; volumes {Formats.Shares(report.Impact.QualityShares)}");
        yield return Tile(Formats.Euros(plan.Objective.TotalMicroEuros), "objective");
        yield return Tile(
            Formats.Percent(plan.Gap), $"gap to the proven bound {Formats.Euros(plan.BoundMicroEuros)} ({plan.BoundMethod})");
        yield return Tile(
            report.Check.Holds ? "holds" : $"{report.Check.Violations.Count} violations",
            $"independent check, {Formats.Number(report.Check.RulesChecked.Values.Sum())} tests", !report.Check.Holds);
    }

    private static object Tile(string value, string label, bool bad = false) => new { Value = value, Label = label, Bad = bad };

    /// <summary>Places to mark; those where a serial starts or ends come first, since labels are drawn while there is room.</summary>
    private static IEnumerable<object> Places(MissionReport report)
    {
        var ends = report.Plan.Planned.SelectMany(p => p.Steps).SelectMany(step => step switch
        {
            MoveStep move => new[] { move.From, move.To },
            TransferStep transfer => [transfer.From, transfer.To],
            _ => [],
        }).ToHashSet(StringComparer.Ordinal);
        var named = report.Plan.Planned.SelectMany(p => p.Serial.Origins.Concat(p.Serial.Destinations))
            .Where(ends.Contains).ToHashSet(StringComparer.Ordinal);
        return report.Map.Nodes.Where(n => PlaceKinds.Contains(n.Kind))
            .OrderBy(n => named.Contains(n.Id) ? 0 : 1).ThenBy(n => n.Name.Length).ThenBy(n => n.Id, StringComparer.Ordinal)
            .Select(n => new
            {
                n.Name, n.Kind, n.Place, Used = named.Contains(n.Id), Lat = Math.Round(n.Lat, 5), Lon = Math.Round(n.Lon, 5),
            });
    }

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
            Start = leg.Points[0].Name, End = leg.Points[^1].Name,
            Halts = leg.Points.Where(p => p.HeadLeaves > p.HeadArrives && p.Remark is "halt" or "reverses")
                .Select(p => new { p.Name, From = p.HeadArrives, To = p.HeadLeaves, Reverses = p.Remark == "reverses" }),
        }),
    };

    private static object[] Step(PlanStep step, bool isFirst, Dictionary<string, int> links, NetworkMap map) => step switch
    {
        MoveStep move => [Move, links[move.Link], map.Links[links[move.Link]].From == move.From, step.StartSeconds, step.EndSeconds],
        HoldStep hold => [Hold, hold.Node, Name(hold.Mode), step.StartSeconds, step.EndSeconds, isFirst],
        TransferStep transfer => [Transfer, transfer.Transfer, "", step.StartSeconds, step.EndSeconds],
        _ => throw new InvalidOperationException($"unknown step {step}"),
    };

    private static string Name(TransportMode mode) => mode.ToString().ToLowerInvariant();
}
