using MilMobility.Routing.Reservations;

namespace MilMobility.Routing.Tests;

/// <summary>
/// Rule 6 against its text: at every second of each lockage, those in progress are at most the chambers that take its vessel.
/// </summary>
public sealed class LockTests
{
    private const int Seconds = 60;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Fact]
    public void A_small_vessel_waits_where_it_would_leave_no_chamber_to_a_large_one()
    {
        var ledger = Ledger();
        Assert.Equal(-1, ledger.TryAdd([Lockage(0, 10, chambers: 1)]));
        Assert.Equal(0, ledger.TryAdd([Lockage(9, 10, chambers: 2)]));
        Assert.Equal(-1, ledger.TryAdd([Lockage(10, 10, chambers: 2)]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_ledger_takes_a_lockage_when_every_vessel_keeps_its_chambers(int seed)
    {
        var random = new Random(seed);
        var ledger = Ledger();
        var taken = new List<ResourceUse>();
        for (var i = 0; i < 12; i++)
        {
            var use = Lockage(random.Next(40), 5 + random.Next(10), 1 + random.Next(2));
            var fits = Keeps([.. taken, use]);
            Assert.Equal(fits ? -1 : 0, ledger.TryAdd([use]));
            if (fits) taken.Add(use);
        }

        // What is in the ledger goes back in in any order.
        ledger.Remove(taken);
        foreach (var use in taken.OrderBy(_ => random.Next())) Assert.Equal(-1, ledger.TryAdd([use]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_next_start_is_the_first_that_keeps_the_rule_and_stays_so_up_to_the_last(int seed)
    {
        var random = new Random(seed);
        var lockages = new LockTimeline();
        var taken = new List<ResourceUse>();
        for (var i = 0; i < 12; i++)
        {
            var use = Lockage(random.Next(40), 5 + random.Next(10), 1 + random.Next(3));
            if (!Keeps([.. taken, use])) continue;
            taken.Add(use);
            lockages.Add(use.From, use.To, use.Amount, 1);
        }

        for (var chambers = 1; chambers <= 3; chambers++)
        {
            for (var time = 0; time < Seconds; time++)
            {
                bool FitsAt(int start) => Keeps([.. taken, Lockage(start, 6, chambers)]);
                var first = Enumerable.Range(time, 2 * Seconds).First(FitsAt);
                var end = Enumerable.Range(first, 2 * Seconds).TakeWhile(FitsAt).Last();
                var (start, last) = lockages.NextStart(time, 6, chambers);
                Assert.Equal(first, start);
                Assert.InRange(last, start, end == first + (2 * Seconds) - 1 ? int.MaxValue : end);
            }
        }
    }

    private static ReservationLedger Ledger()
    {
        var scene = TollScene.Of(new Random(1));
        return new ReservationLedger(scene.Network, scene.Rules, scene.Prices);
    }

    private static ResourceUse Lockage(int from, int seconds, int chambers) =>
        new(UseKind.Lock, 0, from, from + seconds, chambers);

    private static bool Keeps(IReadOnlyList<ResourceUse> lockages) => lockages.All(own => Enumerable
        .Range(own.From, own.To - own.From)
        .All(second => lockages.Count(other => other.From <= second && second < other.To) <= own.Amount));
}
