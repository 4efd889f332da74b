using MilMobility.Civil.Demand;
using MilMobility.Civil.RoadDemand;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>What patches leave to civil traffic, and which hour of the week an hour is.</summary>
public sealed class CivilRoadHoursTests
{
    private static readonly LocalClock Clock = new(new DateTimeOffset(2026, 1, 16, 22, 0, 0, TimeSpan.Zero), [(0, 3600)]);

    /// <remarks>Closed from 1:00 to 1:30 after the start, and at 0.6 of its capacity from 2:45 to 3:15.</remarks>
    [Theory]
    [InlineData(false, new[] { 100, 50, 60, 60, 100 })]
    [InlineData(true, new[] { 100, 100, 60, 60, 100 })]
    public void Closures_count_for_as_long_as_they_last_and_factors_for_the_hour(bool hasCurfews, int[] expected)
    {
        var hours = Hours(
            hasCurfews, new NetworkPatch("ab", PatchEffect.Closed, 0, 3600, 5400, 1),
            new NetworkPatch("ab", PatchEffect.CapacityFactor, 60, 9900, 11_700, 2));
        Assert.Equal(expected, Enumerable.Range(0, 5).Select(hour => hours.CapacityHundredths(0, hour)));
    }

    /// <remarks>The start is Friday 16 January 2026, 23:00 local: two hours later it is Saturday, one o'clock.</remarks>
    [Fact]
    public void Hours_since_the_start_are_hours_of_the_local_week()
    {
        var hours = Hours(hasCurfews: false);
        Assert.Equal(new CivilHour(DayTypes.Weekday, 23), hours.At(0));
        Assert.Equal(new CivilHour(DayTypes.Saturday, 1), hours.At(2));
        Assert.Same(HourClass.Night, hours.At(2).Class);
        Assert.Equal(new CivilHour(DayTypes.Saturday, 7), hours.At(8));
        Assert.Same(HourClass.MorningPeak, hours.At(8).Class);
        Assert.Equal(1200, hours.CarUnits(0, hours.At(0)));
    }

    private static CivilRoadHours Hours(bool hasCurfews, params NetworkPatch[] patches)
    {
        var network = new SceneBuilder().Node("a", TransportMode.Road, "exit", 0, 0).Node("b", TransportMode.Road, "exit", 6000, 0)
            .Link("ab", "a", "b").Civil(TransportMode.Road, "class:motorway", "car", "pcu-per-h", 1200).Compile(patches, clock: Clock);
        return new CivilRoadHours(network, CivilDemand.Compile(network), Clock, [0, 1], hasCurfews);
    }
}
