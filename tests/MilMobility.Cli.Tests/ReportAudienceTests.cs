using System.Text.Json;

namespace MilMobility.Cli.Tests;

/// <summary>`milmob report` for other readers: what it writes, under which marking, and what it refuses.</summary>
public sealed class ReportAudienceTests(FinishedRun finished)
{
    private const string Run = "runs/hand-check";

    [Fact]
    public async Task A_civil_report_for_one_manager_tells_passages_and_no_units()
    {
        var all = await finished.Folder.MilmobAsync("report", Run, "--audience", "civil");
        var rail = await finished.Folder.MilmobAsync("report", Run, "--audience", "civil", "--manager", "ProRail", "-f", "passages");

        Assert.True(all.ExitCode == 0, all.Err);
        Assert.Contains("ProRail: ", all.Out, StringComparison.Ordinal);
        Assert.Contains("Marking PUBLIC", all.Out, StringComparison.Ordinal);
        Assert.All(all.Out.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
        Assert.True(rail.ExitCode == 0, rail.Err);
        Assert.All(rail.Out.TrimEnd().Split('\n').Skip(1), row => Assert.StartsWith("ProRail,P", row, StringComparison.Ordinal));
        foreach (var secret in new[] { "rifle company", "transport company", "M04", "M05", "hand-check" })
            Assert.DoesNotContain(secret, all.Out + rail.Out, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_folder_for_an_audience_is_written_whole_and_stays_for_it()
    {
        var written = await finished.Folder.MilmobAsync("report", Run, "--audience", "civil", "-o", "civil", "--json");
        var again = await finished.Folder.MilmobAsync("report", "civil", "-f", "csv");
        var planner = await finished.Folder.MilmobAsync("report", "civil", "--audience", "planner");
        var check = await finished.Folder.MilmobAsync("check", "civil");

        Assert.True(written.ExitCode == 0, written.Err);
        Assert.Equal(("civil", "public"), (
            written.Json.GetProperty("audience").GetString(), written.Json.GetProperty("marking").GetString()));
        Assert.All(written.Json.GetProperty("files").EnumerateArray(), f => Assert.True(File.Exists(finished.Folder.At(f.GetString()!))));
        Assert.StartsWith("id,name,unit,value,before,after,quality,marking\npassages,", again.Out, StringComparison.Ordinal);
        Assert.StartsWith("AUD003 civil ", Assert.Single(planner.Findings), StringComparison.Ordinal);
        Assert.StartsWith("RUN012 ", Assert.Single(check.Findings), StringComparison.Ordinal);
        Assert.Equal((0, 2, 2), (again.ExitCode, planner.ExitCode, check.ExitCode));
    }

    [Fact]
    public async Task A_public_report_has_aggregates_in_every_format()
    {
        var json = await finished.Folder.MilmobAsync("report", Run, "--audience", "public", "--json");
        var folder = await finished.Folder.MilmobAsync("report", Run, "--audience", "public", "-o", "parliament");

        Assert.Equal("public", json.Json.GetProperty("audience").GetString());
        // Five serials: the minimum; single modes have fewer.
        Assert.Equal(5, json.Json.GetProperty("transports")[0].GetProperty("value").GetDouble());
        Assert.True(folder.ExitCode == 0, folder.Err);
        Assert.Equal(
            ["manifest.json", "summary.csv", "summary.html", "summary.json"],
            Directory.GetFiles(finished.Folder.At("parliament")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("--audience public -f geojson", "AUD006 ")]
    [InlineData("--audience public --manager ProRail", "AUD002 ")]
    [InlineData("--audience civil --manager Nobody", "AUD001 ")]
    [InlineData("--audience everyone", "CLI001 --audience = 'everyone'; must be one of planner, civil, public")]
    [InlineData("--audience public --marking secret", "CLI001 --marking = 'secret'; must be one of public, internal")]
    [InlineData("--audience public --minimum-group 2", "CLI001 --minimum-group = '2'; must be a whole number from 3 to 1000")]
    public async Task What_an_audience_has_not_is_refused_with_exit_code_2(string options, string finding)
    {
        var ended = await finished.Folder.MilmobAsync(["report", Run, .. options.Split(' ')]);
        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith(finding, Assert.Single(ended.Findings), StringComparison.Ordinal);
        Assert.Equal("", ended.Out);
    }

    [Fact]
    public async Task A_marking_is_lowered_only_with_reviewer_reason_and_a_record()
    {
        var marked = await finished.Folder.MilmobAsync("report", Run, "--marking", "internal", "-o", "marked", "--json");
        Assert.Equal("internal", marked.Json.GetProperty("marking").GetString());

        string[] lower = ["report", "marked", "--audience", "public", "--marking", "public"];
        var bare = await finished.Folder.MilmobAsync([.. lower, "-o", "out.html"]);
        Assert.StartsWith("AUD004 ", Assert.Single(bare.Findings), StringComparison.Ordinal);
        string[] decided = [.. lower, "--reviewer", "J. Jansen", "--reason", "agreed with the minister"];
        var loose = await finished.Folder.MilmobAsync(decided);
        Assert.StartsWith("AUD007 ", Assert.Single(loose.Findings), StringComparison.Ordinal);
        Assert.False(File.Exists(finished.Folder.At("out.html")));

        var done = await finished.Folder.MilmobAsync([.. decided, "-o", "out.html"]);
        Assert.True(done.ExitCode == 0, done.Err);
        using var record = JsonDocument.Parse(await File.ReadAllTextAsync(
            finished.Folder.At("out.html.manifest.json"), TestContext.Current.CancellationToken));
        var change = record.RootElement.GetProperty("downgrading");
        Assert.Equal(("internal", "public", "J. Jansen"), (
            change.GetProperty("from").GetString(), change.GetProperty("to").GetString(), change.GetProperty("reviewer").GetString()));
        Assert.Equal(64, change.GetProperty("source_sha256").GetString()!.Length);
        Assert.Contains("PUBLIC", await File.ReadAllTextAsync(
            finished.Folder.At("out.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
