using System.Globalization;
using System.Text.RegularExpressions;

namespace MilMobility.Cli.Tests;

/// <summary>What a run prints and writes, and every exit code.</summary>
public sealed class RunTests(FinishedRun finished)
{
    private static readonly string[] s_files =
    [
        "check.json", "context.json", "convergence.csv", "explanations.json", "impact.json", "manifest.json", "march-table.csv",
        "movements.geojson", "plan.json",
        "report.html", "totals.csv", "train-paths.csv", "voyages.csv",
    ];

    [Fact]
    public void A_run_prints_the_plan_without_colour_codes_and_writes_the_whole_folder()
    {
        Assert.True(finished.Ended.ExitCode == 0, finished.Ended.Err);
        Assert.Contains("serials moved", finished.Ended.Out, StringComparison.Ordinal);
        Assert.Contains("5 of 5", finished.Ended.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', finished.Ended.Out);
        Assert.DoesNotContain('\u001b', finished.Ended.Err);
        // Every line of standard error is progress: seconds, percent, stage.
        Assert.All(
            finished.Ended.Err.TrimEnd('\n').Split('\n'),
            line => Assert.Matches(new Regex(@"^ *\d+\.\d s +\d+ %  \w+: ", RegexOptions.None, TimeSpan.FromSeconds(1)), line));
        var names = Directory.EnumerateFileSystemEntries(finished.Folder.At("runs/hand-check")).Select(Path.GetFileName).Order();
        Assert.Equal(s_files, names);
        Assert.Equal(["hand-check"], Directory.EnumerateFileSystemEntries(finished.Folder.At("runs")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_check_of_a_good_run_holds_and_of_an_edited_plan_does_not()
    {
        var good = await finished.Folder.MilmobAsync("check", "runs/hand-check", "--json");
        Assert.True(good.ExitCode == 0, good.Err);
        Assert.Equal("done", good.Json.GetProperty("status").GetString());
        Assert.True(good.Json.GetProperty("holds").GetBoolean());

        // A finish an hour off is no longer the end of the last step.
        var edited = finished.Copy("edited");
        var plan = await File.ReadAllTextAsync(finished.Folder.At("edited/plan.json"), TestContext.Current.CancellationToken);
        var finish = new Regex("\"finish_seconds\": ([0-9]+)", RegexOptions.None, TimeSpan.FromSeconds(1));
        finished.Folder.Write("edited/plan.json", finish.Replace(
            plan, m => $"\"finish_seconds\": {int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) + 3600}", 1));
        var bad = await finished.Folder.MilmobAsync("check", edited);
        Assert.Equal(5, bad.ExitCode);
        Assert.Contains("The plan does not hold", bad.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("report")]
    public async Task A_run_is_read_from_any_folder_though_its_scenario_was_named_from_another(string verb)
    {
        var elsewhere = Directory.CreateDirectory(finished.Folder.At($"elsewhere-{verb}")).FullName;
        var run = finished.Folder.At("runs/hand-check");
        string[] rest = verb switch { "explain" => ["M01-01"], "report" => ["--format", "march-table"], _ => [] };
        var ended = await MilmobProcess.RunAsync(elsewhere, [verb, run, .. rest]);
        Assert.True(ended.ExitCode == 0, ended.Err);
    }

    [Theory]
    [InlineData("civil")]
    [InlineData("public")]
    public async Task Where_a_run_was_made_is_told_to_its_planner_alone(string audience)
    {
        var ended = await finished.Folder.MilmobAsync("report", "runs/hand-check", "--audience", audience, "--out", $"told-{audience}");
        Assert.True(ended.ExitCode == 0, ended.Err);
        var files = Directory.GetFiles(finished.Folder.At($"told-{audience}"));
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.DoesNotContain(
                Path.GetFileName(finished.Folder.Path), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_check_after_the_input_changed_is_refused()
    {
        using var folder = new CallFolder();
        finished.Copy("moved");
        Directory.Move(finished.Folder.At("moved"), folder.At("run"));
        folder.Edit("hand-check.csv", "transport company A", "transport company Z");
        var ended = await folder.MilmobAsync("check", "run", "--json");

        Assert.Equal(2, ended.ExitCode);
        var finding = Assert.Single(ended.Findings);
        Assert.StartsWith("RUN002 hand-check.csv the file has changed since the run", finding, StringComparison.Ordinal);
        Assert.Equal("invalid-input", ended.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_run_folder_that_is_no_longer_json_is_named_with_its_line()
    {
        var broken = finished.Copy("broken");
        finished.Folder.Write("broken/plan.json", "{\n  \"scenario\": 5\n}");
        var check = await finished.Folder.MilmobAsync("check", broken);
        var report = await finished.Folder.MilmobAsync("report", broken);

        Assert.Equal((2, 2), (check.ExitCode, report.ExitCode));
        Assert.Contains(check.Findings, f => f.StartsWith("RUN001 broken/plan.json:", StringComparison.Ordinal));
        Assert.Contains(report.Findings, f => f.StartsWith("RUN001 broken", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("runs/hand-check", "exists; name another, or say --overwrite")]
    [InlineData("hand-check.csv", "is a file; name a folder")]
    [InlineData("hand-check.csv/run", "is a file; must be a folder")]
    [InlineData("/sys/milmob-run", "no permission to write in '/sys'")]
    public async Task An_output_folder_that_cannot_be_taken_is_refused_before_planning(string output, string reason)
    {
        var ended = await finished.Folder.MilmobAsync("run", "hand-check.yaml", "-o", output);

        Assert.Equal(2, ended.ExitCode);
        var finding = Assert.Single(ended.Findings);
        Assert.StartsWith($"RUN003 {output} ", finding, StringComparison.Ordinal);
        Assert.Contains(reason, finding, StringComparison.Ordinal);
        Assert.DoesNotContain("plan:", ended.Err, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("table", "serials moved")]
    [InlineData("json", "\"manifest\": {")]
    [InlineData("march-table", "M01")]
    [InlineData("geojson", "FeatureCollection")]
    [InlineData("html", "<html")]
    public async Task A_report_needs_the_run_folder_alone(string format, string part)
    {
        using var elsewhere = new CallFolder();
        var ended = await elsewhere.MilmobAsync("report", finished.Folder.At("runs/hand-check"), "-f", format);

        Assert.True(ended.ExitCode == 0, ended.Err);
        Assert.Contains(part, ended.Out, StringComparison.Ordinal);
        Assert.Equal("", ended.Err);
    }

    // The barge's load may go by rail alone, and Nijmegen's terminal, its destination, has no track.
    [Fact]
    public async Task A_serial_that_no_route_takes_is_named_with_its_reason_in_json()
    {
        using var folder = new CallFolder();
        folder.Edit("hand-check.csv", ",2.5,water,", ",2.5,rail,");
        var ended = await folder.MilmobAsync("run", "hand-check.yaml", "--json", "--seed", "3", "--time-limit", "2");

        Assert.True(ended.ExitCode == 3, ended.Err);
        Assert.Equal("unmoved-serials", ended.Json.GetProperty("status").GetString());
        var plan = ended.Json.GetProperty("plan");
        Assert.Equal(4, plan.GetProperty("serials_moved").GetInt32());
        var unmoved = Assert.Single(plan.GetProperty("unmoved").EnumerateArray());
        Assert.Equal(("M05-01", "no-route"), (unmoved.GetProperty("serial").GetString(), unmoved.GetProperty("reason").GetString()));
        Assert.NotEqual("", unmoved.GetProperty("detail").GetProperty("text").GetString());
        Assert.NotEqual(0, unmoved.GetProperty("alternatives").GetArrayLength());
        Assert.Equal(3, ended.Json.GetProperty("manifest").GetProperty("seed").GetInt32());
        Assert.True(ended.Json.GetProperty("check").GetProperty("holds").GetBoolean());
    }

    // A 5 m wide, 6 m high wheeled vehicle with 30 t axles fits no profile of the railway: by rail alone it goes nowhere.
    [Fact]
    public async Task A_vehicle_too_large_and_heavy_for_every_route_is_named_with_its_reason()
    {
        using var folder = new CallFolder();
        folder.Edit(
            "hand-check.csv", "R04,M04,rifle company A,wheeled APC 8x8,20,30,9,34,,7.5,2.9,3,3,rail",
            "R04,M04,rifle company A,crane 8x8,2,120,30,150,,7.5,5,6,3,rail");
        var ended = await folder.MilmobAsync("run", "hand-check.yaml", "-o", "out", "--time-limit", "2");

        Assert.True(ended.ExitCode == 3, ended.Err);
        Assert.Contains("4 of 5", ended.Out, StringComparison.Ordinal);
        Assert.Matches(new Regex("M04-01.*no route", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)), ended.Out);
    }

    [Fact]
    public async Task Ctrl_C_leaves_the_best_plan_so_far_marked_as_not_reproducible()
    {
        using var folder = new CallFolder();
        await using var run = MilmobProcess.Start(
            folder.Path, "run", CallFolder.Repository("seeds/corps-transit.yaml"), "-o", "out", "--json");
        // The corps takes long enough on any machine that the interrupt comes while it plans.
        await run.SaysAsync("best EUR");
        run.Interrupt();
        var ended = await run.EndAsync();

        Assert.True(ended.ExitCode == 130, ended.Err);
        Assert.Equal("cancelled", ended.Json.GetProperty("status").GetString());
        Assert.False(ended.Json.GetProperty("manifest").GetProperty("reproducible").GetBoolean());
        // Nobody waits for reasons after Ctrl-C.
        Assert.Equal(
            s_files.Except(["explanations.json"]), Directory.EnumerateFileSystemEntries(folder.At("out")).Select(Path.GetFileName).Order());
        Assert.Equal(0, (await folder.MilmobAsync("check", "out")).ExitCode);
    }

    [Fact]
    public async Task A_serial_is_explained_by_what_is_in_its_way()
    {
        var text = await finished.Folder.MilmobAsync("explain", "runs/hand-check", "M02-01");
        Assert.True(text.ExitCode == 0, text.Err);
        Assert.Contains("M01-01", text.Out, StringComparison.Ordinal);
        Assert.All(text.Out.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));

        var json = await finished.Folder.MilmobAsync("explain", "runs/hand-check", "M02-01", "--json");
        var explanation = json.Json.GetProperty("explanation");
        var (own, alone) = (explanation.GetProperty("own"), explanation.GetProperty("independent_cost"));
        Assert.Equal(
            explanation.GetProperty("sharing_micro_euros").GetInt64(),
            own.GetProperty("total_micro_euros").GetInt64() - alone.GetProperty("total_micro_euros").GetInt64());

        var all = await finished.Folder.MilmobAsync("explain", "runs/hand-check", "--json");
        Assert.Equal(5, all.Json.GetProperty("explanations").GetProperty("serials").GetArrayLength());

        var unknown = await finished.Folder.MilmobAsync("explain", "runs/hand-check", "M02-02");
        Assert.Equal(2, unknown.ExitCode);
        Assert.StartsWith("RUN004 ", Assert.Single(unknown.Findings), StringComparison.Ordinal);
        Assert.Contains("did you mean 'M0", unknown.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_compared_with_itself_is_told_to_be_the_same_in_terminal_json_and_page()
    {
        var text = await finished.Folder.MilmobAsync("compare", "runs/hand-check", "runs/hand-check", "-o", "same.html");
        Assert.True(text.ExitCode == 0, text.Err);
        Assert.Contains("Same inputs, seed and program.", text.Out, StringComparison.Ordinal);
        Assert.Contains("Every serial goes the same way at the same time.", text.Out, StringComparison.Ordinal);
        Assert.All(text.Out.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
        Assert.Contains("Every serial goes the same way", File.ReadAllText(finished.Folder.At("same.html")), StringComparison.Ordinal);

        var json = await finished.Folder.MilmobAsync("compare", "runs/hand-check", "runs/hand-check", "--json");
        var comparison = json.Json.GetProperty("comparison");
        Assert.True(comparison.GetProperty("same_input").GetBoolean());
        Assert.Equal(0, comparison.GetProperty("serials").GetArrayLength());
        Assert.All(comparison.GetProperty("objective").EnumerateArray(), m => Assert.Equal(0, m.GetProperty("change").GetInt64()));
    }
}
