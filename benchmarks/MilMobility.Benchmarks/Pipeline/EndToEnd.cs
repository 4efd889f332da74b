using System.Diagnostics;
using System.Text.Json;
using MilMobility.Pipeline;

namespace MilMobility.Benchmarks.Pipeline;

/// <summary>One run of a scenario, from files to checked and assessed plan, in a process of its own.</summary>
/// <param name="Scenario">Scenario.</param>
/// <param name="Serials">Serials moved and unmoved.</param>
/// <param name="Unmoved">Serials unmoved.</param>
/// <param name="TotalSeconds">Wall clock.</param>
/// <param name="StageSeconds">Wall clock by stage.</param>
/// <param name="PeakMemoryBytes">Peak working set of the process, solver engine excluded.</param>
/// <param name="ObjectiveMicroEuros">Objective.</param>
/// <param name="BoundMicroEuros">Proven lower bound.</param>
/// <param name="FirstPlanSeconds">Seconds of planning until the first plan.</param>
/// <param name="WithinSeconds">Seconds of planning until the objective was within 5, 2 and 1 percent of the run's final one.</param>
internal sealed record EndToEndRun(
    string Scenario, int Serials, int Unmoved, double TotalSeconds, IReadOnlyDictionary<string, double> StageSeconds,
    long PeakMemoryBytes, long ObjectiveMicroEuros, long BoundMicroEuros, double FirstPlanSeconds, IReadOnlyList<double> WithinSeconds);

/// <summary>End-to-end runs: three of the brigade, one of the corps.</summary>
internal static class EndToEnd
{
    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.02, 0.01];

    private static readonly (string Scenario, int Runs)[] Plan = [(FixedData.Brigade, 3), (FixedData.Corps, 1)];

    public static IReadOnlyList<EndToEndRun> MeasureAll() =>
        [.. Plan.SelectMany(p => Enumerable.Range(0, p.Runs).Select(_ => InOwnProcess(p.Scenario)))];

    public static async Task<string> RunAsync(string scenario)
    {
        var request = new RunRequest(FixedData.ScenarioPath(scenario), OutputFolder: null);
        var outcome = await MissionRun.RunAsync(request, FixedData.NoProgress, CancellationToken.None).ConfigureAwait(false);
        if (outcome is not RunCompleted { Report: var report }) throw new InvalidOperationException($"{scenario}: {outcome}");
        var final = report.Plan.Objective.TotalMicroEuros;
        var trace = report.Manifest.Trace;
        double Until(double share) => trace.First(p => p.ObjectiveMicroEuros <= final * (1 + share)).Seconds;
        var run = new EndToEndRun(
            scenario, report.Plan.Planned.Count + report.Plan.Unmoved.Count, report.Plan.Unmoved.Count, report.Manifest.TotalSeconds,
            report.Manifest.StageSeconds, report.Manifest.PeakMemoryBytes, final, report.Plan.BoundMicroEuros,
            trace[0].Seconds, [.. Shares.Select(Until)]);
        return JsonSerializer.Serialize(run);
    }

    private static EndToEndRun InOwnProcess(string scenario)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(EndToEnd).Assembly.Location, "run", scenario }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{scenario} ended with exit code {process.ExitCode}");
        return JsonSerializer.Deserialize<EndToEndRun>(text) ?? throw new InvalidOperationException("the run printed nothing");
    }
}
