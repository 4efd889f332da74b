using System.Globalization;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Reference;

/// <summary>What must hold of the embedded water network whatever its numbers are; needs no reference data.</summary>
public class WaterStructureTests
{
    private static readonly List<Dictionary<string, string>> Nodes = Table("water-nodes.csv");
    private static readonly List<Dictionary<string, string>> Links = Table("water-links.csv");

    [Fact]
    public void There_are_at_least_150_nodes_in_one_component()
    {
        var neighbours = Neighbours();
        var reached = new HashSet<string> { Nodes[0]["id"] };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var node))
            foreach (var next in neighbours[node].Where(reached.Add)) open.Enqueue(next);

        Assert.True(Nodes.Count >= 150, $"{Nodes.Count} nodes");
        Assert.Equal(Nodes.Count, reached.Count);
    }

    [Fact]
    public void Fairways_end_only_at_ports_terminals_and_borders()
    {
        var neighbours = Neighbours();
        var ends = Nodes.Where(n => neighbours[n["id"]].Count() == 1 && n["kind"] is not ("port" or "terminal" or "border"));

        Assert.Empty(ends.Select(n => n["id"]));
    }

    [Fact]
    public void Every_lock_has_chambers_a_cycle_time_and_civil_arrivals()
    {
        var locks = Nodes.Where(n => n["kind"] == "lock").Select(n => n["id"]).ToList();
        var equipped = Table("water-facilities.csv")
            .Where(f => f["kind"] == "lock" && f["chambers"].Length > 0 && f["cycle_min"].Length > 0).Select(f => f["node"]);
        var counted = Table("water-civil.csv").Where(c => c["category"] == "barge").Select(c => c["scope"]).ToHashSet();

        Assert.Equal(locks.Order(), equipped.Order());
        Assert.All(locks, id => Assert.Contains($"node:{id}", counted));
    }

    [Fact]
    public void The_mean_weekday_of_the_Volkerak_locks_is_that_of_their_counted_year()
    {
        // 90,431 commercial passages in 2022 are 247.8 a day; a week of five weekdays at 1.15, a Saturday at 0.8 and a
        // Sunday at 0.45 of the mean day has seven mean days, so that a weekday has 1.15 x 247.8 = 284.9 passages.
        var weekday = Table("water-civil.csv").Single(c =>
            c["scope"] == "node:water-volkeraksluizen" && c["category"] == "barge" && c["day_type"] == "weekday");

        var passages = Enumerable.Range(0, 24).Sum(h => Number(weekday[$"h{h:00}"]));

        Assert.Equal(284.9, passages, 0.2);
    }

    [Theory]
    [InlineData("water-volkeraksluizen", "330x24;330x24;330x24")]
    [InlineData("water-sluizen-hansweert", "280x24;280x24")]
    [InlineData("water-sluizen-terneuzen", "427x55;290x40;260x24")]
    public void Known_locks_have_their_published_chambers(string node, string chambers)
    {
        var facility = Table("water-facilities.csv").Single(f => f["kind"] == "lock" && f["node"] == node);

        Assert.Equal(chambers, facility["chambers"]);
    }

    private static ILookup<string, string> Neighbours() =>
        Links.SelectMany(l => new[] { (l["from"], l["to"]), (l["to"], l["from"]) }).ToLookup(p => p.Item1, p => p.Item2);

    private static List<Dictionary<string, string>> Table(string file) =>
        [.. CsvRows.Read(Path.Combine(ReferenceData.Network, file))];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
