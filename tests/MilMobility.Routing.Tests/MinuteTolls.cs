using MilMobility.Routing.Search;

namespace MilMobility.Routing.Tests;

/// <summary>
/// Tolls at the last second of each minute, summed naively. A use of whole minutes then costs the same from every second of a
/// minute, so that the optimum of a search whose times are whole minutes is a whole minute too.
/// </summary>
internal sealed class MinuteTolls(TollResources resources, long[]?[] prices) : ITollTable
{
    private const int Minute = 60;

    public TollResources Resources => resources;

    /// <summary>Random tolls on about half of the resources, in about half of their minutes.</summary>
    public static MinuteTolls Random(TollResources resources, int minutes, Random random, int priceMax) => new(
        resources,
        [.. Enumerable.Range(0, resources.Count).Select(_ => random.Next(2) == 0 ? null : Enumerable.Range(0, minutes)
            .Select(_ => random.Next(2) == 0 ? 0L : random.Next(priceMax)).ToArray())]);

    public bool IsFree(int resource) => prices[resource] is null;

    public long Of(int resource, int from, int to)
    {
        long sum = 0;
        for (var minute = 0; minute < (prices[resource]?.Length ?? 0); minute++)
        {
            var second = (minute * Minute) + Minute - 1;
            if (from <= second && second < to) sum += prices[resource]![minute];
        }

        return sum;
    }

    public int SameUntil(int resource, int from, int length)
    {
        var last = from;
        var end = (prices[resource]?.Length ?? 0) * Minute;
        while (last < end && Of(resource, last + 1, last + 1 + length) == Of(resource, from, from + length)) last++;
        return last >= end ? int.MaxValue : last;
    }
}
