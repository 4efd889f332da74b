using BenchmarkDotNet.Attributes;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Optimisation.Master;
using MilMobility.Planning.Checking;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Benchmarks.Planning;

/// <summary>From requirements to a first plan, and its check. Allocation budget: first plan 100 MB, check 100 MB.</summary>
public class PlanningBenchmarks
{
    private PlanProblem _problem = null!;
    private int[] _order = [];

    [GlobalSetup]
    public void Setup()
    {
        _ = FixedData.Plan;
        _problem = FixedData.Problem();
        _order = new InsertionOrders(_problem, seed: 1).Order(0);
    }

    [Benchmark(Description = "compile serials|requirements to serials with footprints, their ends and ships resolved")]
    public Loaded<CompiledScenario> CompileSerials() => ScenarioCompiler.Compile(FixedData.Input.Scenario, FixedData.Input.Network);

    [Benchmark(Description = "compile searches|static limits and reverse bounds of every kind of serial on the network")]
    public PlanProblem CompileSearches() => FixedData.Problem();

    [Benchmark(Description = "bound|cheapest itinerary of every serial alone, searched on all cores")]
    public long Bound()
    {
        using var generation = new ColumnGeneration(new MissionColumns(_problem), new ColumnGenerationOptions());
        generation.PriceFree(_ => { }, CancellationToken.None);
        return generation.Bound;
    }

    [Benchmark(Description = "first plan|one insertion pass: every serial into the plan by the exact search, on one core")]
    public long FirstPlan()
    {
        var draft = new PlanDraft(_problem);
        foreach (var serial in _order) draft.Insert(serial, CancellationToken.None);
        return draft.ObjectiveMicroEuros;
    }

    [Benchmark(Description = "check plan|every rule of a whole brigade plan, from the raw input")]
    public CheckReport Check() => PlanChecker.Check(
        FixedData.Input.Scenario, FixedData.Input.Dataset, FixedData.Input.Pricing.Table, FixedData.Plan);
}
