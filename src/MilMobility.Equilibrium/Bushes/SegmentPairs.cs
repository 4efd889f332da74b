using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Costs;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// Pairs of segments between which the sweeps of a round shifted flow. Until a bush is extended they are the ways it has to choose from, so
/// that flow is evened out between them again and again without a look at the rest of the bush (as by the paired alternative segments of
/// Bar-Gera 2010, doi:10.1016/j.trb.2009.11.004, here by bush). O(links of the pairs) per pass; no allocation once it has grown. Not
/// thread-safe.
/// </summary>
internal sealed class SegmentPairs
{
    private const int FirstCapacity = 1_024;

    private Pair[] _pairs = new Pair[FirstCapacity];
    private int[] _entries = new int[FirstCapacity];
    private int _used;

    public int Count { get; private set; }

    public void Clear() => (Count, _used) = (0, 0);

    /// <summary>Forgets the pairs of a bush whose entries change, if it is the last that was swept.</summary>
    public void Forget(Bush bush)
    {
        for (; Count > 0 && _pairs[Count - 1].Bush == bush; Count--) _used = _pairs[Count - 1].Start;
    }

    /// <param name="bush">Bush; the pair holds until its entries change.</param>
    /// <param name="dear">Entries of one segment.</param>
    /// <param name="cheap">Entries of the other, which begins and ends at the same nodes.</param>
    public void Add(Bush bush, ReadOnlySpan<int> dear, ReadOnlySpan<int> cheap)
    {
        var middle = _used + dear.Length;
        var end = middle + cheap.Length;
        if (end > _entries.Length) Array.Resize(ref _entries, 2 * end);
        if (Count == _pairs.Length) Array.Resize(ref _pairs, 2 * Count);
        dear.CopyTo(_entries.AsSpan(_used));
        cheap.CopyTo(_entries.AsSpan(middle));
        _pairs[Count++] = new Pair(bush, _used, middle, end);
        _used = end;
    }

    /// <summary>Shifts flow between the segments of each pair that pays more than a limit.</summary>
    /// <param name="costs">Costs, which follow each shift.</param>
    /// <param name="skip">Excess cost of a pair, the difference of its costs times the flow on the dear one, that may stay.</param>
    /// <returns>Excess cost of all pairs, each before its shift.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Pass(LinkCosts costs, double skip)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var (bush, start, middle, end) = _pairs[i];
            var one = _entries.AsSpan(start, middle - start);
            var other = _entries.AsSpan(middle, end - middle);
            var (costOne, slopeOne, flowOne) = Along(bush, one, costs);
            var (costOther, slopeOther, flowOther) = Along(bush, other, costs);
            var (difference, most) = costOne > costOther ? (costOne - costOther, flowOne) : (costOther - costOne, flowOther);
            var excess = difference * most;
            sum += excess;
            if (!(excess > skip)) continue;
            if (costOne > costOther) BushShifts.Equalise(bush, one, other, costs, difference, slopeOne + slopeOther, most);
            else BushShifts.Equalise(bush, other, one, costs, difference, slopeOne + slopeOther, most);
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Cost, double Slope, double Flow) Along(Bush bush, ReadOnlySpan<int> entries, LinkCosts costs)
    {
        var (link, flow, linkCost, linkSlope) = (bush.Link, bush.Flow, costs.Cost[bush.Trips.Group], costs.Slope);
        var (cost, slope, least) = (0.0, 0.0, double.PositiveInfinity);
        foreach (var entry in entries)
        {
            var l = link[entry];
            cost += linkCost[l];
            slope += linkSlope[l];
            least = Math.Min(least, flow[entry]);
        }

        return (cost, slope, least);
    }

    private readonly record struct Pair(Bush Bush, int Start, int Middle, int End);
}
