using MilMobility.Convoys.Columns;
using MilMobility.Optimisation;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Tests.Columns;

/// <summary>The pricer against every walk there is, with tolls of every density.</summary>
public sealed class PricingExactnessTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(30, true)]
    [InlineData(30, false)]
    [InlineData(100, true)]
    public void Cheapest_column_under_tolls_is_that_of_an_exhaustive_search(int percentPriced, bool guided)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var problem = new ConvoyColumns(TinyInstances.Random(seed), guided);
            problem.Tighten(TinyFractions.Of(problem, PlaceCliquesTests.FeasibleWalks(problem), seed));
            var tolls = RandomTolls(problem, percentPriced, new SplitMix((ulong)(seed * 7919) + 1));
            var pricer = problem.NewPricer();
            for (var k = 0; k < problem.CommodityCount; k++)
            {
                var convoy = Enumerable.Range(0, problem.Instance.ConvoyCount).First(c => problem.CommodityOf(c) == k);
                var best = TinyInstances.Walks(problem.Instance, convoy)
                    .Select(walk => problem.ColumnOf(k, walk)).Select(c => c.Cost + tolls.Of(c))
                    .Append(problem.UnmovedCost(k)).Min();
                var priced = pricer.Price(k, tolls, 3, CancellationToken.None);

                Assert.True(best == priced.BoundAtTolls, $"seed {seed}, commodity {k}: {priced.BoundAtTolls}, must be {best}");
                if (best == problem.UnmovedCost(k)) Assert.Empty(priced.Columns);
                else Assert.Equal(best, priced.Columns[0].Cost + tolls.Of(priced.Columns[0]));
                Assert.Equal(priced.Columns.Count, priced.Columns.Select(c => c.Journey).Distinct().Count());
            }
        }
    }

    [Fact]
    public void A_column_costs_its_milliseconds_from_ready_to_the_tails_arrival_and_uses_each_node_for_its_pass_time()
    {
        // 0 --4-- 1 --6-- 2, ready 5, pass 3: head at 2 at 15, tail at 18, 13 s after ready.
        var problem = new ConvoyColumns(new("line", 3, 100, [new(0, 1, 4), new(1, 2, 6)], [new("a", 0, 2, 5, null, 3)]));
        var priced = problem.NewPricer().Price(0, new Tolls(problem), 1, CancellationToken.None);

        Assert.Equal(13_000, priced.BoundAtTolls);
        var column = Assert.IsType<ConvoyColumn>(Assert.Single(priced.Columns));
        Assert.Equal([0, 1, 2], column.Path);
        Assert.Equal([5, 9, 15], column.HeadSeconds);
        var nodes = column.Uses.Where(u => u.Resource < 3).Select(u => (u.Resource, u.From, u.To));
        Assert.Equal([(0, 5, 8), (1, 9, 12), (2, 15, 18)], nodes);
    }

    [Fact]
    public void A_toll_on_the_only_road_makes_the_convoy_wait_at_its_origin()
    {
        // Node 1 costs 2.5 s each second of its grid up to second 9; a pass of 8 s has a grid of 1 s.
        var problem = new ConvoyColumns(new("line", 3, 100, [new(0, 1, 4), new(1, 2, 4)], [new("a", 0, 2, 0, null, 8)]));
        var tolls = new Tolls(problem);
        tolls.Set(1, Enumerable.Repeat(2500L, 10).ToArray());
        var priced = problem.NewPricer().Price(0, tolls, 1, CancellationToken.None);

        // Head at node 1 at s pays 2500 for each of s..9, and 1000 a second of waiting: waiting until s = 10 costs 6 s.
        Assert.Equal(16_000 + 6_000, priced.BoundAtTolls);
        Assert.Equal([6, 10, 14], ((ConvoyColumn)priced.Columns[0]).HeadSeconds);
    }

    [Fact]
    public void Equal_convoys_are_one_commodity()
    {
        var problem = new ConvoyColumns(new(
            "two", 2, 100, [new(0, 1, 4)],
            [new("a", 0, 1, 0, null, 3), new("b", 0, 1, 0, null, 3), new("c", 0, 1, 0, 90, 3), new("d", 1, 0, 0, null, 3)]));

        Assert.Equal(3, problem.CommodityCount);
        Assert.Equal([2, 1, 1], Enumerable.Range(0, 3).Select(problem.SerialsOf));
        Assert.Equal([0, 0, 1, 2], Enumerable.Range(0, 4).Select(problem.CommodityOf));
    }

    private static Tolls RandomTolls(ConvoyColumns problem, int percentPriced, SplitMix random)
    {
        var tolls = new Tolls(problem);
        for (var r = 0; r < problem.Cuts.FirstResource + problem.Cuts.Count; r++)
        {
            var prices = new long[(problem.HorizonSeconds / problem.GridSeconds(r)) + 1];
            for (var i = 0; i < prices.Length; i++)
            {
                if (random.Next(100) < percentPriced) prices[i] = random.Next(4000);
            }

            tolls.Set(r, prices);
        }

        return tolls;
    }
}
