using System.Diagnostics;
using System.Text.Json;
using MilMobility.Benchmarks.Results;
using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Generation;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>
/// Runs the convoy table, each run in a process of its own so that its memory is its own. Every finished run is a line of a log; a run
/// whose line is there already is not repeated, so that an interrupted measurement goes on where it stopped.
/// </summary>
internal static class ConvoyMeasurement
{
    private const int Seeds = 5;
    private const int BaselineSeeds = 1;

    /// <summary>Beyond a run's own limit: making the instance, starting, checking, and a baseline's 120 s and its model.</summary>
    private const int GraceSeconds = 600;

    /// <summary>All runs, in the order in which they are made.</summary>
    public static IEnumerable<(ConvoyCase Case, int Seed, string Variant)> Plan() =>
    [
        .. from c in ConvoyCase.All from seed in Enumerable.Range(1, Seeds) select (c, seed, ConvoyRun.Plain),
        .. from variant in new[] { WholeModel.CpSat, WholeModel.Scip, WholeModel.Exact }
           from seed in Enumerable.Range(1, BaselineSeeds)
           select (ConvoyCase.Of(ConvoyCase.Baseline), seed, variant),
        .. from variant in Contender.Switches
           from seed in Enumerable.Range(1, Seeds)
           select (ConvoyCase.Ablated, seed, variant),
    ];

    /// <summary>Makes the runs that the log lacks; only those whose case or variant contains a word, if words are given.</summary>
    public static async Task MeasureAsync(string log, string table, IReadOnlyList<string> words)
    {
        var done = Read(log).Select(r => (r.Case, r.Seed, r.Variant)).ToHashSet();
        foreach (var (c, seed, variant) in Plan())
        {
            var isWanted = words.Count == 0 || words.Any(w => c.Name.Contains(w) || variant.Contains(w));
            if (!isWanted || done.Contains((c.Name, seed, variant))) continue;
            var line = InOwnProcess(c, seed, variant);
            await File.AppendAllTextAsync(log, line + "\n").ConfigureAwait(false);
            await File.WriteAllTextAsync(table, ConvoyTable.Of(Read(log))).ConfigureAwait(false);
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        }
    }

    public static IReadOnlyList<ConvoyRun> Read(string log) => !File.Exists(log) ? [] :
        [.. File.ReadLines(log).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<ConvoyRun>(l)!)];

    /// <summary>One run, as a line of JSON.</summary>
    public static async Task<string> RunAsync(string name, int seed, string variant)
    {
        var c = ConvoyCase.Of(name);
        var instance = ConvoyFamilies.Make(c.Request with { Seed = seed });
        var clock = Stopwatch.StartNew();
        var answer = variant switch
        {
            WholeModel.CpSat or WholeModel.Scip or WholeModel.Exact =>
                await WholeModel.SolveAsync(instance, variant, seed).ConfigureAwait(false),
            InsertionOnly.Variant => InsertionOnly.Solve(instance, c.Seconds),
            _ => await Contender.SolveAsync(instance, c.Seconds, seed, variant).ConfigureAwait(false),
        };
        var seconds = clock.Elapsed.TotalSeconds;
        var check = answer.Solution is { } solution ? ConvoyChecker.Check(instance, solution) : null;
        var here = Machine.Now();
        return JsonSerializer.Serialize(new ConvoyRun(
            name, seed, variant, answer.Solution?.ObjectiveSeconds, answer.BoundSeconds, check?.Unmoved.Count ?? instance.ConvoyCount,
            answer.FirstPlanSeconds, answer.WithinSeconds, seconds, Process.GetCurrentProcess().PeakWorkingSet64, check?.Holds ?? true,
            check is { Holds: false } ? $"{answer.Note} {check.Violations[0]}" : answer.Note,
            new RunMachine(here.Processor, here.Cores, here.Commit, here.Utc, here.Load)));
    }

    /// <summary>The run's line; a run that does not end in time, or fails, is a line without a plan that says so.</summary>
    private static string InOwnProcess(ConvoyCase c, int seed, string variant)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(ConvoyMeasurement).Assembly.Location, "cmp", "one", c.Name, $"{seed}", variant })
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var reading = process.StandardOutput.ReadToEndAsync();
        var isEnded = process.WaitForExit(TimeSpan.FromSeconds(c.Seconds + GraceSeconds));
        if (!isEnded) process.Kill(entireProcessTree: true);
        var text = reading.GetAwaiter().GetResult().Trim();
        if (isEnded && process.ExitCode == 0 && text.Length > 0) return text;
        var here = Machine.Now();
        var note = isEnded ? $"the run failed with exit code {process.ExitCode}" : "the run did not end and was stopped";
        return JsonSerializer.Serialize(new ConvoyRun(
            c.Name, seed, variant, null, 0, 0, null, [null, null, null], clock.Elapsed.TotalSeconds, 0, true, note,
            new RunMachine(here.Processor, here.Cores, here.Commit, here.Utc, here.Load)));
    }
}
