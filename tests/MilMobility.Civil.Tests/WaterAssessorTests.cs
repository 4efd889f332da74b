using MilMobility.Civil.Assessment;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// The water account from a plan to its figures, with answers worked out by hand. The lock has one chamber for one barge of 110 m and a
/// cycle
/// of an hour: to the first port a lockage on each hour, to the second on each half hour.
///
///     a ---5 km--- lock ---5 km--- b
///
/// One civil barge an hour, half of them each way: one each way at 1, 3, 5, ... 23 o'clock. Those for a find their lockage at once,
/// those for b
/// wait half an hour: 12 x 0.5 = 6 barge-hours a day, of 24 barges, so 15 minutes on average.
/// </summary>
public sealed class WaterAssessorTests
{
    private const int Hour = 3600;

    private static CivilScene Lock(double barges = 1) => new(new SceneBuilder()
        .Node("a", TransportMode.Water, "port", 0, 0).Node("lock", TransportMode.Water, "lock", 5000, 0)
        .Node("b", TransportMode.Water, "port", 10_000, 0)
        .Link("a-lock", "a", "lock", with: l => l with { CemtClass = 5 })
        .Link("lock-b", "lock", "b", with: l => l with { CemtClass = 5 })
        .Lock("lock", 60, (120, 1200)).Civil(TransportMode.Water, "node:lock", "barge", "vessels-per-h", barges));

    /// <summary>Enters its lockage to b at a time; the cycle is part of the move.</summary>
    private static PlannedSerial Passes(int start) =>
        CivilScene.Barge($"B{start}", 700, ("lock-b", "lock", "b", start, start + Hour + 1500));

    private static PlannedSerial[] Convoy(int count) => [.. Enumerable.Range(1, count).Select(i => Passes(i * Hour))];

    /// <remarks>
    /// Three barges of the plan come at 1, 2 and 3 o'clock and have the lockages of 1:30, 2:30 and 3:30. Who came at 1 goes at 4:30, who
    /// came at 3 at 5:30, who came at 5 at 6:30, each 3, 2 and 1 hours later than before; at 7:30 the queue is gone. So 6 barge-hours
    /// more, 12 / 24 = 30 minutes on average, and three hours of arrival over the norm: (0 + 3.5) / 2, 2.5 / 2 and 1.5 / 2 hours.
    /// </remarks>
    [Fact]
    public void A_convoy_of_three_barges_at_a_lock_with_periodic_arrivals()
    {
        var mode = Assess(Lock(), Convoy(3));
        Assert.Equal((6.0, 12.0), BeforeAndAfter(mode, WaterMetrics.BargeHours));
        Assert.Equal((15.0, 30.0), BeforeAndAfter(mode, WaterMetrics.MeanWait));
        Assert.Equal((0.0, 3.0), BeforeAndAfter(mode, WaterMetrics.OverNorm));
        Assert.Equal((0.0, 0.0), BeforeAndAfter(mode, WaterMetrics.RecreationHours));
        var cells = mode.Cells.Where(c => c.Metric == WaterMetrics.BargeHours).ToList();
        Assert.Equal([("lock", 1, 3.0), ("lock", 3, 2.0), ("lock", 5, 1.0)], cells.Select(c => (c.Resource, c.Hour, c.After - c.Before)));
        Assert.All(new[] { ("manager", "RWS"), ("region", "Utrecht"), ("class", "barge") }, part => Assert.Equal(
            6.0, Part(mode, part).Change));
        Assert.Equal(3.0, Part(mode, ("hour", "0001")).Change);
    }

