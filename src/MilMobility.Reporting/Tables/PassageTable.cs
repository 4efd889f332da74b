using System.Globalization;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Tables;

/// <summary>
/// What passes where and when, one row for each link, halt and transfer, in order of manager and time: the table that a manager
/// plans by. Times are local, with offset. For planners the first two columns hold movement and serial.
/// </summary>
public static class PassageTable
{
    private static readonly string[] s_header =
    [
        "manager", "passage", "mode", "what", "name", "resource", "from", "to", "head_in", "head_out", "tail_clear", "speed_kmh",
        "length_m", "pass_s", "pcu", "mass_t", "axle_load_t", "height_m", "width_m", "gauge", "traction", "draught_m", "lane_m",
        "dangerous_goods",
    ];

    public static byte[] ToBytes(MissionReport report)
    {
        var links = report.Map.Links.ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);
        var nodes = report.Map.Nodes.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        var rows = report.Plan.Planned.SelectMany(p => p.Steps.Select(step => Row(report, p, step, links, nodes)));
        return CsvText.Of(rows.Prepend(s_header), report.Manifest.Marking);
    }

    private static string[] Row(
        MissionReport report, PlannedSerial planned, PlanStep step, Dictionary<string, string> links, Dictionary<string, string> nodes)
    {
        var serial = planned.Serial;
        string[] place = step switch
        {
            MoveStep m => [Word(m.Mode), "moves", links.GetValueOrDefault(m.Link, m.Link), m.Link, Name(m.From), Name(m.To)],
            HoldStep h => [Word(h.Mode), "halts", Name(h.Node), h.Node, Name(h.Node), Name(h.Node)],
            TransferStep t => ["", "transfers", Name(t.From), t.Transfer, Name(t.From), Name(t.To)],
            _ => throw new InvalidOperationException($"unknown step {step}"),
        };
        var pass = step is MoveStep move ? PassSeconds(serial, move.Mode) : 0;
        return
        [
            serial.Movement, serial.Id, .. place, Local(step.StartSeconds), Local(step.EndSeconds), Local(step.EndSeconds + pass),
            .. Footprint(serial, step), serial.LaneMetres > 0 && step is TransferStep ? $"{serial.LaneMetres}" : "", serial.DangerousGoods,
        ];

        string Name(string node) => nodes.GetValueOrDefault(node, node);

        string Local(int seconds) => report.Clock.At(seconds).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private static string[] Footprint(Domain.Serials.Serial serial, PlanStep step) => step switch
    {
        MoveStep { Mode: TransportMode.Road } when serial.Road is { } road =>
        [
            $"{road.SpeedKmh}", $"{road.ColumnMetres}", $"{road.PassSeconds}", $"{road.PassengerCarUnits}", Unit(road.MassKg, 1000),
            Unit(road.AxleLoadKg, 1000), Unit(road.HeightCm, 100), Unit(road.WidthCm, 100), "", "", "",
        ],
        MoveStep { Mode: TransportMode.Rail } when serial.Rail is { } rail =>
        [
            $"{rail.SpeedKmh}", $"{rail.TrainLengthMetres}", $"{rail.PassSeconds}", "", Unit(rail.TrainMassKg, 1000),
            Unit(rail.AxleLoadKg, 1000), "", "", rail.Gauge.ToString(), rail.Traction.ToString(), "",
        ],
        MoveStep { Mode: TransportMode.Water } when serial.Water is { } water =>
        [
            $"{water.SpeedKmh}", $"{water.VesselLengthMetres}", $"{water.PassSeconds}", "", "", "", Unit(water.AirDraughtCm, 100),
            Unit(water.BeamCm, 100), "", "", Unit(water.DraughtCm, 100),
        ],
        _ => ["", "", "", "", "", "", "", "", "", "", ""],
    };

    private static int PassSeconds(Domain.Serials.Serial serial, TransportMode mode) => mode switch
    {
        TransportMode.Road => serial.Road?.PassSeconds ?? 0,
        TransportMode.Rail => serial.Rail?.PassSeconds ?? 0,
        TransportMode.Water => serial.Water?.PassSeconds ?? 0,
        _ => 0,
    };

    private static string Word(TransportMode mode) => mode.ToString().ToLowerInvariant();

    private static string Unit(double value, double per) => (value / per).ToString("0.0##", CultureInfo.InvariantCulture);
}
