using System.Text.Json;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Planning.Headline;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline.Tests;

/// <summary>The hand check with civil prices, and room to displace; one headline and one run with feedback serve all tests.</summary>
public sealed class HeadlineScene : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-headline-").FullName;

    public HeadlineDone Done { get; private set; } = null!;

    public RunCompleted First { get; private set; } = null!;

    public RunCompleted Second { get; private set; } = null!;

    public string Folder => Path.Combine(_folder, "headline");

    public async ValueTask InitializeAsync()
    {
        var text = File.ReadAllText(Seeds.File("hand-check.yaml"))
            .Replace("../networks/nl", Path.Combine(Seeds.Root, "networks", "nl"), StringComparison.Ordinal)
            .Replace("civil_weight_percent: 0", "civil_weight_percent: 100", StringComparison.Ordinal);
        const string More = """
            regime: { civil_floor_road_percent: 80, civil_floor_rail_percent: 80, civil_floor_water_percent: 80 }
            limits: { restarts: 1, pool_work: 0, work_max_million: 1, gap_percent: 0.2 }

            """;
        var scenario = Path.Combine(_folder, "hand-check.yaml");
        await File.WriteAllTextAsync(scenario, text + More, TestContext.Current.CancellationToken);
        File.Copy(Seeds.File("hand-check.csv"), Path.Combine(_folder, "hand-check.csv"));
        var outcome = await HeadlineRun.RunAsync(
            new HeadlineRequest(new RunRequest(scenario, Folder)), new NoProgress(), TestContext.Current.CancellationToken);
        Done = Assert.IsType<HeadlineDone>(outcome);
        var (first, second) = await FeedbackRun.RunAsync(
            new RunRequest(scenario, Path.Combine(_folder, "run")), new NoProgress(), TestContext.Current.CancellationToken);
        First = Assert.IsType<RunCompleted>(first);
        Second = Assert.IsType<RunCompleted>(second);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The headline table, and the run that is fed with its own assessment.</summary>
public sealed class HeadlineRunTests(HeadlineScene scene) : IClassFixture<HeadlineScene>
{
    private IReadOnlyList<HeadlineRow> Rows => scene.Done.Headline.Rows;

    private MovementPlan Plan(string name) =>
        ReportJson.FromBytes<MovementPlan>(File.ReadAllBytes(Path.Combine(scene.Folder, name, RunFolder.Plan)));

    [Fact]
    public void No_plan_is_later_than_the_one_that_ignores_civil_traffic()
    {
        Assert.Equal(["military-only", "balanced", "civil-floor"], Rows.Select(r => r.Name));
        foreach (var row in Rows)
        {
            Assert.True(row.KeepsDeadline, row.Name);
            Assert.Equal((Rows[0].Moved, 0), (row.Moved, row.Unmoved));
            Assert.True(row.LatenessMicroEuros <= Rows[0].LatenessMicroEuros && row.ClosureSeconds <= Rows[0].ClosureSeconds, row.Name);
            Assert.Equal(Plan(row.Name).Planned.Max(p => p.FinishSeconds), row.ClosureSeconds);
        }
    }

    [Fact]
    public void The_balanced_plan_costs_no_more_civil_impact_than_the_first_within_the_proven_gap()
    {
        var (first, balanced) = (Rows[0], Rows[1]);
        // f2 + c2 <= f1 + c1, as it starts from the first plan, and f2 >= the bound of f1.
        var movement = first.SolvedMicroEuros;
        Assert.True(balanced.SolvedMicroEuros <= movement + first.Objective.Civil);
        Assert.True(balanced.Objective.Civil <= first.Objective.Civil + (movement - first.BoundMicroEuros));
        Assert.All(Rows, r => Assert.True(r.BoundMicroEuros <= r.SolvedMicroEuros, r.Name));
        // The floor's plan is one that the balanced may choose.
        Assert.True(balanced.SolvedMicroEuros <= Rows[2].SolvedMicroEuros);
    }

    [Fact]
    public void Under_a_floor_of_100_percent_no_civil_traffic_is_displaced()
    {
        var impact = ReportJson.FromBytes<CivilImpact>(File.ReadAllBytes(Path.Combine(scene.Folder, "civil-floor", RunFolder.Impact)));
        Assert.NotEmpty(impact.Cells);
        Assert.All(impact.Cells, c => Assert.True(c.Displaced <= 0, c.Resource));
        Assert.All(impact.Cells, c => Assert.True(c.MilitaryUse <= Math.Max(0, c.Capacity - c.CivilDemand), c.Resource));
    }

    [Fact]
    public void Each_plan_is_a_run_folder_that_the_checker_takes_and_the_table_is_there_in_three_forms()
    {
        foreach (var row in Rows)
        {
            var folder = Path.Combine(scene.Folder, row.Name);
            var check = Assert.IsType<CheckDone>(RunCheck.Check(folder, TestContext.Current.CancellationToken));
            Assert.True(check.Report.Holds, row.Name);
        }

        Assert.All(scene.Done.Text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(scene.Folder, "headline.csv")).Length);
        var markdown = File.ReadAllText(Path.Combine(scene.Folder, "headline.md"));
        Assert.Contains("| military-only | balanced | civil-floor |", markdown, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(scene.Folder, "headline.json")));
        Assert.Equal(3, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void A_deadline_is_the_due_time_or_what_the_first_plan_achieved_and_never_after_its_last_serial()
    {
        var plan = Plan("military-only");
        var closure = plan.Planned.Max(p => p.FinishSeconds);
        var by = EqualDeadline.FinishBy(plan, 0);
        Assert.All(plan.Planned, p => Assert.Equal(Math.Min(closure, Math.Max(p.Serial.DueSeconds, p.FinishSeconds)), by[p.Serial.Id]));
        Assert.True(EqualDeadline.Keeps(plan, plan, 0));
        var late = plan with
        {
            Planned = [.. plan.Planned.Select(p => p.FinishSeconds == closure ? p with { FinishSeconds = closure + 1 } : p)],
        };
        Assert.False(EqualDeadline.Keeps(late, plan, 0));
        Assert.False(EqualDeadline.Keeps(plan with { Planned = [.. plan.Planned.Skip(1)] }, plan, 0));
    }

    [Fact]
    public void A_run_with_feedback_leaves_two_checked_runs_and_says_what_the_second_saved()
    {
        Assert.Null(scene.First.Report.Manifest.Feedback);
        var record = Assert.IsType<Domain.Reports.FeedbackRecord>(scene.Second.Report.Manifest.Feedback);
        Assert.Equal(scene.First.Folder + "-feedback", scene.Second.Folder);
        Assert.Equal(scene.First.Folder, record.FedBy);
        Assert.Equal(record.First.TotalMicroEuros - record.Second.TotalMicroEuros, record.SavedMicroEuros);
        Assert.Equal(record.SavedMicroEuros > 0 ? "second" : "first", record.Recommended);
        foreach (var (figures, report) in new[] { (record.First, scene.First.Report), (record.Second, scene.Second.Report) })
        {
            double Assessed(string metric) => report.Impact.Assessment.Modes.SelectMany(m => m.Figures)
                .Where(f => f.Metric == metric).Sum(f => f.Change);
            Assert.Equal(Assessed("rail.train-minutes-lost"), figures.TrainMinutes);
            Assert.Equal(Assessed("rail.passenger-minutes-lost"), figures.PassengerMinutes);
            Assert.Equal(Assessed("rail.paths-without-place"), figures.PathsWithoutPlace);
        }

        var page = File.ReadAllText(Path.Combine(scene.Second.Folder!, RunFolder.Html));
        Assert.Contains("civil prices corrected by the assessment of", page, StringComparison.Ordinal);
        foreach (var folder in new[] { scene.First.Folder!, scene.Second.Folder! })
            Assert.IsType<CheckDone>(RunCheck.Check(folder, TestContext.Current.CancellationToken));
    }
}