    [Fact]
    public void No_barge_of_the_plan_no_change_at_all_and_none_at_a_lock_that_nobody_else_uses()
    {
        foreach (var mode in new[] { Assess(Lock()), Assess(Lock(barges: 0), Convoy(3)) })
        {
            Assert.NotEmpty(mode.Figures);
            Assert.All(mode.Figures, f => Assert.Equal(f.Before, f.After));
            Assert.Empty(mode.Cells);
            Assert.Empty(mode.Breakdowns);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Twice_the_barges_never_cost_less(int count)
    {
        var (one, twice) = (Assess(Lock(), Convoy(count)), Assess(Lock(), Convoy(2 * count)));
        Assert.True(Change(one, WaterMetrics.BargeHours) > 0);
        Assert.True(Change(twice, WaterMetrics.BargeHours) >= Change(one, WaterMetrics.BargeHours));
        var (bridge, bridgeTwice) = (Assess(Bridge(), High(count)), Assess(Bridge(), High(2 * count)));
        Assert.True(Change(bridgeTwice, WaterMetrics.BridgeRoadHours) >= Change(bridge, WaterMetrics.BridgeRoadHours));
        Assert.True(Change(bridge, WaterMetrics.BridgeRoadHours) > 0);
    }

    /// <remarks>
    /// 4,000 pcu an hour can pass each way and 2,000 come. Ten minutes open: 333.3 stand, gone after ten more, 333.3 / 2 x 1/3 h = 55.56
    /// each way, 111.1 both. Two vessels five minutes apart keep it open for 15 minutes: 1.5 x 1.5 = 2.25 times as much. A vessel of 5 m
    /// passes below.
    /// </remarks>
    [Fact]
    public void A_bridge_that_opens_stops_its_road_both_ways()
    {
        Assert.Equal(1000 / 9.0, Change(Assess(Bridge(), High(1)), WaterMetrics.BridgeRoadHours), 1e-9);
        var pair = Assess(Bridge(), CivilScene.Barge("one", 900, Under(36_000)), CivilScene.Barge("two", 900, Under(36_300)));
        Assert.Equal(250, Change(pair, WaterMetrics.BridgeRoadHours), 1e-9);
        Assert.Equal(("bridge", 10), Assert.Single(pair.Cells.Select(c => (c.Resource, c.Hour))));
        Assert.Equal(0.0, Change(Assess(Bridge(), CivilScene.Barge("low", 500, Under(36_000))), WaterMetrics.BridgeRoadHours));
    }

    /// <remarks>
    /// A barge of class V draws 1.8 m empty and 3.5 m full; 85 cm less than 3.5 m leaves 0.85 of 1.7 m, half of the cargo, on one of two
    /// fairways. The other keeps its draught and does not count.
    /// </remarks>
    [Fact]
    public void Low_water_halves_what_barges_carry_and_no_plan_changes_that()
    {
        var scene = new CivilScene(new SceneBuilder()
            .Node("a", TransportMode.Water, "port", 0, 0).Node("b", TransportMode.Water, "port", 5000, 0)
            .Node("c", TransportMode.Water, "port", 10_000, 0)
            .Link("ab", "a", "b", with: l => l with { CemtClass = 5, DraughtCm = 350 })
            .Link("bc", "b", "c", with: l => l with { CemtClass = 5, DraughtCm = 350 }))
        {
            Patches = [new NetworkPatch("ab", PatchEffect.LowWater, 85, 0, 86_400, 1)],
        };
        var mode = Assess(scene, CivilScene.Barge("B", 700, ("ab", "a", "b", 0, 1500)));
        Assert.Equal((50.0, 50.0), BeforeAndAfter(mode, WaterMetrics.LoadingShare));
    }

    private static CivilScene Bridge() => new(new SceneBuilder()
        .Node("a", TransportMode.Water, "port", 0, 0).Node("bridge", TransportMode.Water, "bridge", 5000, 0)
        .Node("b", TransportMode.Water, "port", 10_000, 0)
        .Node("n", TransportMode.Road, "exit", 5000, 5000).Node("s", TransportMode.Road, "exit", 5000, -5000)
        .Link("a-bridge", "a", "bridge").Link("bridge-b", "bridge", "b").Link("ns", "n", "s")
        .Bridge("bridge", "ns", clearanceClosedCm: 700, openingMinutes: 10)
        .Civil(TransportMode.Road, "ns", "car", "pcu-per-h", 2000));

    /// <summary>Vessels of 9 m, an hour apart.</summary>
    private static PlannedSerial[] High(int count) =>
        [.. Enumerable.Range(0, count).Select(i => CivilScene.Barge($"H{i}", 900, Under(36_000 + (i * Hour))))];

    private static (string, string, string, int, int) Under(int start) => ("bridge-b", "bridge", "b", start, start + 1500);

    private static double Change(ModeAssessment mode, string metric) => CivilScene.Figure(mode, metric).Change;

    private static (double, double) BeforeAndAfter(ModeAssessment mode, string metric)
    {
        var figure = CivilScene.Figure(mode, metric);
        return (Math.Round(figure.Before, 9), Math.Round(figure.After, 9));
    }

    private static CivilFigure Part(ModeAssessment mode, (string Dimension, string Key) part) => mode.Breakdowns
        .Single(b => b.Dimension == part.Dimension && b.Key == part.Key).Figures.Single(f => f.Metric == WaterMetrics.BargeHours);

    private static ModeAssessment Assess(CivilScene scene, params PlannedSerial[] planned)
    {
        var assessed = WaterAssessor.Assess(scene.Input(planned), TestContext.Current.CancellationToken);
        Assert.Empty(assessed.Assessment.Figures.Select(f => f.Metric).Except(assessed.Metrics.Select(m => m.Id)));
        return assessed.Assessment;
    }
}
