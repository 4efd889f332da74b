using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// The ladder: one train an hour from a at :30 (1800) on double track, and ten military trains from 1800, every 250 s, 600 s each.
/// Between two of them is no place (150 s behind the one and 130 s ahead of the other), so the train may go at
/// 1800 + 9 x 250 + 150 = 4200, 2400 s late.
/// </summary>
public sealed class RailLeverTests
{
    [Theory]
    [InlineData("freight", RailLevers.None, "without-place", 1440)]
    [InlineData("freight", RailLevers.RetimeFreight, "retimed", 40)]
    [InlineData("freight", RailLevers.DivertFreight, "shifted", 40)]
    [InlineData("freight", RailLevers.CancelFreight, "cancelled", 1440)]
    [InlineData("freight", RailLevers.CancelPassenger, "without-place", 1440)]
    [InlineData("freight", RailScene.AllLevers, "retimed", 40)]
    [InlineData("sprinter", RailLevers.None, "without-place", 30)]
    [InlineData("sprinter", RailLevers.CancelPassenger, "cancelled", 30)]
    [InlineData("sprinter", RailLevers.RetimeFreight | RailLevers.CancelFreight, "without-place", 30)]
    public void The_mildest_permitted_step_is_taken(string category, RailLevers levers, string step, double minutes)
    {
        var scope = RailScene.Line(1, tracks: 2).Trains(category, 1, "ab").Scope(levers);

        var path = Assert.Single(scope.Assess(Column(scope, 10)).Paths);

        Assert.Equal((step, 1.0), (path.Step, path.Paths));
        Assert.Equal(minutes, path.TrainMinutes, 9);
        Assert.Equal(category == "freight" ? 0 : 100 * minutes, path.PassengerMinutes, 9);
    }

    /// <remarks>Three military trains: 1800 + 2 x 250 + 150 = 2450, 650 s late, within the slack of 900 s.</remarks>
    [Fact]
    public void A_wait_within_the_slack_needs_no_lever()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("freight", 1, "ab").Scope();

        var found = scope.Assess(Column(scope, 3));

