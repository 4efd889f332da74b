using System.Globalization;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Paper;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Documents;

/// <summary>
/// Road movement tables and movement credit requests, a page for each column, with the items of AMovP-1(A) (STANAG 2454): march unit,
/// date, unit, vehicles, highest load class, from, to, route, critical points with due and clear times, remarks.
/// </summary>
internal sealed class MarchDocuments
{
    private readonly MissionReport _report;
    private readonly List<Leg> _legs;

    public MarchDocuments(MissionReport report)
    {
        _report = report;
        _legs =
        [
            .. new Legs(report.Map).Of(report.Plan).Where(l => l.Mode == TransportMode.Road && l.Planned.Serial.Road is not null)
                .OrderBy(l => l.StartSeconds).ThenBy(l => l.Planned.Serial.Id, StringComparer.Ordinal),
        ];
    }

    public byte[] MarchTables()
    {
        var paper = new PaperDocument($"Road movement tables: {_report.Scenario.Title}", _report.Manifest.Marking);
        if (_legs.Count == 0) paper.Sheet("Road movement tables").Paragraph("No column moves by road.");
        foreach (var leg in _legs) MarchTable(paper.Sheet($"Road movement table {MovementTables.CreditNumber(_report, leg)}"), leg);
        return paper.ToBytes();
    }

    public byte[] CreditRequests()
    {
        var paper = new PaperDocument($"Movement credit requests: {_report.Scenario.Title}", _report.Manifest.Marking);
        if (_legs.Count == 0) paper.Sheet("Movement credit requests").Paragraph("No column moves by road.");
        foreach (var leg in _legs) Request(paper.Sheet($"Movement credit request {MovementTables.CreditNumber(_report, leg)}"), leg);
        return paper.ToBytes();
    }

    /// <summary>Highest load classes of the column: <c>W 40</c>, <c>W 60 / T 70</c>.</summary>
    internal static string LoadClass(RoadFootprint road)
    {
        var wheeled = road.Wheeled.Value > 0 ? $"W {road.Wheeled.Value}" : "";
        var tracked = road.Tracked.Value > 0 ? $"T {road.Tracked.Value}" : "";
        return wheeled.Length > 0 && tracked.Length > 0 ? $"{wheeled} / {tracked}" : wheeled + tracked;
    }

    /// <summary>Start, release, halts, and points where the column changes road.</summary>
    internal static IEnumerable<TimingPoint> CriticalPoints(Leg leg) => leg.Points.Where((point, i) =>
        point.Remark.Length > 0 || (i + 1 < leg.Points.Count && point.Via != leg.Points[i + 1].Via));

    private void MarchTable(PaperSheet sheet, Leg leg)
    {
        var (serial, road) = (leg.Planned.Serial, leg.Planned.Serial.Road!);
        sheet.Facts(
            ("March unit (serial)", serial.Id), ("Date", DocumentTimes.Day(_report, leg.StartSeconds)),
            ("Unit", serial.Unit), ("Movement, priority", $"{serial.Movement}, {serial.Priority}"),
            ("Vehicles", Whole(road.VehicleCount)), ("Highest load class (MLC)", LoadClass(road)),
            ("From", leg.Points[0].Name), ("To", leg.Points[^1].Name),
            ("Route", leg.Route), ("Distance", $"{Formats.Number(leg.Km, 1)} km"),
            ("March speed", $"{road.SpeedKmh} km/h"), ("Density", Density(road)),
            ("Column length", $"{Formats.Number(road.ColumnMetres / 1000.0, 1)} km"), ("Pass time", Minutes(road.PassSeconds)),
            ("Escorts", Whole(road.Escorts)), ("Heavy transporters", Whole(road.HeavyTransporters)),
            ("Dangerous goods", Or(serial.DangerousGoods, "none")), ("Halts", Halts(leg)));
        sheet.Heading("Critical points (times of the head; clear: the tail has passed)");
        Points(sheet, leg);
        sheet.Paragraph($"All times are local (Europe/Amsterdam). Start {DocumentTimes.DateTimeGroup(_report, leg.StartSeconds)}, "
            + $"clear of the release point {DocumentTimes.DateTimeGroup(_report, leg.EndSeconds)}.");
        sheet.Blank("Remarks");
    }

