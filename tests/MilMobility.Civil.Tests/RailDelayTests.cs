using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.Tests;

/// <summary>Delays and capacity consumption in closed form; RailScene has the times of its trains.</summary>
public sealed class RailDelayTests
{
    /// <remarks>
    /// <code>
    /// a ----- 12 km, single track ----- b     trains from a at :15 and :45, from b at :00 and :30, 600 s each
    /// </code>
    /// A military train leaves a at 01:15 (4500), takes 900 s and 30 s to pass. In its way: the train from a at 4500 and the one from b
    /// at 5400 (it must not enter before 5400 + 30 + 60). The first waits at a until it keeps 120 s behind the tail at b:
    /// 4500 + (900 - 600) + 30 + 120 = 4950, 450 s late, and is off the track at 5560. The second waits at b for that one, not for
    /// the military train: 5560 + 60 = 5620, 220 s late; it is off at 6230, before the next from a at 6300.
    /// </remarks>
    [Fact]
    public void On_single_track_one_train_waits_behind_the_military_one_and_one_at_the_other_end()
    {
        var scope = RailScene.Line(1, tracks: 1).Trains("sprinter", 2, "ab").Scope();

        var found = scope.Assess(scope.Military(4500, 900, "ab"));

        Assert.Equal(2, found.Change(RailMetrics.Adjusted));
        Assert.Equal((450 + 220) / 60.0, found.Change(RailMetrics.TrainMinutes), 9);
        Assert.Equal(100 * (450 + 220) / 60.0, found.Change(RailMetrics.PassengerMinutes), 9);
        // Twelve hours with two trains each way are 40 trains from two hours before to two after; one is five minutes late.
        Assert.Equal(90 * (1 - (1 / 40.0)), found.After(RailMetrics.PassengerPunctuality), 9);
        Assert.Equal(0, found.Change(RailMetrics.FreightPunctuality));
        Assert.Equal(
            [("adjusted", 450 / 60.0), ("adjusted", 220 / 60.0)],
            found.Paths.Select(p => (p.Step, Math.Round(p.TrainMinutes, 9))).ToArray(), Close);
        Assert.All(found.Paths, p => Assert.Equal(["M-1"], p.Because));
    }

    /// <remarks>
    /// Same trains. By the hour, alternating, each takes 600 + 10 + 60 = 670 s: 2,680 of 3,600 s. With the military train, in
    /// order: from b 670, military 30 + 120 + (900 - 600) = 450 before the one behind it, then 670 three times: 3,130 s.
    /// </remarks>
    [Fact]
    public void Capacity_consumption_of_single_track_is_that_of_trains_in_turn()
    {
        var scope = RailScene.Line(1, tracks: 1).Trains("sprinter", 2, "ab").Scope();

        var found = scope.Assess(scope.Military(4500, 900, "ab"));

        var cell = found.Cells.Single(c => c.Hour == 1 && c.Metric == RailMetrics.Consumption);
        Assert.Equal((RailMetrics.Consumption, "ab", true), (cell.Metric, cell.Resource, cell.Forward));
        Assert.Equal(2680 / 36.0, cell.Before, 1e-4);
        Assert.Equal(3130 / 36.0, cell.After, 1e-4);
        // More than 60 % in each of the six hours, both before and after.
        var over = found.Figures.Single(f => f.Metric == RailMetrics.SectionsOver);
        Assert.Equal((6.0, 6.0), (over.Before, over.After));
        // Both civil trains wait for the one military train, in its hour and direction.
        var lost = found.Cells.Single(c => c.Metric == RailMetrics.TrainMinutes);
        Assert.Equal(("ab", true, 1, 0.0), (lost.Resource, lost.Forward, lost.Hour, lost.Before));
        Assert.Equal((450 + 220) / 60.0, lost.After, 9);
    }

    /// <remarks>
    /// Six intercities an hour each way, from a at 300 + 600 k, 600 s. A military train at 3900, 900 s: the one at 3900 goes
    /// 3900 + 300 + 30 + 120 = 4350, 450 s later, and the next, at 4500, is more than 130 s behind it at both ends.
    /// </remarks>
    [Fact]
    public void On_double_track_a_train_follows_at_the_headway_of_the_far_end()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("intercity", 6, "ab").Scope();

        var found = scope.Assess(scope.Military(3900, 900, "ab"));

