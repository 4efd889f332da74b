using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.Tests;

/// <summary>
/// Rules that hold whatever the trains are, on small railways drawn from a seed. Putting trains back one by one is greedy, so "more
/// trains, more loss" is no theorem for every drawing; it is for the scenes that say so here, and the others show how often it fails.
/// </summary>
public sealed class RailInvariantTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void No_two_trains_with_a_place_are_in_each_others_way(int tracks)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var scope = Scene(random, tracks).Scope(RailScene.AllLevers, hours: 8);
            var timetable = CivilTimetable.Of(scope.Rail, CivilTimetable.Flows(scope), 0, Cancel);
            RailDisplacement.Of(
                scope.Rail, timetable, Military(scope, random, 6, 1), scope.Regime, new SectorFloors([], scope.Rail, timetable.Trains),
                Cancel);
            for (var diary = 0; diary < scope.Rail.DiaryCount; diary++)
            {
                var stays = timetable.Diaries[diary].Stays;
                for (var i = 0; i < stays.Count; i++)
                {
                    for (var j = i + 1; j < stays.Count; j++)
                        Assert.True(AreApart(stays[i], stays[j]), $"seed {seed}: {stays[i]} {stays[j]}");
                }
            }
        }
    }

    /// <remarks>
    /// Each civil train keeps its sections' order, never enters before its time without the plan, and takes its running time.
    /// </remarks>
    [Fact]
    public void Every_train_of_a_timetable_runs_once_along_its_way()
    {
        var scope = Scene(new Random(3), 1).Scope(hours: 8);

        var timetable = CivilTimetable.Of(scope.Rail, CivilTimetable.Flows(scope), 0, Cancel);

        foreach (var train in timetable.Trains)
        {
            for (var i = 1; i < train.Place.Enter.Length; i++)
                Assert.True(train.Place.Enter[i] >= train.Place.Enter[i - 1] + train.Route.RunSeconds[i - 1]);
        }

        Assert.Equal(
            timetable.Trains.Sum(t => t.Route.Pieces.Length),
            Enumerable.Range(0, scope.Rail.DiaryCount).Sum(d => timetable.Diaries[d].Stays.Count));
    }

    /// <remarks>Twice the trains: each followed by another of the same kind, 700 s behind.</remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Twice_the_military_trains_never_lose_less(int tracks)
    {
        foreach (var levers in new[] { RailLevers.None, RailLevers.RetimeFreight | RailLevers.DivertFreight, RailScene.AllLevers })
        {
            var scope = RailScene.Line(3, tracks).Trains("intercity", 1, "ab", "bc", "cd").Trains("sprinter", 1, "ab", "bc")
                .Trains("freight", 1, "ab", "bc", "cd").Scope(levers, hours: 12);
            var (once, twice) = (new List<MilitaryStay>(), new List<MilitaryStay>());
            var last = 0.0;
            for (var k = 0; k < 4; k++)
            {
                once.AddRange(scope.Military($"M-{k}", 7200 + (5000 * k), 700, true, "ab", "bc", "cd"));
                twice.AddRange(scope.Military($"M-{k}", 7200 + (5000 * k), 700, true, "ab", "bc", "cd"));
                twice.AddRange(scope.Military($"N-{k}", 7900 + (5000 * k), 700, true, "ab", "bc", "cd"));
                var (less, more) = (scope.Assess([.. once]), scope.Assess([.. twice]));
                foreach (var metric in new[] { RailMetrics.TrainMinutes, RailMetrics.PassengerMinutes })
                    Assert.True(more.Change(metric) >= less.Change(metric), $"{levers} {k} {metric}");
                Assert.True(less.Change(RailMetrics.TrainMinutes) >= last);
                last = less.Change(RailMetrics.TrainMinutes);
            }

            Assert.True(last > 0);
        }
    }

    [Fact]
    public void A_second_track_is_never_worse()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (single, twin, four) = (Loss(seed, 1), Loss(seed, 2), Loss(seed, 4));
            Assert.True(twin <= single, $"seed {seed}: {twin} on two tracks, {single} on one");
            Assert.True(four <= twin, $"seed {seed}: {four} on four tracks, {twin} on two");
        }

        static double Loss(int seed, int tracks)
        {
            var random = new Random(seed);
            var scope = Scene(random, tracks).Scope(RailScene.AllLevers, hours: 8);
            return scope.Assess(Military(scope, random, 4, 1)).Change(RailMetrics.TrainMinutes);
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        var first = Text();
        Assert.Equal(first, Text());

        static string Text()
        {
            var random = new Random(7);
            var scope = Scene(random, 1).Scope(RailScene.AllLevers, hours: 8, rules: RailScene.Rules with { Patterns = 4 });
            return System.Text.Json.JsonSerializer.Serialize(scope.Assess(Military(scope, random, 6, 1)));
        }
    }

    private static TestScenes.SceneBuilder Scene(Random random, int tracks) =>
        RailScene.Line(3, tracks).Trains("intercity", random.Next(0, 9) / 8.0, "ab", "bc", "cd")
            .Trains("sprinter", random.Next(0, 9) / 8.0, "ab", "bc").Trains("sprinter", random.Next(0, 5) / 8.0, "cd")
            .Trains("freight", random.Next(0, 9) / 8.0, "bc", "cd").Trains("freight", random.Next(0, 9) / 8.0, "ab");

    /// <summary>Military trains one way, far enough apart not to meet.</summary>
    private static IReadOnlyList<MilitaryStay> Military(RailScope scope, Random random, int trains, int every) =>
    [
        .. Enumerable.Range(0, trains).SelectMany(k =>
            scope.Military(
                $"M-{k}", 3600 + (k * every * 3600) + random.Next(0, 2400), 600 + (100 * random.Next(0, 3)), true, "ab", "bc", "cd")),
    ];

    private static bool AreApart(TrackStay a, TrackStay b)
    {
        if (a.Category < 0 && b.Category < 0) return true;
        if (a.Forward != b.Forward) return a.Leave + a.Pass + 60 <= b.Enter || b.Leave + b.Pass + 60 <= a.Enter;
        return Ahead(a, b) || Ahead(b, a);

        static bool Ahead(TrackStay a, TrackStay b) =>
            a.Enter + a.Pass + 120 <= b.Enter && a.Leave + a.Pass + 120 <= b.Leave;
    }
}
