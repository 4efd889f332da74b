using MilMobility.Civil.WaterAssessment;

namespace MilMobility.Civil.Tests;

/// <summary>
/// Locks by the clock. Times in seconds; the lock of most tests has one chamber and a cycle of an hour, so that this direction's
/// lockages begin at 3,600, 7,200, ...
/// </summary>
public sealed class LockQueueTests
{
    private const double Cycle = 3600;
    private const double End = 100 * Cycle;

    [Fact]
    public void Each_direction_has_a_lockage_per_cycle_and_a_further_chamber_moves_none()
    {
        Assert.Equal([0, 3600, 7200], Times(1, direction: 0));
        Assert.Equal([1800, 5400, 9000], Times(1, direction: 1));
        Assert.Equal([0, 1800, 3600, 5400, 7200, 9000], Times(2, direction: 0));
        // A third at a quarter of the cycle.
        Assert.Equal([0, 900, 1800, 3600, 4500, 5400, 7200, 8100, 9000], Times(3, direction: 0));

        static double[] Times(int chambers, int direction) =>
            [.. new LockChambers(Cycle, chambers, _ => 0).Lockages(direction, 0, 3 * Cycle).Select(l => l.StartSeconds)];
    }

    [Fact]
    public void An_outage_takes_the_last_chambers_for_its_time()
    {
        var chambers = new LockChambers(Cycle, 2, start => start is >= 1000 and < 6000 ? 1 : 0);
        Assert.Equal(
            [new Lockage(0, 0), new Lockage(3600, 0), new Lockage(7200, 0), new Lockage(9000, 1)], chambers.Lockages(0, 0, 3 * Cycle));
    }

    /// <remarks>
    /// One barge an hour, half an hour before its lockage, room for two. A military vessel takes the first lockage alone: the first
    /// barge goes an hour later beside the second, nobody else notices.
    /// </remarks>
    [Fact]
    public void A_vessel_that_takes_a_lockage_costs_the_one_behind_it_a_cycle()
    {
        var barges = Every(Cycle, from: 1800, count: 6, share: 0.5);
        Assert.Equal([3600, 7200, 10_800, 14_400, 18_000, 21_600], Starts(barges));
        Assert.Equal(
            [7200, 7200, 10_800, 14_400, 18_000, 21_600], Starts(barges, new LockVessel(3000, [1], HasPriority: true)));
    }

    /// <remarks>Now it comes 20 minutes after the first barge: that one goes first, and the second finds the lockage taken.</remarks>
    [Fact]
    public void Without_priority_it_waits_its_turn()
    {
        var barges = Every(Cycle, from: 1800, count: 6, share: 0.5);
        Assert.Equal([3600, 10_800, 10_800, 14_400, 18_000, 21_600], Starts(barges, new LockVessel(3000, [1])));
    }

    /// <remarks>Room for one and one an hour: the lockage lost is never made good, and every later barge waits a cycle more.</remarks>
    [Fact]
    public void At_capacity_every_later_vessel_waits_a_cycle_more()
    {
        var barges = Every(Cycle, from: 1800, count: 6, share: 1);
        var before = Starts(barges);
        var after = Starts(barges, new LockVessel(3000, [1], HasPriority: true));
        Assert.Equal(6 * Cycle, after.Sum() - before.Sum());
        Assert.All(before.Zip(after), pair => Assert.Equal(Cycle, pair.Second - pair.First));
    }

    /// <remarks>
    /// Room for two and one every 40 minutes (I/C 0.75), at 20, 60, 100, 140, 180, 220, 260, 300 min. By the hour they go as
    /// {20, 60} {100} {140, 180} {220} {260, 300}; with the first lockage taken as {} {20, 60} {100, 140} {180, 220} {260, 300}: four
    /// wait an hour more, and then the queue is gone.
    /// </remarks>
    [Fact]
    public void Below_capacity_the_queue_clears()
    {
        var barges = Every(2400, from: 1200, count: 8, share: 0.5);
        Assert.Equal([3600, 3600, 7200, 10_800, 10_800, 14_400, 18_000, 18_000], Starts(barges));
        Assert.Equal(
            [7200, 7200, 10_800, 10_800, 14_400, 14_400, 18_000, 18_000],
            Starts(barges, new LockVessel(3000, [1], HasPriority: true)));
    }

    [Fact]
    public void Vessels_are_not_split_and_nobody_slips_past_one_that_finds_no_room()
    {
        LockVessel[] vessels = [new(10, [0.6]), new(11, [0.5]), new(12, [0.3])];
        Assert.Equal([3600, 7200, 7200], Starts(vessels));
    }

