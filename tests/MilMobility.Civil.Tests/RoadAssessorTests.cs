using MilMobility.Civil.Assessment;
using MilMobility.Civil.RoadAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>The road assessment of plans stated by hand.</summary>
public sealed class RoadAssessorTests
{
    /// <remarks>
    /// a -- 6 km, 100 km/h, two lanes of 2,000, 3,000 cars an hour -- b. The column drives at 50 km/h (432 s) and passes in 216 s:
    /// the far end sees one lane for 216 + 216 s = 0.12 h, until 648 s after the head entered. 120 cars are behind time then,
    /// make it good at 1,000 an hour in 0.12 h: 0.24 x 120 / 2 = 14.4 vehicle-hours.
    /// </remarks>
    [Fact]
    public void A_column_on_a_corridor_costs_the_triangle_of_its_queue()
    {
        var mode = Assess(Corridor(3000), Drive(36_000));
        Assert.Equal(14.4, CivilScene.Figure(mode, RoadMetrics.QueueHours).Change, 9);
        Assert.Equal(14.4, CivilScene.Figure(mode, RoadMetrics.HoursLost).Change, 9);
        var cell = Assert.Single(mode.Cells);
        Assert.Equal(("ab", true, 10, 14.4), (cell.Resource, cell.Forward, cell.Hour, Math.Round(cell.After, 9)));
        Assert.Contains(mode.Notes, note => note.Text.Contains("no zones", StringComparison.Ordinal));
    }

    /// <remarks>
    /// Entered at 39,000 s, the queue begins at 39,216 s and has grown for 384 s = 0.10667 h when the hour ends: 106.67 cars,
    /// 0.10667 x 106.67 / 2 = 5.6889 vehicle-hours; the other 8.7111 are the next hour's.
    /// </remarks>
    [Fact]
    public void A_queue_is_carried_into_the_next_hour()
    {
        var mode = Assess(Corridor(3000), Drive(39_000));
        Assert.Equal([10, 11], mode.Cells.Select(c => c.Hour));
        Assert.Equal(5.688889, mode.Cells[0].After, 5);
        Assert.Equal(14.4 - 5.688889, mode.Cells[1].After, 5);
        Assert.Equal(["0010", "0011"], mode.Breakdowns.Where(b => b.Dimension == "hour").Select(b => b.Key));
    }

    /// <remarks>
    /// 1,500 cars and 750 lorries of two units are the same 3,000 units: of the 14.4 unit-hours half are cars', half lorries',
    /// which are half as many vehicles.
    /// </remarks>
    [Fact]
    public void Lorries_wait_as_vehicles_though_they_queue_as_units()
    {
        var mode = Assess(Corridor(1500, freight: 1500), Drive(36_000));
        Assert.Equal(7.2 + 3.6, CivilScene.Figure(mode, RoadMetrics.QueueHours).Change, 9);
        var classes = mode.Breakdowns.Where(b => b.Dimension == "vehicle-class").ToList();
        Assert.Equal([("car", 7.2), ("freight", 3.6)], classes.Select(c => (c.Key, Math.Round(
            c.Figures.Single(f => f.Metric == RoadMetrics.QueueHours).Change, 9))));
    }

