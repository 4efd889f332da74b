using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Formats.Tntp;
using MilMobility.TestScenes;

namespace MilMobility.Exchange.Tests.Reference;

/// <summary>The published instances, read completely; the counts are those of their READMEs.</summary>
public sealed class TntpReferenceTests
{
    private readonly DiagnosticBag _bag = new();

    [Theory]
    [InlineData("SiouxFalls", "SiouxFalls", 24, 24, 76, 1, 360_600)]
    [InlineData("Anaheim", "Anaheim", 38, 416, 914, 39, 104_694.40)]
    [InlineData("Barcelona", "Barcelona", 110, 1_020, 2_522, 111, 184_679.561)]
    [InlineData("Braess-Example", "Braess", 2, 4, 5, 1, 6)]
    public void An_instance_is_read_completely_and_its_totals_are_those_published(
        string folder, string name, int zones, int nodes, int links, int through, double trips)
    {
        var data = ReferenceData.Folder("tntp");
        Assert.SkipWhen(data is null, ReferenceData.WhySkipped("tntp"));
        var stem = Path.Combine(data!, folder, name);

        var network = Read(stem + "_net.tntp", TntpReader.ReadNetwork);
        var table = Read(stem + "_trips.tntp", TntpReader.ReadTrips);

        Assert.Empty(_bag.ToList());
        Assert.Equal((zones, nodes, links, through), (network.Zones, network.Nodes, network.Links.Count, network.FirstThroughNode));
        Assert.Equal(trips, table.Trips.Sum(t => t.Flow), tolerance: trips * 1e-6);
        Assert.Equal(zones, table.Zones);
    }

    [Theory]
    [InlineData("SiouxFalls", 4_231_335.287107)]
    [InlineData("Anaheim", 1_286_032.171096)]
    [InlineData("Barcelona", 1_265_654.922032)]
    public void The_published_flows_have_the_published_objective(string name, double expected)
    {
        var data = ReferenceData.Folder("tntp");
        Assert.SkipWhen(data is null, ReferenceData.WhySkipped("tntp"));
        var stem = Path.Combine(data!, name, name);
        var network = Read(stem + "_net.tntp", TntpReader.ReadNetwork);
        var flows = Read(stem + "_flow.tntp", TntpReader.ReadFlows).ToDictionary(f => (f.From, f.To), f => f.Volume);

        // Beckmann's objective: the sum over links of t0 * (v + B * v^(p+1) / (c^p * (p+1))).
        var objective = network.Links.Sum(l =>
        {
            var v = flows[(l.From, l.To)];
            return l.FreeFlowTime * (v + (l.B * Math.Pow(v, l.Power + 1) / (Math.Pow(l.Capacity, l.Power) * (l.Power + 1))));
        });

        Assert.Empty(_bag.ToList());
        Assert.Equal(expected, objective, tolerance: 1e-4);
    }

    [Fact]
    public void Positions_are_read_where_an_instance_has_them()
    {
        var data = ReferenceData.Folder("tntp");
        Assert.SkipWhen(data is null, ReferenceData.WhySkipped("tntp"));
        var nodes = Read(Path.Combine(data!, "SiouxFalls", "SiouxFalls_node.tntp"), TntpReader.ReadNodes);
        Assert.Equal(Enumerable.Range(1, 24), nodes.Select(n => n.Number));
        // Sioux Falls, South Dakota.
        Assert.All(nodes, n => Assert.True(Math.Abs(n.X + 96.73) < 0.1 && Math.Abs(n.Y - 43.55) < 0.1));
    }

    private T Read<T>(string path, Func<Stream, string, DiagnosticBag, CancellationToken, T> read)
    {
        using var stream = File.OpenRead(path);
        return read(stream, path, _bag, TestContext.Current.CancellationToken);
    }
}
