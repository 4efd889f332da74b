namespace MilMobility.Networks.Prices;

/// <summary>
/// Price bands of every rate resource in every hour: the free residual capacity first, then bands of rising civil cost, up to the
/// floor that the regime protects. Rate resource r is arc r for r &lt; 2L (road and rail), and lock r - 2L beyond.
/// Bands are shared: a cell holds the index of its band set. Immutable, safe to share.
/// </summary>
public sealed class PriceBandTable
{
    /// <summary>Band set of no capacity use at all, for resources without a rate (fairways): unlimited and free.</summary>
    public const int Unlimited = 0;

    public required int ResourceCount { get; init; }
    public required int HourCount { get; init; }
    /// <summary>[ResourceCount * HourCount], index resource * HourCount + hour: band set.</summary>
    public required int[] SetOfCell { get; init; }
    /// <summary>[sets + 1] first band of a set.</summary>
    public required int[] SetStart { get; init; }
    /// <summary>[bands] width in pcu, paths or lockages.</summary>
    public required int[] BandWidth { get; init; }
    /// <summary>[bands] micro-euros per unit, rising within a set, the first 0.</summary>
    public required long[] BandPriceMicroEuros { get; init; }

    /// <summary>
    /// Cost of raising the use of a cell from <paramref name="used"/> by <paramref name="amount"/>, micro-euros;
    /// -1 when the bands end before.
    /// </summary>
    public long CostOfAdding(int resource, int hour, int used, int amount)
    {
        var set = SetOfCell[(resource * HourCount) + hour];
        if (set == Unlimited) return 0;
        long cost = 0;
        for (var band = SetStart[set]; band < SetStart[set + 1] && amount > 0; band++)
        {
            var free = Math.Max(0, BandWidth[band] - used);
            used = Math.Max(0, used - BandWidth[band]);
            var taken = Math.Min(free, amount);
            cost += taken * BandPriceMicroEuros[band];
            amount -= taken;
        }

        return amount > 0 ? -1 : cost;
    }

    /// <summary>
    /// The same bands at a share of their prices, rounded down to the micro-euro: whatever the use, what it costs is at most that share
    /// of what it cost before, and exactly the multiple where the divisor is 1. Prices still rise within a set.
    /// </summary>
    /// <param name="multiplier">At least 0.</param>
    /// <param name="divisor">At least 1.</param>
    public PriceBandTable Times(long multiplier, long divisor) => new()
    {
        ResourceCount = ResourceCount,
        HourCount = HourCount,
        SetOfCell = SetOfCell,
        SetStart = SetStart,
        BandWidth = BandWidth,
        BandPriceMicroEuros = [.. BandPriceMicroEuros.Select(price => (long)((Int128)price * multiplier / divisor))],
    };
}
