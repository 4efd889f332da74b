using MilMobility.Civil.Pricing;

namespace MilMobility.Civil.Tests;

public sealed class QueueBandsTests
{
    private const double EuroMicro = 1_000_000;

    /// <remarks>
    /// Capacity 2000, demand 1600 in this hour and 1800 in the next ones: residual 400, 200, 200, ...
    /// Free: 400. The next 200 units wait into the next hour: halves of 100 at 0.75 h and 1.25 h. The 200 after them at 1.75 and 2.25 h.
    /// </remarks>
    [Fact]
    public void The_residual_is_free_and_each_later_hour_gives_two_halves()
    {
        var bands = QueueBands.Of([400, 200, 200], 1600, floorPercent: 0, microEurosPerHour: 10 * EuroMicro);

        Assert.Equal([400, 100, 100, 100, 100], bands.Select(b => b.Width));
        Assert.Equal([0, 7_500_000, 12_500_000, 17_500_000, 22_500_000], bands.Select(b => b.MicroEurosPerUnit));
    }

    /// <remarks>Demand 1000, floor 90 %: at most 100 civil units may be displaced, of the 200 that would fit in the next hour.</remarks>
    [Fact]
    public void The_bands_end_at_the_civil_floor()
    {
        var bands = QueueBands.Of([50, 200], 1000, floorPercent: 90, microEurosPerHour: EuroMicro);

        Assert.Equal(50 + 100, bands.Sum(b => b.Width));
    }

    /// <remarks>
    /// A peak hour with 300 too many: the next hour's residual of 400 serves those first, 100 are left for the displaced.
    /// </remarks>
    [Fact]
    public void A_queue_that_stands_already_is_served_first()
    {
        var bands = QueueBands.Of([-300, 400], 2300, floorPercent: 0, microEurosPerHour: EuroMicro);

        Assert.Equal(0, bands[0].Width);
        Assert.Equal(100, bands.Skip(1).Sum(b => b.Width));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Prices_never_fall_from_band_to_band(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 500; trial++)
        {
            var residual = Enumerable.Range(0, 9).Select(_ => (random.NextDouble() * 800) - 200).ToArray();
            var bands = QueueBands.Of(residual, random.NextDouble() * 3000, random.Next(101), EuroMicro);
            Assert.True(bands.Zip(bands.Skip(1)).All(p => p.First.MicroEurosPerUnit <= p.Second.MicroEurosPerUnit));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void More_residual_capacity_never_costs_more(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 300; trial++)
        {
            var residual = Enumerable.Range(0, 9).Select(_ => (random.NextDouble() * 500) - 100).ToArray();
            var more = residual.Select(r => r + (random.NextDouble() * 100)).ToArray();
            const double Demand = 2000;
            var less = QueueBands.Of(residual, Demand, 20, EuroMicro);
            var rich = QueueBands.Of(more, Demand, 20, EuroMicro);
            for (var use = 1; use <= less.Sum(b => b.Width); use += 37)
            {
                // Halving a width of one unit either way moves the price by half an hour at most.
                Assert.True(Cost(rich, use) <= Cost(less, use) + (long)(0.5 * EuroMicro), $"seed {seed}, trial {trial}, use {use}");
            }
        }
    }

    private static long Cost(CivilBand[] bands, int use)
    {
        long cost = 0;
        foreach (var band in bands)
        {
            var taken = Math.Min(use, band.Width);
            cost += taken * band.MicroEurosPerUnit;
            use -= taken;
        }

        Assert.Equal(0, use);
        return cost;
    }
}
