using System.Security.Cryptography;
using System.Text;
using MilMobility.Convoys.Generation;
using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Tests.Generation;

/// <summary>The families have the properties that they promise, and a seed gives the same instance everywhere.</summary>
public sealed class ConvoyFamiliesTests
{
    [Theory]
    [InlineData("planar", 30, 15)]
    [InlineData("planar", 300, 20)]
    [InlineData("planar", 3000, 25)]
    [InlineData("hard", 300, 17)]
    [InlineData("hubs", 933, 100)]
    public void A_request_gives_the_same_bytes_again_and_another_seed_gives_others(string family, int nodes, int convoys)
    {
        var one = Text(ConvoyFamilies.Make(new(family, nodes, convoys, null, null, null, 1)));
        Assert.Equal(one, Text(ConvoyFamilies.Make(new(family, nodes, convoys, null, null, null, 1))));
        Assert.NotEqual(one, Text(ConvoyFamilies.Make(new(family, nodes, convoys, null, null, null, 2))));
    }

    [Fact]
    public void Planar_instances_are_those_of_the_literature()
    {
        var instance = ConvoyFamilies.Make(new("planar", 1000, 25, null, null, null, 3));
        var degrees = Enumerable.Range(0, 1000).Select(v => instance.FirstArc[v + 1] - instance.FirstArc[v]).ToList();

        Assert.All(instance.TravelSeconds, t => Assert.InRange(t, 5, 50));
        Assert.InRange(degrees.Average(), 3, 4);
        Assert.InRange(degrees.Count(d => d is 3 or 4), 950, 1000);
        Assert.All(instance.PassSeconds, p => Assert.InRange(p, 7, 27));
        Assert.All(instance.ReadySeconds, r => Assert.InRange(r, 0, instance.HorizonSeconds / 4));
        // Planar: at most 3 n - 6 edges, and no lattice edge crosses another.
        Assert.InRange(instance.EdgeCount, 999, (3 * 1000) - 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Hard_instances_cross_a_cut_of_two_to_four_edges_both_ways(int seed)
    {
        var instance = ConvoyFamilies.Make(new("hard", 300, null, null, null, null, seed));
        // 18 nodes a row; the west half has columns 0 to 8.
        bool West(int node) => node % 18 < 9;
        var cut = Enumerable.Range(0, instance.EdgeCount).Count(e => West(instance.EdgeFrom[e]) != West(instance.EdgeTo[e]));

        Assert.InRange(cut, 2, 4);
        Assert.Equal(17, instance.ConvoyCount);
        Assert.All(instance.PassSeconds, p => Assert.Equal(4 * 27, p));
        Assert.All(Enumerable.Range(0, 17), k => Assert.NotEqual(West(instance.From[k]), West(instance.To[k])));
        Assert.Equal(9, instance.From.Count(West));
    }

    [Fact]
    public void Hub_instances_run_between_twelve_nodes()
    {
        var instance = ConvoyFamilies.Make(new("hubs", null, null, null, null, null, 1));
        Assert.Equal((933, 100), (instance.NodeCount, instance.ConvoyCount));
        Assert.InRange(instance.EdgeCount, 1450, 1500);
        Assert.InRange(instance.From.Concat(instance.To).Distinct().Count(), 10, 12);
    }

    [Fact]
    public void The_largest_grid_has_the_published_size()
    {
        var instance = ConvoyFamilies.Make(new("grid", null, 800, 200, 200, 4, 1));
        Assert.Equal((40_000, 79_600, 800), (instance.NodeCount, instance.EdgeCount, instance.ConvoyCount));
        Assert.All(instance.PassSeconds, p => Assert.Equal(20, p));
        Assert.Equal(800, instance.From.Distinct().Count());
    }

    [Theory]
    [InlineData("square", null, null, "family = square; must be one of planar, hard, hubs, grid")]
    [InlineData("hard", 10, null, "nodes = 10; must be from 40 to 3000 for hard")]
    [InlineData("planar", 30, 31, "convoys = 31; must be from 1 to the nodes, 30")]
    public void What_a_family_cannot_have_is_refused(string family, int? nodes, int? convoys, string message)
    {
        var fault = Assert.Throws<ArgumentException>(() => ConvoyFamilies.Make(new(family, nodes, convoys, null, null, null, 1)));
        Assert.Equal(message, fault.Message);
    }

    private static string Text(ConvoyInstance instance)
    {
        using var text = new StringWriter();
        ConvoyInstanceWriter.Write(instance, text);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
