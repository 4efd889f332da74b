using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Planning.Insertion;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>
/// One more movement, X, beside movement M of 20 vehicles that leaves a at 0 and is in at 660. On the same road X enters at 360, one
/// pass time (60 s) and headway (300 s) behind, and is in at 1,020.
/// </summary>
public sealed class MovementInsertionTests
{
    //   a ----- 10 km ----- b          600 s at 60 km/h
    private static SceneBuilder OneRoad() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Link("ab", "a", "b", lengthMetres: 10_000);

    private static MissionScene M(SceneBuilder network) => new MissionScene(network).Movement("M", "a", "b", 20, due: 700);

    [Fact]
    public void What_fits_is_placed_behind_what_stands_and_nothing_that_stands_is_moved()
    {
        var (before, insertion) = Into(M(OneRoad()));
        var both = M(OneRoad()).Movement("X", "a", "b", 20);
        var inserted = Assert.Single(Insert(insertion, both).Inserted);
        var plan = insertion.Plan();
        Assert.Equal([360], plan.Entries("X-01"));
        Assert.Equal(before.Of("M-01").Steps, plan.Of("M-01").Steps);
        // 20 vehicles at 1,000 micro-euros a second until 1,020; alone it would be in at 660.
        Assert.Equal(20_000L * 1020, inserted.CostMicroEuros);
        Assert.Equal(0, inserted.CivilMicroEuros);
        Assert.Equal(before.Objective.TotalMicroEuros + inserted.CostMicroEuros, plan.Objective.TotalMicroEuros);
        Assert.Equal(before.BoundMicroEuros + (20_000L * 660), plan.BoundMicroEuros);
        both.AssertHolds(plan, both.Free());
    }

    [Fact]
    public void The_civil_price_that_it_adds_is_what_the_dearer_band_asks()
    {
        // 40 pcu a serial: the first fills the free band of 40, the second pays 1,000 micro-euros for each of its 40. Waiting for the
        // next hour would cost 20,000 a second, so it goes.
        var cells = new Dictionary<(string, int), (int, long)[]> { [("ab", 0)] = [(40, 0), (40, 1000)] };
        var scene = M(OneRoad());
        var both = M(OneRoad()).Movement("X", "a", "b", 20);
        var prices = scene.Prices(cells);
        var insertion = MovementInsertion.Into(scene.Plan(prices), scene.Compiled(), scene.Network(), prices);
        Assert.Equal(40_000, Assert.Single(Insert(insertion, both).Inserted).CivilMicroEuros);
        Assert.Equal(40_000, insertion.Plan().Objective.Civil);
        both.AssertHolds(insertion.Plan(), prices);
    }

    [Fact]
    public void A_hard_due_time_that_cannot_be_kept_is_refused_with_what_takes_the_road_and_the_earliest_time_that_can()
    {
        var (_, insertion) = Into(M(OneRoad()));
        var both = M(OneRoad()).Movement("X", "a", "b", 20, due: 1000, hardDue: true);
        var refused = Assert.Single(Insert(insertion, both).Refused);
        Assert.Equal(UnmovedReason.NoCapacity, refused.Unmoved.Reason);
        Assert.Contains("link 'ab'", refused.Unmoved.Detail.Text, StringComparison.Ordinal);
        var later = Assert.Single(refused.Alternatives);
        Assert.Equal((AlternativeKind.OtherTime, 1020, 20), (later.Kind, later.FinishSeconds, later.LatenessSeconds));
        // 10,000 EUR a vehicle for what stays.
        Assert.Equal(20 * 10_000_000_000L, insertion.Plan().Objective.Unmoved);
        both.AssertHolds(insertion.Plan(), both.Free());
    }

    [Fact]
    public void What_fits_late_says_what_binds_and_by_when_it_could_be_in()
    {
        var (_, insertion) = Into(M(OneRoad()));
        var inserted = Assert.Single(Insert(insertion, M(OneRoad()).Movement("X", "a", "b", 20, due: 700)).Inserted);
        Assert.Equal(320, inserted.Planned.LatenessSeconds);
        Assert.Contains("link 'ab'", inserted.LateBecause.Text, StringComparison.Ordinal);
        Assert.Contains(inserted.Alternatives, a => a is { Kind: AlternativeKind.OtherTime, FinishSeconds: 1020 });
    }