    private void Request(PaperSheet sheet, Leg leg)
    {
        var (serial, road) = (leg.Planned.Serial, leg.Planned.Serial.Road!);
        sheet.Facts(
            ("Requesting authority", "(to be filled in)"), ("Request number", MovementTables.CreditNumber(_report, leg)),
            ("Unit", serial.Unit), ("Movement, class, priority", $"{serial.Movement}, {Formats.Words(serial.Class)}, {serial.Priority}"),
            ("Number of vehicles", Whole(road.VehicleCount)), ("Highest load class (MLC)", LoadClass(road)),
            ("Heaviest vehicle, axle", $"{Tonnes(road.MassKg)}, {Tonnes(road.AxleLoadKg)}"),
            ("Largest width, height, length", $"{Metres(road.WidthCm)}, {Metres(road.HeightCm)}, {Metres(road.VehicleLengthCm)}"),
            ("Dangerous goods (ADR), tunnel code", $"{Or(serial.DangerousGoods, "none")}, {Formats.Words(road.TunnelCode)}"),
            ("Escorts asked for", Whole(road.Escorts)),
            ("Start point", leg.Points[0].Name), ("Start time asked for", DocumentTimes.DateTimeGroup(_report, leg.StartSeconds)),
            ("Release point", leg.Points[^1].Name), ("Clear of it by", DocumentTimes.DateTimeGroup(_report, leg.EndSeconds)),
            ("Earliest start", DocumentTimes.DateTimeGroup(_report, serial.ReadySeconds)),
            ("Latest arrival", $"{DocumentTimes.DateTimeGroup(_report, serial.DueSeconds)}{(serial.HardDue ? " (hard)" : "")}"),
            ("March speed", $"{road.SpeedKmh} km/h"), ("Pass time", Minutes(road.PassSeconds)),
            ("Route asked for", leg.Route), ("Halts", Halts(leg)));
        sheet.Heading("Entry, exit and critical points asked for");
        Points(sheet, leg);
        sheet.Heading("For the granting authority");
        sheet.Blank("Movement credit number, granted by, date-time group");
        sheet.Blank("Route and times granted, restrictions");
    }

    private void Points(PaperSheet sheet, Leg leg) => sheet.Table(
        ["#", "point", "by", "#km", "due", "leaves", "clear", "#halt, min", "remark"],
        CriticalPoints(leg).Select((p, i) => (string[])
        [
            Whole(i + 1), p.Name, p.Via, Formats.Number(p.Km, 1), DocumentTimes.Minute(_report, p.HeadArrives),
            DocumentTimes.Minute(_report, p.HeadLeaves), DocumentTimes.Minute(_report, p.TailClears),
            Whole((p.HeadLeaves - p.HeadArrives) / 60), p.Remark,
        ]));

    private string Halts(Leg leg)
    {
        var halts = leg.Points.Where(p => p.Remark == "halt")
            .Select(p => $"{p.Name} {DocumentTimes.Minute(_report, p.HeadArrives)}, {(p.HeadLeaves - p.HeadArrives) / 60} min").ToList();
        return halts.Count == 0 ? "none" : string.Join("; ", halts);
    }

    private static string Density(RoadFootprint road) => road.ColumnMetres == 0
        ? "-" : $"{Formats.Number(road.VehicleCount * 1000.0 / road.ColumnMetres, 1)} vehicles/km";

    private static string Minutes(int seconds) => $"{Formats.Number(seconds / 60.0, 1)} min";

    private static string Tonnes(int kg) => $"{Formats.Number(kg / 1000.0, 1)} t";

    private static string Metres(int cm) => $"{Formats.Number(cm / 100.0, 2)} m";

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
