using System.Diagnostics;
using System.Globalization;
using MilMobility.Worker.Store;

namespace MilMobility.Cli.Tests;

/// <summary>The queue with real worker processes: killed, stopped, cancelled, and all of them at once.</summary>
public sealed class QueueProcessTests
{
    // Six hundred vehicles on barges, without an end by work or gap, take this long to plan on any machine: the limit ends them. Their
    // civil account takes half the time of the three corridors'.
    private const string PlanSeconds = "4";

    private static string Corridors => CallFolder.Repository("seeds/three-corridor-transit.yaml");

    [Fact]
    public async Task A_job_survives_a_kill_and_a_stop_of_its_worker_and_ends_with_a_whole_run_folder()
    {
        using var folder = new CallFolder();
        folder.Edit(CallFolder.Table, "truck 8x8,20,20,8,24,,10,2.55,3.5,2.5,water", "truck 8x8,600,20,8,24,,10,2.55,3.5,2.5,water")
            .Edit(CallFolder.Scenario, "work_max_million: 2, gap_percent: 0.2", "work_max_million: 100000, gap_percent: 0");
        await folder.MilmobAsync("submit", CallFolder.Scenario, "--time-limit", PlanSeconds, "--store", "store");

        int[] children;
        await using (var first = MilmobProcess.Start(folder.Path, "worker", "--store", "store"))
        {
            await PlanningAsync(folder, 1);
            children = ChildrenOf(first.Id);
            first.Kill();
            await first.EndAsync();
        }

        await using (var second = MilmobProcess.Start(folder.Path, "worker", "--store", "store"))
        {
            await PlanningAsync(folder, 2);
            second.Signal("TERM");
            var stopped = await second.EndAsync();
            Assert.Equal(0, stopped.ExitCode);
            Assert.Contains("job 1 is handed back", stopped.Err, StringComparison.Ordinal);
            // One line a message, each with its time.
            Assert.All(stopped.Err.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("20", line, StringComparison.Ordinal));
            Assert.Equal("", stopped.Out);
        }

        var handedBack = Job(folder);
        Assert.Equal(("queued", 2L), (handedBack.Status, handedBack.Starts));
        Assert.False(Directory.Exists(folder.At("store/runs/00001")));
        Assert.DoesNotContain(children, id => Directory.Exists($"/proc/{id}"));

        await using var third = MilmobProcess.Start(folder.Path, "worker", "--store", "store");
        var watched = await folder.MilmobAsync("watch", "1", "--store", "store", "--json");
        Assert.True(watched.ExitCode is 0 or 3, watched.Err);
        Assert.Equal("done", watched.Json.GetProperty("status").GetString());
        Assert.Equal(3, watched.Json.GetProperty("starts").GetInt32());
        Assert.Equal(0, (await folder.MilmobAsync("fetch", "1", "--store", "store", "-o", "fetched")).ExitCode);
        Assert.Equal(0, (await folder.MilmobAsync("check", "fetched")).ExitCode);
        Assert.Equal(["00001"], Directory.EnumerateFileSystemEntries(folder.At("store/runs")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_running_job_is_cancelled_with_its_best_plan_and_a_queued_one_at_once()
    {
        using var folder = new CallFolder();
        await folder.MilmobAsync("submit", Corridors, "--store", "store");
        await folder.MilmobAsync("submit", "hand-check.yaml", "--store", "store");
        Assert.Equal(0, (await folder.MilmobAsync("cancel", "2", "--store", "store")).ExitCode);
        await using var worker = MilmobProcess.Start(folder.Path, "worker", "--store", "store");
        await PlanningAsync(folder, 1);

        var early = await folder.MilmobAsync("fetch", "1", "--store", "store");
        Assert.StartsWith("CLI004 job 1 has no run folder: it is running", Assert.Single(early.Findings), StringComparison.Ordinal);
        Assert.Equal(0, (await folder.MilmobAsync("cancel", "1", "--store", "store")).ExitCode);
        var watched = await folder.MilmobAsync("watch", "1", "--store", "store", "--json");
        Assert.Equal(130, watched.ExitCode);
        Assert.Equal("cancelled", watched.Json.GetProperty("status").GetString());
        Assert.Equal(0, (await folder.MilmobAsync("fetch", "1", "--store", "store", "-o", "fetched")).ExitCode);

        var queued = await folder.MilmobAsync("watch", "2", "--store", "store", "--json");
        Assert.Equal((130, 0), (queued.ExitCode, queued.Json.GetProperty("starts").GetInt32()));
        Assert.DoesNotContain("job 2 starts", worker.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_use_the_store_at_once_and_the_same_work_is_queued_once()
    {
        using var folder = new CallFolder();
        var none = await folder.MilmobAsync("jobs", "--store", "store");
        Assert.Equal((0, $"no jobs in {folder.At("store")}\n"), (none.ExitCode, none.Out));

        await using var worker = MilmobProcess.Start(folder.Path, "worker", "--store", "store");
        await worker.SaysAsync("Application started");
        var second = await folder.MilmobAsync("worker", "--store", "store");
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"process {worker.Id} takes jobs from this store", Assert.Single(second.Findings), StringComparison.Ordinal);

        string[] seeds = ["1", "1", "2", "2"];
        var submitted = await Task.WhenAll(seeds.Select(seed =>
            folder.MilmobAsync("submit", "hand-check.yaml", "--seed", seed, "--time-limit", "1", "--store", "store", "--json")));
        Assert.All(submitted, s => Assert.True(s.ExitCode == 0, s.Err));
        Assert.Equal([1, 1, 2, 2], submitted.Select(s => s.Json.GetProperty("id").GetInt32()).Order());
        foreach (var id in new[] { "1", "2" })
        {
            var ended = await folder.MilmobAsync("watch", id, "--store", "store", "--json");
            Assert.Equal((0, 1), (ended.ExitCode, ended.Json.GetProperty("starts").GetInt32()));
        }

        var listed = await folder.MilmobAsync("jobs", "--store", "store");
        Assert.Equal(2, listed.Out.Split('\n').Count(l => l.Contains("done", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_invalid_scenario_is_refused_at_submission_with_every_finding()
    {
        using var folder = new CallFolder();
        folder.Edit("hand-check.yaml", "to: exit-hazeldonk", "to: exit-nowhere").Edit("hand-check.yaml", "site-veluwe", "site-moon");
        var ended = await folder.MilmobAsync("submit", "hand-check.yaml", "--store", "store", "--json");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains(ended.Findings, f => f.StartsWith("PLN002 ", StringComparison.Ordinal));
        Assert.Contains(ended.Findings, f => f.StartsWith("PLN001 ", StringComparison.Ordinal));
        Assert.Equal(ended.Findings.Count, ended.Json.GetProperty("diagnostics").GetArrayLength());
        Assert.Equal("[]\n", (await folder.MilmobAsync("jobs", "--store", "store", "--json")).Out);
    }

    /// <summary>Waits until job 1 is in mid-planning, begun for the n-th time.</summary>
    private static async Task PlanningAsync(CallFolder folder, int starts)
    {
        var patience = Stopwatch.StartNew();
        for (var job = Job(folder); job != ("running", "plan", starts); job = Job(folder))
        {
            Assert.True(patience.Elapsed < MilmobProcess.Patience, $"never in mid-planning with {starts} starts, but {job}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    // Read from the store itself: a call of the program would take as long as the stage that is waited for.
    private static (string Status, string Stage, long Starts) Job(CallFolder folder)
    {
        var job = JobStore.Open(folder.At("store")).Find(1)!;
        return (job.Status, job.Stage, job.Starts);
    }

    private static int[] ChildrenOf(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(path => (Path: path, IsProcess: int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id), Id: id))
            .Where(p => p.IsProcess && ParentOf(p.Path) == parent)
            .Select(p => p.Id),
    ];

    private static int? ParentOf(string process)
    {
        try
        {
            var line = File.ReadLines($"{process}/status").FirstOrDefault(l => l.StartsWith("PPid:", StringComparison.Ordinal));
            return line is null ? null : int.Parse(line[5..], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It ended while the list was read.
            return null;
        }
    }
}