    [Fact]
    public void An_earlier_start_is_offered_where_that_is_what_keeps_the_due_time()
    {
        // The journey takes 660 s; ready at 8 h and due 10 minutes later it cannot be on time, ready six hours earlier it can.
        var (_, insertion) = Into(M(OneRoad()));
        var both = M(OneRoad()).Movement("X", "a", "b", 20, ready: 8 * 3600, due: (8 * 3600) + 600, hardDue: true);
        var refused = Assert.Single(Insert(insertion, both).Refused);
        Assert.Equal(UnmovedReason.NoTime, refused.Unmoved.Reason);
        Assert.Equal((2 * 3600) + 660, refused.Alternatives[0].FinishSeconds);
        Assert.StartsWith("ready 6 h earlier", refused.Alternatives[0].Change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_mode_than_its_rows_allow_is_offered_where_it_would_go()
    {
        var (_, insertion) = Into(M(OneRoad()));
        var both = M(OneRoad()).Movement("X", "a", "b", 20, with: r => r with { ByRoad = false, ByRail = true });
        var refused = Assert.Single(Insert(insertion, both).Refused);
        Assert.Equal(UnmovedReason.NoMode, refused.Unmoved.Reason);
        var road = Assert.Single(refused.Alternatives);
        Assert.Equal((AlternativeKind.OtherMode, "road allowed", 1020), (road.Kind, road.Change.Text, road.FinishSeconds));
    }

    [Fact]
    public void Another_exit_of_the_scenario_is_offered_where_it_is_in_time()
    {
        //   c -- 5 km -- a -- 10 km -- b    to c it takes 300 + 60 s; N goes there at 5 h
        var network = OneRoad().Node("c", TransportMode.Road, "border", -5_000, 0).Link("ac", "a", "c", lengthMetres: 5_000);
        MissionScene Scene() => M(network).Movement("N", "a", "c", 20, ready: 5 * 3600);
        var (_, insertion) = Into(Scene());
        var refused = Assert.Single(Insert(insertion, Scene().Movement("X", "a", "b", 20, due: 1000, hardDue: true)).Refused);
        var exit = refused.Alternatives[0];
        Assert.Equal((AlternativeKind.OtherExit, "to 'c'", 360), (exit.Kind, exit.Change.Text, exit.FinishSeconds));
    }

    [Fact]
    public void A_limit_that_closes_every_route_is_named_and_offered_to_be_waived()
    {
        // Trucks of 350 cm under 300 cm: the 200 cm jeeps of M pass.
        var network = new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0)
            .Node("b", TransportMode.Road, "border", 10_000, 0)
            .Link("ab", "a", "b", lengthMetres: 10_000, with: l => l with { HeightCm = 300 });
        MissionScene Scene() => new MissionScene(network).Movement("M", "a", "b", 20, due: 700, with: r => r with { HeightCm = 200 });
        var (_, insertion) = Into(Scene());
        var refused = Assert.Single(Insert(insertion, Scene().Movement("X", "a", "b", 20)).Refused);
        Assert.Equal(UnmovedReason.NoRoute, refused.Unmoved.Reason);
        var waived = Assert.Single(refused.Alternatives);
        Assert.Equal((AlternativeKind.WaivedLimit, 1020), (waived.Kind, waived.FinishSeconds));
        Assert.Contains("height 350 cm, allowed 300 cm", waived.Change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Taken_out_again_it_leaves_the_plan_as_it_was()
    {
        var (before, insertion) = Into(M(OneRoad()));
        var both = M(OneRoad()).Movement("X", "a", "b", 60);
        var first = Insert(insertion, both);
        insertion.Undo();
        Assert.Same(before, insertion.Plan());
        var second = Insert(insertion, both);
        Assert.Equal(first.Inserted.Select(i => i.Planned.FinishSeconds), second.Inserted.Select(i => i.Planned.FinishSeconds));
        // Three serials behind M: 360 s apart.
        Assert.Equal([1020, 1380, 1740], second.Inserted.Select(i => i.Planned.FinishSeconds).Order());
    }

    [Fact]
    public void A_place_that_does_not_exist_is_an_error_and_changes_nothing()
    {
        var (before, insertion) = Into(M(OneRoad()));
        var scene = M(OneRoad()).Movement("X", "a", "nowhere", 20).Scenario();
        var outcome = insertion.Insert(
            [scene.Movements[^1]], [scene.Requirements[^1]], TestContext.Current.CancellationToken);
        var fault = Assert.Single(Assert.IsType<Invalid<InsertionResult>>(outcome).Diagnostics);
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
        Assert.Same(before, insertion.Plan());
    }

    private static (MovementPlan Plan, MovementInsertion Insertion) Into(MissionScene scene)
    {
        var plan = scene.Plan();
        return (plan, MovementInsertion.Into(plan, scene.Compiled(), scene.Network(), scene.Free()));
    }

    /// <summary>Inserts the last movement of a scene.</summary>
    private static InsertionResult Insert(MovementInsertion insertion, MissionScene both)
    {
        var scenario = both.Scenario();
        var outcome = insertion.Insert(
            [scenario.Movements[^1]], [scenario.Requirements[^1]], TestContext.Current.CancellationToken);
        return Assert.IsType<Valid<InsertionResult>>(outcome).Value;
    }
}
