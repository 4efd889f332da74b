using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>Civil vessels at the locks of a network, without and with military ones.</summary>
public sealed class LockAccountTests
{
    private static readonly LocalClock Monday = new(new DateTimeOffset(2026, 1, 12, 0, 0, 0, TimeSpan.Zero), [(0, 0)]);

    private static readonly WaterParameters Parameters = new()
    {
        Barges = [.. Enumerable.Range(0, 7).Select(_ => new BargeType(110, 11.4, 1.8, 3.5))],
        RecreationLengthMetres = 12,
        RecreationBeamMetres = 4,
        MilitaryShares = true,
        NormMinutes = 30,
        Quality = "assumed",
    };

    [Fact]
    public void Arrivals_are_spread_evenly_and_carry_fractions_over_the_hours()
    {
        Assert.Equal([900, 2700, 4500, 6300], LockTraffic.Arrivals(_ => 2, 0, 2));
        // Half a vessel an hour: one at the end of the first hour, the next two hours later.
        Assert.Equal([3600, 10_800], LockTraffic.Arrivals(_ => 0.5, 0, 4));
        Assert.Empty(LockTraffic.Arrivals(_ => 0, 0, 4));
    }

    /// <remarks>
    /// A barge every two hours each way, at 1 h and 3 h; room for one; a cycle of an hour. Lockages one way on the hour (no wait), the
    /// other
    /// way on the half hour (30 min each): an hour of waiting in four hours. A military vessel the other way at 1 h takes the lockage of
    /// 1:30, so that the barge of 1 h goes at 2:30.
    /// </remarks>
    [Fact]
    public void The_wait_is_counted_in_the_hour_of_arrival()
    {
        var (waters, stations) = Lock(barges: 1, recreation: 0, chambers: (120, 1200));
        var quiet = LockAccount.Of(waters, stations, Military(), TestContext.Current.CancellationToken);
        var busy = LockAccount.Of(
            waters, stations, Military(new LockVessel(3600, [1], HasPriority: true)), TestContext.Current.CancellationToken);
        for (var hour = 0; hour < 4; hour++)
        {
            var passes = hour % 2;
            Assert.Equal(new LockHour(2 * passes, 0.5 * passes, 0.5 * passes), quiet.Of(0, LockAccount.Barge, hour));
            Assert.Equal(
                new LockHour(2 * passes, 0.5 * passes, (hour == 1 ? 1.5 : 0.5) * passes), busy.Of(0, LockAccount.Barge, hour));
        }
    }

    [Fact]
    public void Without_military_vessels_nothing_changes_at_all()
    {
        var (waters, stations) = Lock(barges: 7.3, recreation: 5.9, chambers: (260, 1600));
        var quiet = LockAccount.Of(waters, stations, Military(), TestContext.Current.CancellationToken);
        Assert.All(quiet.Cells[0], cell => Assert.Equal(cell.HoursBefore, cell.HoursAfter));
        Assert.Contains(quiet.Cells[0], cell => cell.HoursBefore > 0);
    }

    [Fact]
    public void The_usual_barge_is_of_the_largest_class_that_fits_both_fairway_and_chamber()
    {
        var types = Parameters with
        {
            Barges = [.. Enumerable.Range(1, 7).Select(rank => new BargeType(20 * rank, 2 * rank, 1, 2))],
        };
        // Class IV is 80 x 8 m: three rows in 260 m, two abreast in 16 m.
        Assert.Equal([80 / 520.0], Station(types, (260, 1600)).BargeShares);
        // In 50 x 10 m fits class II (40 x 4 m), two abreast; in 10 x 1 m none, so one vessel at a time.
        Assert.Equal([40 / 100.0], Station(types, (50, 1000)).BargeShares);
        Assert.Equal([1], Station(types, (10, 100)).BargeShares);

        static LockStation Station(WaterParameters parameters, (int, int) chamber) =>
            LockStation.Of(Scene(1, 0, [chamber], cemt: 4).Compile(), parameters, 0);
    }

