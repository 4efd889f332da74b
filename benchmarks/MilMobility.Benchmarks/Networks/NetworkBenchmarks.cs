using BenchmarkDotNet.Attributes;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Benchmarks.Networks;

/// <summary>Reading and compiling the national network. Allocation budget: load 60 MB, compile 10 MB.</summary>
public class NetworkBenchmarks
{
    [GlobalSetup]
    public void Setup() => _ = FixedData.Input;

    [Benchmark(Description = "load dataset|read and validate the 19 tables of networks/nl from disk")]
    public Loaded<NetworkDataset> LoadDataset() => DatasetReader.Read(FixedData.NetworkFolder, CancellationToken.None);

    [Benchmark(Description = "compile network|dataset to columns, with the scenario's patches and curfews")]
    public Loaded<CompiledNetwork> CompileNetwork()
    {
        var scenario = FixedData.Input.Scenario;
        return NetworkCompiler.Compile(
            FixedData.Input.Dataset, scenario.Patches, scenario.Curfews, scenario.Clock, scenario.HorizonSeconds, scenario.File);
    }
}
