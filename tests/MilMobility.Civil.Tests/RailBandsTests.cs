using MilMobility.Civil.Pricing;
using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.Tests;

/// <summary>The price bands against the account.</summary>
public sealed class RailBandsTests
{
    /// <remarks>
    /// Four intercities an hour, every 900 s, 600 s on the section, 10 s to pass; a military train of 60 s takes 900 s. In its way are
    /// those whose heads would enter in a window of 60 + 10 + 2 x 120 + 300 = 610 s; one comes with a chance of 610 / 900 and waits
    /// 305 s in the mean: 206.7 s. The next is 900 s behind and may follow after 130, so nobody waits for those that wait. The account
    /// over all minutes of the military train, 10 s apart, has the same.
    /// </remarks>
    [Fact]
    public void One_section_and_one_train_cost_what_the_account_finds_in_the_mean_of_its_minutes()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("intercity", 4, "ab").Scope();
        var priced = Priced(scope, 48, 0, [4, 0, 0]);

        var minutes = Enumerable.Range(0, 90)
            .Select(k => scope.Assess(new MilitaryStay("M", 0, true, 7200 + (10 * k), 8100 + (10 * k), 60)))
            .Average(a => a.Change(RailMetrics.TrainMinutes));

        Assert.Equal(610 * 610 / 1800.0 / 3600, priced, 9);
        Assert.Equal(60 * priced, minutes, 0.02 * 60 * priced);
    }

    /// <remarks>
    /// Single track, one train each way every hour, 600 s; the military train takes 900 s. Same direction: the window of 610 s of above.
    /// The other: 900 + 600 + 60 + 10 + 2 x 60 = 1690 s less the 190 that it shares with the next section: (1690^2 - 190^2) / 2 / 3600 s.
    /// Two trains an hour, 1800 s apart, could run 670 apart: the one behind waits where the first waits for more than 1130 s:
    /// 560^2 / 2 / 3600.
    /// </remarks>
    [Fact]
    public void On_single_track_trains_of_both_directions_wait()
    {
        var scope = RailScene.Line(1, tracks: 1).Trains("intercity", 1, "ab").Scope();

        Assert.Equal(((610 * 610) + (1690 * 1690) - (190 * 190) + (560 * 560)) / 7200.0 / 3600, Priced(scope, 48, 0, [1, 0, 0]), 9);
    }

    /// <remarks>Where a direction has two tracks trains pass one another, and without civil trains nobody waits.</remarks>
    [Fact]
    public void Nothing_is_priced_where_nobody_waits()
    {
        Assert.Equal(0, Priced(RailScene.Line(1, tracks: 4).Trains("intercity", 4, "ab").Scope(), 48, 0, [4, 0, 0]));
        Assert.Equal(0, Priced(RailScene.Line(1, tracks: 2).Scope(), 48, 0, [0, 0, 0]));
    }

    /// <summary>
    /// Random lines of one to four sections with trains of all categories, some of them on a part of the line only; one military train in
    /// every second hour, and twelve timetables. In the median the bands are 0.6 of the account on single track and 0.5 on double track, in
    /// every scene less than it, and a third of it at least.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Bands_bound_the_account_from_below_in_the_mean_of_its_timetables(int tracks)
    {
        var (priced, assessed) = (0.0, 0.0);
        var ratios = new List<double>();
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var scope = Scene(random, tracks, out var links);
            var speed = 50 + (10 * random.Next(5));
            var run = (int)Math.Ceiling(3.6 * 12_000 / speed);
            var military = Enumerable.Range(0, 8).SelectMany(k => links.Select((link, i) => new MilitaryStay(
                $"M-{k}", scope.Rail.OfLink(scope.Rail.Network.LinkIndex[link]), true,
                (k * 7200) + (i * run), (k * 7200) + ((i + 1) * run), 60)));
            var account = scope.Assess([.. military]).Change(RailMetrics.TrainMinutes);
            var bands = 60 * 8 * links.Sum(link => Priced(scope, speed, scope.Rail.OfLink(scope.Rail.Network.LinkIndex[link]), null));
            (priced, assessed) = (priced + bands, assessed + account);
            Assert.True(bands <= account, $"seed {seed}: {bands} priced, {account} assessed");
            ratios.Add(bands / account);
        }

        ratios.Sort();
        Assert.InRange(ratios[0], 0.3, 1);
        Assert.InRange(ratios[ratios.Count / 2], tracks == 1 ? 0.6 : 0.5, 0.7);
        Assert.InRange(priced / assessed, 0.45, 0.65);
    }

    private static RailScope Scene(Random random, int tracks, out string[] links)
    {
        var sections = 1 + random.Next(4);
        links = [.. Enumerable.Range(0, sections).Select(i => $"{(char)('a' + i)}{(char)('b' + i)}")];
        var most = tracks == 1 ? 1.0 : 4.0;
        var scene = RailScene.Line(sections, tracks, tracks == 1 ? 4 : 20).Trains("intercity", most * random.Next(1, 9) / 8, links)
            .Trains("freight", most * random.Next(0, 5) / 8, links[random.Next(sections)..]);
        foreach (var link in links) scene.Trains("sprinter", most * random.Next(0, 9) / 8, link);
        return scene.Scope(
            RailLevers.RetimeFreight | RailLevers.DivertFreight, hours: 16,
            rules: RailScene.Rules with { Patterns = 12, SpeedKmh = [100, 72, 72], LengthMetres = [250, 150, 600] });
    }

    /// <summary>Train-hours per military path in the first hour.</summary>
    private static double Priced(RailScope scope, int speedKmh, int section, double[]? trains)
    {
        var wait = new PathWait(scope.Rail, speedKmh);
        double[][] all = [.. Enumerable.Range(0, 3).Select(c => scope.Rail.Links
            .Select(l => scope.Demand.Of(2 * l, c, DayTypes.Weekday, 1)).ToArray())];
        double[] there = [.. all.Select(a => a[section])];
        if (trains is not null) Assert.Equal(trains, there);
        return wait.TrainHours(section, there, [.. all.Select(a => wait.Shares(a)[section])]).Sum();
    }
}
