using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Documents;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Tables;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Workbooks;

/// <summary>Legs and their timing points as sheets. Moments are local.</summary>
internal sealed class LegSheets
{
    private readonly MissionReport _report;
    private readonly List<Leg> _legs;

    public LegSheets(MissionReport report)
    {
        _report = report;
        _legs =
        [
            .. new Legs(report.Map).Of(report.Plan).OrderBy(l => l.StartSeconds).ThenBy(l => l.Planned.Serial.Id, StringComparer.Ordinal),
        ];
    }

    public XlsxSheet Legs() => new(
        "legs",
        [
            new("number", 18), new("serial"), new("mode", 8), new("from", 28), new("to", 28), new("leaves", 19), new("clear", 19),
            new("km", 10), new("route", 50),
        ],
        _legs.Select(l => (object?[])
        [
            Number(l), l.Planned.Serial.Id, Formats.Words(l.Mode), l.Points[0].Name, l.Points[^1].Name, At(l.StartSeconds),
            At(l.EndSeconds), Math.Round(l.Km, 1), l.Route,
        ]));

    public XlsxSheet MarchTable() => new(
        "march table",
        [
            new("credit", 18), new("serial"), new("unit", 22), new("vehicles", 9), new("MLC", 12), new("speed km/h", 11),
            new("column m", 10), new("pass s", 8), new("route", 40), new("point", 7), new("name", 30), new("by", 16), new("km", 9),
            new("due", 19), new("leaves", 19), new("clear", 19), new("halt min", 9), new("remark", 12),
        ],
        Points(TransportMode.Road, onlyCritical: true, l => l.Planned.Serial.Road is { } road
            ?
            [
                Number(l), l.Planned.Serial.Id, l.Planned.Serial.Unit, road.VehicleCount, MarchDocuments.LoadClass(road), road.SpeedKmh,
                road.ColumnMetres, road.PassSeconds, l.Route,
            ]
            : [Number(l), l.Planned.Serial.Id, l.Planned.Serial.Unit, null, null, null, null, null, l.Route]));

    public XlsxSheet CreditRequests() => new(
        "credit requests",
        [
            new("request", 18), new("requesting authority", 20), new("unit", 22), new("movement", 12), new("priority", 9),
            new("vehicles", 9), new("MLC", 12), new("axle load t", 11), new("width m", 9), new("height m", 9), new("dangerous goods", 18),
            new("escorts", 8), new("start point", 28), new("start", 19), new("release point", 28), new("clear by", 19),
            new("earliest", 19), new("latest", 19), new("route", 40), new("granted number", 16),
        ],
        _legs.Where(l => l.Mode == TransportMode.Road && l.Planned.Serial.Road is not null).Select(l =>
        {
            var (serial, road) = (l.Planned.Serial, l.Planned.Serial.Road!);
            return (object?[])
            [
                Number(l), null, serial.Unit, serial.Movement, serial.Priority, road.VehicleCount, MarchDocuments.LoadClass(road),
                road.AxleLoadKg / 1000.0, road.WidthCm / 100.0, road.HeightCm / 100.0, serial.DangerousGoods, road.Escorts,
                l.Points[0].Name, At(l.StartSeconds), l.Points[^1].Name, At(l.EndSeconds), At(serial.ReadySeconds),
                At(serial.DueSeconds), l.Route, null,
            ];
        }));

    public XlsxSheet TrainPaths() => new(
        "train paths",
        [
            new("request", 18), new("train"), new("length m", 9), new("mass t", 9), new("speed km/h", 10), new("traction", 10),
            new("gauge", 8), new("line category", 12), new("dangerous goods", 18), new("point", 7), new("location", 30), new("line", 26),
            new("km", 9), new("arrival", 19), new("departure", 19), new("clear", 19), new("stop min", 9), new("activity", 12),
        ],
        Points(TransportMode.Rail, onlyCritical: false, l => l.Planned.Serial.Rail is { } rail
            ?
            [
                Number(l), l.Planned.Serial.Id, rail.TrainLengthMetres, rail.TrainMassKg / 1000.0, rail.SpeedKmh,
                Formats.Words(rail.Traction), rail.Gauge.ToString(), TrainPathRequests.LineCategory(rail),
                l.Planned.Serial.DangerousGoods,
            ]
            : [Number(l), l.Planned.Serial.Id, null, null, null, null, null, null, null]));

    public XlsxSheet Voyages() => new(
        "voyages",
        [
            new("voyage", 18), new("serial"), new("length m", 9), new("beam m", 9), new("draught m", 10), new("air draught m", 12),
            new("point", 7), new("name", 30), new("fairway", 26), new("km", 9), new("arrives", 19), new("leaves", 19), new("clear", 19),
            new("waits min", 9), new("remark", 12),
        ],
        Points(TransportMode.Water, onlyCritical: false, l => l.Planned.Serial.Water is { } water
            ?
            [
                Number(l), l.Planned.Serial.Id, water.VesselLengthMetres, water.BeamCm / 100.0, water.DraughtCm / 100.0,
                water.AirDraughtCm / 100.0,
            ]
            : [Number(l), l.Planned.Serial.Id, null, null, null, null]));

    private IEnumerable<IReadOnlyList<object?>> Points(TransportMode mode, bool onlyCritical, Func<Leg, object?[]> lead)
    {
        foreach (var leg in _legs.Where(l => l.Mode == mode))
        {
            var number = 0;
            foreach (var p in onlyCritical ? MarchDocuments.CriticalPoints(leg) : leg.Points)
            {
                yield return
                [
                    .. lead(leg), ++number, p.Name, p.Via, Math.Round(p.Km, 1), At(p.HeadArrives), At(p.HeadLeaves), At(p.TailClears),
                    (p.HeadLeaves - p.HeadArrives) / 60, p.Remark,
                ];
            }
        }
    }

    private string Number(Leg leg) => MovementTables.CreditNumber(_report, leg);

    private DateTimeOffset At(int seconds) => _report.Clock.At(seconds);
}
