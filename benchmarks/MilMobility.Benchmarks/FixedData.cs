using MilMobility.Civil.Pricing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Pipeline;
using MilMobility.Planning;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Benchmarks;

/// <summary>The data that every benchmark measures on: the national network and the three-corridor transit, as committed.</summary>
internal static class FixedData
{
    public const string Brigade = "three-corridor-transit";
    public const string Corps = "corps-transit";

    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            // Progress is not measured.
        }
    }

    private static readonly Lazy<MissionInput> Loaded = new(() =>
        Valid(MissionInput.Load(ScenarioPath(Brigade), new Silent(), CancellationToken.None)));

    private static readonly Lazy<CompiledScenario> CompiledOnce = new(() =>
        Valid(ScenarioCompiler.Compile(Input.Scenario, Input.Network)));

    private static readonly Lazy<MovementPlan> PlanOnce = new(OneRestart);

    public static IProgress<RunProgress> NoProgress { get; } = new Silent();

    public static string Root { get; } = FindRoot();

    public static string NetworkFolder => Path.Combine(Root, "networks", "nl");

    public static MissionInput Input => Loaded.Value;

    public static CompiledScenario Compiled => CompiledOnce.Value;

    public static PlanProblem Problem() => PlanProblem.Compile(Compiled, Input.Network, Input.Pricing.Table);

    /// <summary>A plan of the brigade by one insertion pass and its improvement, without the pool.</summary>
    public static MovementPlan Plan => PlanOnce.Value;

    public static string ScenarioPath(string name) => Path.Combine(Root, "seeds", $"{name}.yaml");

    public static T Valid<T>(Loaded<T> loaded) => loaded is Valid<T> valid
        ? valid.Value : throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));

    private static MovementPlan OneRestart()
    {
        var once = Compiled with { Scenario = Input.Scenario with { Limits = Input.Scenario.Limits with { Restarts = 1 } } };
        return MovementPlanner
            .PlanAsync(once, Input.Network, Input.Pricing.Table, solvers: null, progress: null, CancellationToken.None)
            .GetAwaiter().GetResult().Plan;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the benchmarks run outside the repository");
    }
}
