using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>
/// <see cref="TinyReport"/> with eight columns and eight trains (so that public figures by mode are shown), managers,
/// provinces and an assessment whose figures are round numbers.
/// <code>
/// road   r1 --N1 (Province)-- r2 --A2 (RWS)-- r3 --A2 (RWS)-- r4      l1 in Utrecht, l2 and l3 in Gelderland
/// port   p1 (Harbour) ==transfer== y1 --line (ProRail)-- y2           l4 in Limburg
/// </code>
/// </summary>
internal static class WideReport
{
    public const int Copies = 8;

    public static MissionReport Make(ClassificationMarking marking = ClassificationMarking.Internal)
    {
        var tiny = TinyReport.Make(marking: marking);
        return tiny with
        {
            Plan = tiny.Plan with { Planned = [.. tiny.Plan.Planned.SelectMany(Copied)] },
            Map = tiny.Map with
            {
                Nodes = [.. tiny.Map.Nodes.Select(n => n with { Manager = ManagerOf(n.Id), Region = "Utrecht" })],
                Links = [.. tiny.Map.Links.Select(l => l with { Manager = LinkManagerOf(l.Id), Region = RegionOf(l.Id) })],
            },
            Impact = tiny.Impact with
            {
                Cells = [tiny.Impact.Cells[0] with { Manager = "RWS", Region = "Gelderland" }],
                ByManager = [new CivilGroup("RWS", 20, 1.5, 300_000_000)],
                ByRegion = [new CivilGroup("Gelderland", 20, 1.5, 300_000_000)],
                Assessment = Assessment(),
            },
        };
    }

    private static IEnumerable<PlannedSerial> Copied(PlannedSerial planned) => Enumerable.Range(1, Copies).Select(i => planned with
    {
        Serial = planned.Serial with
        {
            Id = $"{planned.Serial.Movement}-{i:D2}",
            Ship = planned.Serial.Rail is null ? null : new Ship("Vessel", 0, 7200, DischargeMode.RoRo, 180),
        },
    });

    private static string ManagerOf(string node) => node switch
    {
        "p1" => "Harbour",
        "y1" or "y2" => "ProRail",
        "r1" => "Ministry",
        _ => "RWS",
    };

    private static string LinkManagerOf(string link) => link switch
    {
        "l1" => "Province",
        "l4" => "ProRail",
        _ => "RWS",
    };

    private static string RegionOf(string link) => link switch
    {
        "l1" => "Utrecht",
        "l4" => "Limburg",
        _ => "Gelderland",
    };

    private static CivilAssessment Assessment() => new()
    {
        Metrics =
        [
            new CivilMetric("road.vehicle-hours-lost", "vehicle-hours lost", "vehicle-h", Sentence.AsIs("definition"),
                Sentence.AsIs("norm")),
            new CivilMetric("rail.train-minutes-lost", "train-minutes lost", "train-min", Sentence.AsIs("definition"),
                Sentence.AsIs("norm")),
        ],
        Modes =
        [
            new ModeAssessment(
                TransportMode.Road, [new CivilFigure("road.vehicle-hours-lost", 104_332, 104_389, "derived")],
                [
                    Part("manager", "RWS", 57), Part("region", "Gelderland", 50), Part("region", "Utrecht", 7), Part("hour", "0002", 57),
                ])
            {
                Cells =
                [
                    .. Enumerable.Range(0, 6).Select(i => new AssessedCell($"g{i}", true, 2, "road.vehicle-hours-lost", 0, 9)),
                    new AssessedCell("l2", true, 2, "road.vehicle-hours-lost", 0, 3),
                ],
            },
            new ModeAssessment(
                TransportMode.Rail, [new CivilFigure("rail.train-minutes-lost", 0, 12, "assumed")],
                [new CivilBreakdown("manager", "ProRail", [new CivilFigure("rail.train-minutes-lost", 0, 12, "assumed")])])
            {
                Paths = [new DisplacedPath("freight", ["l4"], 1, "retimed", 0.4, 12, 0, ["B-01"])],
            },
        ],
        Valuation = new CivilValuation(
            [
                new ValuedChange(
                    TransportMode.Road, "road.vehicle-hours-lost", 57, "freight",
                    new EuroSpread(1_000_000_000, 2_000_000_000, 3_000_000_000), "derived"),
            ],
            new EuroSpread(1_000_000_000, 2_000_000_000, 3_000_000_000),
            new Fairness("euros per 1,000 inhabitants", [new RegionBurden("Gelderland", 12), new RegionBurden("Utrecht", 3)], 0.42),
            [new CarbonChange(TransportMode.Road, 1234, "assumed", "a source")]),
    };

    private static CivilBreakdown Part(string dimension, string key, double change) =>
        new(dimension, key, [new CivilFigure("road.vehicle-hours-lost", 100, 100 + change, "derived")]);
}