    /// <remarks>
    /// A crossing of single lanes, 5 km at 50 km/h, 600 cars an hour on each: the column, 360 s long, comes from w and goes on
    /// to e at the speed of all. Its own road is restricted for 0.1 h: 60 cars, cleared at 400 an hour (1,000 - 600) in 0.15 h,
    /// 0.25 x 60 / 2 = 7.5; so is the next one, and the roads from n and s wait for the same 0.1 h: 7.5 each. From e traffic comes on.
    /// </remarks>
    [Fact]
    public void The_roads_that_cross_a_column_wait_for_all_of_it()
    {
        var scene = new SceneBuilder()
            .Node("w", TransportMode.Road, "exit", -5000, 0).Node("e", TransportMode.Road, "exit", 5000, 0)
            .Node("n", TransportMode.Road, "exit", 0, 5000).Node("s", TransportMode.Road, "exit", 0, -5000)
            .Node("x", TransportMode.Road, "exit", 0, 0);
        foreach (var end in new[] { "w", "e", "n", "s" })
            scene.Link($"{end}x", end, "x", 5000, 50, 1, 1000, linkClass: "n-road");
        scene.Civil(TransportMode.Road, "class:n-road", "car", "pcu-per-h", 600);
        var mode = Assess(
            new CivilScene(scene), CivilScene.Column("C", 360, ("wx", "w", "x", 36_000, 36_360), ("ex", "x", "e", 36_360, 36_720)));
        Assert.Equal(
            [("ex", false), ("nx", true), ("sx", true), ("wx", true)],
            mode.Cells.Select(c => (c.Resource, c.Forward)).Distinct().Order());
        Assert.All(mode.Cells.GroupBy(c => c.Resource), g => Assert.Equal(7.5, g.Sum(c => c.After), 9));
        Assert.Equal(30, CivilScene.Figure(mode, RoadMetrics.QueueHours).Change, 9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_columns_nothing_changes_at_all(bool withZones)
    {
        var mode = Assess(withZones ? Triangle() : Corridor(3000));
        Assert.NotEmpty(mode.Figures);
        Assert.All(mode.Figures, f => Assert.Equal(0.0, f.Change));
        Assert.Empty(mode.Breakdowns);
        Assert.Empty(mode.Cells);
    }

    /// <remarks>A column at night on a road with room beside it: no queue, and no capacity that anybody would miss.</remarks>
    [Fact]
    public void A_column_that_all_can_pass_delays_nobody()
    {
        var mode = Assess(Corridor(1900), Drive(36_000));
        Assert.All(mode.Figures, f => Assert.Equal(0.0, f.Change));
    }

    /// <remarks>
    /// Three towns of the same size, 10 km apart, 6,000 cars and 3 lorries an hour: 1,000 and 0.5 (one unit) each way on each road, for
    /// nobody drives 20 km instead of 10. A column on ab leaves less of one road, so some go by c, and all figures are those of the parts.
    /// </remarks>
    [Fact]
    public void With_zones_the_difference_of_two_equilibria_is_told_by_part()
    {
        var mode = Assess(Triangle(), Drive(36_000));
        var lost = CivilScene.Figure(mode, RoadMetrics.HoursLost);
        Assert.True(lost.Change > 0);
        foreach (var dimension in new[] { "manager", "region", "hour", "class", "vehicle-class" })
        {
            var parts = mode.Breakdowns.Where(b => b.Dimension == dimension).ToList();
            // Parts that change by less than what the gap leaves open are left out.
            Assert.Equal(lost.Change, parts.Sum(b => b.Figures.Single(f => f.Metric == RoadMetrics.HoursLost).Change), 1e-3);
        }

        var cells = mode.Cells.Where(c => c.Metric == RoadMetrics.HoursLost).ToList();
        Assert.Equal(lost.Change, cells.Sum(c => c.After - c.Before), 0.1);
        Assert.Equal(1000, mode.Cells.Single(c => c is { Resource: "ab", Forward: true, Metric: RoadMetrics.Flow }).Before - 1, 1e-3);
        Assert.Equal(60_030, CivilScene.Figure(mode, RoadMetrics.VehicleKm).Before, 1);
        Assert.Contains(mode.Notes, note => note.Text.StartsWith("Two user equilibria for each of 1 hours", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_plan_is_assessed_to_the_same_last_bit()
    {
        var (first, second) = (Assess(Triangle(), Drive(36_000)), Assess(Triangle(), Drive(36_000)));
        Assert.Equal(first.Figures, second.Figures);
        Assert.Equal(first.Cells, second.Cells);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_cancels_gets_no_half_an_account(bool withZones)
    {
        var input = (withZones ? Triangle() : Corridor(3000)).Input(Drive(36_000));
        Assert.ThrowsAny<OperationCanceledException>(() => RoadAssessor.Assess(input, new CancellationToken(canceled: true)));
        Assert.ThrowsAny<OperationCanceledException>(() => PlanAssessor.Assess(input, new CancellationToken(canceled: true)));
    }

    private static CivilScene Corridor(double cars, double freight = 0)
    {
        var scene = new SceneBuilder().Node("a", TransportMode.Road, "exit", 0, 0).Node("b", TransportMode.Road, "exit", 6000, 0)
            .Link("ab", "a", "b", 6000, 100, 2, 4000).Civil(TransportMode.Road, "class:motorway", "car", "pcu-per-h", cars);
        return new CivilScene(freight > 0 ? scene.Civil(TransportMode.Road, "class:motorway", "freight", "pcu-per-h", freight) : scene);
    }

    /// <summary>On the corridor, or on the triangle's side of the same name: 432 s for 6 km.</summary>
    private static PlannedSerial Drive(int start) => CivilScene.Column("C", 216, ("ab", "a", "b", start, start + 432));

    private static CivilScene Triangle()
    {
        var scene = new SceneBuilder().Node("a", TransportMode.Road, "interchange", 0, 0)
            .Node("b", TransportMode.Road, "interchange", 6000, 0).Node("c", TransportMode.Road, "interchange", 3000, 5196)
            .Link("ab", "a", "b", 10_000, 100, 2, 1600).Link("bc", "b", "c", 10_000, 100, 2, 1600)
            .Link("ca", "c", "a", 10_000, 100, 2, 1600).Civil(TransportMode.Road, "class:motorway", "car", "pcu-per-h", 1000)
            .Civil(TransportMode.Road, "class:motorway", "freight", "pcu-per-h", 1);
        var parameters = new Dictionary<string, double>(StringComparer.Ordinal) { ["road.adjust.rounds"] = 0 };
        foreach (var hours in new[] { "night", "morning-peak", "midday", "evening-peak" })
        {
            parameters[$"road.demand.{hours}.car.trips_h"] = 6000;
            parameters[$"road.demand.{hours}.freight.trips_h"] = 3;
        }

        return new CivilScene(scene) { Zones = [("a", 100), ("b", 100), ("c", 100)], Parameters = parameters };
    }

    private static ModeAssessment Assess(CivilScene scene, params PlannedSerial[] planned)
    {
        var assessed = RoadAssessor.Assess(scene.Input(planned), TestContext.Current.CancellationToken);
        Assert.Empty(assessed.Assessment.Figures.Select(f => f.Metric).Except(assessed.Metrics.Select(m => m.Id)));
        return assessed.Assessment;
    }
}
