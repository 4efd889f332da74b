using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;
using MilMobility.Planning;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Serialisation;
using MilMobility.Solvers;

namespace MilMobility.Pipeline.Tests;

/// <summary>
/// A mission planned in memory: the stages of the pipeline on a seed's scenario that the test may have changed. The network is the
/// seed's (so its patches and curfews must stay), but for levers and floors, the prices are computed anew.
/// </summary>
internal sealed record Mission(
    MissionScenario Scenario, MissionInput Input, CivilPricing Pricing, CompiledScenario Compiled, MovementPlan Plan, CheckReport Check)
{
    public static async Task<Mission> PlanAsync(string seed, Func<MissionScenario, MissionScenario> change)
    {
        var input = Seeds.Input(seed);
        var scenario = change(input.Scenario);
        var isSeeds = ReferenceEquals(scenario.Levers, input.Scenario.Levers)
            && ReferenceEquals(scenario.CivilFloors, input.Scenario.CivilFloors);
        var network = isSeeds ? input.Network
            : Valid(NetworkCompiler.Compile(
                input.Dataset, scenario.Patches, scenario.Curfews, scenario.Clock, scenario.HorizonSeconds, scenario.File, scenario.Levers,
                scenario.CivilFloors));
        input = input with { Network = network };
        var pricing = Valid(CivilPricer.Price(network, scenario));
        var compiled = Valid(ScenarioCompiler.Compile(scenario, network));
        var solvers = scenario.Limits.PoolWork > 0 ? new OrToolsSolvers() : null;
        var outcome = await MovementPlanner.PlanAsync(
            compiled, input.Network, pricing.Table, solvers, progress: null, TestContext.Current.CancellationToken);
        var planned = Assert.IsType<Planned>(outcome);
        var check = PlanChecker.Check(scenario, input.Dataset, pricing.Table, planned.Plan);
        return new Mission(scenario, input, pricing, compiled, planned.Plan, check);
    }

    /// <summary>Civil impact of the plan at the scenario's own prices.</summary>
    public CivilImpact Impact => CivilAssessor.Assess(Input.Network, Pricing, Scenario, Plan);

    /// <summary>The check of another plan for the same scenario.</summary>
    public IReadOnlyList<string> RulesBrokenBy(MovementPlan plan) =>
        [.. PlanChecker.Check(Scenario, Input.Dataset, Pricing.Table, plan).Violations.Select(v => v.Rule).Distinct()];

    private static T Valid<T>(Loaded<T> loaded) => loaded is Valid<T> valid
        ? valid.Value : throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
}
