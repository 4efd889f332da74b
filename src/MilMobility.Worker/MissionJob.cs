using Microsoft.Extensions.Logging;
using MilMobility.Pipeline;
using MilMobility.Worker.Store;
using Quartz;

namespace MilMobility.Worker;

/// <summary>
/// One job: the same pipeline as `milmob run`, with its progress in the store. Idempotent: a job that ended is not run again, and a run
/// folder appears whole or not at all, so a worker killed in mid-job loses nothing but the time.
/// </summary>
public sealed partial class MissionJob(JobStore store, ILogger<MissionJob> log) : IJob
{
    public const string JobId = "id";

    private static readonly TimeSpan CancelPollInterval = TimeSpan.FromMilliseconds(500);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var id = context.MergedJobDataMap.GetLong(JobId);
        if (!store.TryStart(id)) return;
        var job = store.Find(id) ?? throw new InvalidOperationException($"job {id} is not in the store");
        LogStart(id, job.ScenarioPath, job.Starts);

        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var poll = PollForCancelAsync(id, asked, done.Token);
        RunOutcome outcome;
        try
        {
            var request = new RunRequest(
                job.ScenarioPath, store.RunFolderOf(id), Overwrite: true, (int?)job.Seed, (int?)job.TimeSecondsMax);
            outcome = await MissionRun.RunAsync(request, new StoredProgress(store, id), asked.Token);
        }
        finally
        {
            await done.CancelAsync();
            await poll;
        }

        // The worker itself is stopping: hand the job back instead of ending it as cancelled by the user.
        cancellationToken.ThrowIfCancellationRequested();
        var (status, message) = Ending(outcome);
        store.End(id, status, outcome.ExitCode, message);
        LogEnd(id, status, outcome.ExitCode);
    }

    private static (string Status, string Message) Ending(RunOutcome outcome) => outcome switch
    {
        RunCompleted { Cancelled: true } => (JobStatus.Cancelled, "best plan until the cancel"),
        RunCompleted => (JobStatus.Done, ""),
        RunRejected rejected => (JobStatus.Rejected, string.Join('\n', rejected.Diagnostics)),
        RunWithoutPlan { Cancelled: true } without => (JobStatus.Cancelled, without.Reason),
        RunWithoutPlan without => (JobStatus.Failed, without.Reason),
        RunCheckFailed failed => (JobStatus.Failed, string.Join('\n', failed.Check.Violations.Select(v => v.Message))),
        _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
    };

    private async Task PollForCancelAsync(long id, CancellationTokenSource asked, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            if (store.IsCancelRequested(id)) await asked.CancelAsync();
            await Task.Delay(CancelPollInterval, done).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "job {Id} starts (start {Starts}): {Scenario}")]
    private partial void LogStart(long id, string scenario, long starts);

    [LoggerMessage(Level = LogLevel.Information, Message = "job {Id} ends: {Status}, exit code {ExitCode}")]
    private partial void LogEnd(long id, string status, int exitCode);

    /// <summary>Writes progress to the store, twice a second at most, and every change of stage.</summary>
    private sealed class StoredProgress(JobStore store, long id) : IProgress<RunProgress>
    {
        private const int MillisecondsMin = 500;

        private readonly Lock _lock = new();
        private long _nextMilliseconds;
        private string _stage = "";

        public void Report(RunProgress value)
        {
            lock (_lock)
            {
                var now = Environment.TickCount64;
                if (now < _nextMilliseconds && value.Stage == _stage) return;
                _nextMilliseconds = now + MillisecondsMin;
                _stage = value.Stage;
                store.Progress(id, value);
            }
        }
    }
}
