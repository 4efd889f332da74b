using MilMobility.Pipeline;
using MilMobility.Worker.Store;

namespace MilMobility.Worker.Tests;

public sealed class JobStoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private JobStore Store => _folder.Store;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_job_is_queued_with_everything_that_was_asked()
    {
        var (job, isNew) = Store.Add("key", "hash", "/s.yaml", 7, 30);

        Assert.True(isNew);
        Assert.Equal(
            (1, "key", "hash", "/s.yaml", 7L, 30L),
            (job.Id, job.WorkKey, job.InputHash, job.ScenarioPath, job.Seed, job.TimeSecondsMax));
        Assert.Equal((JobStatus.Queued, 0, false), (job.Status, job.Starts, job.IsEnded));
        Assert.Null(job.ExitCode);
        Assert.EndsWith(Path.Combine("runs", "00001"), Store.RunFolderOf(job.Id), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_work_is_one_job_and_leaves_no_gap_in_the_numbers()
    {
        Add("a");
        var (again, isNew) = Store.Add("a", "hash", "/elsewhere.yaml", null, null);
        var next = Add("b");

        Assert.False(isNew);
        Assert.Equal((1, "/s.yaml"), (again.Id, again.ScenarioPath));
        Assert.Equal(2, next);
        Assert.Equal([2, 1], Store.All().Select(j => j.Id));
    }

    [Fact]
    public void A_store_keeps_its_jobs_when_it_is_opened_again()
    {
        Add("a");

        Assert.Equal("a", Assert.Single(_folder.Reopened().All()).WorkKey);
    }

    [Fact]
    public void A_job_can_be_begun_again_until_it_ends()
    {
        var id = Add("a");
        Assert.True(Store.TryStart(id));
        Assert.True(Store.TryStart(id));
        Store.End(id, JobStatus.Done, ExitCodes.UnmovedSerials, "");

        Assert.False(Store.TryStart(id));
        var job = Store.Find(id)!;
        Assert.Equal((JobStatus.Done, 3L, 2L, 1.0), (job.Status, job.ExitCode, job.Starts, job.Fraction));
        Assert.True(job.IsEnded);
        Assert.NotNull(job.FinishedUtc);
    }

    [Fact]
    public void Progress_keeps_the_best_objective_when_a_later_stage_has_none_and_a_new_start_forgets_it()
    {
        var id = Add("a");
        Store.TryStart(id);
        Store.Progress(id, new RunProgress("plan", "restart 3", 0.5, 900, 800));
        Store.Progress(id, new RunProgress("check", "rules", 0.9));

        var job = Store.Find(id)!;
        Assert.Equal(
            ("check", "rules", 0.9, 900L, 800L),
            (job.Stage, job.Detail, job.Fraction, job.ObjectiveMicroEuros, job.BoundMicroEuros));
        Store.TryStart(id);
        job = Store.Find(id)!;
        Assert.Equal(("", 0.0), (job.Stage, job.Fraction));
        Assert.Null(job.ObjectiveMicroEuros);
    }

    [Fact]
    public void A_queued_job_is_cancelled_at_once_and_is_never_begun()
    {
        var id = Add("a");

        Assert.True(Store.RequestCancel(id));
        var job = Store.Find(id)!;
        Assert.Equal((JobStatus.Cancelled, 130L), (job.Status, job.ExitCode));
        Assert.NotNull(job.FinishedUtc);
        Assert.False(Store.TryStart(id));
        Assert.False(Store.RequestCancel(id));
    }

    [Fact]
    public void A_running_job_is_asked_to_stop_and_stays_asked_after_its_worker_was_killed()
    {
        var id = Add("a");
        Store.TryStart(id);
        Assert.False(Store.IsCancelRequested(id));

        Assert.True(Store.RequestCancel(id));
        Assert.Equal((JobStatus.Running, null), (Store.Find(id)!.Status, Store.Find(id)!.ExitCode));
        Store.TryStart(id);
        Assert.True(Store.IsCancelRequested(id));
    }

    [Fact]
    public void A_job_that_is_handed_back_waits_in_the_queue_and_an_ended_one_stays_ended()
    {
        var (running, ended) = (Add("a"), Add("b"));
        Store.TryStart(running);
        Store.TryStart(ended);
        Store.End(ended, JobStatus.Done, 0, "");
        Store.HandBack(running);
        Store.HandBack(ended);

        Assert.Equal((JobStatus.Queued, 1), (Store.Find(running)!.Status, Store.Find(running)!.Starts));
        Assert.Equal(JobStatus.Done, Store.Find(ended)!.Status);
    }

    [Fact]
    public void A_job_that_does_not_exist_is_null_and_cannot_be_cancelled()
    {
        Assert.Null(Store.Find(5));
        Assert.False(Store.RequestCancel(5));
        Assert.False(Store.TryStart(5));
        Assert.Empty(Store.All());
    }

    [Fact]
    public void Unfinished_run_folders_of_the_job_alone_are_deleted()
    {
        var runs = Path.Combine(Store.Folder, "runs");
        foreach (var name in new[] { ".00001.77.tmp", ".00002.77.tmp", "00001" }) Directory.CreateDirectory(Path.Combine(runs, name));
        Store.DeleteUnfinishedRunFolders(1);

        Assert.Equal(
            [".00002.77.tmp", "00001"],
            Directory.EnumerateDirectories(runs).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // 8 writers with connections of their own, 25 jobs each, every third work shared by all: 8 x 16 + 9 = 137 jobs.
    [Fact]
    public void Writers_at_once_wait_for_each_other_instead_of_failing()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            var store = _folder.Reopened();
            for (var i = 0; i < 25; i++)
            {
                var (job, _) = store.Add(i % 3 == 0 ? $"shared-{i}" : $"{writer}-{i}", "hash", "/s.yaml", null, null);
                store.TryStart(job.Id);
                store.Progress(job.Id, new RunProgress("plan", "", 0.1));
            }
        });

        Assert.Equal(137, Store.All().Count);
    }

    [Fact]
    public void One_worker_holds_a_store_until_it_lets_go()
    {
        using (var first = WorkerLock.TryTake(Store))
        {
            Assert.NotNull(first);
            Assert.Null(WorkerLock.TryTake(_folder.Reopened()));
            Assert.Equal($"{Environment.ProcessId}", WorkerLock.Holder(Store));
        }

        using var next = WorkerLock.TryTake(Store);
        Assert.NotNull(next);
    }

    private long Add(string key) => Store.Add(key, "hash", "/s.yaml", null, null).Job.Id;
}
