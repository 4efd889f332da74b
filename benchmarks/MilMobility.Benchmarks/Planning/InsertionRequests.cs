using System.Diagnostics;
using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Pipeline;
using MilMobility.Planning;
using MilMobility.Planning.Insertion;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Benchmarks.Planning;

/// <summary>Times of random requests into the full plan of the corps.</summary>
/// <param name="Requests">Requests made, each into the same plan.</param>
/// <param name="SerialsInPlan">Serials that the plan moves.</param>
/// <param name="RebuildMilliseconds">Rebuilding the ledger from the plan, once.</param>
/// <param name="Milliseconds">Time of each request, with reason and alternatives where it does not fit or is late.</param>
/// <param name="FitOnTime">Requests whose every serial fits on time.</param>
/// <param name="FitLate">Requests that fit, with a serial late.</param>
/// <param name="Offered">Requests not wholly on time for which an alternative was found.</param>
internal sealed record InsertionTimes(
    int Requests, int SerialsInPlan, double RebuildMilliseconds, IReadOnlyList<double> Milliseconds, int FitOnTime, int FitLate,
    int Offered);

/// <summary>
/// 200 seeded random movements into a full plan of the corps (one insertion pass and its improvement, without the pool): from and to
/// places of the scenario, at any time, 5 to 60 vehicles like those of any of its rows, a third of them with a hard due time.
/// </summary>
internal static class InsertionRequests
{
    private const int Count = 200;
    private const int Seed = 20260;
    private const int Warmups = 5;
    private const int Hour = 3600;

    public static InsertionTimes InOwnProcess()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { typeof(InsertionRequests).Assembly.Location, "insert" }) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"the insertions ended with exit code {process.ExitCode}");
        return JsonSerializer.Deserialize<InsertionTimes>(text) ?? throw new InvalidOperationException("the insertions printed nothing");
    }

    public static async Task<InsertionTimes> MeasureAsync()
    {
        var input = FixedData.Valid(MissionInput.Load(
            FixedData.ScenarioPath(FixedData.Corps), FixedData.NoProgress, CancellationToken.None));
        var compiled = FixedData.Valid(ScenarioCompiler.Compile(input.Scenario, input.Network));
        var once = compiled with { Scenario = input.Scenario with { Limits = input.Scenario.Limits with { Restarts = 1 } } };
        var outcome = await MovementPlanner
            .PlanAsync(once, input.Network, input.Pricing.Table, solvers: null, progress: null, CancellationToken.None)
            .ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        var insertion = MovementInsertion.Into(outcome.Plan, compiled, input.Network, input.Pricing.Table);
        var rebuild = clock.Elapsed.TotalMilliseconds;
        var random = new Random(Seed);
        var requests = Enumerable.Range(0, Count + Warmups).Select(i => Request(i, input.Scenario, random)).ToList();
        var results = requests.Select(r => Measure(insertion, r)).Skip(Warmups).ToList();
        return new InsertionTimes(
            results.Count, outcome.Plan.Planned.Count, rebuild, [.. results.Select(r => r.Milliseconds)],
            results.Count(r => r.Result.Refused.Count == 0 && !IsLate(r.Result)),
            results.Count(r => r.Result.Refused.Count == 0 && IsLate(r.Result)), results.Count(r => IsOffered(r.Result)));
    }

    private static (double Milliseconds, InsertionResult Result) Measure(
        MovementInsertion insertion, (Movement Movement, Requirement Row) request)
    {
        var clock = Stopwatch.StartNew();
        var result = FixedData.Valid(insertion.Insert([request.Movement], [request.Row], CancellationToken.None));
        var milliseconds = clock.Elapsed.TotalMilliseconds;
        insertion.Undo();
        return (milliseconds, result);
    }

    private static (Movement Movement, Requirement Row) Request(int i, MissionScenario scenario, Random random)
    {
        var to = Pick(scenario.Movements, random).To;
        var froms = scenario.Movements.Select(m => m.From).Where(f => !to.Contains(f)).Distinct(StringComparer.Ordinal).ToList();
        var ready = random.Next(scenario.HorizonSeconds - (48 * Hour));
        var row = Pick(scenario.Requirements, random);
        var movement = new Movement(
            $"Z{i}", DemandClass.Transit, 1 + random.Next(5), Pick(froms, random), null, to, ready,
            ready + ((6 + random.Next(42)) * Hour), random.Next(3) == 0, "", 0);
        return (movement, row with { Id = $"{movement.Id}-load", Movement = movement.Id, Count = 5 + random.Next(56) });
    }

    private static T Pick<T>(IReadOnlyList<T> items, Random random) => items[random.Next(items.Count)];

    private static bool IsLate(InsertionResult result) => result.Inserted.Any(i => i.Planned.LatenessSeconds > 0);

    private static bool IsOffered(InsertionResult result) =>
        result.Refused.Any(r => r.Alternatives.Count > 0) || result.Inserted.Any(i => i.Alternatives.Count > 0);
}
