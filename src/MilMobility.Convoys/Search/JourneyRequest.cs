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
}
