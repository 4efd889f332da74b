using MilMobility.Reporting.Json;

namespace MilMobility.Pipeline.Tests;

/// <summary>
/// Same input, same seed, same bytes; a small scenario run many times at once. The brigade's twin is in BrigadePlanTests.
/// </summary>
public sealed class DeterminismTests
{
    private const int RunsAtOnce = 4;

    [Fact]
    public async Task Runs_of_one_scenario_at_the_same_time_give_the_same_bytes()
    {
        var missions = await Task.WhenAll(Enumerable.Range(0, RunsAtOnce)
            .Select(_ => Task.Run(() => Mission.PlanAsync(Seeds.HandCheck, Variants.Short))));
        var bytes = ReportJson.ToBytes(missions[0].Plan);
        Assert.All(missions, mission => Assert.Equal(bytes, ReportJson.ToBytes(mission.Plan)));
    }

    [Fact]
    public async Task Another_seed_is_written_into_the_plan_and_never_beats_the_bound()
    {
        var mission = await Mission.PlanAsync(Seeds.HandCheck, scenario => Variants.WithSeed(Variants.Short(scenario), 2));
        Assert.Equal(2, mission.Plan.Seed);
        Assert.Empty(mission.Check.Violations);
        Assert.True(mission.Plan.Objective.TotalMicroEuros >= mission.Plan.BoundMicroEuros);
    }
}
