using System.Globalization;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Tables;

/// <summary>
/// The tables that planners carry on with: the march table (AMovP-1 layout: credit, column, and head and tail times at start, critical
/// and release points), train paths as a path request lists them, and barge voyages. Times are local, with offset.
/// </summary>
public sealed class MovementTables
{
    private static readonly string[] MarchHeader =
    [
        "movement_credit", "serial", "movement", "unit", "priority", "vehicles", "column_m", "pass_s", "speed_kmh", "escorts",
        "point", "node", "name", "via", "km", "head_arrives", "head_leaves", "tail_clears", "halt_min", "remark",
    ];

    private static readonly string[] TrainHeader =
    [
        "train", "serial", "movement", "unit", "wagons", "length_m", "mass_t", "axle_load_t", "gauge", "traction", "dangerous_goods",
        "point", "node", "name", "line", "km", "arrives", "leaves", "clears", "stop_min", "remark",
    ];

    private static readonly string[] VoyageHeader =
    [
        "voyage", "serial", "movement", "unit", "vehicles", "length_m", "beam_m", "draught_m", "air_draught_m",
        "point", "node", "name", "fairway", "km", "arrives", "leaves", "wait_min", "remark",
    ];

    private readonly MissionReport _report;
    private readonly List<Leg> _legs;

    public MovementTables(MissionReport report)
    {
        _report = report;
        _legs = [.. new Legs(report.Map).Of(report.Plan)];
    }

    /// <summary>Number of a movement credit: day of the start, issuing nation, serial.</summary>
    public static string CreditNumber(MissionReport report, Leg leg) =>
        $"{report.Clock.At(leg.StartSeconds):dd}-NLD-{leg.Planned.Serial.Id}{(leg.Ordinal > 1 ? $"/{leg.Ordinal}" : "")}";

    public byte[] MarchTable() => CsvText.Of(Rows(MarchHeader, TransportMode.Road, leg =>
    {
        var road = leg.Planned.Serial.Road!;
        return
        [
            CreditNumber(_report, leg), .. Common(leg.Planned), Text(leg.Planned.Serial.Priority), Text(road.VehicleCount),
            Text(road.ColumnMetres), Text(road.PassSeconds), Text(road.SpeedKmh), Text(road.Escorts),
        ];
    }, withTail: true, onlyCritical: true), _report.Manifest.Marking);

    public byte[] TrainPaths() => CsvText.Of(Rows(TrainHeader, TransportMode.Rail, leg =>
    {
        var rail = leg.Planned.Serial.Rail!;
        return
        [
            CreditNumber(_report, leg), .. Common(leg.Planned), Text(rail.Wagons), Text(rail.TrainLengthMetres),
            Decimal(rail.TrainMassKg / 1000.0), Decimal(rail.AxleLoadKg / 1000.0), rail.Gauge.ToString(), rail.Traction.ToString(),
            leg.Planned.Serial.DangerousGoods,
        ];
    }, withTail: true, onlyCritical: false), _report.Manifest.Marking);

    public byte[] Voyages() => CsvText.Of(Rows(VoyageHeader, TransportMode.Water, leg =>
    {
        var water = leg.Planned.Serial.Water!;
        return
        [
            CreditNumber(_report, leg), .. Common(leg.Planned), Text(leg.Planned.Serial.VehicleCount), Text(water.VesselLengthMetres),
            Decimal(water.BeamCm / 100.0), Decimal(water.DraughtCm / 100.0), Decimal(water.AirDraughtCm / 100.0),
        ];
    }, withTail: false, onlyCritical: false), _report.Manifest.Marking);

    private IEnumerable<IReadOnlyList<string>> Rows(
        string[] header, TransportMode mode, Func<Leg, string[]> lead, bool withTail, bool onlyCritical)
    {
        yield return header;
        var legs = _legs.Where(l => l.Mode == mode)
            .OrderBy(l => l.StartSeconds).ThenBy(l => l.Planned.Serial.Id, StringComparer.Ordinal);
        foreach (var leg in legs)
        {
            var first = lead(leg);
            var number = 0;
            for (var i = 0; i < leg.Points.Count; i++)
            {
                if (onlyCritical && !IsCritical(leg, i)) continue;
                yield return [.. first, .. Point(++number, leg.Points[i], withTail)];
            }
        }
    }

    /// <summary>Start, release, halts, and points where the column changes road.</summary>
    private static bool IsCritical(Leg leg, int i) =>
        leg.Points[i].Remark.Length > 0 || (i + 1 < leg.Points.Count && leg.Points[i].Via != leg.Points[i + 1].Via);

    private IEnumerable<string> Point(int number, TimingPoint point, bool withTail)
    {
        yield return Text(number);
        yield return point.Node;
        yield return point.Name;
        yield return point.Via;
        yield return Decimal(point.Km);
        yield return Local(point.HeadArrives);
        yield return Local(point.HeadLeaves);
        if (withTail) yield return Local(point.TailClears);
        yield return Text((point.HeadLeaves - point.HeadArrives) / 60);
        yield return point.Remark;
    }

    private static IEnumerable<string> Common(PlannedSerial planned) =>
        [planned.Serial.Id, planned.Serial.Movement, planned.Serial.Unit];

    private string Local(int seconds) => _report.Clock.At(seconds).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Decimal(double value) => value.ToString("0.0##", CultureInfo.InvariantCulture);
}
