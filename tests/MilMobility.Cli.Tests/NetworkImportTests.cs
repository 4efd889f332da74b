using MilMobility.Exchange.Formats.OsmPbf;

namespace MilMobility.Cli.Tests;

/// <summary>`network import` as a user calls it: a layer and an extract become datasets that the other verbs read.</summary>
public sealed class NetworkImportTests
{
    private const string Layer = """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "properties": {"name": "N1", "speed_kmh": 80},
           "geometry": {"type": "LineString", "coordinates": [[5.0, 52.0], [5.1, 52.0]]}},
          {"type": "Feature", "properties": {"name": "N2"},
           "geometry": {"type": "LineString", "coordinates": [[5.1, 52.0], [5.1, 52.1]]}}]}
        """;

    [Fact]
    public async Task A_layer_of_lines_becomes_a_dataset_that_network_info_reads()
    {
        using var folder = new CallFolder();
        File.WriteAllText(folder.At("roads.geojson"), Layer);
        var import = await folder.MilmobAsync("network", "import", "--geojson", "roads.geojson", "--out", "made", "--json");
        var info = await folder.MilmobAsync("network", "info", "made", "--json");

        Assert.Equal((0, 0), (import.ExitCode, info.ExitCode));
        var road = Assert.Single(
            info.Json.GetProperty("modes").EnumerateArray(), m => m.GetProperty("links").GetInt32() > 0);
        Assert.Equal((3, 2), (road.GetProperty("nodes").GetInt32(), road.GetProperty("links").GetInt32()));
    }

    [Fact]
    public async Task An_extract_of_OpenStreetMap_becomes_a_dataset()
    {
        using var folder = new CallFolder();
        using (var stream = File.Create(folder.At("x.osm.pbf")))
        using (var writer = new OsmPbfWriter(stream))
        {
            for (var i = 0; i < 4; i++) writer.AddNode(i + 1, 52, 5 + (i * 0.01));
            writer.AddWay(10, [1, 2, 3], ("highway", "primary"), ("ref", "N201"));
            writer.AddWay(11, [3, 4], ("highway", "primary"), ("ref", "N201"), ("maxheight", "4.2"));
        }

        var import = await folder.MilmobAsync("network", "import", "--osm", "x.osm.pbf", "--out", "made");
        Assert.Equal(0, import.ExitCode);
        var links = File.ReadAllLines(folder.At("made/road-links.csv"));
        Assert.Equal(2, links.Count(l => l.Contains("N201", StringComparison.Ordinal)));
        Assert.Contains(links, l => l.Contains(",4.2,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_missing_input_is_named_and_nothing_is_written()
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync("network", "import", "--vild", "no-roads", "--prorail", "no-tracks", "--out", "made");

        Assert.Equal(2, ended.ExitCode);
        Assert.Equal(2, ended.Findings.Count);
        Assert.All(ended.Findings, f => Assert.Contains("neither a file nor a folder", f, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder.At("made")));
    }

    [Fact]
    public async Task An_import_of_nothing_is_refused()
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync("network", "import", "--out", "made");

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("no source is named", Assert.Single(ended.Findings), StringComparison.Ordinal);
    }
}
