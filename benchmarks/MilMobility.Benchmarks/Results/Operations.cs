using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using MilMobility.Benchmarks.Civil;
using MilMobility.Benchmarks.Networks;
using MilMobility.Benchmarks.Planning;
using MilMobility.Benchmarks.Routing;
using MilMobility.Benchmarks.Scenarios;
using Perfolizer.Horology;

namespace MilMobility.Benchmarks.Results;

/// <summary>One measured operation.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Meaning">What one operation is.</param>
/// <param name="Parameter">Its parameter; empty without one.</param>
/// <param name="MedianNanoseconds">Median time per operation.</param>
/// <param name="SpreadNanoseconds">Largest less smallest of the measurements.</param>
/// <param name="AllocatedBytes">Allocated per operation, over all threads.</param>
internal sealed record Operation(
    string Name, string Meaning, string Parameter, double MedianNanoseconds, double SpreadNanoseconds, long AllocatedBytes);

/// <summary>Measures every benchmark class: short jobs in this process, 2 warm-ups and 5 measurements.</summary>
internal static class Operations
{
    private const int Warmups = 2;
    private const int Measurements = 5;
    private const int MeasurementMilliseconds = 300;

    public static IReadOnlyList<Operation> Measure()
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(Warmups)
                .WithIterationCount(Measurements).WithIterationTime(TimeInterval.FromMilliseconds(MeasurementMilliseconds)))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "milmob-benchmarks"));
        Type[] classes =
        [
            typeof(NetworkBenchmarks), typeof(ImportBenchmarks), typeof(ScenarioBenchmarks), typeof(CivilBenchmarks),
            typeof(PlanningBenchmarks), typeof(SearchBenchmarks),
        ];
        return [.. classes.Select(type => BenchmarkRunner.Run(type, config)).SelectMany(Of)];
    }

    private static IEnumerable<Operation> Of(Summary summary)
    {
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success))
            throw new InvalidOperationException($"a benchmark failed: {summary.Title}");
        foreach (var report in summary.Reports)
        {
            var descriptor = report.BenchmarkCase.Descriptor;
            var words = descriptor.WorkloadMethodDisplayInfo.Trim('\'').Split('|');
            var times = report.ResultStatistics ?? throw new InvalidOperationException($"{words[0]} was not measured");
            yield return new Operation(
                words[0], words[^1], string.Join(' ', report.BenchmarkCase.Parameters.Items.Select(p => p.Value)),
                times.Median, times.Max - times.Min, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
        }
    }
}
