using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.Solvers;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>The stages together: the pool's choice with the real engine, cancelling, and faults of the input.</summary>
public sealed class MovementPlannerTests
{
    //   a ----- 10 km ----- b ~ sea c has one berth and no road
    private static SceneBuilder Network() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0, place: "haven")
        .Node("b", TransportMode.Road, "border", 10_000, 0)
        .Node("c", TransportMode.Sea, "berth", 0, 100, place: "haven")
        .Facility("port", "c", "port", berths: 1, maxLengthMetres: 200)
        .Link("ab", "a", "b", lengthMetres: 10_000);

    [Fact]
    public async Task The_pool_chooses_and_the_plan_is_never_dearer_for_it()
    {
        var scene = new MissionScene(Network()).Movement("M", "a", "b", 100);
        var without = scene.Plan();
        var solvers = new OrToolsSolvers();
        var with = scene.Plan(solvers: solvers);
        Assert.Equal("optimal", with.Pool.Status);
        Assert.True(with.Pool.Columns >= 5, $"{with.Pool.Columns} columns");
        Assert.True(with.Objective.TotalMicroEuros <= without.Objective.TotalMicroEuros);
        // Five convoys of 20, 360 s apart, each 660 s on the way: 20,000 (5 * 660 + 360 * (1 + 2 + 3 + 4)).
        Assert.Equal(20_000L * (3300 + 3600), with.Objective.TotalMicroEuros);
    }

    [Fact]
    public async Task Cancelling_gives_a_plan_that_says_what_is_missing()
    {
        var scene = new MissionScene(Network()).Movement("M", "a", "b", 40);
        var prices = scene.Free();
        var outcome = await MovementPlanner.PlanAsync(
            scene.Compiled(), scene.Network(), prices, null, null, new CancellationToken(canceled: true));
        var plan = Assert.IsType<Cancelled>(outcome).Plan;
        Assert.Equal(2, plan.Unmoved.Count);
        scene.AssertHolds(plan, prices);
    }

    [Fact]
    public async Task A_known_plan_made_at_other_weights_is_priced_anew_and_is_the_least_that_comes_back()
    {
        var scene = new MissionScene(Network()).Movement("M", "a", "b", 40);
        var earlier = scene.Plan();
        Assert.Empty(earlier.Unmoved);
        var compiled = scene.Compiled();
        var weights = compiled.Scenario.Weights;
        var dearer = compiled with
        {
            Scenario = compiled.Scenario with
            {
                Weights = weights with { TimeEurosPerVehicleHour = 2 * weights.TimeEurosPerVehicleHour },
            },
        };
        var outcome = await MovementPlanner.PlanAsync(
            dearer, scene.Network(), scene.Free(), null, null, new CancellationToken(canceled: true),
            known: new KnownPlans([earlier]));

        // Cancelled before anything could be planned, so what comes back is the known plan: the same steps, time twice as dear.
        var plan = Assert.IsType<Cancelled>(outcome).Plan;
        Assert.Empty(plan.Unmoved);
        Assert.Equal(2 * earlier.Objective.Time, plan.Objective.Time);
        Assert.Equal(earlier.Planned.Select(p => p.FinishSeconds), plan.Planned.Select(p => p.FinishSeconds));
    }

    [Fact]
    public void Unknown_places_are_named_with_their_line_and_near_names()
    {
        var scene = new MissionScene(Network()).Movement("M1", "a", "b", 1).Movement("M2", "havem", "b x", 1);
        var faults = Assert.IsType<Invalid<CompiledScenario>>(scene.Compile()).Diagnostics;
        Assert.Equal(
            [
                "PLN001 scene.yaml:2 movement 'M2': from = 'havem' is no place or node of the network; near it: haven",
                "PLN002 scene.yaml:2 movement 'M2': to = 'x' is no place or node of the network; near it: a, b, c",
            ],
            faults.Select(f => f.ToString()));
    }

    [Fact]
    public void Two_ships_do_not_fit_one_berth_and_long_ships_no_port()
    {
        var first = new Ship("S1", 0, 3600, DischargeMode.RoRo, 200);
        var second = new Ship("S2", 3599, 7200, DischargeMode.RoRo, 201);
        var scene = new MissionScene(Network())
            .Movement("M1", "haven", "b", 1, ship: first).Movement("M2", "haven", "b", 1, ship: second);
        var faults = Assert.IsType<Invalid<CompiledScenario>>(scene.Compile()).Diagnostics;
        Assert.Equal(["PLN011", "PLN010"], faults.Select(f => f.Code));
        Assert.Contains("'S1', 'S2' need 2 berths; it has 1", faults[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Serials_take_what_fits_every_mode()
    {
        // 50 vehicles: 20 by road at most, but a train of 220 m takes 10 wagons of one vehicle each.
        var scene = new MissionScene(Network());
        scene.Rail = scene.Rail with { MaxLengthMetres = 220 };
        scene.Movement("M", "a", "b", 50, with: r => r with { ByRail = true });
        var serials = scene.Compiled().Serials;
        Assert.Equal([10, 10, 10, 10, 10], serials.Select(s => s.VehicleCount));
        Assert.Equal(["M-01", "M-02", "M-03", "M-04", "M-05"], serials.Select(s => s.Id));
        var rail = serials[0].Rail!;
        Assert.Equal((10, 220, 10_000), (rail.Wagons, rail.TrainLengthMetres, rail.AxleLoadKg));
        // Locomotive 80 t, ten wagons of 20 t, ten vehicles of 20 t; a loaded wagon of 40 t on 20 m.
        Assert.Equal((480_000L, 2_000, 60), (rail.TrainMassKg, rail.MetreLoadKg, rail.PassSeconds));
        // 10 vehicles of 10 m and 40 m, at 60 km/h.
        Assert.Equal((500, 30), (serials[0].Road!.ColumnMetres, serials[0].Road!.PassSeconds));
    }
}
