namespace MilMobility.Cli.Tests;

/// <summary>`network info`, `diff` and `export` as a user calls them, on the embedded dataset.</summary>
public sealed class NetworkVerbTests
{
    private static readonly string National = CallFolder.Repository("networks/nl");

    [Fact]
    public async Task Info_names_marking_qualities_and_sources_and_draws_a_map()
    {
        using var folder = new CallFolder();
        var text = await folder.MilmobAsync("network", "info", National, "--map", "map.svg");
        var json = await folder.MilmobAsync("network", "info", National, "--json");

        Assert.Equal((0, 0), (text.ExitCode, json.ExitCode));
        Assert.StartsWith("PUBLIC  nl-strategic-network ", text.Out, StringComparison.Ordinal);
        Assert.Contains("nwb-vaarwegen", text.Out, StringComparison.Ordinal);
        Assert.StartsWith("<svg ", File.ReadAllText(folder.At("map.svg")), StringComparison.Ordinal);
        Assert.Equal("public", json.Json.GetProperty("marking").GetString());
        Assert.Equal(4, json.Json.GetProperty("modes").GetArrayLength());
    }

    [Fact]
    public async Task Diff_ends_with_its_verdict_and_exit_code_0_by_ids_and_by_place()
    {
        using var folder = new CallFolder();
        var byId = await folder.MilmobAsync("network", "diff", National, National);
        var byPlace = await folder.MilmobAsync("network", "diff", National, National, "--by", "place", "--json");

        Assert.Equal((0, 0), (byId.ExitCode, byPlace.ExitCode));
        Assert.EndsWith("The datasets are equal.\n", byId.Out, StringComparison.Ordinal);
        Assert.Equal(0, byPlace.Json.GetProperty("without_counterpart").GetArrayLength());
    }

    [Theory]
    [InlineData("geojson")]
    [InlineData("gpkg")]
    [InlineData("kml")]
    public async Task Export_writes_the_file_and_says_what_is_in_it(string format)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync("network", "export", National, "--format", format, "--out", "out", "--json");

        Assert.Equal(0, ended.ExitCode);
        Assert.True(new FileInfo(folder.At("out")).Length > 100_000);
        Assert.Equal("public", ended.Json.GetProperty("marking").GetString());
        Assert.Contains(
            ended.Json.GetProperty("layers").EnumerateArray(),
            l => l.GetProperty("name").GetString() == "road_links" && l.GetProperty("features").GetInt32() == 1_021);
    }

    [Theory]
    [InlineData("network info no-such", "NET001 no-such")]
    [InlineData("network diff no-such no-such", "NET001 no-such")]
    [InlineData("network export no-such -f gpkg -o x", "NET001 no-such")]
    [InlineData("network export no-such -f shp -o x", "CLI001 --format = 'shp'; must be one of geojson, gpkg, kml")]
    [InlineData("network export no-such -f gpkg", "CLI001 --out needs a value")]
    [InlineData("network diff a b --by colour", "CLI001 --by = 'colour'; must be one of id, place")]
    public async Task What_is_missing_or_unknown_is_refused(string line, string finding)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync(line.Split(' '));

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith(finding, Assert.Single(ended.Findings), StringComparison.Ordinal);
        Assert.Equal("", ended.Out);
    }
}
