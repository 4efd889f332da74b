using System.Text.Json;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>
/// Ports, transfers, corridors and the data package join the tables of all modes: they must be compiled again
/// (`-- ports package`) when a node or link of another mode changes, and these tests say so.
/// </summary>
public class WaterPortTablesTests
{
    private static readonly string[] Modes = ["road", "rail", "water", "sea"];

    private static readonly Dictionary<string, Dictionary<string, string>> Nodes = Modes
        .SelectMany(m => Table($"{m}-nodes")).ToDictionary(n => n["id"]);

    [Fact]
    public void Every_port_can_be_left_by_road_and_by_barge()
    {
        var transfers = Table("transfers").ToLookup(t => t["place"], t => t["kind"]);
        foreach (var port in Table("sea-nodes").Select(n => n["place"]))
        {
            Assert.Contains(transfers[port], kind => kind is "discharge-roro" or "discharge-lolo");
            Assert.Contains("load-barge", transfers[port]);
        }
    }

    [Fact]
    public void Transfers_join_the_nodes_of_their_own_place()
    {
        foreach (var transfer in Table("transfers"))
        {
            Assert.Equal(transfer["place"], Nodes[transfer["from"]]["place"]);
            Assert.Equal(transfer["place"], Nodes[transfer["to"]]["place"]);
        }
    }

    [Fact]
    public void Every_road_end_of_a_transfer_has_a_staging_area()
    {
        var staging = Table("port-facilities").Where(f => f["kind"] == "staging").Select(f => f["node"]).ToHashSet();
        var roadEnds = Table("transfers").SelectMany(t => new[] { t["from"], t["to"] })
            .Where(id => id.StartsWith("road-", StringComparison.Ordinal));

        Assert.Empty(roadEnds.Where(id => !staging.Contains(id)).Distinct());
    }

    [Fact]
    public void The_three_corridors_are_notional_and_name_links_and_places_that_exist()
    {
        var corridors = Table("corridors");
        var links = new[] { "road", "rail", "water" }.SelectMany(m => Table($"{m}-links")).Select(l => l["id"]).ToHashSet();
        var places = Nodes.Values.Select(n => n["place"]).ToHashSet();

        Assert.Equal(["c1", "c2", "c3"], corridors.Select(c => c["corridor"]).Distinct());
        Assert.All(corridors, c => Assert.Equal("notional", c["marking"]));
        Assert.Empty(corridors.Where(c => !(c["element"] == "link" ? links : places).Contains(c["ref"])).Select(c => c["ref"]));
    }

    [Fact]
    public void The_data_package_describes_every_table_by_its_columns_in_order()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceData.Network, "datapackage.json")));
        var described = package.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(
            r => r.GetProperty("path").GetString()!,
            r => string.Join(',', r.GetProperty("schema").GetProperty("fields").EnumerateArray()
                .Select(f => f.GetProperty("name").GetString())));

        var tables = Directory.GetFiles(ReferenceData.Network, "*.csv").Select(Path.GetFileName).Order();
        Assert.Equal(tables, described.Keys.Order());
        foreach (var (path, columns) in described)
            Assert.Equal(File.ReadLines(Path.Combine(ReferenceData.Network, path)).First(), columns);
    }

    private static List<Dictionary<string, string>> Table(string name) =>
        [.. CsvRows.Read(Path.Combine(ReferenceData.Network, name + ".csv"))];
}
