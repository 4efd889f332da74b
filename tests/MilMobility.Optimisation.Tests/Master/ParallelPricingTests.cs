using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Master;

/// <summary>What is known of earlier rounds may save searches, never change an answer, on any number of cores.</summary>
public sealed class ParallelPricingTests
{
    private const int Rounds = 12;

    [Theory]
    [InlineData(1, 1), InlineData(2, 1), InlineData(3, 3), InlineData(4, 3)]
    public void Known_columns_that_bound_a_search_from_above_leave_its_answer_as_it_is(int seed, int columnsMax)
    {
        var toy = ToyMachines.Random((ulong)seed, jobs: 12, machines: 2);
        using var plain = new ParallelPricing(toy, filter: false, threads: 1);
        using var one = new ParallelPricing(toy, filter: true, threads: 1);
        using var two = new ParallelPricing(toy, filter: true, threads: 2);
        foreach (var pricing in new[] { plain, one, two }) pricing.PriceFree(TestContext.Current.CancellationToken);
        var random = new Random(seed);
        var tolls = new Tolls(toy);
        for (var round = 0; round < Rounds; round++)
        {
            // Every other round is the one before again: what was cheapest is so still, and bounds the search at its own cost.
            if (round % 2 == 0) Draw(toy, tolls, random);
            var expected = plain.PriceAll(tolls, columnsMax, TestContext.Current.CancellationToken);
            var filtered = one.PriceAll(tolls, columnsMax, TestContext.Current.CancellationToken);
            var parallel = two.PriceAll(tolls, columnsMax, TestContext.Current.CancellationToken);
            Assert.Equal(expected.Bound, filtered.Bound);
            Assert.Equal(expected.Bound, parallel.Bound);
            for (var k = 0; k < toy.CommodityCount; k++)
            {
                Assert.Equal(expected.Answers[k].BoundAtTolls, filtered.Answers[k].BoundAtTolls);
                // Of columns that cost the same another may come back, and the number of cores does not choose which.
                Assert.Equal(CheapestCost(expected.Answers[k], tolls), CheapestCost(filtered.Answers[k], tolls));
                Assert.Equal(filtered.Answers[k].Columns.Select(c => c.Journey), parallel.Answers[k].Columns.Select(c => c.Journey));
                Assert.Equal(filtered.Answers[k].BoundAtTolls, parallel.Answers[k].BoundAtTolls);
            }
        }

        Assert.Equal(one.Searches, two.Searches);
        Assert.Equal(one.Work, two.Work);
    }

    private static long? CheapestCost(PricedColumns answer, Tolls tolls) =>
        answer.Columns is [var cheapest, ..] ? cheapest.Cost + tolls.Of(cheapest) : null;

    private static void Draw(ToyMachines toy, Tolls tolls, Random random)
    {
        for (var r = 0; r < toy.ResourceCount; r++)
        {
            var prices = new long[(toy.HorizonSeconds / toy.GridSeconds(r)) + 1];
            for (var i = 0; i < prices.Length; i++) prices[i] = random.Next(3) == 0 ? random.Next(20) : 0;
            tolls.Set(r, prices);
        }
    }
}
