using System.Globalization;
using System.Text.RegularExpressions;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>What the committed road tables promise, read from the tables themselves.</summary>
public partial class RoadDatasetTests
{
    private static readonly string[] EndKinds = ["border", "port", "terminal", "site", "airfield", "hospital"];

    private static readonly List<Dictionary<string, string>> Nodes = Table("road-nodes.csv");
    private static readonly List<Dictionary<string, string>> Links = Table("road-links.csv");
    private static readonly List<Dictionary<string, string>> Facilities = Table("road-facilities.csv");

    [Fact]
    public void Every_shared_place_with_a_road_has_exactly_one_road_node()
    {
        // exit-roosendaal is a rail crossing; all the others in the format's list can be reached by road.
        var places = SharedPlaces().Except(["exit-roosendaal"]).ToList();
        Assert.True(places.Count >= 14 + 23 + 17 + 6, $"the list of shared places has only {places.Count}");
        var byPlace = Nodes.Where(n => n["place"].Length > 0).ToLookup(n => n["place"]);
        Assert.All(places, place => Assert.Single(byPlace[place]));
        Assert.Empty(byPlace.Select(g => g.Key).Except(places));
    }

    [Fact]
    public void The_network_is_one_piece_and_ends_only_where_a_road_may_end()
    {
        var next = Nodes.ToDictionary(n => n["id"], _ => new List<string>());
        foreach (var link in Links)
        {
            next[link["from"]].Add(link["to"]);
            next[link["to"]].Add(link["from"]);
        }

        Assert.Empty(Nodes.Where(n => next[n["id"]].Count == 1 && !EndKinds.Contains(n["kind"])).Select(n => n["id"]));
        var seen = new HashSet<string> { Nodes[0]["id"] };
        var stack = new Stack<string>(seen);
        while (stack.TryPop(out var node))
            foreach (var other in next[node].Where(seen.Add)) stack.Push(other);
        Assert.Equal(Nodes.Count, seen.Count);
        Assert.InRange(Nodes.Count, 350, 800);
    }

    [Fact]
    public void Explosives_and_gas_reach_the_German_border_from_every_port_but_Terneuzen()
    {
        // Category A bars nothing. Terneuzen has the Westerscheldetunnel (C) or Belgium, and no other way out.
        var free = new LengthGraph<string>();
        foreach (var link in Links.Where(l => l["tunnel_category"] is "" or "A"))
            free.Add(link["from"], link["to"], double.Parse(link["length_m"], CultureInfo.InvariantCulture));
        var cutOff = Nodes.Where(n => n["kind"] == "port")
            .Select(n => n["id"])
            .Where(port => double.IsPositiveInfinity(free.Shortest(port, "road-exit-zevenaar")));
        Assert.Equal(["road-terneuzen"], cutOff);
    }

    [Fact]
    public void Every_tunnel_with_a_category_lies_on_one_link_and_has_it()
    {
        // The categories as the inspectorate lists them (Botlek, Heinenoord, Velser D; Schiphol A; ...).
        var expected = new Dictionary<string, string>
        {
            ["Schipholtunnel"] = "A", ["Roertunnel"] = "A", ["Leidsche Rijntunnel"] = "A",
            ["Koning Willem-Alexandertunnel"] = "A", ["Tunnel Swalmen"] = "A",
            ["Beneluxtunnel"] = "C", ["Coentunnel"] = "C", ["Drechttunnel"] = "C", ["Ketheltunnel"] = "C",
            ["Kiltunnel"] = "C", ["Noordtunnel"] = "C", ["Salland-Twentetunnel"] = "C", ["Sijtwendetunnel"] = "C",
            ["Sluiskiltunnel"] = "C", ["Thomassentunnel"] = "C", ["Vlaketunnel"] = "C", ["Waterwolftunnel"] = "C",
            ["Westerscheldetunnel"] = "C", ["Wijkertunnel"] = "C", ["Zeeburgertunnel"] = "C",
            ["Botlektunnel"] = "D", ["Heinenoordtunnel"] = "D", ["Velsertunnel"] = "D",
        };
        foreach (var (tunnel, category) in expected)
            Assert.Equal(category, Assert.Single(Links, l => l["tunnel"] == tunnel)["tunnel_category"]);
    }

    [Fact]
    public void A_rest_area_is_never_more_than_30_km_from_a_motorway_node()
    {
        // Two rest areas 60 km apart are 30 km from the middle between them.
        var graph = new LengthGraph<string>();
        foreach (var link in Links)
            graph.Add(link["from"], link["to"], double.Parse(link["length_m"], CultureInfo.InvariantCulture));
        foreach (var facility in Facilities.Where(f => f["kind"] == "rest-area")) graph.Add("any", facility["node"], 0);
        var onMotorway = Links.Where(l => l["class"] == "motorway").SelectMany(l => new[] { l["from"], l["to"] }).Distinct();
        Assert.All(onMotorway, node => Assert.True(graph.Shortest(node, "any") <= 30_000, node));
    }

    [Fact]
    public void Assumed_heights_are_flagged_and_the_other_limits_are_unknown()
    {
        Assert.All(Links.Where(l => l["height_m"].Length > 0), l => Assert.Contains("height_m=assumed@", l["provenance"]));
        string[] unknown = ["mlc_wheeled", "mlc_tracked", "axle_load_t", "mass_t", "width_m", "vehicle_length_m"];
        Assert.All(Links, l => Assert.All(unknown, column => Assert.Equal("", l[column])));
    }

    private static List<string> SharedPlaces()
    {
        var text = File.ReadAllText(Path.Combine(ReferenceData.Root, "networks", "README.md"));
        var section = text[text.IndexOf("## Shared places", StringComparison.Ordinal)..];
        var next = section.IndexOf("\n## ", 4, StringComparison.Ordinal);
        return [.. Quoted().Matches(next < 0 ? section : section[..next]).Select(m => m.Groups[1].Value)];
    }

    private static List<Dictionary<string, string>> Table(string name) =>
        [.. CsvRows.Read(Path.Combine(ReferenceData.Network, name))];

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Quoted();
}
