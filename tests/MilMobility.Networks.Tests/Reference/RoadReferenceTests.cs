using System.Globalization;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>
/// Compares shortest road lengths in networks/nl with the raw VILD, read here on its own: two tables, one plain
/// Dijkstra. Both sides use the same road numbers; links younger than the VILD (their length is an assumption) are
/// masked. The reference tables are not in the repository: without them the tests say that they were skipped.
/// </summary>
public class RoadReferenceTests
{
    private const double ToleranceShare = 0.03;
    private const double SamePlaceM = 400;

    /// <summary>VILD numbers of the two ends: N15 Maasvlakte = 21809, A1 border = 7127, and so on.</summary>
    public static TheoryData<string, int, int> Pairs => new()
    {
        { "Maasvlakte - Oldenzaal", 21809, 7127 },
        { "Maasvlakte - Venlo", 21809, 10063 },
        { "Maasvlakte - Zevenaar", 21809, 7338 },
        { "Vlissingen - Venlo", 11981, 10063 },
        { "Vlissingen - Oldenzaal", 11981, 7127 },
        { "Vlissingen - Zevenaar", 11981, 7338 },
        { "Eemshaven - Oldenzaal", 13713, 7127 },
        { "Eemshaven - Nieuweschans", 13713, 10222 },
        { "Eemshaven - Zevenaar", 13713, 7338 },
        { "Den Helder - Zevenaar", 11920, 7338 },
        { "Den Helder - Oldenzaal", 11920, 7127 },
        { "Moerdijk - Venlo", 7720, 10063 },
        { "Moerdijk - Oldenzaal", 7720, 7127 },
        { "Moerdijk - Zevenaar", 7720, 7338 },
        { "Amsterdam Westpoort - Zevenaar", 21973, 7338 },
        { "Amsterdam Westpoort - Oldenzaal", 21973, 7127 },
        { "Amsterdam Westpoort - Venlo", 21973, 10063 },
        { "Vlissingen - Heerlen", 11981, 10441 },
        { "Hazeldonk - Nieuweschans", 7586, 10222 },
        { "Eijsden - Den Helder", 7838, 11920 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Shortest_lengths_agree_with_the_raw_VILD(string pair, int from, int to)
    {
        var reference = ReferenceData.Folder("vild-roads");
        if (reference is null) Assert.Skip(ReferenceData.WhySkipped("vild-roads"));

        var links = CsvRows.Read(Path.Combine(ReferenceData.Network, "road-links.csv")).ToList();
        var points = CsvRows.Read(Path.Combine(reference, "derived_nodes.csv")).ToDictionary(r => r["loc_nr"]);
        var expectedM = Vild(reference, links, points).Shortest(Text(from), Text(to));
        var actualM = Dataset(links).Shortest(NodeNear(points[Text(from)]), NodeNear(points[Text(to)]));

        var share = Math.Abs(actualM - expectedM) / expectedM;
        Assert.True(
            share <= ToleranceShare,
            $"{pair}: {actualM / 1000:F1} km in networks/nl, {expectedM / 1000:F1} km in the VILD ({share:P1})");
    }

    private static LengthGraph<string> Vild(
        string folder, List<Dictionary<string, string>> links, Dictionary<string, Dictionary<string, string>> points)
    {
        var roads = links.Select(l => l["road"]).ToHashSet();
        var graph = new LengthGraph<string>();
        foreach (var edge in CsvRows.Read(Path.Combine(folder, "derived_edges.csv")))
        {
            if (!roads.Contains(points[edge["a"]]["road"]) || !roads.Contains(points[edge["b"]]["road"])) continue;
            // Some edges between the points of "one" junction span tens of kilometres: errors of the table.
            var lengthM = Number(edge["length_km"]) * 1000;
            if (edge["kind"] == "junction" && lengthM > 2_000) continue;
            graph.Add(edge["a"], edge["b"], lengthM);
        }

        return graph;
    }

    private static LengthGraph<string> Dataset(List<Dictionary<string, string>> links)
    {
        var graph = new LengthGraph<string>();
        foreach (var link in links)
        {
            if (link["provenance"].Contains("length_m=assumed")) continue;
            graph.Add(link["from"], link["to"], Number(link["length_m"]));
        }

        return graph;
    }

    private static string NodeNear(Dictionary<string, string> point)
    {
        var best = CsvRows.Read(Path.Combine(ReferenceData.Network, "road-nodes.csv"))
            .Where(n => n["kind"] is not ("port" or "terminal" or "site" or "hospital" or "airfield"))
            .MinBy(n => DistanceM(n, point))!;
        Assert.True(DistanceM(best, point) < SamePlaceM, $"no road node near VILD {point["loc_nr"]}");
        return best["id"];
    }

    // Equirectangular: exact to a metre over the few hundred metres that matter here.
    private static double DistanceM(Dictionary<string, string> a, Dictionary<string, string> b)
    {
        const double metresPerDegree = 111_195;
        var scale = Math.Cos(Number(a["lat"]) * Math.PI / 180);
        var dx = (Number(a["lon"]) - Number(b["lon"])) * scale;
        var dy = Number(a["lat"]) - Number(b["lat"]);
        return metresPerDegree * Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
