namespace MilMobility.Convoys.Search;

/// <summary>What a search looks for.</summary>
/// <param name="From">Origin.</param>
/// <param name="To">Destination.</param>
/// <param name="ReadySeconds">Earliest departure.</param>
/// <param name="ArrivalMax">Latest arrival of the head.</param>
/// <param name="PassSeconds">Time between head and tail.</param>
/// <param name="CostLimit">Journeys must cost less, tolls included, ms.</param>
internal readonly record struct JourneyRequest(
    int From, int To, int ReadySeconds, int ArrivalMax, int PassSeconds, long CostLimit)
{
    /// <summary>Money per second: a journey costs its milliseconds from ready to the tail's arrival.</summary>
    public const long MillisecondsPerSecond = 1000;

    /// <summary>Cost without tolls of a head's arrival at the destination.</summary>
    public long CostOfArrival(int arrival) => MillisecondsPerSecond * ((long)arrival + PassSeconds - ReadySeconds);

    /// <summary>The same for journeys that cost less than a limit without tolls: later arrivals need not be looked at.</summary>
    public JourneyRequest Below(long cost)
    {
        if (cost >= CostLimit) return this;
        // The last arrival that costs less; a cost is a whole number of seconds.
        var last = cost <= 0 ? -1 : ((cost - 1) / MillisecondsPerSecond) - PassSeconds + ReadySeconds;
        return this with { ArrivalMax = (int)Math.Min(ArrivalMax, last), CostLimit = cost };
    }
}
