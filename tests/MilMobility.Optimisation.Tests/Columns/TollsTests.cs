using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Columns;

/// <summary>Prefix sums against adding up grid second by grid second.</summary>
public sealed class TollsTests
{
    private const int Horizon = 60;

    /// <summary>Priced at 5 (3), 10 (4) and 20 (6) of a grid of 5 s.</summary>
    private static readonly long[] FewPrices = [0, 3, 4, 0, 6];

    [Fact]
    public void A_use_pays_for_the_grid_seconds_from_its_first_to_before_its_last()
    {
        var tolls = TollsOf(5, FewPrices);
        Assert.Equal(0, tolls.Of(0, 0, 5));     // covers 0
        Assert.Equal(3, tolls.Of(0, 1, 6));     // covers 5
        Assert.Equal(3 + 4, tolls.Of(0, 5, 11)); // covers 5 and 10
        Assert.Equal(0, tolls.Of(0, 6, 10));    // between two
        Assert.Equal(13, tolls.Of(0, 0, 1000)); // beyond the horizon there is nothing
        Assert.Equal(0, tolls.Of(1, 0, 1000));  // another resource
    }

    [Fact]
    public void A_column_pays_for_each_use_times_its_amount()
    {
        var problem = Problem(5);
        var tolls = new Tolls(problem);
        tolls.Set(0, FewPrices);
        tolls.Set(1, [10]);
        // The job runs over [0, 6) with a crew of 2 on resource 1: 3 for second 5, and 2 times 10 for second 0.
        Assert.Equal(3 + 20, tolls.Of(problem.ColumnOf(0, 0, 0)));
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void Tolls_are_what_adding_up_second_by_second_gives(int seed)
    {
        var random = new SplitMix((ulong)seed);
        var grid = 1 + random.Next(7);
        long[] prices = [.. Enumerable.Range(0, (Horizon / grid) + 1).Select(_ => Math.Max(0L, random.Next(12) - 6))];
        var tolls = TollsOf(grid, prices);
        for (var from = 0; from <= Horizon + 3; from++)
        {
            for (var to = from; to <= Horizon + 9; to++) Assert.Equal(ByHand(grid, prices, from, to), tolls.Of(0, from, to));
        }
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public void The_toll_stays_the_same_up_to_SameUntil_and_no_priced_second_is_passed_before(int seed)
    {
        var random = new SplitMix((ulong)seed);
        var grid = 1 + random.Next(7);
        long[] prices = [.. Enumerable.Range(0, (Horizon / grid) + 1).Select(_ => Math.Max(0L, random.Next(12) - 8))];
        prices[1] = 5;
        var tolls = TollsOf(grid, prices);
        for (var from = 0; from <= Horizon; from++)
        {
            for (var length = 1; length <= 20; length++)
            {
                var until = tolls.SameUntil(0, from, length);
                Assert.True(until >= from);
                Assert.All(
                    Enumerable.Range(from, Math.Min(until, Horizon + 20) - from + 1),
                    s => Assert.Equal(ByHand(grid, prices, from, from + length), ByHand(grid, prices, s, s + length)));
                if (until == int.MaxValue) continue;
                // One second later the use leaves a priced second or takes a new one.
                Assert.True(ByHand(grid, prices, until, until + 1) > 0 || ByHand(grid, prices, until + length, until + length + 1) > 0);
            }
        }
    }

    [Fact]
    public void SameUntil_by_hand()
    {
        var tolls = TollsOf(5, FewPrices);
        Assert.Equal(1, tolls.SameUntil(0, 0, 4));    // at 2 the use [2, 6) takes second 5
        Assert.Equal(5, tolls.SameUntil(0, 2, 4));    // at 6 it has left second 5
        Assert.Equal(6, tolls.SameUntil(0, 6, 4));    // at 7 the use [7, 11) takes second 10
        Assert.Equal(int.MaxValue, tolls.SameUntil(0, 21, 4));
        Assert.Equal(int.MaxValue, tolls.SameUntil(1, 0, 4));
    }

    [Fact]
    public void Freed_resources_cost_nothing_and_can_be_priced_again()
    {
        var tolls = TollsOf(5, FewPrices);
        tolls.Set(0, [0, 0]);
        Assert.True(tolls.IsFree(0));
        Assert.Equal(0, tolls.Of(0, 0, Horizon));
        Assert.Equal(0, tolls.PricesOf(0).Length);
        tolls.Set(0, [7]);
        Assert.Equal(7, tolls.Of(0, 0, Horizon));
        tolls.Clear();
        Assert.Equal(0, tolls.Of(0, 0, Horizon));
    }

    [Fact]
    public void The_rent_is_every_price_times_its_capacity()
    {
        var tolls = TollsOf(5, FewPrices);
        tolls.Set(1, [10, 1]);
        Assert.Equal((13 * 1) + (11 * 4), tolls.Rent(Problem(5).Capacity));
    }

    [Fact]
    public void Negative_prices_and_prices_beyond_the_grid_are_refused()
    {
        var tolls = TollsOf(5, FewPrices);
        Assert.Throws<ArgumentException>(() => tolls.Set(0, [1, -1]));
        Assert.Throws<ArgumentException>(() => tolls.Set(0, new long[(Horizon / 5) + 2]));
    }

    private static ToyMachines Problem(int grid) => new([new ToyJob(0, 6, 1, 100, Crew: 2)], 1, 4, Horizon, grid);

    private static Tolls TollsOf(int grid, long[] prices)
    {
        var tolls = new Tolls(Problem(grid));
        tolls.Set(0, prices);
        return tolls;
    }

    private static long ByHand(int grid, long[] prices, int from, int to)
    {
        long sum = 0;
        for (var i = 0; i < prices.Length; i++)
        {
            if (i * grid >= from && i * grid < to) sum += prices[i];
        }

        return sum;
    }
}
