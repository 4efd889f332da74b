using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Search;
using MilMobility.Convoys.Solutions;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Master;
using MilMobility.Solvers;

namespace MilMobility.Convoys.Tests.Columns;

/// <summary>Cuts against the independent checker: whatever they count together is forbidden together.</summary>
public sealed class PlaceCliquesTests
{
    private const int PairsMax = 400;

    [Fact]
    public void Any_two_journeys_that_a_cut_counts_are_forbidden_together()
    {
        var (cuts, pairs) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var instance = TinyInstances.Random(seed, horizon: 14);
            var problem = new ConvoyColumns(instance);
            var walks = FeasibleWalks(problem);
            var found = problem.Tighten(TinyFractions.Of(problem, walks, seed));
            for (var cut = found.Start.Value; cut < found.End.Value; cut++, cuts++)
            {
                var counted = walks.Where(w => Uses(w.Column, cut) > 0).ToList();
                foreach (var (one, other) in PairsOf(counted, seed))
                {
                    pairs++;
                    var check = ConvoyChecker.Check(instance, new ConvoySolution("done", 0, 0, [one.Journey, other.Journey]));
                    Assert.False(
                        check.Violations.Count == 0, $"seed {seed}, cut {cut}: {Text(one.Journey)} and {Text(other.Journey)} may both go");
                }
            }
        }

