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
/// A page for each train with what a path request holds (TAF TSI, Regulation (EU) No 1305/2014, path request: train parameters and
/// planned journey locations), in the order in which a rail planner keys it in.
/// </summary>
internal static class TrainPathRequests
{
    /// <summary>Line categories of EN 15528: axle load t, load per metre t/m, lightest first.</summary>
    private static readonly (string Name, double AxleTonnes, double MetreTonnes)[] s_categories =
    [
        ("A", 16, 5.0), ("B1", 18, 5.0), ("B2", 18, 6.4), ("C2", 20, 6.4), ("C3", 20, 7.2), ("C4", 20, 8.0), ("D2", 22.5, 6.4),
        ("D3", 22.5, 7.2), ("D4", 22.5, 8.0), ("E4", 25, 8.0), ("E5", 25, 8.8),
    ];

    public static byte[] ToBytes(MissionReport report)
    {
        var paper = new PaperDocument($"Train path requests: {report.Scenario.Title}", report.Manifest.Marking);
        var legs = new Legs(report.Map).Of(report.Plan).Where(l => l.Mode == TransportMode.Rail && l.Planned.Serial.Rail is not null)
            .OrderBy(l => l.StartSeconds).ThenBy(l => l.Planned.Serial.Id, StringComparer.Ordinal).ToList();
        if (legs.Count == 0) paper.Sheet("Train path requests").Paragraph("No train runs.");
        foreach (var leg in legs) Request(paper.Sheet($"Train path request {MovementTables.CreditNumber(report, leg)}"), report, leg);
        return paper.ToBytes();
    }

    /// <summary>The lightest line category that carries the train; <c>beyond E5</c> for none.</summary>
    internal static string LineCategory(RailFootprint rail)
    {
        foreach (var (name, axle, metre) in s_categories)
        {
            if (rail.AxleLoadKg <= axle * 1000 && rail.MetreLoadKg <= metre * 1000) return name;
        }

        return "beyond E5";
    }

    private static void Request(PaperSheet sheet, MissionReport report, Leg leg)
    {
        var (serial, rail) = (leg.Planned.Serial, leg.Planned.Serial.Rail!);
        sheet.Facts(
            ("Requesting undertaking", "(to be filled in)"), ("Train", serial.Id),
            ("Movement, unit", $"{serial.Movement}, {serial.Unit}"), ("Running day", DocumentTimes.Day(report, leg.StartSeconds)),
            ("Origin", leg.Points[0].Name), ("Destination", leg.Points[^1].Name),
            ("Train length", $"{rail.TrainLengthMetres} m, {rail.Wagons} wagons"), ("Train mass", Tonnes(rail.TrainMassKg)),
            ("Maximum speed", $"{rail.SpeedKmh} km/h"), ("Traction", Formats.Words(rail.Traction)),
            ("Line category needed (EN 15528)", LineCategory(rail)),
            ("Axle load, load per metre", $"{Tonnes(rail.AxleLoadKg)}, {Tonnes(rail.MetreLoadKg)}/m"),
            ("Loading gauge (EN 15273)", rail.Gauge.ToString()),
            ("Dangerous goods (RID)", serial.DangerousGoods.Length > 0 ? serial.DangerousGoods : "none"),
            ("Earliest departure", DocumentTimes.Minute(report, serial.ReadySeconds)),
            ("Latest arrival", $"{DocumentTimes.Minute(report, serial.DueSeconds)}{(serial.HardDue ? " (hard)" : "")}"),
            ("Tolerance: may arrive later by", Later(leg)), ("Distance", $"{Formats.Number(leg.Km, 1)} km"));
        sheet.Heading("Timing points (local time)");
        sheet.Table(
            ["#", "location", "line", "#km", "arrival", "departure", "activity", "#stop, min", "tail clear"],
            leg.Points.Select((p, i) => (string[])
            [
                (i + 1).ToString(CultureInfo.InvariantCulture), p.Name, p.Via, Formats.Number(p.Km, 1),
                i == 0 ? "" : DocumentTimes.Second(report, p.HeadArrives),
                i == leg.Points.Count - 1 ? "" : DocumentTimes.Second(report, p.HeadLeaves), Activity(p, i, leg),
                p.HeadLeaves > p.HeadArrives ? Formats.Number((p.HeadLeaves - p.HeadArrives) / 60.0, 1) : "",
                DocumentTimes.Second(report, p.TailClears),
            ]));
        sheet.Blank("Path number and times granted by the infrastructure manager");
    }

    private static string Activity(TimingPoint point, int i, Leg leg)
    {
        if (i == 0) return "origin";
        if (i == leg.Points.Count - 1) return "destination";
        return point.Remark switch { "reverses" => "reverses", "halt" => "stop", _ => "pass" };
    }

    /// <summary>What the train may lose before its load is late; transfers after it are not counted.</summary>
    private static string Later(Leg leg)
    {
        var spare = leg.Planned.Serial.DueSeconds - leg.Planned.FinishSeconds;
        return spare > 0 ? Formats.Duration(spare) : "0 min";
    }

    private static string Tonnes(long kg) => $"{Formats.Number(kg / 1000.0, 1)} t";
}
