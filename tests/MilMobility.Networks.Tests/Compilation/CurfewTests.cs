using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

public sealed class CurfewTests
{
    private const int Hour = 3600;

    private static SceneBuilder Scene() => new SceneBuilder()
        .Node("a", TransportMode.Road, "port", 0, 0)
        .Node("b", TransportMode.Road, "junction", 1000, 0)
        .Node("c", TransportMode.Road, "border", 2000, 0)
        .Link("ab", "a", "b")
        .Link("bc", "b", "c", linkClass: "n-road", with: l => l with { Region = "Limburg" });

    private static CompiledNetwork With(LocalClock clock, int hours, params Curfew[] curfews) =>
        Scene().Compile([], curfews, clock, hours * Hour);

    private static (int From, int To)[] ClosedOf(CompiledNetwork network, int arc) =>
        [.. Enumerable.Range(network.ClosedStart[arc], network.ClosedStart[arc + 1] - network.ClosedStart[arc])
            .Select(i => (network.ClosedFrom[i], network.ClosedTo[i]))];

    // Monday 12 January 2026, 00:00 UTC, is 01:00 in winter time.
    private static readonly LocalClock Winter =
        new(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, Hour)]);

    [Fact]
    public void A_curfew_closes_its_local_hours_on_its_days()
    {
        // 06:30-09:00 local on weekdays is 05:30-08:00 UTC. The horizon ends in Tuesday's curfew.
        var network = With(Winter, 30, new Curfew(TransportMode.Road, [], [], DayTypes.Weekday, 390, 540, 1));

        Assert.Equal([(19_800, 8 * Hour), (29 * Hour + 1800, 30 * Hour)], ClosedOf(network, 0));
        Assert.Empty(ClosedOf(With(Winter, 30, new Curfew(TransportMode.Road, [], [], DayTypes.Sunday, 390, 540, 1)), 0));
    }

    [Fact]
    public void A_curfew_holds_only_on_its_classes_and_regions()
    {
        var byClass = With(Winter, 24, new Curfew(TransportMode.Road, ["n-road"], [], DayTypes.All, 720, 780, 1));
        var byRegion = With(Winter, 24, new Curfew(TransportMode.Road, [], ["Utrecht"], DayTypes.All, 720, 780, 1));

        Assert.Empty(ClosedOf(byClass, 0));
        Assert.Equal([(11 * Hour, 12 * Hour)], ClosedOf(byClass, 2));
        Assert.Equal([(11 * Hour, 12 * Hour)], ClosedOf(byRegion, 0));
        Assert.Empty(ClosedOf(byRegion, 2));
    }

    [Fact]
    public void The_night_of_summer_time_has_no_hour_from_two_to_three()
    {
        // From Saturday 28 March 2026 22:00 UTC (23:00 local); at 01:00 UTC on Sunday, 3 h on, 02:00 becomes 03:00.
        var clock = new LocalClock(
            new DateTimeOffset(2026, 3, 28, 22, 0, 0, TimeSpan.Zero), [(0, Hour), (3 * Hour, 2 * Hour)]);
        var network = With(clock, 12, new Curfew(TransportMode.Road, [], [], DayTypes.Sunday, 60, 300, 1));

        // 01:00-05:00 local lasts three hours: 00:00-03:00 UTC.
        Assert.Equal([(2 * Hour, 5 * Hour)], ClosedOf(network, 0));
        var lost = With(clock, 12, new Curfew(TransportMode.Road, [], [], DayTypes.Sunday, 120, 180, 1));
        Assert.Empty(ClosedOf(lost, 0));
    }

    [Fact]
    public void The_night_of_winter_time_has_the_hour_from_two_to_three_twice()
    {
        // From Saturday 24 October 2026 22:00 UTC (00:00 local Sunday); at 01:00 UTC, 3 h on, 03:00 becomes 02:00.
        var clock = new LocalClock(
            new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero), [(0, 2 * Hour), (3 * Hour, Hour)]);
        var network = With(clock, 12, new Curfew(TransportMode.Road, [], [], DayTypes.Sunday, 120, 180, 1));

        // 02:00-03:00 summer time is 2 h to 3 h on, and 02:00-03:00 winter time 3 h to 4 h on.
        Assert.Equal([(2 * Hour, 4 * Hour)], ClosedOf(network, 0));
    }

    [Fact]
    public void Curfews_and_closures_merge()
    {
        var network = Scene().Compile(
            [new("ab", PatchEffect.Closed, 0, 12 * Hour, 13 * Hour, 1)],
            [new Curfew(TransportMode.Road, [], [], DayTypes.All, 720, 780, 2)], Winter, 24 * Hour);

        Assert.Equal([(11 * Hour, 13 * Hour)], ClosedOf(network, 0));
        Assert.Equal([(11 * Hour, 12 * Hour)], ClosedOf(network, 2));
    }
}
