using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;
using MilMobility.Worker.Store;

namespace MilMobility.Worker;

/// <summary>How a submission ended.</summary>
public abstract record SubmissionOutcome;

/// <summary>The job is in the queue, or was there before.</summary>
public sealed record Submitted(JobRow Job, bool IsNew) : SubmissionOutcome;

/// <summary>The input is invalid; nothing was queued.</summary>
public sealed record SubmissionRejected(IReadOnlyList<Diagnostic> Diagnostics) : SubmissionOutcome;

/// <summary>
/// Takes a scenario into the queue: read and compiled first, so that invalid input is refused at once, and keyed by the hash of its
/// inputs, seed and attempt, so that the same work is queued once.
/// </summary>
public static class JobSubmission
{
    public static async Task<SubmissionOutcome> SubmitAsync(
        JobStore store, string scenarioPath, int? seed, int? timeSecondsMax, int attempt, IProgress<RunProgress> progress,
        CancellationToken cancel)
    {
        var path = Path.GetFullPath(scenarioPath);
        var loaded = MissionInput.Load(path, progress, cancel);
        if (loaded is not Valid<MissionInput> { Value: var input }) return new SubmissionRejected(loaded.Diagnostics);
        var hashes = InputHashes.Of(input);
        var identity = InputHashes.Identity(hashes.Values, seed ?? input.Scenario.Limits.Seed, $"{timeSecondsMax}");
        var (job, isNew) = store.Add($"{identity}-{attempt}", path, seed, timeSecondsMax);
        if (isNew) await WorkerHost.EnqueueAsync(store, job.Id, cancel);
        return new Submitted(job, isNew);
    }
}
