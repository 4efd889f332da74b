namespace MilMobility.Pipeline.Tests;

/// <summary>Numbers on the axes of a front.</summary>
public sealed class FrontPlotTests
{
    private const double Euro = 1e6;

    // A seventh of the range, rounded up to 1, 2 or 5 times a power of ten, is the step: 1,500 gives 2,000; 285.7 gives 500; 1 stays 1.
    [Theory]
    [InlineData(0, 10_500, 0, 2_000, 10_000)]
    [InlineData(8_300, 10_300, 8_500, 500, 10_000)]
    [InlineData(495_100, 502_100, 496_000, 1_000, 502_000)]
    [InlineData(0, 4, 0, 1, 4)]
    public void Ticks_are_round_and_within_the_range(int min, int max, int first, int step, int last)
    {
        var ticks = FrontPlot.Ticks(min * Euro, max * Euro);
        Assert.Equal(Enumerable.Range(0, ((last - first) / step) + 1).Select(i => (first + (i * step)) * Euro), ticks);
    }
}
