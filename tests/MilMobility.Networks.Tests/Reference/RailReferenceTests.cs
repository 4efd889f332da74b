using System.Globalization;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>
/// Compares shortest freight lengths in networks/nl with the raw ProRail track model (see <see cref="RailTrackGraph"/>),
/// which takes nothing from the derivation: no cross-sections, no chosen junctions, only tracks and joints. Only pairs
/// that need no reversal are compared. The reference data is not in the repository: without it the tests say that they
/// were skipped.
/// </summary>
public class RailReferenceTests
{
    private const double ToleranceShare = 0.02;
    private const double RadiusM = 150;

    private static readonly Lazy<RailTrackGraph?> Tracks = new(() =>
        ReferenceData.Folder("prorail-spoortak") is { } folder ? new RailTrackGraph(folder) : null);

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Nodes = new(() =>
        CsvRows.Read(Path.Combine(ReferenceData.Network, "rail-nodes.csv")).ToDictionary(row => row["id"]));

    public static TheoryData<string, string> Pairs => new()
    {
        { "rail-maasvlakte", "rail-kijfhoek" },
        { "rail-maasvlakte", "rail-cup-valburg" },
        { "rail-maasvlakte", "rail-zevenaar" },
        { "rail-maasvlakte", "rail-grens-zevenaar" },
        { "rail-maasvlakte", "rail-venlo" },
        { "rail-maasvlakte", "rail-grens-oldenzaal" },
        { "rail-maasvlakte", "rail-grens-roosendaal" },
        { "rail-maasvlakte", "rail-sloehaven" },
        { "rail-maasvlakte", "rail-eemshaven" },
        { "rail-maasvlakte", "rail-coevorden" },
        { "rail-kijfhoek", "rail-venlo" },
        { "rail-kijfhoek", "rail-grens-eijsden" },
        { "rail-kijfhoek", "rail-acht" },
        { "rail-kijfhoek", "rail-delfzijl" },
        { "rail-kijfhoek", "rail-grens-nieuweschans" },
        { "rail-sloehaven", "rail-venlo" },
        { "rail-sloehaven", "rail-grens-oldenzaal" },
        { "rail-sloehaven", "rail-grens-zevenaar" },
        { "rail-roosendaal", "rail-grens-roosendaal" },
        { "rail-moerdijk", "rail-grens-venlo" },
        { "rail-amsterdam-westhaven", "rail-grens-zevenaar" },
        { "rail-amsterdam-westhaven", "rail-grens-oldenzaal" },
        { "rail-amsterdam-westhaven", "rail-grens-venlo" },
        { "rail-beverwijk-hoogovens", "rail-grens-zevenaar" },
        { "rail-den-helder", "rail-grens-oldenzaal" },
        { "rail-amersfoort-bokkeduinen", "rail-eemshaven" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Shortest_freight_lengths_agree_with_the_raw_track_model(string from, string to)
    {
        if (Tracks.Value is not { } tracks)
        {
            Assert.Skip(ReferenceData.WhySkipped("prorail-spoortak"));
            return;
        }

        var expectedM = tracks.ShortestM(Place(from), Place(to), RadiusM);
        var actualM = ShortestM(from, to);

        var share = Math.Abs(actualM - expectedM) / expectedM;
        Assert.True(
            share <= ToleranceShare,
            $"{from} - {to}: {actualM / 1000:F1} km in networks/nl, {expectedM / 1000:F1} km by the tracks ({share:P1})");
    }

    /// <summary>
    /// From the north to Twente the shortest freight way turns round at Zwolle; the track model allows no reversal on the way, so the
    /// reference is the sum of both parts.
    /// </summary>
    [Theory]
    [InlineData("rail-eemshaven", "rail-zwolle", "rail-grens-oldenzaal")]
    [InlineData("rail-delfzijl", "rail-zwolle", "rail-grens-oldenzaal")]
    public void Lengths_with_a_turn_agree_with_both_parts_of_the_way(string from, string turn, string to)
    {
        if (Tracks.Value is not { } tracks)
        {
            Assert.Skip(ReferenceData.WhySkipped("prorail-spoortak"));
            return;
        }

        var expectedM = tracks.ShortestM(Place(from), Place(turn), RadiusM) + tracks.ShortestM(Place(turn), Place(to), RadiusM);
        var actualM = ShortestM(from, to);

        var share = Math.Abs(actualM - expectedM) / expectedM;
        Assert.True(
            share <= ToleranceShare,
            $"{from} - {turn} - {to}: {actualM / 1000:F1} km in networks/nl, {expectedM / 1000:F1} km by the tracks ({share:P1})");
    }

    [Fact]
    public void A_train_from_Kijfhoek_cannot_turn_towards_Utrecht_on_the_Betuweroute()
    {
        // The curves between the Betuweroute and the line Geldermalsen - Den Bosch face east (Echteld). From the west
        // there is none, so no link may join Geldermalsen or Zaltbommel to a point west of the junction at Meteren.
        var ends = Links().Where(link => link["line"] == "Betuweroute")
            .Select(link => (link["from"], link["to"])).ToList();

        Assert.Contains(("rail-echteld", "rail-geldermalsen"), ends);
        Assert.DoesNotContain(("rail-geldermalsen", "rail-gorinchem-betuweroute"), ends);
        Assert.DoesNotContain(("rail-gorinchem-betuweroute", "rail-zaltbommel"), ends);
    }

    private static double ShortestM(string from, string to)
    {
        var next = Links().Where(link => link["freight"] == "true")
            .SelectMany(link => new[] { (link, near: "from", far: "to"), (link, near: "to", far: "from") })
            .ToLookup(way => way.link[way.near], way => (To: way.link[way.far], LengthM: Number(way.link["length_m"])));
        var done = new HashSet<string>();
        var queue = new PriorityQueue<string, double>([(from, 0)]);
        while (queue.TryDequeue(out var node, out var sum))
        {
            if (node == to) return sum;
            if (!done.Add(node)) continue;
            foreach (var (other, lengthM) in next[node]) queue.Enqueue(other, sum + lengthM);
        }

        return double.PositiveInfinity;
    }

    private static IEnumerable<Dictionary<string, string>> Links()
        => CsvRows.Read(Path.Combine(ReferenceData.Network, "rail-links.csv"));

    private static (double Lat, double Lon) Place(string node)
        => (Number(Nodes.Value[node]["lat"]), Number(Nodes.Value[node]["lon"]));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
