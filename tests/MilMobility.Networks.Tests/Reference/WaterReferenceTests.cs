using System.Globalization;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>
/// Compares shortest fairway lengths in networks/nl with the raw fairway register (NWB-Vaarwegen), read here on its own:
/// two tables, one plain Dijkstra. The register is not in the repository: without it these tests say that they were skipped.
/// </summary>
public class WaterReferenceTests
{
    private const string Register = "nwb-vaarwegen";
    private const double ToleranceShare = 0.03;
    private const double SamePlaceM = 50;
    private const double MetresPerDegree = 111_195;

    /// <summary>Nodes that stand on a junction of the register, so that both graphs start and end at one point.</summary>
    public static TheoryData<string, string> Pairs => new()
    {
        { "rotterdam-parkhaven", "pannerdensche-kop" },
        { "amsterdam-centraal", "nijmegen" },
        { "vlissingen-rede", "rotterdam-parkhaven" },
        { "delfzijl-zeehavenkanaal", "lemmer" },
        { "moerdijk-mond", "maastricht-bosscheveld" },
        { "europahaven-mond", "pannerdensche-kop" },
        { "meppel-mond", "amsterdam-ark" },
        { "kampen-mond", "pannerdensche-kop" },
        { "alphen", "waalhaven-mond" },
        { "volkerak-schelde-rijn", "vlissingen-rede" },
        { "wessem", "ijsselkop" },
        { "geertruidenberg", "aarle-rixtel" },
        { "den-dungen", "nederweert" },
        { "twentekanaal-splitsing", "eefde-mond" },
        { "kinderdijk", "ijsselkop" },
        { "ternaaien-mond", "nijmegen" },
        { "harlingen-haven", "urk" },
        { "zuidbroek", "groningen-eemskanaal" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Shortest_lengths_agree_with_the_raw_fairway_register(string from, string to)
    {
        var folder = ReferenceData.Folder(Register);
        if (folder is null) Assert.Skip(ReferenceData.WhySkipped(Register));

        var actualM = Dataset().Shortest($"water-{from}", $"water-{to}");
        var nodes = CsvRows.Read(Path.Combine(ReferenceData.Network, "water-nodes.csv")).ToDictionary(n => n["id"]);
        var junctions = CsvRows.Read(Path.Combine(folder, "derived_nodes_wgs84.csv")).ToList();
        var expectedM = RawRegister(folder).Shortest(
            JunctionAt(nodes[$"water-{from}"], junctions), JunctionAt(nodes[$"water-{to}"], junctions));

        var share = Math.Abs(actualM - expectedM) / expectedM;
        Assert.True(
            share <= ToleranceShare,
            $"{from} - {to}: {actualM / 1000:F1} km in networks/nl, {expectedM / 1000:F1} km in the register ({share:P1})");
    }

    /// <summary>Lengths stated with the register itself, found without our contraction; the ends are towns, not junctions.</summary>
    [Theory]
    [InlineData("rotterdam-parkhaven", "tolkamer", 132.9)]
    [InlineData("amsterdam-centraal", "nijmegen", 106.5)]
    [InlineData("vlissingen-rede", "rotterdam-parkhaven", 134.2)]
    [InlineData("delfzijl-zeehavenkanaal", "lemmer", 122.9)]
    [InlineData("moerdijk-mond", "maastricht-bosscheveld", 169.4)]
    public void Shortest_lengths_agree_with_those_published_with_the_register(string from, string to, double expectedKm)
    {
        var actualKm = Dataset().Shortest($"water-{from}", $"water-{to}") / 1000;

        Assert.InRange(actualKm, expectedKm * (1 - ToleranceShare), expectedKm * (1 + ToleranceShare));
    }

    private static LengthGraph<string> Dataset()
    {
        var graph = new LengthGraph<string>();
        foreach (var link in CsvRows.Read(Path.Combine(ReferenceData.Network, "water-links.csv")))
            graph.Add(link["from"], link["to"], Number(link["length_m"]));
        return graph;
    }

    private static LengthGraph<string> RawRegister(string folder)
    {
        var graph = new LengthGraph<string>();
        foreach (var section in CsvRows.Read(Path.Combine(folder, "derived_edges_wgs84.csv")))
            graph.Add(section["from_junction"], section["to_junction"], Number(section["length_km"]) * 1000);
        return graph;
    }

    private static string JunctionAt(Dictionary<string, string> node, List<Dictionary<string, string>> junctions)
    {
        var nearest = junctions.MinBy(j => DistanceM(node, j))!;
        Assert.True(DistanceM(node, nearest) < SamePlaceM, $"{node["id"]} stands on no junction of the register");
        return nearest["junction"];
    }

    private static double DistanceM(Dictionary<string, string> a, Dictionary<string, string> b)
    {
        var latitude = Number(a["lat"]) * Math.PI / 180;
        var northM = (Number(a["lat"]) - Number(b["lat"])) * MetresPerDegree;
        var eastM = (Number(a["lon"]) - Number(b["lon"])) * MetresPerDegree * Math.Cos(latitude);
        return Math.Sqrt((northM * northM) + (eastM * eastM));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
