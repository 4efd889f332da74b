using BenchmarkDotNet.Attributes;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Scenarios;

namespace MilMobility.Benchmarks.Scenarios;

/// <summary>Reading scenarios. Allocation budget: brigade 10 MB, corps 60 MB.</summary>
public class ScenarioBenchmarks
{
    [Benchmark(Description = "load scenario, brigade|read and validate three-corridor-transit (YAML, 1,995 vehicles of requirements)")]
    public Loaded<MissionScenario> LoadBrigade() =>
        ScenarioReader.Read(FixedData.ScenarioPath(FixedData.Brigade), CancellationToken.None);

    [Benchmark(Description = "load scenario, corps|read and validate corps-transit (YAML, about 20,000 vehicles of requirements)")]
    public Loaded<MissionScenario> LoadCorps() =>
        ScenarioReader.Read(FixedData.ScenarioPath(FixedData.Corps), CancellationToken.None);
}