    [Fact]
    public void A_chamber_that_never_takes_a_vessel_passes_it_over()
    {
        // The second chamber, at the half hours, takes the small one only.
        var lockages = new LockChambers(Cycle, 2, _ => 0).Lockages(0, 0, End);
        LockVessel[] vessels = [new(100, [1, 0]), new(200, [0.1, 0.2])];
        Assert.Equal([3600, 1800], LockQueue.Starts(lockages, vessels, End));
    }

    [Fact]
    public void Vessels_lie_in_rows_and_columns()
    {
        // 330 x 24 m: three rows of 110 m, two abreast; 270 x 24: two rows, with room behind them; 190 x 16: one; 100 x 24: none.
        (double, double)[] chambers = [(330, 24), (270, 24), (190, 16), (100, 24)];
        var shares = LockQueue.Shares(chambers, 110, 11.4);
        Assert.Equal([1 / 6.0, 110 / 540.0, 110 / 190.0, 0], shares);
        Assert.Equal([6, 4, 1], shares.Take(3).Select(s => (int)((1 + 1e-9) / s)));
        // 285 m is two and a half rows, and half a vessel does not enter.
        Assert.Equal(4, (int)(1 / LockQueue.Shares([(285, 24)], 110, 11.4)[0]));
        Assert.Equal([1, 1, 1, 0], LockQueue.Shares(chambers, 110, 11.4, alone: true));
    }

    [Fact]
    public void Vessels_still_waiting_at_the_end_have_waited_until_then()
    {
        var lockages = new LockChambers(Cycle, 1, _ => 0).Lockages(0, 1, 2 * Cycle);
        Assert.Equal([3600, 7200], LockQueue.Starts(lockages, [new(0, [1]), new(10, [1])], 2 * Cycle));
    }

    /// <remarks>Random locks and vessels, 300 of them: what may only make it worse never makes any civil vessel's wait shorter.</remarks>
    [Fact]
    public void More_military_vessels_never_help_and_another_chamber_never_harms()
    {
        var random = new Random(20261122);
        for (var trial = 0; trial < 300; trial++)
        {
            var chambers = random.Next(1, 4);
            var shares = Enumerable.Range(0, chambers + 1).Select(_ => 1.0 / random.Next(1, 7)).ToArray();
            var barges = Sorted(random, random.Next(1, 40), _ => new LockVessel(random.Next(0, 40_000), shares));
            var priority = random.Next(2) == 0;
            var first = Military(priority, random.Next(1, 5));
            var second = Military(priority, random.Next(1, 5));
            var none = At(chambers, barges, []);
            var one = At(chambers, barges, first);
            var both = At(chambers, barges, [.. first, .. second]);
            var wider = At(chambers + 1, barges, [.. first, .. second]);
            for (var i = 0; i < barges.Count; i++)
            {
                Assert.True(none[i] <= one[i], $"trial {trial}");
                Assert.True(one[i] <= both[i], $"trial {trial}");
                Assert.True(wider[i] <= both[i], $"trial {trial}");
            }
        }

        List<LockVessel> Military(bool priority, int count) => Sorted(
            random, count, _ => new LockVessel(random.Next(0, 40_000), [.. Enumerable.Range(0, 4).Select(_ => 1.0 / random.Next(1, 4))],
                priority));
    }

    private static List<LockVessel> Sorted(Random random, int count, Func<Random, LockVessel> make) =>
        [.. Enumerable.Range(0, count).Select(_ => make(random)).OrderBy(v => v.ArriveSeconds)];

    /// <summary>Starts of the barges among military vessels.</summary>
    private static double[] At(int chambers, List<LockVessel> barges, List<LockVessel> military)
    {
        var all = barges.Concat(military).OrderBy(v => v.ArriveSeconds).ToList();
        var starts = LockQueue.Starts(new LockChambers(Cycle, chambers, _ => 0).Lockages(0, 0, End), all, End);
        return [.. barges.Select(b => starts[all.FindIndex(v => ReferenceEquals(v, b))])];
    }

    private static LockVessel[] Every(double seconds, double from, int count, double share) =>
        [.. Enumerable.Range(0, count).Select(i => new LockVessel(from + (i * seconds), [share]))];

    private static double[] Starts(LockVessel[] barges, params LockVessel[] military) => At(1, [.. barges], [.. military]);
}
