using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Tests.Checking;

/// <summary>The embedded national network, as it stands in the repository.</summary>
public sealed class NationalNetworkTests
{
    private static readonly Lazy<Loaded<NetworkDataset>> Outcome = new(() => DatasetReader.Read(Folder(), CancellationToken.None));

    private static NetworkDataset Dataset()
    {
        Assert.Empty(Outcome.Value.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        return Assert.IsType<Valid<NetworkDataset>>(Outcome.Value).Value;
    }

    [Fact]
    public void It_reads_and_checks_without_errors()
    {
        var report = NetworkChecker.Check(Dataset());

        Assert.Empty(report.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        Assert.Equal([1, 1, 1, 0], report.Modes.Select(m => m.Components));
        Assert.Equal(1.0, report.QualityShares.Values.Sum(), 9);
    }

    [Theory]
    [InlineData("rotterdam-maasvlakte", 4)]
    [InlineData("vlissingen-sloehaven", 4)]
    [InlineData("eemshaven", 4)]
    [InlineData("exit-zevenaar", 3)]
    public void A_port_joins_all_modes_and_a_border_exit_those_on_land(string place, int modes)
    {
        var network = NetworkCompiler.CompileBaseline(Dataset());

        Assert.Equal(modes, network.NodesOf(place).Select(n => network.NodeMode[n]).Distinct().Count());
    }

    [Fact]
    public void Every_port_leads_to_every_exit_of_its_mode_by_road_and_rail()
    {
        var network = NetworkCompiler.CompileBaseline(Dataset());
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail })
        {
            var seen = Reach(network, network.NodesOf("rotterdam-maasvlakte").Single(n => network.NodeMode[n] == mode));
            var exits = Enumerable.Range(0, network.NodeCount)
                .Where(n => network.NodeMode[n] == mode && network.Dataset.Nodes[n].Place.StartsWith("exit-", StringComparison.Ordinal));
            Assert.All(exits, n => Assert.True(seen[n], network.NodeId[n]));
        }
    }

    private static bool[] Reach(CompiledNetwork network, int start)
    {
        var seen = new bool[network.NodeCount];
        var queue = new Queue<int>([start]);
        seen[start] = true;
        while (queue.TryDequeue(out var node))
        {
            for (var k = network.OutStart[node]; k < network.OutStart[node + 1]; k++)
            {
                var next = network.ArcTo(network.OutArcs[k]);
                if (seen[next]) continue;
                seen[next] = true;
                queue.Enqueue(next);
            }
        }

        return seen;
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MilMobility.sln"))) root = root.Parent;
        return Path.Combine(root?.FullName ?? throw new DirectoryNotFoundException("no MilMobility.sln found above"), "networks", "nl");
    }
}
