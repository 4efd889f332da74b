using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

public sealed class PatchTests
{
    private static readonly LocalClock Clock =
        new(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, 3600)]);

    //  a --ab-- b --bc-- c      d ~~de~~ e
    private static SceneBuilder Scene() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "junction", 1000, 0)
        .Node("c", TransportMode.Road, "border", 2000, 0)
        .Node("d", TransportMode.Water, "port", 0, 1000)
        .Node("e", TransportMode.Water, "border", 2000, 1000)
        .Link("ab", "a", "b")
        .Link("bc", "b", "c", linkClass: "n-road")
        .Link("de", "d", "e", with: l => l with { DraughtCm = 350 });

    private static (int From, int To)[] ClosedOf(CompiledNetwork network, int arc) =>
        [.. Enumerable.Range(network.ClosedStart[arc], network.ClosedStart[arc + 1] - network.ClosedStart[arc])
            .Select(i => (network.ClosedFrom[i], network.ClosedTo[i]))];

    private static (int From, int To, int Value)[] FactorsOf(CompiledNetwork network, int arc) =>
        [.. Enumerable.Range(network.FactorStart[arc], network.FactorStart[arc + 1] - network.FactorStart[arc])
            .Select(i => (network.FactorFrom[i], network.FactorTo[i], network.FactorHundredths[i]))];

    [Fact]
    public void No_patches_is_the_baseline_exactly()
    {
        var baseline = NetworkCompilerTests.ColumnsOf(Scene().Compile());
        var patched = NetworkCompilerTests.ColumnsOf(Scene().Compile([]));

        Assert.Equal(baseline.Keys, patched.Keys);
        foreach (var (name, values) in baseline) Assert.Equal(values, patched[name]);
    }

    [Fact]
    public void Closures_of_a_link_merge_into_disjoint_windows_on_both_its_arcs()
    {
        var network = Scene().Compile([
            new("ab", PatchEffect.Closed, 0, 5000, 6000, 3),
            new("ab", PatchEffect.Closed, 0, 1000, 2000, 4),
            new("ab", PatchEffect.Closed, 0, 1500, 3000, 5),
            new("ab", PatchEffect.Closed, 0, 3000, 3500, 6),
        ]);

        Assert.Equal([(1000, 3500), (5000, 6000)], ClosedOf(network, 0));
        Assert.Equal([(1000, 3500), (5000, 6000)], ClosedOf(network, 1));
        Assert.Empty(ClosedOf(network, 2));
    }

    [Fact]
    public void A_node_stands_for_all_its_links()
    {
        var network = Scene().Compile([new("b", PatchEffect.Closed, 0, 100, 200, 3)]);

        Assert.All(Enumerable.Range(0, 4), arc => Assert.Equal([(100, 200)], ClosedOf(network, arc)));
        Assert.Empty(ClosedOf(network, 4));
    }

    [Fact]
    public void Where_speed_factors_overlap_the_smallest_holds()
    {
        // 0....1000....2000....3000....4000
        //      [----- 50 -----)
        //              [----- 80 ------)
        var network = Scene().Compile([
            new("ab", PatchEffect.SpeedFactor, 50, 1000, 3000, 3),
            new("ab", PatchEffect.SpeedFactor, 80, 2000, 4000, 4),
        ]);

        Assert.Equal([(1000, 3000, 50), (3000, 4000, 80)], FactorsOf(network, 1));
    }

    [Fact]
    public void A_draught_limit_lowers_the_draught()
    {
        var low = Scene().Compile([new("de", PatchEffect.DraughtLimit, 210, 0, 0, 3)]);

        Assert.Equal([CompiledNetwork.NoLimit, CompiledNetwork.NoLimit, 210], low.LinkDraughtCm);
    }

    [Fact]
    public void A_capacity_factor_has_its_own_columns()
    {
        var network = Scene().Compile([new("bc", PatchEffect.CapacityFactor, 40, 0, 3600, 3)]);

        Assert.Equal([0, 0, 0, 1, 2, 2, 2], network.CapacityFactorStart);
        Assert.Equal([40, 40], network.CapacityFactorHundredths);
        Assert.Empty(network.FactorFrom);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_more_closure_never_opens_an_arc(int seed)
    {
        var random = new Random(seed);
        var targets = new[] { "ab", "bc", "de", "a", "b", "e" };
        var patches = new List<NetworkPatch>();
        var before = Scene().Compile(patches);
        for (var round = 0; round < 30; round++)
        {
            var from = random.Next(0, 80_000);
            var target = targets[random.Next(targets.Length)];
            patches.Add(new NetworkPatch(target, PatchEffect.Closed, 0, from, from + random.Next(1, 9_000), 1));
            var after = Scene().Compile(patches);
            for (var arc = 0; arc < after.ArcCount; arc++)
            {
                var windows = ClosedOf(after, arc);
                Assert.All(ClosedOf(before, arc), w => Assert.Contains(windows, v => v.From <= w.From && w.To <= v.To));
                for (var i = 1; i < windows.Length; i++) Assert.True(windows[i - 1].To < windows[i].From);
            }

            before = after;
        }
    }

    [Fact]
    public void Every_faulty_patch_and_curfew_is_reported_at_once_with_its_line()
    {
        var outcome = NetworkCompiler.Compile(
            Scene().Build(),
            [
                new("nowhere", PatchEffect.Closed, 0, 0, 10, 11),
                new("ab", PatchEffect.Closed, 0, 10, 10, 12),
                new("ab", PatchEffect.SpeedFactor, 0, 0, 10, 13),
                new("ab", PatchEffect.CapacityFactor, 101, 0, 10, 14),
                new("ab", PatchEffect.DraughtLimit, 250, 0, 10, 15),
                new("de", PatchEffect.DraughtLimit, -5, 0, 10, 16),
                new("bc", PatchEffect.Closed, 0, 90_000, 90_010, 17),
            ],
            [
                new(TransportMode.Road, [], [], DayTypes.All, 600, 600, 18),
                new(TransportMode.Rail, [], [], DayTypes.All, 0, 60, 19),
            ],
            Clock, 86_400, "seeds/x.yaml");

        var invalid = Assert.IsType<Invalid<CompiledNetwork>>(outcome);
        Assert.Equal(
            ["NET201 11", "NET202 12", "NET203 13", "NET203 14", "NET204 15", "NET203 16", "NET205 17", "NET206 18", "NET207 19"],
            invalid.Diagnostics.Select(d => $"{d.Code} {d.Line}"));
        Assert.All(invalid.Diagnostics, d => Assert.Equal("seeds/x.yaml", d.File));
        Assert.Equal(
            "NET203 seeds/x.yaml:14 patch of 'ab' has CapacityFactor 101; must be 1-100 hundredths",
            invalid.Diagnostics[3].ToString());
    }
}
