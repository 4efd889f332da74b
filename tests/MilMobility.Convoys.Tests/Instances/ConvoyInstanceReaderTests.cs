using System.Text;
using MilMobility.Convoys.Instances;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Tests.Instances;

/// <summary>What the reader takes and what it refuses, with the words.</summary>
public sealed class ConvoyInstanceReaderTests
{
    private const string Good = """
        { "name": "line", "nodes": 4, "horizon_s": 100,
          "edges": [ {"from": 0, "to": 1, "travel_s": 10}, {"from": 1, "to": 2, "travel_s": 20} ],
          "convoys": [ {"id": "a", "from": 0, "to": 2, "ready_s": 5, "due_s": null, "pass_s": 3},
                       {"id": "b", "from": 2, "to": 1, "ready_s": 0, "due_s": 90, "pass_s": 4} ] }
        """;

    [Fact]
    public void A_good_instance_is_read_as_it_stands_and_survives_writing()
    {
        var instance = Assert.IsType<Valid<ConvoyInstance>>(Parse(Good)).Value;
        using var text = new StringWriter();
        ConvoyInstanceWriter.Write(instance, text);
        var again = Assert.IsType<Valid<ConvoyInstance>>(Parse(text.ToString())).Value;

        foreach (var read in (ConvoyInstance[])[instance, again])
        {
            Assert.Equal(("line", 4, 100), (read.Name, read.NodeCount, read.HorizonSeconds));
            Assert.Equal([0, 1], read.EdgeFrom);
            Assert.Equal([10, 20], read.TravelSeconds);
            Assert.Equal(["a", "b"], read.ConvoyIds);
            Assert.Equal([ConvoyInstance.NoDue, 90], read.DueSeconds);
            Assert.Equal([0, 1, 3, 4, 4], read.FirstArc);
        }
    }

    [Theory]
    [InlineData("\"nodes\": 4", "\"nodes\": 0", "CMP005 i.json nodes = 0; must be a whole number from 1 to 1000000")]
    [InlineData("\"nodes\": 4", "\"nodes\": 4.5", "CMP004 i.json nodes = 4.5; must be a whole number, at most 500000000")]
    [InlineData("\"nodes\": 4,", "", "CMP003 i.json property 'nodes' is missing; must be given")]
    [InlineData("\"nodes\": 4", "\"nodes\": 4, \"size\": 2", "CMP003 i.json unknown property 'size'; must be one of name, nodes")]
    [InlineData("\"nodes\": 4", "\"nodes\": 4, \"nodes\": 4", "CMP003 i.json property 'nodes' stands twice; must stand once")]
    [InlineData("\"travel_s\": 10", "\"travel_s\": 0", "CMP005 i.json edges[0].travel_s = 0; must be a whole number from 1 to")]
    [InlineData("{\"from\": 0, \"to\": 1,", "{\"from\": 0, \"to\": 4,", "CMP006 i.json edges[0].to = 4; must be a node, from 0 to 3")]
    [InlineData("{\"from\": 0, \"to\": 1,", "{\"from\": 1, \"to\": 1,", "CMP007 i.json edges[0] goes from 1 to 1; must join two nodes")]
    [InlineData("{\"from\": 0, \"to\": 1,", "{\"from\": 2, \"to\": 1,", "CMP008 i.json edges[1] joins 1 and 2 as edges[0] does")]
    [InlineData("\"id\": \"b\"", "\"id\": \"a\"", "CMP009 i.json convoys[1].id = a is an earlier convoy's too; must be unique")]
    [InlineData("\"from\": 2, \"to\": 1, \"ready", "\"from\": 2, \"to\": 3, \"ready",
        "CMP011 i.json convoys[1].to = 3 has no path from 2; must be reachable")]
    [InlineData("\"pass_s\": 4", "\"pass_s\": 0", "CMP005 i.json convoys[1].pass_s = 0; must be a whole number from 1 to")]
    [InlineData("\"ready_s\": 5", "\"ready_s\": -1", "CMP005 i.json convoys[0].ready_s = -1; must be a whole number from 0 to")]
    [InlineData("\"due_s\": 90", "\"due_s\": \"noon\"", "CMP004 i.json convoys[1].due_s = \"noon\"; must be a whole number")]
    [InlineData("\"id\": \"a\"", "\"id\": 7", "CMP004 i.json convoys[0].id = 7; must be a text")]
    [InlineData("\"name\": \"line\",", "\"name\": \"line\"", "CMP002 i.json:1 is no JSON; must be one JSON document")]
    public void One_bad_value_is_refused_with_its_path_and_what_is_allowed(string old, string bad, string finding)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        var invalid = Assert.IsType<Invalid<ConvoyInstance>>(Parse(Good.Replace(old, bad, StringComparison.Ordinal)));
        Assert.Contains(invalid.Diagnostics, d => $"{d}".StartsWith(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void All_findings_come_at_once()
    {
        var bad = Good.Replace("\"nodes\": 4", "\"nodes\": 2", StringComparison.Ordinal)
            .Replace("\"pass_s\": 4", "\"pass_s\": 0", StringComparison.Ordinal)
            .Replace("\"id\": \"b\"", "\"id\": \"a\"", StringComparison.Ordinal);
        var invalid = Assert.IsType<Invalid<ConvoyInstance>>(Parse(bad));

        Assert.Equal(["CMP005", "CMP006", "CMP006", "CMP006", "CMP009"], invalid.Diagnostics.Select(d => d.Code).Order());
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var invalid = Assert.IsType<Invalid<ConvoyInstance>>(ConvoyInstanceReader.Read("no-such.json"));
        Assert.Equal("CMP001 no-such.json cannot be read: no such file; must be a readable file", $"{Assert.Single(invalid.Diagnostics)}");
    }

    private static Loaded<ConvoyInstance> Parse(string text) => ConvoyInstanceReader.Parse(Encoding.UTF8.GetBytes(text), "i.json");
}
