using System.Text;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline.Tests;

/// <summary>A whole run from file to folder, on a copy of the hand check and of its network that a test may change.</summary>
public sealed class RunFolderTests(FinishedRunFiles finished) : IClassFixture<FinishedRunFiles>
{
    private string Plan => Path.Combine(finished.Files.Output, RunFolder.Plan);

    [Fact]
    public void A_fresh_run_folder_passes_its_check_and_holds_every_input_with_its_hash()
    {
        var completed = finished.Completed;
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
        var files = finished.Files;
        var path = input switch { "scenario" => files.Scenario, "requirements" => files.Requirements, _ => files.Corridors };
        using var changed = new FinishedRunFiles.Changed(path);
        // A blank line changes nothing but the bytes.
        await File.AppendAllTextAsync(path, "\n", TestContext.Current.CancellationToken);

        var rejected = Assert.IsType<CheckRejected>(Check());
        var diagnostic = Assert.Single(rejected.Diagnostics, d => d.Code == "RUN002");
        Assert.EndsWith(Path.GetFileName(path), diagnostic.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_was_changed_by_hand_fails_its_check()
    {
        var plan = finished.Completed.Report.Plan;
        using var changed = new FinishedRunFiles.Changed(Plan);
        var hurried = plan.Planned[0] with { FinishSeconds = plan.Planned[0].FinishSeconds - 60 };
        await WritePlanAsync(ReportJson.ToBytes(plan with { Planned = [hurried, .. plan.Planned.Skip(1)] }));

        var violations = Assert.IsType<CheckDone>(Check()).Report.Violations;
        Assert.Contains(violations, (Violation v) => v.Serials.Contains(hurried.Serial.Id));
    }

    [Fact]
    public async Task A_plan_file_that_no_run_wrote_is_refused_with_its_line()
    {
        using var changed = new FinishedRunFiles.Changed(Plan);
        await WritePlanAsync(Encoding.UTF8.GetBytes("{\n  \"scenario\": 7\n}\n"));

        var rejected = Assert.IsType<CheckRejected>(Check());
        var diagnostic = Assert.Single(rejected.Diagnostics);
        Assert.Equal(("RUN001", 2), (diagnostic.Code, diagnostic.Line));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        var rejected = Assert.IsType<CheckRejected>(
            RunCheck.Check(finished.Files.Output + "-that-is-not-there", TestContext.Current.CancellationToken));
        Assert.All(rejected.Diagnostics, d => Assert.Equal("RUN001", d.Code));
        Assert.NotEmpty(rejected.Diagnostics);
    }

    [Fact]
    public async Task The_output_takes_the_marking_of_a_scenario_that_is_marked_higher_than_the_network()
    {
        using var files = new RunFiles();
        await ReplaceAsync(files.Scenario, "marking: public", "marking: internal");
        var completed = Assert.IsType<RunCompleted>(await files.RunAsync());
        Assert.Equal(ClassificationMarking.Internal, completed.Report.Manifest.Marking);
    }

    [Fact]
    public async Task The_output_takes_the_marking_of_a_network_that_is_marked_higher_than_the_scenario()
    {
        using var files = new RunFiles();
        await ReplaceAsync(files.DataPackage, "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
        await ReplaceAsync(files.Scenario, "marking: public", "marking: public\noutput_marking: departmental-confidential");
        var completed = Assert.IsType<RunCompleted>(await files.RunAsync());
        Assert.Equal(ClassificationMarking.Internal, completed.Report.Manifest.Marking);
    }

    [Fact]
    public async Task A_network_that_is_marked_higher_than_the_outputs_may_be_is_refused_and_nothing_is_written()
    {
        using var files = new RunFiles();
        await ReplaceAsync(files.DataPackage, "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
        var rejected = Assert.IsType<RunRejected>(await files.RunAsync());
        Assert.Equal(ExitCodes.InvalidInput, rejected.ExitCode);
        Assert.Contains(rejected.Diagnostics, d => d.Code == "RUN010");
        Assert.False(Directory.Exists(files.Output));
    }

    [Fact]
    public async Task An_unknown_origin_is_refused_with_the_line_of_its_movement()
    {
        using var files = new RunFiles();
        await ReplaceAsync(files.Scenario, "from: site-veluwe", "from: site-velue");
        var rejected = Assert.IsType<RunRejected>(await files.RunAsync());
        var diagnostic = Assert.Single(rejected.Diagnostics, d => d.Code == "PLN001");
        Assert.Contains("site-veluwe", diagnostic.Message, StringComparison.Ordinal);
        Assert.True(diagnostic.Line > 0);
        Assert.False(Directory.Exists(files.Output));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_at_once_says_so_and_writes_nothing()
    {
        using var files = new RunFiles();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var outcome = await MissionRun.RunAsync(new RunRequest(files.Scenario, files.Output), new NoProgress(), cancelled.Token);
        Assert.Equal(ExitCodes.Cancelled, outcome.ExitCode);
        Assert.False(Directory.Exists(files.Output));
    }

    private RunCheckOutcome Check() => RunCheck.Check(finished.Files.Output, TestContext.Current.CancellationToken);

    private Task WritePlanAsync(byte[] plan) => File.WriteAllBytesAsync(Plan, plan, TestContext.Current.CancellationToken);

    private static async Task ReplaceAsync(string path, string old, string @new)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
