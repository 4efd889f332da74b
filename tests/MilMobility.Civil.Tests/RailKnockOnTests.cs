using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.Tests;

/// <summary>Trains that wait for trains that wait, and what floors of vital sectors keep.</summary>
public sealed class RailKnockOnTests
{
    /// <remarks>
    /// Eighteen sprinters an hour from a at 100 + 200 k, 600 s; the next may follow 130 s behind. A military train at 3700, 600 s, takes
    /// the place of one. No gap of 260 s is free; but behind it the trains may go at 3700 + 150 = 3850, 3980, 4110 and 4300 (instead of
    /// 3700, 3900, 4100 and 4300): 150, 80 and 10 s late, 4 minutes in all.
    /// </remarks>
    [Fact]
    public void A_delay_is_passed_on_until_the_slack_between_trains_has_taken_it_up()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("sprinter", 18, "ab").Scope();

        var found = scope.Assess(scope.Military(3700, 600, "ab"));

        Assert.Equal(0, found.Change(RailMetrics.WithoutPlace));
        Assert.Equal(3, found.Change(RailMetrics.Adjusted));
        Assert.Equal(240 / 60.0, found.Change(RailMetrics.TrainMinutes), 9);
        Assert.All(found.Paths, p => Assert.Equal(("M-1", "ab"), (Assert.Single(p.Because), Assert.Single(p.Links))));
        Assert.Equal(4.0, found.Cells.Single(c => c.Metric == RailMetrics.TrainMinutes).After, 9);
    }

    /// <remarks>
    /// Twenty-seven an hour have 3.3 s of slack each. Two are in the way of the military train. One of them goes 150 s late, and with
    /// the other's place free that dies out; for the other some forty trains would lose 130 s and less, more than the 30 minutes that it
    /// counts.
    /// </remarks>
    [Fact]
    public void Trains_are_not_held_up_for_longer_than_the_loss_of_the_one_counts()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("sprinter", 27, "ab").Scope();

        var found = scope.Assess(scope.Military(3667, 600, "ab"));

        Assert.Equal(1, found.Change(RailMetrics.WithoutPlace));
        Assert.InRange(found.Change(RailMetrics.TrainMinutes), 30, 60);
        Assert.StartsWith("1 civil trains find no place (norm 0)", found.Notes[0].Text);
    }

    /// <remarks>
    /// An intercity from a at 1800 and a freight train behind it at 1930, which goes on to c. Military trains on ab leave one gap within
    /// the slack, at 2700. Without a floor the intercity has it, 900 s late, and the freight train is cancelled. A floor of the whole of bc
    /// protects the freight train: it looks for its place first, goes at 2700, 770 s late, and the intercity is cancelled.
    /// </remarks>
    [Fact]
    public void A_protected_train_keeps_its_path_before_all_others()
    {
        var scope = RailScene.Line(2, tracks: 2).Trains("intercity", 1, "ab").Trains("freight", 1, "ab", "bc")
            .Scope(RailLevers.CancelFreight | RailLevers.CancelPassenger);
        IReadOnlyList<MilitaryStay> military =
            [.. new[] { 1800, 2050, 2300, 2550, 2830 }.SelectMany(t => scope.Military($"M{t}", t, 600, true, "ab"))];

        var free = scope.Assess(military);
        var kept = (scope with { Floors = [Floor(scope, "bc", 100)] }).Assess(military);

        Assert.Equal(
            [("freight", "cancelled", 1440.0), ("intercity", "adjusted", 15.0)],
            free.Paths.Select(p => (p.Category, p.Step, p.TrainMinutes)).Order());
        Assert.Equal(
            [("freight", "adjusted"), ("intercity", "cancelled")], kept.Paths.Select(p => (p.Category, p.Step)).Order());
        Assert.Equal(770 / 60.0, kept.Paths.Single(p => p.Category == "freight").TrainMinutes, 9);
        Assert.DoesNotContain(free.Breakdowns, b => b.Dimension == "sector");
        // One an hour each way, in six hours.
        var sector = Assert.Single(kept.Breakdowns, b => b.Dimension == "sector");
        var figure = Assert.Single(sector.Figures);
        Assert.Equal(("energy", RailMetrics.ProtectedPaths, 12.0, 12.0), (sector.Key, figure.Metric, figure.Before, figure.After));
        Assert.Contains(kept.Notes, n => n.Text.StartsWith("Civil floor of a vital sector (energy): 12 of 12", StringComparison.Ordinal));
    }

    /// <remarks>
    /// Two freight trains an hour each way at :15 and :45; ten military trains from 4500 leave the one at 4500 no place within the slack.
    /// It may be cancelled by the regime; a floor of all two trains forbids that, one of half of them, or of one train, does not.
    /// </remarks>
    [Theory]
    [InlineData(100, 0, "without-place", 11)]
    [InlineData(51, 0, "without-place", 11)]
    [InlineData(50, 0, "cancelled", 11)]
    [InlineData(0, 2, "without-place", 11)]
    [InlineData(0, 1, "cancelled", 11)]
    public void No_train_is_cancelled_below_the_floor_of_its_sector(int percent, int units, string step, int keptThere)
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("freight", 2, "ab").Scope(RailLevers.CancelFreight);
        scope = scope with { Floors = [Floor(scope, "ab", percent, units)] };

        var found = scope.Assess([.. Enumerable.Range(0, 10).SelectMany(k => scope.Military($"M-{k}", 4500 + (250 * k), 600, true, "ab"))]);

        Assert.Equal(step, found.Paths.Single(p => p.TrainMinutes >= 1440).Step);
        var figure = Assert.Single(Assert.Single(found.Breakdowns, b => b.Dimension == "sector").Figures);
        // Two an hour each way in six hours; those from b all run.
        Assert.Equal((24.0, 12.0 + keptThere), (figure.Before, figure.After));
        var isKept = step == "cancelled";
        Assert.Contains(found.Notes, n => n.Text.Contains(
            isKept ? "the floor is kept in every section and hour" : "the floor is not kept in 1 section-hours", StringComparison.Ordinal));
    }

    /// <remarks>A floor in other hours does not protect.</remarks>
    [Fact]
    public void A_floor_protects_in_its_hours_only()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("freight", 1, "ab").Scope(RailLevers.CancelFreight);
        var floor = Floor(scope, "ab", 100) with { Hours = [false, true, true, true, true, true] };

        var found = (scope with { Floors = [floor] }).Assess(
            [.. Enumerable.Range(0, 10).SelectMany(k => scope.Military($"M-{k}", 1800 + (250 * k), 600, true, "ab"))]);

        Assert.Equal("cancelled", Assert.Single(found.Paths).Step);
    }

    private static RailFloor Floor(RailScope scope, string link, int percent, int units = 0) => new(
        "energy", [.. scope.Rail.Links.Select(l => scope.Rail.Network.LinkId[l] == link)], [.. Enumerable.Repeat(true, scope.Hours)],
        percent, units);
}
