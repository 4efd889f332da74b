using System.Diagnostics;
using MilMobility.Domain.Diagnostics;
using MilMobility.Worker.Store;

namespace MilMobility.Worker.Tests;

/// <summary>Submission and the worker in this process, on the hand check.</summary>
public sealed class WorkerTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly StoreFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_work_is_queued_once_and_other_work_beside_it()
    {
        var path = _folder.HandCheck();
        var first = await SubmitAsync(new SubmissionRequest(path));
        var again = await SubmitAsync(new SubmissionRequest(path));
        // The scenario's own seed, said aloud, is the same work; another seed, limit or attempt is not.
        var sameSeed = await SubmitAsync(new SubmissionRequest(path, Seed: 1));
        var otherSeed = await SubmitAsync(new SubmissionRequest(path, Seed: 2));
        var otherLimit = await SubmitAsync(new SubmissionRequest(path, TimeSecondsMax: 17));
        var otherAttempt = await SubmitAsync(new SubmissionRequest(path, Attempt: 2));
        await File.AppendAllTextAsync(path, "# edited\n", Cancellation);
        var edited = await SubmitAsync(new SubmissionRequest(path));

        Assert.Equal([(1, true), (1, false), (1, false), (2, true), (3, true), (4, true), (5, true)],
            new[] { first, again, sameSeed, otherSeed, otherLimit, otherAttempt, edited }.Select(s => ((int)s.Job.Id, s.IsNew)));
    }

    [Fact]
    public async Task Invalid_work_is_refused_with_every_finding_and_not_queued()
    {
        var path = _folder.HandCheck();
        var text = await File.ReadAllTextAsync(path, Cancellation);
        await File.WriteAllTextAsync(
            path, text.Replace("exit-hazeldonk", "exit-nowhere").Replace("site-veluwe", "site-moon"), Cancellation);

        var outcome = await JobSubmission.SubmitAsync(_folder.Store, new SubmissionRequest(path), StoreFolder.Silence, Cancellation);
        var errors = Assert.IsType<SubmissionRejected>(outcome).Diagnostics.Where(d => d.Severity == Severity.Error);
        Assert.Equal(["PLN001", "PLN002"], errors.Select(d => d.Code).Order());
        Assert.Empty(_folder.Store.All());
    }

    [Fact]
    public async Task A_worker_does_what_is_queued_and_ends_each_job_once()
    {
        var path = _folder.HandCheck();
        await SubmitAsync(new SubmissionRequest(path));
        // A submission that was cut off before the scheduler knew of it, for a scenario that has gone since.
        _folder.Store.Add("lost", "hash", Path.Combine(_folder.Store.Folder, "gone.yaml"), null, null);
        // A job whose input was another when it was submitted.
        _folder.Store.Add("stale", "hash of other input", path, null, null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var worker = WorkerHost.RunAsync(_folder.Store, stop.Token);
        var patience = Stopwatch.StartNew();
        while (_folder.Store.All().Any(j => !j.IsEnded) && patience.Elapsed < s_patience) await Task.Delay(100, Cancellation);
        Assert.False(await WorkerHost.RunAsync(_folder.Reopened(), Cancellation));
        await stop.CancelAsync();
        Assert.True(await worker);

        var (done, lost, stale) = (_folder.Store.Find(1)!, _folder.Store.Find(2)!, _folder.Store.Find(3)!);
        Assert.Equal((JobStatus.Done, 0L, 1L, ""), (done.Status, done.ExitCode, done.Starts, done.Message));
        Assert.True(done.ObjectiveMicroEuros >= done.BoundMicroEuros && done.BoundMicroEuros > 0);
        Assert.True(File.Exists(Path.Combine(_folder.Store.RunFolderOf(1), "report.html")));
        Assert.Equal((JobStatus.Rejected, 2L), (lost.Status, lost.ExitCode));
        Assert.StartsWith("SCN001 ", lost.Message, StringComparison.Ordinal);
        Assert.Equal((JobStatus.Rejected, 2L), (stale.Status, stale.ExitCode));
        Assert.StartsWith("JOB001 ", stale.Message, StringComparison.Ordinal);
        Assert.Equal(["00001"], Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Store.Folder, "runs")).Select(Path.GetFileName));
    }

    private async Task<Submitted> SubmitAsync(SubmissionRequest request) => Assert.IsType<Submitted>(
        await JobSubmission.SubmitAsync(_folder.Store, request, StoreFolder.Silence, Cancellation));
}
