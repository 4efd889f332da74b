using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Checking;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>
/// A corps on one road: 1,000 serials of ten trucks over 40 links of 1 km, each 410 s (pass time 110 s and headway 300 s) behind
/// the one before.
///
///     n0 --1 km-- n1 --1 km-- ... --1 km-- n40
/// </summary>
[Collection(nameof(PlanCheckerScaleTests))]
[CollectionDefinition(nameof(PlanCheckerScaleTests), DisableParallelization = true)]
public sealed class PlanCheckerScaleTests(ITestOutputHelper output)
{
    private const int Serials = 1_000;
    private const int Links = 40;
    private const int Spacing = 410;
    private const int Horizon = 5 * 86_400;
    private const int ViolationsListed = 50;

    /// <summary>Processor time, not wall-clock time, so that a busy machine does not fail it; no other test runs meanwhile.</summary>
    private const double SecondsMax = 2;

    [Fact]
    public void A_corps_is_checked_within_two_seconds()
    {
        var (scene, warm) = (Corps(), CheckScene.Valid());
        Assert.True(warm.Check().Holds);
        var (report, seconds) = Timed(scene);
        output.WriteLine($"{Serials} serials, {Links + 1} steps each: {seconds:F3} s");
        Assert.Empty(report.Violations.Select(v => $"{v.Rule} {v.Subject}: {v.Message}"));
        Assert.Equal((Serials - 1) * (long)Links, report.RulesChecked[CheckRule.Separation]);
        Assert.InRange(seconds, 0, SecondsMax);
    }

    [Fact]
    public void A_corps_all_of_whose_serials_collide_is_checked_within_two_seconds_too()
    {
        var scene = Corps();
        var first = scene.Plan.Planned[0];
        var all = scene.Plan.Planned.Select(planned => planned with { Steps = first.Steps, FinishSeconds = first.FinishSeconds });
        scene = scene with { Plan = scene.Plan with { Planned = [.. all] } };
        var (report, seconds) = Timed(scene);
        output.WriteLine($"{report.Violations.Count} violations listed: {seconds:F3} s");
        Assert.InRange(seconds, 0, SecondsMax);
        Assert.Equal(ViolationsListed + 1, report.Violations.Count(v => v.Rule == CheckRule.Separation));
    }

    private static (CheckReport Report, double ProcessorSeconds) Timed(CheckScene scene)
    {
        var before = Environment.CpuUsage.TotalTime;
        var report = scene.Check();
        return (report, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    private static CheckScene Corps()
    {
        var builder = new SceneBuilder();
        for (var i = 0; i <= Links; i++)
            builder.Node($"n{i}", TransportMode.Road, "junction", 1_000 * i, 0, i == 0 ? "from" : i == Links ? "to" : "");
        for (var i = 0; i < Links; i++) builder.Link($"l{i}", $"n{i}", $"n{i + 1}", 1_000, 100, 2, 3_600);
        NetworkDataset dataset = builder.Build();
        var scenario = CheckSceneScenario.Build() with
        {
            HorizonSeconds = Horizon,
            Movements = [new Movement("C", DemandClass.Transit, 1, "from", null, ["to"], 0, Horizon, false, "", 1)],
            Requirements = [CheckSceneScenario.Truck("A", "C", 10 * Serials, byRoad: true)],
            Pools = [],
        };
        scenario = scenario with { Road = scenario.Road with { DriveMaxSeconds = 4_000 } };
        var footprint = CheckScenePlan.TenTrucks with { TunnelCode = TunnelRestrictionCode.None, Escorts = 0 };
        var planned = Enumerable.Range(0, Serials).Select(k => Column(k, footprint)).ToList();
        var prices = new PriceBandTable
        {
            ResourceCount = 2 * Links, HourCount = Horizon / 3_600, SetOfCell = new int[2 * Links * (Horizon / 3_600)],
            SetStart = [0, 0], BandWidth = [], BandPriceMicroEuros = [],
        };
        var plan = CheckScenePlan.Build() with
        {
            HorizonSeconds = Horizon,
            Planned = planned,
            Unmoved = [],
            BoundMicroEuros = 0,
            Objective = new PlanObjective(
                planned.Sum(p => p.Cost.Time), 0, planned.Sum(p => p.Cost.Operating), 0, 0),
        };
        return new CheckScene(scenario, dataset, prices, plan);
    }

    /// <summary>Serial k waits 410 k s and marches 40 km at 10 m/s; its tail arrives 110 s after its head.</summary>
    private static PlannedSerial Column(int k, RoadFootprint footprint)
    {
        var depart = Spacing * k;
        var steps = new List<PlanStep>();
        if (depart > 0) steps.Add(new HoldStep("n0", TransportMode.Road, 0, depart));
        for (var i = 0; i < Links; i++)
        {
            var enter = depart + (100 * i);
            steps.Add(new MoveStep($"l{i}", $"n{i}", $"n{i + 1}", TransportMode.Road, enter, enter + 100));
        }

        var serial = CheckScenePlan.Build().Planned[0].Serial with
        {
            Id = $"C-{k:D4}", Movement = "C", Loads = [new SerialLoad("A", 10)], DueSeconds = Horizon, Ship = null, Corridor = "",
            Origins = ["n0"], Destinations = ["n40"], Road = footprint,
        };
        var finish = depart + 4_000 + 110;
        return new PlannedSerial(serial, steps, finish, new SerialCost(10_000L * finish, 0, 40 * 20_000_000L));
    }
}
