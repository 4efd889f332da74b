using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline.Tests;

/// <summary>The hand check with little work in a folder of its own, and one finished run of it, which no test changes.</summary>
public sealed class AnalysedRun : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-analysis-").FullName;

    public string Scenario => At("hand-check.yaml");

    /// <summary>The report of the run in the folder <c>first</c>.</summary>
    public MissionReport First { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var text = File.ReadAllText(Seeds.File("hand-check.yaml"))
            .Replace("../networks/nl", Path.Combine(Seeds.Root, "networks", "nl"), StringComparison.Ordinal);
        File.WriteAllText(Scenario, $"{text}limits: {{ restarts: 1, pool_work: 0, work_max_million: 1, gap_percent: 0.2 }}\n");
        File.Copy(Seeds.File("hand-check.csv"), At("hand-check.csv"));
        First = await RunAsync("first", ObjectiveMode.Weighted);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    internal string At(string name) => Path.Combine(_folder, name);

    internal async Task<MissionReport> RunAsync(string name, ObjectiveMode mode)
    {
        var request = new RunRequest(Scenario, At(name)) { Objective = mode, IsAssessed = false };
        var outcome = await MissionRun.RunAsync(request, new NoProgress(), TestContext.Current.CancellationToken);
        return Assert.IsType<RunCompleted>(outcome).Report;
    }
}

/// <summary>The analyses on top of a run, from folder to folder, on the hand check with little work.</summary>
public sealed class AnalysisRunTests(AnalysedRun run) : IClassFixture<AnalysedRun>
{
    private const string OneMore =
        "{from: site-veluwe, to: exit-zevenaar, ready: D 12:00, due: D 20:00, vehicles: 40, like: truck 8x8, modes: road}";

    [Fact]
    public void What_was_inserted_stands_in_a_run_folder_of_its_own_that_can_be_checked_and_inserted_into_again()
    {
        var first = run.First;
        var done = Assert.IsType<InsertionDone>(Insert("first", "second"));
        // Forty trucks are a column of thirty and one of ten.
        Assert.Equal([30, 10], done.Result.Inserted.Select(i => i.Planned.Serial.VehicleCount));
        Assert.Equal(
            first.Plan.Objective.TotalMicroEuros + done.Result.CostMicroEuros, done.Report.Plan.Objective.TotalMicroEuros);
        Assert.True(Assert.IsType<CheckDone>(Check("second")).Report.Holds);

        var again = Assert.IsType<InsertionDone>(Insert("second", "third"));
        Assert.Equal(["X2-01", "X2-02"], again.Result.Inserted.Select(i => i.Planned.Serial.Id));
        Assert.True(Assert.IsType<CheckDone>(Check("third")).Report.Holds);
        Assert.Equal(first.Plan.Planned.Count + 4, RunFolder.Read(At("third")).Plan.Planned.Count);

        File.AppendAllText(Path.Combine(At("third"), RunFolder.Additions), " ");
        Assert.True(Assert.IsType<CheckDone>(Check("third")).Report.Holds, "white space is no change of the movements");
        File.WriteAllText(
            Path.Combine(At("third"), RunFolder.Additions),
            File.ReadAllText(Path.Combine(At("third"), RunFolder.Additions))
                .Replace("\"count\": 40", "\"count\": 41", StringComparison.Ordinal));
        Assert.Equal("RUN002", Assert.Single(Assert.IsType<CheckRejected>(Check("third")).Diagnostics).Code);
    }