    /// <remarks>
    /// The embedded network over a weekday: at the Kreekrak locks 12 vessels that take a lockage each, one way, then 24; all other locks
    /// are as they were, exactly.
    /// </remarks>
    [Fact]
    public void Of_the_national_locks_only_those_used_change_and_more_use_costs_more()
    {
        var network = NetworkCompiler.CompileBaseline(
            ((Valid<NetworkDataset>)DatasetReader.Read(ReferenceData.Network, TestContext.Current.CancellationToken)).Value);
        var parameters = Assert.IsType<Valid<AssessmentParameters>>(AssessmentParameters.From(network.Dataset)).Value.Water;
        var stations = Enumerable.Range(0, network.LockCount).Select(k => LockStation.Of(network, parameters, k)).ToList();
        var waters = new CivilWaters(network, CivilDemand.Compile(network), Monday, 24, 8);
        var kreekrak = stations.FindIndex(s => s.Node == "water-kreekraksluizen");
        var (twelve, twice) = (With(12), With(24));
        Assert.True(Change(twelve, kreekrak) > 0);
        Assert.True(Change(twice, kreekrak) >= Change(twelve, kreekrak));
        Assert.All(Enumerable.Range(0, stations.Count).Where(k => k != kreekrak), k => Assert.Equal(0, Change(twelve, k)));
        // Every lock has room for what the profiles bring in a day: nobody waits as long as a cycle and a half on average.
        Assert.All(Enumerable.Range(0, stations.Count), k =>
        {
            var barges = Enumerable.Range(0, 24).Select(h => twelve.Of(k, LockAccount.Barge, h)).ToList();
            Assert.InRange(barges.Sum(b => b.HoursBefore) / barges.Sum(b => b.Vessels), 0, 1.5 * network.LockCycleSeconds[k] / 3600);
        });

        LockAccount With(int count) => LockAccount.Of(
            waters, stations,
            new Dictionary<(int, int), List<LockVessel>>
            {
                [(kreekrak, 0)] = [.. Enumerable.Range(0, count).Select(i => new LockVessel(3600.0 * 24 * i / count, [1, 1], true))],
            },
            TestContext.Current.CancellationToken);

        static double Change(LockAccount account, int k) => account.Cells[k].Sum(c => c.HoursAfter)
            - account.Cells[k].Sum(c => c.HoursBefore);
    }

    /// <remarks>
    /// Closed for ten minutes, 2,000 of 4,000 an hour come: 333 behind time, made good at 2,000 an hour in ten minutes more;
    /// the triangle has 333 / 2 x 1/3 h. Twice as long closed, four times the delay.
    /// </remarks>
    [Fact]
    public void A_road_over_an_open_bridge_queues_and_recovers()
    {
        Assert.Equal(1000 / 18.0, BridgeOpenings.RoadHours(4000, 2000, 1 / 6.0, 8), 1e-9);
        Assert.Equal(4 * 1000 / 18.0, BridgeOpenings.RoadHours(4000, 2000, 2 / 6.0, 8), 1e-9);
        Assert.Equal(0, BridgeOpenings.RoadHours(4000, 0, 1 / 6.0, 8));
        Assert.Equal([(0, 900), (1000, 1600)], BridgeOpenings.Closures([1000, 300, 0], 600));
    }

    /// <remarks>Half-way between the empty and the full draught, half of the cargo.</remarks>
    [Fact]
    public void Cargo_falls_linearly_with_the_draught()
    {
        var barge = new BargeType(110, 11.4, 1.8, 3.5);
        Assert.Equal(0.5, barge.LoadingShare(2.65), 1e-12);
        Assert.Equal(1, barge.LoadingShare(5));
        Assert.Equal(0, barge.LoadingShare(1.2));
    }

    private static Dictionary<(int Lock, int Direction), List<LockVessel>> Military(params LockVessel[] vessels) =>
        new() { [(0, 1)] = [.. vessels] };

    private static (CivilWaters Waters, List<LockStation> Stations) Lock(double barges, double recreation, params (int, int)[] chambers)
    {
        var network = Scene(barges, recreation, chambers, cemt: 5).Compile();
        return (new CivilWaters(network, CivilDemand.Compile(network), Monday, 4, 8), [LockStation.Of(network, Parameters, 0)]);
    }

    private static SceneBuilder Scene(double barges, double recreation, (int, int)[] chambers, int cemt) => new SceneBuilder()
        .Node("a", TransportMode.Water, "port", 0, 0)
        .Node("lock", TransportMode.Water, "lock", 5000, 0)
        .Node("b", TransportMode.Water, "port", 10_000, 0)
        .Link("a-lock", "a", "lock", with: l => l with { CemtClass = cemt })
        .Link("lock-b", "lock", "b", with: l => l with { CemtClass = cemt })
        .Lock("lock", 60, chambers)
        .Civil(TransportMode.Water, "node:lock", "barge", "vessels-per-h", barges)
        .Civil(TransportMode.Water, "node:lock", "recreation", "vessels-per-h", recreation);
}