        var path = Assert.Single(found.Paths);
        Assert.Equal(("intercity", "adjusted", 1.0, 1), (path.Category, path.Step, path.Paths, path.Hour));
        Assert.Equal(7.5, path.TrainMinutes, 9);
        Assert.Equal(7.5 * 300, path.PassengerMinutes, 9);
        // Six following at 10 + 120 s; then military, 30 + 120 + 300 s to the first, 130 s for each of the others.
        var cell = found.Cells.Single(c => c.Hour == 1 && c.Forward && c.Metric == RailMetrics.Consumption);
        Assert.Equal(6 * 130 / 36.0, cell.Before, 1e-4);
        Assert.Equal((450 + (6 * 130)) / 36.0, cell.After, 1e-4);
        Assert.DoesNotContain(found.Cells, c => !c.Forward);
    }

    /// <remarks>
    /// A train that runs over three sections with the military one just before it, 600 s each: 30 + 120 s late on all three, one
    /// train, 2.5 minutes.
    /// </remarks>
    [Fact]
    public void A_through_train_over_three_sections_counts_once()
    {
        var scope = RailScene.Line(3, tracks: 2).Trains("intercity", 1, "ab", "bc", "cd").Scope();

        var found = scope.Assess(scope.Military(1800, 600, "ab", "bc", "cd"));

        var path = Assert.Single(found.Paths);
        Assert.Equal(["ab", "bc", "cd"], path.Links);
        Assert.Equal(1, path.Paths);
        Assert.Equal(2.5, path.TrainMinutes, 9);
        Assert.Equal(2.5, found.Change(RailMetrics.TrainMinutes), 9);
        // The military train has an equal part in it on each section, in the hour in which it enters that.
        Assert.Equal(
            [("ab", 0), ("bc", 0), ("cd", 0)],
            found.Cells.Where(c => c.Metric == RailMetrics.TrainMinutes).Select(c => (c.Resource, c.Hour)).Order());
        Assert.All(found.Cells.Where(c => c.Metric == RailMetrics.TrainMinutes), c => Assert.Equal(2.5 / 3, c.After, 9));
    }

    /// <remarks>
    /// The military train takes 800 s a section: behind it at every station, 1800 + 3 x 800 - 600 + 150 = 3750 into the third
    /// section instead of 3000: the largest delay on the way is 750 s.
    /// </remarks>
    [Fact]
    public void The_delay_grows_behind_a_slow_train_and_the_largest_counts()
    {
        var scope = RailScene.Line(3, tracks: 2).Trains("intercity", 1, "ab", "bc", "cd").Scope();

        var found = scope.Assess(scope.Military(1800, 800, "ab", "bc", "cd"));

        Assert.Equal(750 / 60.0, found.Change(RailMetrics.TrainMinutes), 9);
    }

    [Fact]
    public void Without_military_trains_every_change_is_exactly_nothing()
    {
        var scope = RailScene.Line(3, tracks: 1).Trains("sprinter", 1.7, "ab", "bc", "cd").Trains("freight", 0.3, "ab")
            .Scope(RailScene.AllLevers);

        var found = scope.Assess();

        Assert.All(found.Figures, f => Assert.Equal(f.Before, f.After));
        Assert.Empty(found.Paths);
        Assert.Empty(found.Breakdowns);
        Assert.Empty(found.Cells);
        Assert.Empty(found.TrainPaths);
    }

    [Fact]
    public void A_train_graph_has_the_trains_of_the_used_sections_with_times_along_them()
    {
        var scope = RailScene.Line(3, tracks: 2).Trains("intercity", 1, "ab", "bc", "cd").Scope();

        var found = scope.Assess(scope.Military(1800, 600, "ab", "bc"));

        var moved = Assert.Single(found.TrainPaths, p => p.Step != "unchanged");
        Assert.Equal(["ab", "bc"], moved.Links);
        Assert.Equal([true, true], moved.Forward);
        Assert.Equal([1800, 2400], moved.EnterSeconds);
        Assert.Equal([2400, 3000], moved.LeaveSeconds);
        Assert.Equal(("adjusted", 150), (moved.Step, moved.ShiftSeconds));
        Assert.All(found.TrainPaths, p => Assert.DoesNotContain("cd", p.Links));
        // Against it: from c at :00 and 600 s, on bc, then on ab.
        Assert.Contains(found.TrainPaths, p => !p.Forward[0] && p.Step == "unchanged");
    }

    [Fact]
    public void Breakdowns_add_up_to_the_figures()
    {
        var scope = RailScene.Line(3, tracks: 1).Trains("sprinter", 1, "ab", "bc", "cd").Trains("freight", 1, "ab", "bc")
            .Scope(RailLevers.RetimeFreight);

        var found = scope.Assess(scope.Military(4500, 900, "ab", "bc", "cd"));

        Assert.True(found.Change(RailMetrics.TrainMinutes) > 0);
        foreach (var metric in RailMetrics.OfTrains)
        {
            foreach (var dimension in new[] { "manager", "region", "hour", "class" })
            {
                var parts = found.Breakdowns.Where(b => b.Dimension == dimension).SelectMany(b => b.Figures).Where(f => f.Metric == metric);
                Assert.Equal(found.Change(metric), parts.Sum(f => f.Change), 9);
            }

            Assert.Contains(found.Figures, f => f.Metric == metric && f.Before == 0);
        }
    }

    private static bool Close((string Step, double Minutes) a, (string Step, double Minutes) b) =>
        a.Step == b.Step && Math.Abs(a.Minutes - b.Minutes) < 1e-6;
}