    [Theory]
    [InlineData("{from: site-veluwe, to: exit-zevenaar, due: D 20:00}", "SCN030")]
    [InlineData("{from: site-veluwe, to: exit-zevenaar, due: D 20:00, vehicles: 3, like: truk}", "SCN031")]
    [InlineData("{id: M01, from: site-veluwe, to: exit-zevenaar, due: D 20:00, vehicles: 3, like: R01}", "SCN015")]
    [InlineData("{from: site-veluwe, to: exit-nowhere, due: D 20:00, vehicles: 3, like: R01}", "PLN002")]
    [InlineData("{from: site-veluwe, to: exit-zevenaar, due: whenever, vehicles: 3, like: R01}", "SCN011")]
    [InlineData("missing.yaml", "SCN001")]
    public void A_movement_that_cannot_be_read_is_refused_with_its_fault_and_nothing_is_written(string movement, string code)
    {
        var rejected = Assert.IsType<InsertionRejected>(
            InsertionRun.Run(At("first"), movement, At("refused"), false, TestContext.Current.CancellationToken));
        Assert.Contains(rejected.Diagnostics, d => d.Code == code && d.Severity == Severity.Error);
        Assert.False(Directory.Exists(At("refused")));
    }

    [Fact]
    public async Task A_mode_asked_for_on_the_command_line_is_the_mode_the_check_judges_by()
    {
        var report = await run.RunAsync("ordered", ObjectiveMode.Lexicographic);
        Assert.Equal(ObjectiveMode.Lexicographic, report.Manifest.Objective);
        Assert.Equal(4, report.Plan.Terms.Count);
        Assert.True(Assert.IsType<CheckDone>(Check("ordered")).Report.Holds);
    }

    [Fact]
    public void The_trace_ends_with_the_plan_in_every_file_that_has_it()
    {
        var report = run.First;
        var last = report.Manifest.Trace[^1];
        Assert.Equal(report.Plan.Objective.TotalMicroEuros, last.ObjectiveMicroEuros);
        Assert.Equal(report.Plan.BoundMicroEuros, last.BoundMicroEuros);
        var fields = File.ReadAllLines(Path.Combine(At("first"), RunFolder.Convergence))[^1].Split(',');
        Assert.Equal(report.Plan.Objective.TotalMicroEuros / 1_000_000m, decimal.Parse(fields[3]));
        Assert.Equal(report.Plan.BoundMicroEuros / 1_000_000m, decimal.Parse(fields[4]));
        Assert.Equal(report.Manifest.Milestones, ConvergenceMilestones.Of(RunFolder.Read(At("first")).Manifest.Trace));
    }

    [Fact]
    public async Task A_front_that_was_broken_off_goes_on_and_ends_with_the_same_front()
    {
        var request = new ParetoRequest(new RunRequest(run.Scenario, At("front")), Points: 2);
        var whole = Assert.IsType<ParetoDone>(await ParetoRun.RunAsync(request, new NoProgress(), TestContext.Current.CancellationToken));
        Assert.True(whole.Front.Complete);
        Assert.All(whole.Front.Points, p => Assert.True(Assert.IsType<CheckDone>(
            Check(Path.Combine("front", p.Folder))).Report.Holds));
        Assert.All(whole.Front.Points, p => Assert.InRange(p.BoundMicroEuros, 0, p.MovementMicroEuros));

        var bytes = File.ReadAllBytes(Path.Combine(At("front"), "front.json"));
        Directory.Delete(Path.Combine(At("front"), "point-01"), recursive: true);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(At("front"), "weight-1", RunFolder.Plan));
        Assert.IsType<ParetoDone>(await ParetoRun.RunAsync(request, new NoProgress(), TestContext.Current.CancellationToken));
        Assert.Equal(bytes, File.ReadAllBytes(Path.Combine(At("front"), "front.json")));
        Assert.Equal(kept, File.GetLastWriteTimeUtc(Path.Combine(At("front"), "weight-1", RunFolder.Plan)));

        var other = request with { Points = 3 };
        var refused = Assert.IsType<ParetoRejected>(
            await ParetoRun.RunAsync(other, new NoProgress(), TestContext.Current.CancellationToken));
        Assert.Equal("RUN003", Assert.Single(refused.Diagnostics).Code);
    }

    private string At(string name) => run.At(name);

    private InsertionOutcome Insert(string from, string to) =>
        InsertionRun.Run(At(from), OneMore, At(to), overwrite: false, TestContext.Current.CancellationToken);

    private RunCheckOutcome Check(string name) => RunCheck.Check(At(name), TestContext.Current.CancellationToken);
}
