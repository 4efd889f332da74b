using MilMobility.Domain.Scenarios;

namespace MilMobility.Scenarios.Tests;

public sealed class ScenarioTimesTests
{
    private const int Hour = 3600;

    // The start is Monday 8 March 2027 00:00 in Amsterdam, 7 March 23:00 UTC.
    [Theory]
    [InlineData("+90min", 5400)]
    [InlineData("+1h30min", 5400)]
    [InlineData("+1d", 24 * Hour)]
    [InlineData("D 06:00", 6 * Hour)]
    [InlineData("D+1 06:00", 30 * Hour)]
    [InlineData("2027-03-08T06:00", 6 * Hour)]
    [InlineData("2027-03-08 06:00:30", 6 * Hour + 30)]
    [InlineData("2027-03-08T06:00+01:00", 6 * Hour)]
    [InlineData("2027-03-08T06:00Z", 7 * Hour)]
    [InlineData("2027-03-08T06:00-02:00", 9 * Hour)]
    public void A_time_may_be_written_in_several_ways(string text, int seconds) =>
        Assert.Equal(seconds, Due("2027-03-08T00:00", text));

    // On 28 March 2027 the clock goes from 02:00 to 03:00, so that day 20's 06:00 is 5 hours after its midnight.
    [Theory]
    [InlineData("D+20 06:00", 20 * 24 * Hour + 5 * Hour)]
    [InlineData("2027-03-28T06:00", 20 * 24 * Hour + 5 * Hour)]
    [InlineData("+486h", 486 * Hour)]
    [InlineData("D+20 01:59", 20 * 24 * Hour + 2 * Hour - 60)]
    public void Local_times_follow_the_change_to_summer_time(string text, int seconds) =>
        Assert.Equal(seconds, Due("2027-03-08T00:00", text));

    [Fact]
    public void The_clock_shows_local_time_across_both_changes()
    {
        var spring = Scenario("2027-03-28T00:00", "+24h").Clock;
        Assert.Equal(DateTimeOffset.Parse("2027-03-28T01:59:59+01:00"), spring.At((2 * Hour) - 1));
        Assert.Equal(TimeSpan.FromHours(2), spring.At(2 * Hour).Offset);
        Assert.Equal(3, spring.At(2 * Hour).Hour);

        var autumn = Scenario("2027-10-31T00:00", "+24h").Clock;
        Assert.Equal((2, TimeSpan.FromHours(2)), (autumn.At((3 * Hour) - 1).Hour, autumn.At((3 * Hour) - 1).Offset));
        Assert.Equal((2, TimeSpan.FromHours(1)), (autumn.At(3 * Hour).Hour, autumn.At(3 * Hour).Offset));
    }

    [Fact]
    public void The_start_keeps_its_moment_and_takes_the_local_offset()
    {
        var scenario = Scenario("2027-07-01T00:00Z", "+24h");

        Assert.Equal(DateTimeOffset.Parse("2027-07-01T02:00+02:00"), scenario.Start);
        Assert.Equal(TimeSpan.FromHours(2), scenario.Start.Offset);
        Assert.Equal(DayTypes.Weekday, scenario.Clock.DayAt(0));
    }

    [Theory]
    [InlineData("D06:00")]
    [InlineData("D-1 06:00")]
    [InlineData("D+1 24:00")]
    [InlineData("+36")]
    [InlineData("+1min30h")]
    [InlineData("+1.5s")]
    [InlineData("2027-03-08")]
    [InlineData("2027-03-08T24:30")]
    [InlineData("2027-02-29T06:00")]
    [InlineData("2027-03-08T06:00+1")]
    [InlineData("06:00")]
    public void Any_other_text_is_no_time(string text)
    {
        var yaml = ScenarioFolder.GoodYaml.Replace("due: +24h", "due: " + text, StringComparison.Ordinal);
        ScenarioFolder.Single(ScenarioFolder.Findings(yaml), "SCN011", 13, text);
    }

    [Theory]
    [InlineData("1999-01-01T00:00")]
    [InlineData("2200-01-01T00:00")]
    public void A_start_in_another_century_is_refused(string start)
    {
        var yaml = ScenarioFolder.GoodYaml.Replace("2027-03-08T00:00", start, StringComparison.Ordinal);
        ScenarioFolder.Single(ScenarioFolder.Findings(yaml), "SCN012", 5, start[..4], "must be 2000 to 2100");
    }

    private static int Due(string start, string due) => Assert.Single(Scenario(start, due).Movements).DueSeconds;

    private static MissionScenario Scenario(string start, string due) => ScenarioFolder.Valid(ScenarioFolder.GoodYaml
        .Replace("2027-03-08T00:00", start, StringComparison.Ordinal)
        .Replace("ready: +6h", "ready: +0s", StringComparison.Ordinal)
        .Replace("horizon_h: 48", "horizon_h: 720", StringComparison.Ordinal)
        .Replace("due: +24h", "due: " + due, StringComparison.Ordinal));
}
