using MilMobility.Domain.Scenarios;

namespace MilMobility.Domain.Tests.Scenarios;

/// <summary>
/// Europe/Amsterdam in 2027: summer time begins on Sunday 28 March at 02:00 (+01:00), ends on Sunday 31 October at 03:00 (+02:00).
/// </summary>
public sealed class LocalClockTests
{
    private const int Hour = 3_600;
    private const int WinterOffset = Hour;
    private const int SummerOffset = 2 * Hour;

    // Starts on Saturday 27 March, 20:00 local: the change is 6 hours later.
    private static LocalClock Spring() => new(
        new DateTimeOffset(2027, 3, 27, 20, 0, 0, TimeSpan.FromHours(1)), [(0, WinterOffset), (6 * Hour, SummerOffset)]);

    // Starts on Saturday 30 October, 22:00 local: 5 hours later it is 03:00, and 02:00 again.
    private static LocalClock Autumn() => new(
        new DateTimeOffset(2027, 10, 30, 22, 0, 0, TimeSpan.FromHours(2)), [(0, SummerOffset), (5 * Hour, WinterOffset)]);

    [Theory]
    [InlineData(0, "2027-03-27T20:00:00+01:00")]
    [InlineData((4 * Hour) - 1, "2027-03-27T23:59:59+01:00")]
    [InlineData(4 * Hour, "2027-03-28T00:00:00+01:00")]
    [InlineData((6 * Hour) - 1, "2027-03-28T01:59:59+01:00")]
    [InlineData(6 * Hour, "2027-03-28T03:00:00+02:00")] // the hour from 02:00 to 03:00 does not exist
    [InlineData(27 * Hour, "2027-03-29T00:00:00+02:00")] // Sunday has 23 hours
    public void The_hour_that_spring_skips_is_never_shown(int seconds, string expected) =>
        Assert.Equal(expected, Text(Spring(), seconds));

    [Theory]
    [InlineData(4 * Hour, "2027-10-31T02:00:00+02:00")]
    [InlineData((5 * Hour) - 1, "2027-10-31T02:59:59+02:00")]
    [InlineData(5 * Hour, "2027-10-31T02:00:00+01:00")]
    [InlineData(6 * Hour, "2027-10-31T03:00:00+01:00")]
    [InlineData(27 * Hour, "2027-11-01T00:00:00+01:00")] // Sunday has 25 hours
    public void The_hour_that_autumn_repeats_is_told_apart_by_its_offset(int seconds, string expected) =>
        Assert.Equal(expected, Text(Autumn(), seconds));

    [Fact]
    public void The_kind_of_day_follows_local_midnight_across_the_change()
    {
        var clock = Spring();
        Assert.Equal(DayTypes.Saturday, clock.DayAt((4 * Hour) - 1));
        Assert.Equal(DayTypes.Sunday, clock.DayAt(4 * Hour));
        Assert.Equal(DayTypes.Sunday, clock.DayAt((27 * Hour) - 1));
        Assert.Equal(DayTypes.Weekday, clock.DayAt(27 * Hour));
    }

    [Fact]
    public void Seconds_are_real_time_so_local_times_stay_in_order_as_instants()
    {
        var clock = Autumn();
        for (var seconds = 0; seconds < 10 * Hour; seconds += 600)
            Assert.Equal(TimeSpan.FromSeconds(600), clock.At(seconds + 600) - clock.At(seconds));
    }

    [Fact]
    public void A_clock_without_an_offset_for_second_zero_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new LocalClock(DateTimeOffset.UnixEpoch, []));
        Assert.Throws<ArgumentException>(() => new LocalClock(DateTimeOffset.UnixEpoch, [(1, 0)]));
    }

    private static string Text(LocalClock clock, int seconds) => clock.At(seconds).ToString("yyyy-MM-dd'T'HH:mm:sszzz");
}
