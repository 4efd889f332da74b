using MilMobility.Cli.Assignment;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Networks;
using MilMobility.Exchange.Formats.Tntp;
using MilMobility.TestScenes;

namespace MilMobility.Cli.Tests.Reference;

/// <summary>The published instances: optima to 1e-9, and link flows where they are unique.</summary>
public sealed class TntpEquilibriumTests
{
    [Theory]
    [InlineData("SiouxFalls", "SiouxFalls", 4231335.28710744)]
    [InlineData("Anaheim", "Anaheim", 1286032.17109602)]
    [InlineData("Barcelona", "Barcelona", 1265654.92203176)]
    [InlineData("Braess-Example", "Braess", 386.00000008)]
    public void The_published_optimum_is_reached(string folder, string name, double optimum)
    {
        var solution = Solve(Stem(folder, name), 1e-10);
        Assert.Equal(optimum, solution.Objective, 1e-9 * optimum);
        Assert.InRange(solution.RelativeGap, -1e-13, 1e-10);
    }

    [Theory]
    [InlineData("SiouxFalls")]
    [InlineData("Anaheim")]
    [InlineData("Barcelona")]
    public void The_published_flows_and_costs_are_found(string name)
    {
        var stem = Stem(name, name);
        var bag = new DiagnosticBag();
        using var stream = File.OpenRead(stem + "_flow.tntp");
        var published = TntpReader.ReadFlows(stream, "flow", bag, TestContext.Current.CancellationToken).ToDictionary(f => (f.From, f.To));
        var instance = Instance(stem);
        var solution = Solve(stem, 1e-12);

        Assert.Empty(bag.ToList());
        for (var i = 0; i < instance.Links.Count; i++)
        {
            var link = instance.Links[i];
            var best = published[(link.From, link.To)];
            Assert.Equal(best.Cost, solution.Time[i], 1e-5 * (1 + best.Cost));
            // Where the time hardly depends on the flow, the flow is hardly determined.
            if (solution.Time[i] > link.FreeFlowTime * (1 + 1e-3))
                Assert.Equal(best.Volume, solution.CarUnits[i], 1e-3 * (1 + best.Volume));
        }
    }

    [Fact]
    public void Closing_links_warm_ends_where_closing_them_cold_does()
    {
        var stem = Stem("Anaheim", "Anaheim");
        var instance = Instance(stem);
        var before = Find(instance.Network, instance, new EquilibriumOptions());
        // The five busiest links between nodes that may be passed, but for those without which some trips have no path.
        var network = instance.Network;
        var closed = new List<int>();
        foreach (var link in Enumerable.Range(0, instance.Links.Count)
            .Where(i => instance.Links[i].From > 38 && instance.Links[i].To > 38).OrderByDescending(i => before.CarUnits[i]))
        {
            var next = Assert.IsType<Valid<AssignmentNetwork>>(network.With([LinkChange.Close(link)])).Value;
            if (UserEquilibrium.Find(
                next, instance.Classes, new EquilibriumOptions { IterationsMax = 1 }, TestContext.Current.CancellationToken)
                is Invalid<EquilibriumSolution>) continue;
            network = next;
            closed.Add(link);
            if (closed.Count == 5) break;
        }

        var options = new EquilibriumOptions { RelativeGap = 1e-10 };

        var cold = Find(network, instance, options);
        var warm = Find(network, instance, options, before);
        Assert.Equal(cold.Objective, warm.Objective, 1e-9 * cold.Objective);
        Assert.All(closed, link => Assert.Equal(0, warm.CarUnits[link]));
        Assert.True(closed.Sum(link => before.CarUnits[link]) > 0);
    }

    private static string Stem(string folder, string name)
    {
        var data = ReferenceData.Folder("tntp");
        Assert.SkipWhen(data is null, ReferenceData.WhySkipped("tntp"));
        return Path.Combine(data!, folder, name);
    }

    private static TntpAssignment Instance(string stem) =>
        Assert.IsType<Valid<TntpAssignment>>(TntpAssignment.Read(
            new TntpRequest(stem + "_net.tntp", stem + "_trips.tntp"), TestContext.Current.CancellationToken)).Value;

    private static EquilibriumSolution Solve(string stem, double gap)
    {
        var instance = Instance(stem);
        var options = new EquilibriumOptions { RelativeGap = gap };
        var found = Find(instance.Network, instance, options);
        Assert.Equal(EquilibriumStop.Gap, found.Stop);
        return found;
    }

    private static EquilibriumSolution Find(
        AssignmentNetwork network, TntpAssignment instance, EquilibriumOptions options, EquilibriumSolution? start = null) =>
        Assert.IsType<Valid<EquilibriumSolution>>(
            UserEquilibrium.Find(network, instance.Classes, options, TestContext.Current.CancellationToken, start)).Value;
}
