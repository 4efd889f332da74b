using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Paper;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Documents;

/// <summary>All voyages on one list, then each with its vessel, its locks with planned times and where it berths.</summary>
internal static class VoyageList
{
    public static byte[] ToBytes(MissionReport report)
    {
        var paper = new PaperDocument($"Voyages: {report.Scenario.Title}", report.Manifest.Marking);
        var legs = new Legs(report.Map).Of(report.Plan).Where(l => l.Mode == TransportMode.Water && l.Planned.Serial.Water is not null)
            .OrderBy(l => l.StartSeconds).ThenBy(l => l.Planned.Serial.Id, StringComparer.Ordinal).ToList();
        var list = paper.Sheet("Voyages");
        if (legs.Count == 0) list.Paragraph("No barge sails.");
        else Table(list, report, legs);
        foreach (var leg in legs) Voyage(paper.Sheet($"Voyage {MovementTables.CreditNumber(report, leg)}"), report, leg);
        return paper.ToBytes();
    }

    private static void Table(PaperSheet sheet, MissionReport report, List<Leg> legs) => sheet.Table(
        ["voyage", "serial", "from", "to", "sails", "arrives", "#length, m", "#beam, m", "#draught, m", "#air draught, m", "locks"],
        legs.Select(l =>
        {
            var water = l.Planned.Serial.Water!;
            return (string[])
            [
                MovementTables.CreditNumber(report, l), l.Planned.Serial.Id, l.Points[0].Name, l.Points[^1].Name,
                DocumentTimes.Minute(report, l.StartSeconds), DocumentTimes.Minute(report, l.Points[^1].HeadArrives),
                $"{water.VesselLengthMetres}", Metres(water.BeamCm), Metres(water.DraughtCm), Metres(water.AirDraughtCm),
                string.Join(", ", l.Points.Where(p => p.Remark == "lock").Select(p => p.Name)),
            ];
        }));

    private static void Voyage(PaperSheet sheet, MissionReport report, Leg leg)
    {
        var (serial, water) = (leg.Planned.Serial, leg.Planned.Serial.Water!);
        sheet.Facts(
            ("Serial, unit", $"{serial.Id}, {serial.Unit}"), ("Load", $"{serial.VehicleCount} vehicles, {serial.LaneMetres} lane metres"),
            ("Vessel", $"{water.VesselLengthMetres} m x {Metres(water.BeamCm)} m"), ("CEMT class", Class(water.CemtClass)),
            ("Draught", $"{Metres(water.DraughtCm)} m"), ("Air draught", $"{Metres(water.AirDraughtCm)} m"),
            ("Berth of departure", leg.Points[0].Name), ("Berth of arrival", leg.Points[^1].Name),
            ("Dangerous goods (ADN)", serial.DangerousGoods.Length > 0 ? serial.DangerousGoods : "none"),
            ("Speed", $"{water.SpeedKmh} km/h"), ("Distance", $"{Formats.Number(leg.Km, 1)} km"),
            ("Loads before sailing", Loading(report, leg)));
        sheet.Heading("Locks and other points (local time; the lockage is before it leaves the lock's point)");
        sheet.Table(
            ["point", "fairway", "#km", "arrives", "leaves", "#waits, min", "remark"],
            leg.Points.Select(p => (string[])
            [
                p.Name, p.Via, Formats.Number(p.Km, 1), DocumentTimes.Minute(report, p.HeadArrives),
                DocumentTimes.Minute(report, p.HeadLeaves), $"{(p.HeadLeaves - p.HeadArrives) / 60}", p.Remark,
            ]));
    }

    private static string Loading(MissionReport report, Leg leg)
    {
        var before = leg.Planned.Steps.OfType<TransferStep>().LastOrDefault(t => t.EndSeconds <= leg.StartSeconds);
        return before is null
            ? "-" : $"{DocumentTimes.Minute(report, before.StartSeconds)} to {DocumentTimes.Minute(report, before.EndSeconds)}";
    }

    private static string Class(int rank) => rank switch
    {
        1 => "I", 2 => "II", 3 => "III", 4 => "IV", 5 => "V", 6 => "VI", 7 => "VII", _ => "-",
    };

    private static string Metres(int cm) => Formats.Number(cm / 100.0, 2);
}
