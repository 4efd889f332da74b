using MilMobility.Civil.Demand;
using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// Small railways for which times can be worked out by hand: every civil train runs 20 m/s and takes 10 s from head to tail; the next
/// keeps 120 s behind a tail, and a train that meets one on single track 60 s. One timetable; winter time from a Monday, midnight UTC.
/// </summary>
internal static class RailScene
{
    public const RailLevers AllLevers =
        RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight | RailLevers.CancelPassenger;

    public static readonly RailRules Rules = new()
    {
        Patterns = 1,
        PatternWaitSeconds = 1800,
        FollowingSeconds = 120,
        OpposingSeconds = 60,
        SpeedKmh = [72, 72, 72],
        LengthMetres = [200, 200, 200],
        Passengers = [300, 100, 0],
        CancelledMinutes = [30, 30, 1440],
        PassengerSlackSeconds = 900,
        FreightSlackSeconds = 900,
        RetimeSeconds = 3600,
        ShiftSeconds = 4 * 3600,
        DetourSeconds = 3 * 3600,
        PeakFromHour = [7, 16],
        PeakHours = 2,
        PeakPercent = 75,
        DayPercent = 60,
        PassengerPunctualityPercent = 90,
        PassengerPunctualityNorm = 88,
        FreightPunctualityPercent = 70,
        PassengerLateSeconds = 300,
        FreightLateSeconds = 180,
    };

    /// <summary>A line of stations 12 km (600 s) apart: a, b, c, ... with links ab, bc, ...</summary>
    public static SceneBuilder Line(int sections, int tracks, int capacityPerHour = 2)
    {
        var scene = new SceneBuilder().Node("a", TransportMode.Rail, "station", 0, 0);
        for (var i = 1; i <= sections; i++)
        {
            var (from, to) = ($"{(char)('a' + i - 1)}", $"{(char)('a' + i)}");
            scene.Node(to, TransportMode.Rail, "station", 12_000 * i, 0)
                .Link(from + to, from, to, 12_000, 160, tracks, capacityPerHour);
        }

        return scene;
    }

    public static SceneBuilder Trains(this SceneBuilder scene, string category, double perHour, params string[] links)
    {
        foreach (var link in links) scene.Civil(TransportMode.Rail, link, category, "trains-per-h", perHour);
        return scene;
    }

    public static RailScope Scope(
        this SceneBuilder scene, RailLevers levers = RailLevers.None, int floorPercent = 0, int hours = 6, RailRules? rules = null)
    {
        var network = scene.Compile();
        var start = new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);
        return new RailScope(
            RailSections.Compile(network, rules ?? Rules), CivilDemand.Compile(network), new LocalClock(start, [(0, 3600)]), hours,
            new LegalRegime(0, floorPercent, 0, levers, ""));
    }

    /// <summary>A military train of 30 s from head to tail, as long on every link.</summary>
    public static IReadOnlyList<MilitaryStay> Military(
        this RailScope scope, int enter, int runSeconds, params IReadOnlyList<string> links) =>
        scope.Military("M-1", enter, runSeconds, true, links);

    public static IReadOnlyList<MilitaryStay> Military(
        this RailScope scope, string serial, int enter, int runSeconds, bool forward, params IReadOnlyList<string> links) =>
    [
        .. links.Select((link, i) => new MilitaryStay(
            serial, scope.Rail.OfLink(scope.Rail.Network.LinkIndex[link]), forward, enter + (i * runSeconds),
            enter + ((i + 1) * runSeconds), 30)),
    ];

    public static ModeAssessment Assess(this RailScope scope, params IReadOnlyList<MilitaryStay> military) =>
        RailAssessor.Assess(scope, military, TestContext.Current.CancellationToken).Assessment;

    public static double Change(this ModeAssessment assessment, string metric) =>
        assessment.Figures.Single(f => f.Metric == metric).Change;

    public static double After(this ModeAssessment assessment, string metric) =>
        assessment.Figures.Single(f => f.Metric == metric).After;
}