        // Without cuts and pairs nothing was tested.
        Assert.True(cuts > 100 && pairs > 5_000, $"{cuts} cuts, {pairs} pairs");
    }

    [Fact]
    public void A_cut_counts_no_journey_twice_that_its_convoy_may_take()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = new ConvoyColumns(TinyInstances.Random(seed));
            var walks = FeasibleWalks(problem);
            var found = problem.Tighten(TinyFractions.Of(problem, walks, seed));
            for (var cut = found.Start.Value; cut < found.End.Value; cut++)
                Assert.All(walks, walk => Assert.InRange(Uses(walk.Column, cut), 0, 1));
        }
    }

    /// <summary>
    /// 0 - 1 - 2, and at 2 a circle 2 - 3 - 4 of 5 s; 1 - 5 leads on. A convoy of pass time 5 may go round the circle and be at node 1
    /// twice, 7 s apart, though no circle leads through node 1.
    /// </summary>
    [Fact]
    public void A_convoy_that_comes_back_by_the_edge_it_left_on_is_counted_once()
    {
        var problem = new ConvoyColumns(new(
            "circle", 6, 100, [new(0, 1, 1), new(1, 2, 1), new(2, 3, 1), new(3, 4, 2), new(4, 2, 2), new(1, 5, 1)],
            [new("a", 0, 5, 0, null, 5), new("b", 5, 0, 0, null, 5)]));
        var round = new Journey([0, 1, 2, 3, 4, 2, 1, 5], [0, 1, 2, 3, 4, 1, 5], [0, 1, 2, 3, 5, 7, 8, 9]);
        Assert.False(round.MeetsItself(problem.Instance, 5));
        var column = problem.ColumnOf(0, round);
        var found = problem.Tighten(
        [
            (problem.ColumnOf(0, new Journey([0, 1, 5], [0, 5], [0, 1, 2])), 0.5),
            (problem.ColumnOf(0, new Journey([0, 1, 5], [0, 5], [7, 8, 9])), 0.5),
            (problem.ColumnOf(1, new Journey([5, 1, 0], [5, 0], [3, 4, 5])), 1),
        ]);
        Assert.True(found.End.Value > found.Start.Value);
        for (var cut = found.Start.Value; cut < found.End.Value; cut++) Assert.InRange(Uses(column, cut), 0, 1);
    }

    [Fact]
    public void A_fractional_plan_breaks_the_cuts_that_it_is_told_of()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = new ConvoyColumns(TinyInstances.Random(seed));
            var fractional = TinyFractions.Of(problem, FeasibleWalks(problem), seed);
            var found = problem.Tighten(fractional);
            for (var cut = found.Start.Value; cut < found.End.Value; cut++)
                Assert.True(fractional.Sum(f => f.Value * Uses(f.Column, cut)) > 1, $"seed {seed}, cut {cut}");
        }
    }

    [Fact]
    public void Convoys_of_one_commodity_are_never_special()
    {
        // Two equal convoys may enter half a minute apart, so their commodity's entries do not exclude each other.
        var problem = new ConvoyColumns(new(
            "edge", 2, 200, [new(0, 1, 20)],
            [new("a", 0, 1, 0, null, 4), new("b", 0, 1, 0, null, 4), new("c", 1, 0, 0, null, 4), new("d", 1, 0, 0, null, 4)]));
        (Column, double)[] fractional =
        [
            (problem.ColumnOf(0, new Journey([0, 1], [0], [0, 20])), 1), (problem.ColumnOf(0, new Journey([0, 1], [0], [30, 50])), 1),
            (problem.ColumnOf(1, new Journey([1, 0], [0], [10, 30])), 1), (problem.ColumnOf(1, new Journey([1, 0], [0], [40, 60])), 1),
        ];
        var found = problem.Tighten(fractional);
        Assert.Equal(found.Start.Value, found.End.Value);
    }

    /// <summary>
    /// One road, both ways at once: half a plan with the one first and half with the other satisfies every capacity row. The two cost
    /// 12 s and 24 s in the best plan: travel 10 and pass 2, and the second waits until the first one's tail is off the road.
    /// </summary>
    [Fact]
    public async Task On_one_road_with_traffic_both_ways_cuts_raise_the_master_to_the_optimum()
    {
        var instance = new ConvoyInstance(
            "road", 2, 100, [new(0, 1, 10)], [new("a", 0, 1, 0, null, 2), new("b", 1, 0, 0, null, 2)]);
        var without = await MasterOptimum(instance, cuts: false);
        var with = await MasterOptimum(instance, cuts: true);
        Assert.True(without < 36_000, $"capacity rows alone give {without}");
        Assert.Equal(36_000, with, 36_000 * 1e-3);
    }

    private static async Task<double> MasterOptimum(ConvoyInstance instance, bool cuts)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var problem = new ConvoyColumns(instance);
        var options = new ColumnGenerationOptions { Cuts = cuts, Threads = 1, MasterGap = 1e-6 };
        using var generation = new ColumnGeneration(problem, options);
        var columns = new List<Column>();
        generation.PriceFree(columns.Add, cancellation);
        var solvers = new OrToolsSolvers();
        using var program = solvers.NewLinearProgram();
        var session = generation.OpenMaster(program, columns, _ => { });
        var last = 0.0;
        var done = await session.SolveAsync(
            round =>
            {
                last = round.Objective;
                return true;
            }, cancellation);
        Assert.True(done);
        Assert.True(generation.Bound <= 36_000, $"bound {generation.Bound}");
        return last;
    }

    private static int Uses(Column column, int cut)
    {
        var counted = 0;
        foreach (var use in ((ConvoyColumn)column).Priced) counted += use.Resource == cut ? 1 : 0;
        return counted;
    }

    internal static List<Walk> FeasibleWalks(ConvoyColumns problem)
    {
        var walks = new List<Walk>();
        for (var k = 0; k < problem.Instance.ConvoyCount; k++)
        {
            foreach (var way in TinyInstances.Walks(problem.Instance, k))
            {
                if (way.MeetsItself(problem.Instance, problem.Instance.PassSeconds[k])) continue;
                var journey = new ConvoyJourney(problem.Instance.ConvoyIds[k], way.Nodes, way.HeadSeconds);
                walks.Add(new Walk(k, problem.ColumnOf(problem.CommodityOf(k), way), journey));
            }
        }

        return walks;
    }

    private static IEnumerable<(Walk, Walk)> PairsOf(List<Walk> counted, int seed)
    {
        var random = new SplitMix((ulong)seed);
        for (var i = 0; i < PairsMax && counted.Count > 1; i++)
        {
            var (one, other) = (counted[random.Next(counted.Count)], counted[random.Next(counted.Count)]);
            if (one.Convoy != other.Convoy) yield return (one, other);
        }
    }

    private static string Text(ConvoyJourney journey) =>
        $"{journey.Id} {string.Join('-', journey.Path)} at {string.Join(' ', journey.HeadSeconds)}";
}

/// <summary>A journey that its convoy may take.</summary>
internal sealed record Walk(int Convoy, ConvoyColumn Column, ConvoyJourney Journey);

/// <summary>Fractional plans that break much: every convoy on some of its journeys at once.</summary>
internal static class TinyFractions
{
    private const int Parts = 4;

    public static List<(Column Column, double Value)> Of(ConvoyColumns problem, List<Walk> walks, int seed)
    {
        var random = new SplitMix((ulong)(seed * 31) + 7);
        var parts = new List<(Column, double)>();
        foreach (var own in walks.GroupBy(w => w.Convoy).OrderBy(g => g.Key))
        {
            var choice = own.ToList();
            for (var i = 0; i < Parts; i++) parts.Add((choice[random.Next(choice.Count)].Column, 1.0 / Parts));
        }

        return parts;
    }
}
