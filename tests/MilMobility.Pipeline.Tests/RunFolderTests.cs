using System.Text;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline.Tests;

/// <summary>A whole run from file to folder, on a copy of the hand check and of its network that a test may change.</summary>
public sealed class RunFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-run-").FullName;

    private string Scenario => Path.Combine(_folder, "seeds", "hand-check.yaml");

    private string Requirements => Path.Combine(_folder, "seeds", "hand-check.csv");

    private string DataPackage => Path.Combine(_folder, "networks", "nl", "datapackage.json");

    private string Output => Path.Combine(_folder, "run");

    public RunFolderTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "seeds"));
        Directory.CreateDirectory(Path.Combine(_folder, "networks", "nl"));
        // These tests are of the files; the hand check's own tests run the solver.
        const string Limits = "limits: { restarts: 1, pool_work: 0, work_max_million: 1, gap_percent: 0.2 }\n";
        File.WriteAllText(Scenario, File.ReadAllText(Seeds.File("hand-check.yaml")) + Limits);
        File.Copy(Seeds.File("hand-check.csv"), Requirements);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Seeds.Root, "networks", "nl")))
            File.Copy(file, Path.Combine(_folder, "networks", "nl", Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_fresh_run_folder_passes_its_check_and_holds_every_input_with_its_hash()
    {
        var completed = await CompletedAsync();
        Assert.Equal(ExitCodes.Done, completed.ExitCode);
        Assert.True(completed.Report.Manifest.Reproducible);
        Assert.Contains(completed.Report.Manifest.Inputs.Keys, path => path.EndsWith("hand-check.csv", StringComparison.Ordinal));
        Assert.Contains(completed.Report.Manifest.Inputs.Keys, path => path.EndsWith("road-links.csv", StringComparison.Ordinal));

        var done = Assert.IsType<CheckDone>(Check());
        Assert.Empty(done.Report.Violations);
        Assert.Equal(completed.Report.Plan.Objective.TotalMicroEuros, done.Report.ObjectiveMicroEuros);
    }

    [Theory]
    [InlineData("scenario")]
    [InlineData("requirements")]
    [InlineData("network")]
    public async Task A_check_is_refused_once_an_input_has_changed(string input)
    {
        await CompletedAsync();
        var path = input switch
        {
            "scenario" => Scenario,
            "requirements" => Requirements,
            _ => Path.Combine(_folder, "networks", "nl", "corridors.csv"),
        };
        // A blank line changes nothing but the bytes.
        await File.AppendAllTextAsync(path, "\n", TestContext.Current.CancellationToken);

        var rejected = Assert.IsType<CheckRejected>(Check());
        var diagnostic = Assert.Single(rejected.Diagnostics, d => d.Code == "RUN002");
        Assert.EndsWith(Path.GetFileName(path), diagnostic.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_was_changed_by_hand_fails_its_check()
    {
        var completed = await CompletedAsync();
        var plan = completed.Report.Plan;
        var hurried = plan.Planned[0] with { FinishSeconds = plan.Planned[0].FinishSeconds - 60 };
        await WritePlanAsync(ReportJson.ToBytes(plan with { Planned = [hurried, .. plan.Planned.Skip(1)] }));

        var violations = Assert.IsType<CheckDone>(Check()).Report.Violations;
        Assert.Contains(violations, (Violation v) => v.Serials.Contains(hurried.Serial.Id));
    }

    [Fact]
    public async Task A_plan_file_that_no_run_wrote_is_refused_with_its_line()
    {
        await CompletedAsync();
        await WritePlanAsync(Encoding.UTF8.GetBytes("{\n  \"scenario\": 7\n}\n"));

        var rejected = Assert.IsType<CheckRejected>(Check());
        var diagnostic = Assert.Single(rejected.Diagnostics);
        Assert.Equal(("RUN001", 2), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var rejected = Assert.IsType<CheckRejected>(Check());
        Assert.All(rejected.Diagnostics, d => Assert.Equal("RUN001", d.Code));
        Assert.NotEmpty(rejected.Diagnostics);
    }

    [Fact]
    public async Task The_output_takes_the_marking_of_a_scenario_that_is_marked_higher_than_the_network()
    {
        await ReplaceAsync(Scenario, "marking: public", "marking: internal");
        var completed = await CompletedAsync();
        Assert.Equal(ClassificationMarking.Internal, completed.Report.Manifest.Marking);
    }

    [Fact]
    public async Task The_output_takes_the_marking_of_a_network_that_is_marked_higher_than_the_scenario()
    {
        await ReplaceAsync(DataPackage, "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
        await ReplaceAsync(Scenario, "marking: public", "marking: public\noutput_marking: departmental-confidential");
        var completed = await CompletedAsync();
        Assert.Equal(ClassificationMarking.Internal, completed.Report.Manifest.Marking);
    }

    [Fact]
    public async Task A_network_that_is_marked_higher_than_the_outputs_may_be_is_refused_and_nothing_is_written()
    {
        await ReplaceAsync(DataPackage, "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
        var rejected = Assert.IsType<RunRejected>(await RunAsync());
        Assert.Equal(ExitCodes.InvalidInput, rejected.ExitCode);
        Assert.Contains(rejected.Diagnostics, d => d.Code == "RUN010");
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task An_unknown_origin_is_refused_with_the_line_of_its_movement()
    {
        await ReplaceAsync(Scenario, "from: site-veluwe", "from: site-velue");
        var rejected = Assert.IsType<RunRejected>(await RunAsync());
        var diagnostic = Assert.Single(rejected.Diagnostics, d => d.Code == "PLN001");
        Assert.Contains("site-veluwe", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(diagnostic.Line > 0);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_at_once_says_so_and_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var outcome = await MissionRun.RunAsync(new RunRequest(Scenario, Output), new NoProgress(), cancelled.Token);
        Assert.Equal(ExitCodes.Cancelled, outcome.ExitCode);
        Assert.False(Directory.Exists(Output));
    }

    private async Task<RunCompleted> CompletedAsync() => Assert.IsType<RunCompleted>(await RunAsync());

    private Task<RunOutcome> RunAsync() => MissionRun.RunAsync(
        new RunRequest(Scenario, Output), new NoProgress(), TestContext.Current.CancellationToken);

    private RunCheckOutcome Check() => RunCheck.Check(Output, TestContext.Current.CancellationToken);

    private Task WritePlanAsync(byte[] plan) =>
        File.WriteAllBytesAsync(Path.Combine(Output, RunFolder.Plan), plan, TestContext.Current.CancellationToken);

    private static async Task ReplaceAsync(string path, string old, string @new)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
