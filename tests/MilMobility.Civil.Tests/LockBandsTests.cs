using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Civil.Pricing;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// The price of a lockage against the account of locks: one description of the lock for both, and the price bounds what the account counts
/// from below, as on roads: a bound of the plan's cost proved with the bands is one with the waiting in their place. How far: over these
/// scenes the bands are in the median 0.75 of the account for one vessel, 0.5 for two in an hour and 0.2 for three or four.
/// </summary>
public sealed class LockBandsTests
{
    /// <summary>Moments at which the first vessel comes, from 4 o'clock to 19; no whole number of them makes a cycle.</summary>
    private const int Phases = 90;
    private const int FirstSeconds = 4 * 3600;
    private const double StepSeconds = 617.3;

    /// <summary>A price is a mean over all moments: how far a mean of 90 of them may be from it, barge-hours.</summary>
    private const double Sampling = 0.03;

    private static SceneBuilder Lock(double barges, double craft, int cycleMinutes, params (int, int)[] chambers) => new SceneBuilder()
        .Node("a", TransportMode.Water, "port", 0, 0).Node("lock", TransportMode.Water, "lock", 5000, 0)
        .Node("b", TransportMode.Water, "port", 10_000, 0)
        .Link("a-lock", "a", "lock", with: l => l with { CemtClass = 5 })
        .Link("lock-b", "lock", "b", with: l => l with { CemtClass = 5 })
        .Lock("lock", cycleMinutes, chambers)
        .Civil(TransportMode.Water, "node:lock", "barge", "vessels-per-h", barges)
        .Civil(TransportMode.Water, "node:lock", "recreation", "vessels-per-h", craft);

    /// <remarks>
    /// Two chambers of two barges each and a cycle of 30 minutes: the account's lockages of a day, both ways, are those of the bands'
    /// hour, 8,
    /// times 24. Six barges an hour need 6 / 2 = 3 of them, so 5 are free and, with no floor, 3 can be displaced.
    /// </remarks>
    [Fact]
    public void Prices_and_account_read_the_same_cycle()
    {
        var input = new CivilScene(Lock(6, 0, 30, (240, 1200), (240, 1200))).Input();
        var station = Assert.Single(input.Pricing.Locks);
        Assert.Equal(8, station.LockagesPerHour);
        Assert.Equal(24 * 8, Enumerable.Range(0, 2).Sum(way => station.Chambers.Lockages(way, 0, 86_400).Count));
        Assert.Equal(3, station.LockagesFor(6, 0));
        Assert.Equal((5, 8), Widths(input, hour: 10));
    }

    /// <remarks>
    /// One chamber for one barge, a lockage each way every hour, and 0.8 barges an hour each way. A vessel that takes a lockage makes e
    /// = 0.8
    /// + 1 - 1 go an hour later, then 0.6, 0.4 and 0.2: 2 barge-hours. With room for two and 1.6 each way: 0.6 + 0.2 = 0.8; with room
    /// for three and 1.6 each way nobody is late.
    /// </remarks>
    [Fact]
    public void A_vessel_costs_what_it_displaces_from_lockage_to_lockage()
    {
        Assert.Equal(2, Loss(1.6, (120, 1200)), 1e-9);
        Assert.Equal(0.8, Loss(3.2, (240, 1200)), 1e-9);
        Assert.Equal(0, Loss(3.2, (360, 1200)));
        Assert.Equal(0, Loss(0, (120, 1200)));
        Assert.Equal(double.PositiveInfinity, Loss(2, (120, 1200)));

        static double Loss(double barges, (int, int) chamber)
        {
            var station = Assert.Single(new CivilScene(Lock(barges, 0, 60, chamber)).Input().Pricing.Locks);
            return LockLoss.BargeHours(station, barges, 0, 1.0 / station.BargeSlots);
        }
    }

    /// <remarks>
    /// Sixty locks of one to three equal chambers for one to four barges, up to 0.9 full; vessels of the plan alone and up to four in
    /// an hour,
    /// at 90 moments of the day in turn. The price is below the mean of what the account counts.
    /// </remarks>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Bands_bound_the_waiting_from_below_the_further_the_more_vessels(int seed)
    {
        var random = new Random(seed);
        var ratios = new List<(int Vessels, double Ratio)>();
        for (var trial = 0; trial < 60; trial++)
        {
            var (chambers, rows, cycle) = (1 + random.Next(3), 1 + random.Next(4), 20 + (5 * random.Next(9)));
            var fill = 0.2 + (0.7 * random.NextDouble());
            var barges = fill * rows * chambers * 120 / cycle;
            var network = Lock(barges, 0, cycle, [.. Enumerable.Repeat((120 * rows, 1200), chambers)]);
            var input = new CivilScene(network) { HorizonHours = 24 }.Input();
            var (priced, vessels) = (PricePerVessel(input), 1 + random.Next(4));
            var assessed = Mean(input, vessels);
            Assert.True(vessels * priced <= assessed + Sampling, $"{vessels} x {priced} > {assessed}: {chambers} x {rows}, {fill}");
            if (assessed > 0.05) ratios.Add((vessels, vessels * priced / assessed));
        }

        Assert.True(ratios.Count > 25, $"{ratios.Count} locks where somebody waits");
        Assert.InRange(Median(1), 0.5, 1.02);
        Assert.InRange(Median(4), 0.1, Median(1));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: bands over account, median {Median(1):0.00}, {Median(2):0.00}, {Median(3):0.00}, {Median(4):0.00}");

        double Median(int vessels) => ratios.Where(r => r.Vessels == vessels).Select(r => r.Ratio).Order()
            .ElementAt(ratios.Count(r => r.Vessels == vessels) / 2);
    }

    private static double PricePerVessel(AssessmentInput input) => Bands(input, 10)[0].DelayHoursPerUnit;

    private static CivilBand[] Bands(AssessmentInput input, int hour)
    {
        var table = input.Pricing.Table;
        return input.Pricing.BandSets[table.SetOfCell[(input.Network.ArcCount * table.HourCount) + hour]];
    }

    private static (int Free, int All) Widths(AssessmentInput input, int hour) =>
        (Bands(input, hour)[0].Width, Bands(input, hour).Sum(b => b.Width));

    /// <summary>Barge-hours more for so many vessels, spread over an hour, mean over the moments of the first.</summary>
    private static double Mean(AssessmentInput input, int vessels)
    {
        var waters = new CivilWaters(input.Network, input.Pricing.Demand, input.Scenario.Clock, 24, 8);
        var station = input.Pricing.Locks[0];
        var sum = 0.0;
        for (var phase = 0; phase < Phases; phase++)
        {
            var shares = station.MilitaryShares(110, 11.4, alone: false);
            List<LockVessel> military =
            [
                .. Enumerable.Range(0, vessels).Select(i => new LockVessel(
                    FirstSeconds + (phase * StepSeconds) + (3600.0 * i / vessels), shares, HasPriority: true)),
            ];
            var account = LockAccount.Of(
                waters, input.Pricing.Locks, new Dictionary<(int, int), List<LockVessel>> { [(0, phase % 2)] = military },
                TestContext.Current.CancellationToken);
            sum += account.Cells[0].Sum(c => c.HoursAfter - c.HoursBefore);
        }

        return sum / Phases;
    }
}
