using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MilMobility.Domain.Reports;
using MilMobility.Pipeline;

namespace MilMobility.Benchmarks.Pipeline;

/// <summary>One run of a scenario, from files to checked and assessed plan, in a process of its own.</summary>
/// <param name="Scenario">Scenario.</param>
/// <param name="Seed">Seed.</param>
/// <param name="LimitSeconds">Wall-clock limit of the planning.</param>
/// <param name="Serials">Serials moved and unmoved.</param>
/// <param name="Unmoved">Serials unmoved.</param>
/// <param name="TotalSeconds">Wall clock.</param>
/// <param name="StageSeconds">Wall clock by stage.</param>
/// <param name="PeakMemoryBytes">Peak working set of the process.</param>
/// <param name="ObjectiveMicroEuros">Objective.</param>
/// <param name="BoundMicroEuros">Proven lower bound.</param>
/// <param name="FirstPlanSeconds">Seconds of planning until the first plan.</param>
/// <param name="ProvenSeconds">Seconds until the gap was proven to be at most 5, 2 and 1 percent; null where it never was.</param>
internal sealed record EndToEndRun(
    string Scenario, int Seed, int LimitSeconds, int Serials, int Unmoved, double TotalSeconds,
    IReadOnlyDictionary<string, double> StageSeconds, long PeakMemoryBytes, long ObjectiveMicroEuros, long BoundMicroEuros,
    double FirstPlanSeconds, IReadOnlyList<double?> ProvenSeconds)
{
    public double Gap => (ObjectiveMicroEuros - BoundMicroEuros) / (double)ObjectiveMicroEuros;
}

/// <summary>End-to-end runs: five seeds of the brigade and of the corps, each under a wall-clock limit.</summary>
internal static class EndToEnd
{
    private const int Seeds = 5;

    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.02, 0.01];

    private static readonly (string Scenario, int LimitSeconds)[] Plan = [(FixedData.Brigade, 60), (FixedData.Corps, 60)];

    public static IReadOnlyList<EndToEndRun> MeasureAll() =>
        [.. Plan.SelectMany(p => Enumerable.Range(1, Seeds).Select(seed => InOwnProcess(p.Scenario, seed, p.LimitSeconds)))];

    public static async Task<string> RunAsync(string scenario, int seed, int limitSeconds)
    {
        var request = new RunRequest(FixedData.ScenarioPath(scenario), OutputFolder: null)
        {
            Seed = seed, TimeSecondsMax = limitSeconds,
        };
        var outcome = await MissionRun.RunAsync(request, FixedData.NoProgress, CancellationToken.None).ConfigureAwait(false);
        if (outcome is not RunCompleted { Report: var report }) throw new InvalidOperationException($"{scenario}: {outcome}");
        var trace = report.Manifest.Trace;
        var run = new EndToEndRun(
            scenario, seed, limitSeconds, report.Plan.Planned.Count + report.Plan.Unmoved.Count, report.Plan.Unmoved.Count,
            report.Manifest.TotalSeconds, report.Manifest.StageSeconds, report.Manifest.PeakMemoryBytes,
            report.Plan.Objective.TotalMicroEuros, report.Plan.BoundMicroEuros, trace[0].Seconds,
            [.. Shares.Select(share => FirstAt(trace, share))]);
        return JsonSerializer.Serialize(run);
    }

    private static double? FirstAt(IEnumerable<TracePoint> trace, double share) => trace
        .Where(p => p.ObjectiveMicroEuros - p.BoundMicroEuros <= share * p.ObjectiveMicroEuros)
        .Select(p => (double?)p.Seconds).FirstOrDefault();

    private static EndToEndRun InOwnProcess(string scenario, int seed, int limitSeconds)
    {
        string[] arguments = ["run", scenario, Text(seed), Text(limitSeconds)];
        return JsonSerializer.Deserialize<EndToEndRun>(OwnProcess.Run(arguments))
            ?? throw new InvalidOperationException("the run printed nothing");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A run of this program in a process of its own, so that neither memory nor compiled code carries over.</summary>
internal static class OwnProcess
{
    /// <summary>What it prints.</summary>
    public static string Run(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(typeof(OwnProcess).Assembly.Location)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with exit code {process.ExitCode}");
        return text;
    }
}
