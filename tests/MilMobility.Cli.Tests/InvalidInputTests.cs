namespace MilMobility.Cli.Tests;

/// <summary>Bad input ends with exit code 2, coded findings that name file, line, value and what is allowed, and writes nothing.</summary>
public sealed class InvalidInputTests
{
    // One edit of the hand check per row: file, old text, new text; then what the findings must say, with the edited line.
    [Theory]
    [InlineData("hand-check.yaml", "title:", "titel:",
        "SCN005 hand-check.yaml:{line} unknown field 'titel'; did you mean 'title'?")]
    [InlineData("hand-check.yaml", "horizon_h: 48", "horizon_h: 48 h",
        "SCN007 hand-check.yaml:{line} horizon_h = 48 h; must be a whole number from 1 to 2160 h, without a unit")]
    [InlineData("hand-check.yaml", "requirements: hand-check.csv", "requirements: no-such.csv",
        "no-such.csv cannot be read: no such file; must be a readable file")]
    [InlineData("hand-check.yaml", "id: M03                      # convoy, 30", "id: M02                      # convoy, 30",
        "SCN015 hand-check.yaml:{line} movements[3].id = M02")]
    [InlineData("hand-check.yaml", "due: D+1 08:00", "due: D 07:00",
        "SCN016 hand-check.yaml:{line} movements[4].due is 2027-03-08T07:00:00+01:00, not after the movement is ready; must be after")]
    [InlineData("hand-check.yaml", "to: exit-hazeldonk", "to: exit-nowhere",
        " movement 'M01': to = 'exit-nowhere' is no place or node of the network")]
    [InlineData("hand-check.csv", "R03,M03,transport company C,truck 8x8,30,", "R03,M03,transport company C,truck 8x8,many,",
        "hand-check.csv:4 count = many; must be a whole number from 1 to 5000")]
    [InlineData("hand-check.csv", "R03,M03,transport company C,truck 8x8", "R03,M03", "hand-check.csv:4 ")]
    [InlineData("hand-check.csv", "R02,", "R01,",
        "REQ010 hand-check.csv:3 id = R01 stands in an earlier row too; must be unique")]
    public async Task One_bad_value_is_refused_with_its_place_and_what_is_allowed(
        string file, string old, string replacement, string finding)
    {
        using var folder = new CallFolder();
        var ended = await folder.Edit(file, old, replacement).RefusedAsync();

        var expected = finding.Replace("{line}", $"{folder.LineOf(file, replacement)}", StringComparison.Ordinal);
        Assert.Contains(ended.Findings, f => f.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Findings_of_scenario_table_and_output_folder_come_all_at_once()
    {
        using var folder = new CallFolder();
        folder.Edit("hand-check.yaml", "title:", "titel:").Edit("hand-check.yaml", "horizon_h: 48", "horizon_h: 9999");
        folder.Edit("hand-check.csv", "R04,M04,rifle company A,wheeled APC 8x8,20,", "R04,M04,rifle company A,wheeled APC 8x8,0,");
        Directory.CreateDirectory(folder.At("out"));
        folder.Write("out/notes.txt", "mine");

        var ended = await folder.RefusedAsync();
        Assert.Contains(ended.Findings, f => f.StartsWith(
            $"SCN005 hand-check.yaml:{folder.LineOf("hand-check.yaml", "titel:")} ", StringComparison.Ordinal));
        Assert.Contains(ended.Findings, f => f.StartsWith(
            $"SCN008 hand-check.yaml:{folder.LineOf("hand-check.yaml", "9999")} horizon_h = 9999", StringComparison.Ordinal));
        Assert.Contains(ended.Findings, f => f.Contains("hand-check.csv:5 count = 0", StringComparison.Ordinal));
        Assert.Contains(ended.Findings, f => f.StartsWith("RUN003 out ", StringComparison.Ordinal));
        Assert.Contains($"\n{ended.Findings.Count} findings; nothing was written.", ended.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_is_not_there_is_named()
    {
        using var folder = new CallFolder();
        var ended = await folder.RefusedAsync("no-such.yaml");

        Assert.Equal(["SCN001 no-such.yaml cannot be read: no such file; must be a readable file"], ended.Findings);
    }

    [Fact]
    public async Task A_network_marked_higher_than_the_outputs_may_be_is_refused()
    {
        using var folder = new CallFolder();
        var network = Directory.CreateDirectory(folder.At("nl"));
        foreach (var file in Directory.EnumerateFiles(CallFolder.Repository("networks/nl")))
            File.Copy(file, Path.Combine(network.FullName, Path.GetFileName(file)));
        folder.Edit("nl/datapackage.json", "\"marking\": \"PUBLIC\"", "\"marking\": \"INTERNAL\"");
        folder.Edit("hand-check.yaml", CallFolder.Repository("networks/nl"), "nl");

        var ended = await folder.RefusedAsync();
        var finding = Assert.Single(ended.Findings, f => f.StartsWith("RUN010 ", StringComparison.Ordinal));
        Assert.Contains("is marked Internal; the outputs of this scenario may be Public at most", finding, StringComparison.Ordinal);
    }

    // 50 MB of bytes from a fixed seed; the program without input takes about 60 MB.
    [Theory]
    [InlineData("hand-check.yaml", "SCN002 hand-check.yaml is larger than 4 MB")]
    [InlineData("hand-check.csv", "REQ002 hand-check.csv:")]
    public async Task Garbage_of_fifty_megabytes_is_refused_in_bounded_time_and_memory(string file, string finding)
    {
        using var folder = new CallFolder();
        var garbage = new byte[50_000_000];
        new Random(7).NextBytes(garbage);
        await File.WriteAllBytesAsync(folder.At(file), garbage, TestContext.Current.CancellationToken);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var ended = await folder.RefusedAsync();
        Assert.StartsWith(finding, Assert.Single(ended.Findings), StringComparison.Ordinal);
        Assert.InRange(ended.PeakBytes, 0, 250_000_000);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task Refusal_in_json_is_one_document_with_every_finding()
    {
        using var folder = new CallFolder();
        folder.Edit("hand-check.yaml", "horizon_h: 48", "horizon_h: 9999");
        var ended = await folder.MilmobAsync("run", "hand-check.yaml", "--json");

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal("invalid-input", ended.Json.GetProperty("status").GetString());
        Assert.Equal(2, ended.Json.GetProperty("exit_code").GetInt32());
        var finding = ended.Json.GetProperty("diagnostics").EnumerateArray().First();
        Assert.Equal(("SCN008", "hand-check.yaml", folder.LineOf("hand-check.yaml", "9999")),
            (finding.GetProperty("code").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32()));
        Assert.False(Directory.Exists(folder.At("runs")));
    }
}
