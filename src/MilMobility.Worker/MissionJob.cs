using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;
using MilMobility.Worker.Store;
using Quartz;

namespace MilMobility.Worker;

/// <summary>
/// One job: the same pipeline as `milmob run`, with its progress in the store. Idempotent: a job that ended is not run again, and a run
/// folder appears whole or not at all, so a worker killed in mid-job loses nothing but the time. A fault of disk or store is tried
/// again a few times; any other fault ends the job as failed, with its text.
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
        try
        {
            store.DeleteUnfinishedRunFolders(id);
            var outcome = await RunAsync(job, cancellationToken);
            // The worker itself is stopping: hand the job back instead of ending it as cancelled by the user.
            cancellationToken.ThrowIfCancellationRequested();
            var (status, exitCode, message) = Ending(outcome, job);
            if (outcome is RunCompleted completed && status != JobStatus.Rejected)
            {
                RunFolder.Write(store.RunFolderOf(id), completed.Report, overwrite: true);
                // Progress is written now and then: what the job is left with is what its plan says.
                var plan = completed.Report.Plan;
                store.Progress(id, new RunProgress("report", "", 1, plan.Objective.TotalMicroEuros, plan.BoundMicroEuros));
            }

            store.End(id, status, exitCode, message);
            LogEnd(id, status, exitCode);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            store.HandBack(id);
            LogHandBack(id);
            throw;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException && MayRetry(context))
        {
            LogRetry(fault, id, context.RetryAttempt + 1);
            throw;
        }
        catch (Exception fault)
        {
            store.End(id, JobStatus.Failed, ExitCodes.Fault, $"JOB002 {fault.GetType().Name}: {fault.Message}");
            LogFault(fault, id);
        }
    }

    private async Task<RunOutcome> RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var poll = PollForCancelAsync(job.Id, asked, done.Token);
        try
        {
            // The folder is written by the caller, which knows whether the job ended or is handed back.
            var request = new RunRequest(
                job.ScenarioPath, OutputFolder: null, Overwrite: false, (int?)job.Seed, (int?)job.TimeSecondsMax);
            return await MissionRun.RunAsync(request, new StoredProgress(this, store, job.Id), asked.Token);
        }
        finally
        {
            await done.CancelAsync();
            await poll;
        }
    }

    private static bool MayRetry(IJobExecutionContext context) => context.RetryAttempt < (context.RetryPolicy?.MaxAttempts ?? 0);

    private static (string Status, int ExitCode, string Message) Ending(RunOutcome outcome, JobRow job) => outcome switch
    {
        RunCompleted completed when JobSubmission.InputHash(completed.Report.Manifest.Inputs) != job.InputHash =>
            (JobStatus.Rejected, ExitCodes.InvalidInput, new Diagnostic(
                "JOB001", Severity.Error, job.ScenarioPath, 0,
                "the scenario, its requirements or its network have changed since the job was submitted; submit it again").ToString()),
        RunCompleted { Cancelled: true } => (JobStatus.Cancelled, outcome.ExitCode, "best plan until the cancel"),
        RunCompleted => (JobStatus.Done, outcome.ExitCode, ""),
        RunRejected rejected => (JobStatus.Rejected, outcome.ExitCode, string.Join('\n', rejected.Diagnostics)),
        RunWithoutPlan { Cancelled: true } without => (JobStatus.Cancelled, outcome.ExitCode, without.Reason),
        RunWithoutPlan without => (JobStatus.Failed, outcome.ExitCode, without.Reason),
        RunCheckFailed failed =>
            (JobStatus.Failed, outcome.ExitCode, string.Join('\n', failed.Check.Violations.Select(v => v.Message))),
        _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
    };

    private async Task PollForCancelAsync(long id, CancellationTokenSource asked, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            try
            {
                if (store.IsCancelRequested(id)) await asked.CancelAsync();
            }
            catch (SqliteException fault)
            {
                LogStoreBusy(fault, id);
            }

            await Task.Delay(CancelPollInterval, done).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "job {Id} starts (start {Starts}): {Scenario}")]
    private partial void LogStart(long id, string scenario, long starts);

    [LoggerMessage(Level = LogLevel.Information, Message = "job {Id} ends: {Status}, exit code {ExitCode}")]
    private partial void LogEnd(long id, string status, int exitCode);

    [LoggerMessage(Level = LogLevel.Information, Message = "job {Id} is handed back: the worker is stopping")]
    private partial void LogHandBack(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "job {Id} is tried again (retry {Retry}): disk or store refused")]
    private partial void LogRetry(Exception fault, long id, int retry);

    [LoggerMessage(Level = LogLevel.Error, Message = "job {Id} failed")]
    private partial void LogFault(Exception fault, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "job {Id} goes on, but the store did not answer")]
    private partial void LogStoreBusy(Exception fault, long id);

    /// <summary>Writes progress to the store, twice a second at most, and every change of stage.</summary>
    private sealed class StoredProgress(MissionJob job, JobStore store, long id) : IProgress<RunProgress>
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
                try
                {
                    store.Progress(id, value);
                }
                catch (SqliteException fault)
                {
                    // Planning must not fail because a line of progress could not be written.
                    job.LogStoreBusy(fault, id);
                }
            }
        }
    }
}
