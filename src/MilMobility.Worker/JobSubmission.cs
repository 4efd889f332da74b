using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;
using MilMobility.Planning.Serialisation;
using MilMobility.Worker.Store;

namespace MilMobility.Worker;

/// <summary>How a submission ended.</summary>
public abstract record SubmissionOutcome;

/// <summary>The job is in the queue, or was there before.</summary>
public sealed record Submitted(JobRow Job, bool IsNew) : SubmissionOutcome;

/// <summary>The input is invalid; nothing was queued.</summary>
public sealed record SubmissionRejected(IReadOnlyList<Diagnostic> Diagnostics) : SubmissionOutcome;

/// <summary>What to queue.</summary>
/// <param name="ScenarioPath">Scenario file.</param>
/// <param name="Seed">Seed in place of the scenario's.</param>
/// <param name="TimeSecondsMax">Wall-clock limit in place of the scenario's.</param>
/// <param name="Attempt">The same work under another number is another job.</param>
public sealed record SubmissionRequest(string ScenarioPath, int? Seed = null, int? TimeSecondsMax = null, int Attempt = 1);

/// <summary>
/// Takes a scenario into the queue: read and compiled first, so that invalid input is refused at once, and keyed by the hash of its
/// inputs, seed, limit, program version and attempt, so that the same work is queued once.
/// </summary>
public static class JobSubmission
{
    public static async Task<SubmissionOutcome> SubmitAsync(
        JobStore store, SubmissionRequest request, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var path = Path.GetFullPath(request.ScenarioPath);
        var loaded = MissionInput.Load(path, progress, cancel);
        if (loaded is not Valid<MissionInput> { Value: var input }) return new SubmissionRejected(loaded.Diagnostics);
        var compiled = ScenarioCompiler.Compile(input.Scenario, input.Network);
        if (compiled is not Valid<CompiledScenario>) return new SubmissionRejected([.. input.Warnings, .. compiled.Diagnostics]);

        var inputHash = InputHash(InputHashes.Of(input));
        var limits = input.Scenario.Limits;
        var version = typeof(JobSubmission).Assembly.GetName().Version?.ToString(3) ?? "unknown";
        var work = InputHashes.Identity(
            [inputHash, $"{request.TimeSecondsMax ?? limits.TimeSecondsMax} s"], request.Seed ?? limits.Seed, version);
        var (job, isNew) = store.Add($"{work}-{request.Attempt}", inputHash, path, request.Seed, request.TimeSecondsMax);
        // Also when it is not new: a submission that was cut off may have left it out of the scheduler.
        if (!job.IsEnded) await WorkerHost.EnqueueAsync(store, job.Id, cancel);
        return new Submitted(job, isNew);
    }

    /// <summary>One hash over the hashes of all input files: equal for equal input wherever it lies.</summary>
    public static string InputHash(IReadOnlyDictionary<string, string> hashes) =>
        InputHashes.Identity(hashes.Values, 0, "input");
}