        Assert.Equal(1, found.Change(RailMetrics.Adjusted));
        Assert.Equal(650 / 60.0, found.Change(RailMetrics.TrainMinutes), 9);
        // Of ten hours' trains, one each way, one of twenty is three minutes late.
        Assert.Equal(70 * (1 - (1 / 20.0)), found.After(RailMetrics.FreightPunctuality), 9);
    }

    /// <remarks>
    /// <code>
    ///         c            a-c and c-b are 12 km each: 1,200 s instead of 600, so 600 s late, less than 2,400 by waiting
    ///       /   \
    ///     a ----- b
    /// </code>
    /// </remarks>
    [Fact]
    public void A_freight_train_takes_another_route_where_that_is_sooner_than_another_hour()
    {
        var scene = new SceneBuilder()
            .Node("a", TransportMode.Rail, "station", 0, 0).Node("b", TransportMode.Rail, "station", 12_000, 0)
            .Node("c", TransportMode.Rail, "station", 6_000, 6_000)
            .Link("ab", "a", "b", 12_000, 160, 2).Link("ac", "a", "c", 12_000, 160, 2).Link("cb", "c", "b", 12_000, 160, 2)
            .Trains("freight", 1, "ab");

        var scope = scene.Scope(RailLevers.DivertFreight);
        var path = Assert.Single(scope.Assess(Column(scope, 10)).Paths);

        Assert.Equal("diverted", path.Step);
        Assert.Equal(10, path.TrainMinutes, 9);
        // With no lever on freight there is no other route.
        var without = scene.Scope(RailLevers.CancelPassenger);
        Assert.Equal("without-place", Assert.Single(without.Assess(Column(without, 10)).Paths).Step);
    }

    /// <remarks>
    /// An intercity at 1800 and a sprinter behind it at 1930. Military trains leave one gap within the slack: from 2550 + 150 = 2700 to
    /// 2830 - 130 = 2700. The intercity goes at 2700, 900 s late; the sprinter is cancelled.
    /// </remarks>
    [Fact]
    public void The_intercity_takes_the_only_gap_and_the_sprinter_is_cancelled()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("intercity", 1, "ab").Trains("sprinter", 1, "ab")
            .Scope(RailLevers.CancelPassenger);

        var found = scope.Assess([.. new[] { 1800, 2050, 2300, 2550, 2830 }.SelectMany(t => scope.Military($"M{t}", t, 600, true, "ab"))]);

        Assert.Equal(
            [("intercity", "adjusted", 15.0), ("sprinter", "cancelled", 30.0)],
            found.Paths.Select(p => (p.Category, p.Step, p.TrainMinutes)).Order());
    }

    /// <remarks>
    /// Eighteen freight trains an hour, none of which may wait within a slack here, leave no gap of 260 s. The intercity, 150 s late behind
    /// one military train, takes the place of freight where there is a lever on freight; without one it has none.
    /// </remarks>
    [Fact]
    public void Freight_gives_way_to_a_passenger_train_only_by_a_lever_on_freight()
    {
        var scene = RailScene.Line(1, tracks: 2).Trains("intercity", 1, "ab").Trains("freight", 18, "ab");

        var with = Intercity(RailLevers.RetimeFreight);
        var without = Intercity(RailLevers.None);

        Assert.Equal(("adjusted", 2.5), (with.Step, with.TrainMinutes));
        Assert.Equal("without-place", without.Step);

        DisplacedPath Intercity(RailLevers levers)
        {
            var scope = scene.Scope(levers, rules: RailScene.Rules with { FreightSlackSeconds = 0 });
            return scope.Assess(scope.Military(1800, 600, "ab")).Paths.Single(p => p.Category == "intercity");
        }
    }

    /// <remarks>
    /// Twenty-four trains in the day and direction make 48 on the section with those of the other; a floor of 97 % leaves one to be
    /// cancelled (2 of 48 would be more than 3 %). Two are in the way.
    /// </remarks>
    [Fact]
    public void Cancellations_end_at_the_civil_floor_of_the_day()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("sprinter", 1, "ab").Scope(RailLevers.CancelPassenger, floorPercent: 97, hours: 24);

        var found = scope.Assess([.. Column(scope, 10), .. Column(scope, 10, 1800 + (6 * 3600))]);

        Assert.Equal(1, found.Change(RailMetrics.Cancelled));
        Assert.Equal(1, found.Change(RailMetrics.WithoutPlace));
        Assert.Contains("without-place", found.Paths[0].Step);
        Assert.StartsWith("1 civil trains find no place", found.Notes[0].Text);
    }

    [Fact]
    public void No_lever_is_used_that_is_not_permitted()
    {
        var scene = RailScene.Line(3, tracks: 1).Trains("intercity", 0.5, "ab", "bc", "cd").Trains("sprinter", 1, "ab", "bc")
            .Trains("freight", 1, "ab", "bc", "cd");
        var seen = new HashSet<string>();
        for (var levers = RailLevers.None; levers <= RailScene.AllLevers; levers++)
        {
            var scope = scene.Scope(levers, hours: 12);
            var military = Enumerable.Range(0, 8)
                .SelectMany(k => scope.Military($"M-{k}", 7200 + (k * 1000), 900, k < 5, k < 5 ? ["ab", "bc", "cd"] : ["cd", "bc", "ab"]));
            foreach (var path in scope.Assess([.. military]).Paths)
            {
                seen.Add($"{path.Step} {(path.Category == "freight" ? "freight" : "passenger")}");
                var needed = (path.Step, path.Category) switch
                {
                    ("retimed", "freight") => RailLevers.RetimeFreight,
                    ("diverted" or "shifted", "freight") => RailLevers.DivertFreight,
                    ("cancelled", "freight") => RailLevers.CancelFreight,
                    ("cancelled", _) => RailLevers.CancelPassenger,
                    ("adjusted" or "without-place", _) => RailLevers.None,
                    _ => throw new InvalidOperationException($"{path.Step} of {path.Category}"),
                };
                Assert.True(levers.HasFlag(needed), $"{levers}: {path.Step} of {path.Category}");
            }
        }

        Assert.Contains("retimed freight", seen);
        Assert.Contains("shifted freight", seen);
        Assert.Contains("cancelled passenger", seen);
        Assert.Contains("cancelled freight", seen);
        Assert.Contains("without-place passenger", seen);
    }

    private static IReadOnlyList<MilitaryStay> Column(RailScope scope, int trains, int from = 1800) =>
        [.. Enumerable.Range(0, trains).SelectMany(k => scope.Military($"M-{k}", from + (250 * k), 600, true, "ab"))];
}
