using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Generation;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Planning;
using MilMobility.Convoys.Search;
using MilMobility.Convoys.Solutions;

namespace MilMobility.Convoys.Tests.Planning;

/// <summary>The draft against every walk that the checker accepts, and the rules one by one with times worked out by hand.</summary>
public sealed class ConvoyDraftTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200)]
    public void An_insertion_is_the_earliest_journey_that_the_checker_accepts(int firstSeed)
    {
        for (var seed = firstSeed; seed < firstSeed + 60; seed++)
        {
            var instance = TinyInstances.Random(seed);
            var draft = new ConvoyDraft(new ConvoyColumns(instance), loopLabelsMax: 100_000);
            var placed = new List<ConvoyJourney>();
            for (var k = 0; k < instance.ConvoyCount; k++)
            {
                var best = TinyInstances.Walks(instance, k).Where(walk => Accepted(instance, [.. placed, Said(instance, k, walk)]))
                    .Select(walk => (int?)walk.Arrival).Min();
                var moved = draft.Insert(k, CancellationToken.None);

                Assert.True(moved == best is not null, $"seed {seed}, convoy {k}: moved {moved}, earliest arrival {best}");
                if (draft[k] is not ConvoyColumn column) continue;
                Assert.True(column.Way.Arrival == best, $"seed {seed}, convoy {k}: arrives {column.Way.Arrival}; could at {best}");
                placed.Add(Said(instance, k, column.Way));
                Assert.True(Accepted(instance, placed), $"seed {seed}: the draft broke a rule with convoy {k}");
            }
        }
    }

    [Fact]
    public void A_column_goes_in_exactly_when_the_checker_accepts_it_beside_the_others()
    {
        var tried = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var instance = TinyInstances.Random(seed, horizon: 13, convoys: 2);
            var problem = new ConvoyColumns(instance);
            var draft = new ConvoyDraft(problem);
            if (!draft.Insert(0, CancellationToken.None)) continue;
            var first = Said(instance, 0, ((ConvoyColumn)draft[0]!).Way);
            foreach (var walk in TinyInstances.Walks(instance, 1))
            {
                var accepted = Accepted(instance, [first, Said(instance, 1, walk)]);
                var before = draft.Objective;
                Assert.Equal(accepted, draft.TryAdd(1, problem.ColumnOf(problem.CommodityOf(1), walk)));
                if (accepted) Assert.NotNull(draft.Remove(1));
                Assert.Equal(before, draft.Objective);
                tried++;
            }
        }

        Assert.True(tried > 1000, $"only {tried} walks");
    }

    // All on the line 0 --10-- 1 --10-- 2, unless stated. The first convoy goes at once.
    [Theory]
    [InlineData(0, 2, 4, 0, 2, 4, 4)] // follows: the origin is its own, but node 0 is busy over [0, 4)
    [InlineData(0, 2, 4, 2, 0, 4, 24)] // opposite: node 2 is busy over [20, 24), and nothing is free before the first has passed
    [InlineData(0, 1, 4, 1, 2, 4, 0)] // ahead of it: node 1 is left at 4, the first is there at 10
    [InlineData(0, 1, 4, 2, 1, 4, 4)] // same destination: [10, 14), then [14, 18)
    [InlineData(1, 2, 4, 0, 1, 4, 0)] // behind it: node 1 is left at 4, reached at 10
    [InlineData(1, 2, 15, 0, 1, 4, 5)] // behind a long one: node 1 is busy over [0, 15), reached at 10 + 5
    public void Departures_behind_another_convoy_are_those_worked_out_by_hand(
        int from, int to, int pass, int otherFrom, int otherTo, int otherPass, int departure)
    {
        var draft = new ConvoyDraft(new ConvoyColumns(new(
            "line", 3, 200, [new(0, 1, 10), new(1, 2, 10)],
            [new("first", from, to, 0, null, pass), new("other", otherFrom, otherTo, 0, null, otherPass)])));

        Assert.True(draft.Insert(0, CancellationToken.None));
        Assert.Equal(0, ((ConvoyColumn)draft[0]!).Way.Departure);
        Assert.True(draft.Insert(1, CancellationToken.None));
        Assert.Equal(departure, ((ConvoyColumn)draft[1]!).Way.Departure);
    }

    [Fact]
    public void A_convoy_may_stand_at_its_origin_while_others_pass_it()
    {
        // b waits at node 1 until 30 while a passes there over [10, 14).
        var draft = new ConvoyDraft(new ConvoyColumns(new(
            "line", 3, 200, [new(0, 1, 10), new(1, 2, 10)], [new("a", 0, 2, 0, null, 4), new("b", 1, 0, 30, null, 4)])));
        Assert.True(draft.Insert(1, CancellationToken.None));
        Assert.True(draft.Insert(0, CancellationToken.None));

        Assert.Equal(0, ((ConvoyColumn)draft[0]!).Way.Departure);
    }

    [Fact]
    public void A_convoy_goes_round_where_that_is_sooner_than_waiting()
    {
        // Square 0-1-2-3, 10 s a side. a holds node 1 over [0, 60); b from 0 to 2 goes by 3 and is in at 20 + 4.
        var draft = new ConvoyDraft(new ConvoyColumns(new(
            "square", 5, 300, [new(0, 1, 10), new(1, 2, 10), new(2, 3, 10), new(3, 0, 10), new(1, 4, 10)],
            [new("a", 1, 4, 0, null, 60), new("b", 0, 2, 0, null, 4)])));
        Assert.True(draft.Insert(0, CancellationToken.None));
        Assert.True(draft.Insert(1, CancellationToken.None));

        Assert.Equal([0, 3, 2], ((ConvoyColumn)draft[1]!).Path);
        Assert.Equal(20, ((ConvoyColumn)draft[1]!).Way.Arrival);
    }

    [Fact]
    public void A_convoy_whose_due_time_cannot_be_met_stays_and_costs_its_unmoved_price()
    {
        var problem = new ConvoyColumns(new("edge", 2, 100, [new(0, 1, 10)], [new("a", 0, 1, 0, 12, 3)]));
        var draft = new ConvoyDraft(problem);

        Assert.False(draft.Insert(0, CancellationToken.None));
        Assert.Equal(problem.UnmovedCost(0), draft.Objective);
    }

    [Theory]
    [InlineData("planar", 40, 15)]
    [InlineData("hard", 80, 9)]
    public void An_insertion_with_a_limit_is_the_one_without_wherever_that_costs_less(string family, int nodes, int convoys)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var problem = new ConvoyColumns(ConvoyFamilies.Make(new(family, nodes, convoys, null, null, null, seed)));
            var draft = new ConvoyDraft(problem);
            for (var k = 0; k < draft.SerialCount; k++)
            {
                if (!draft.Insert(k, CancellationToken.None)) continue;
                var free = draft.Remove(k)!;

                Assert.False(draft.Insert(k, 0, CancellationToken.None));
                Assert.False(draft.Insert(k, free.Cost, CancellationToken.None));
                Assert.Null(draft[k]);
                Assert.True(draft.Insert(k, free.Cost + 1, CancellationToken.None));
                Assert.Equal(free.Cost, draft[k]!.Cost);
            }
        }
    }

    internal static ConvoyJourney Said(ConvoyInstance instance, int convoy, Journey way) =>
        new(instance.ConvoyIds[convoy], way.Nodes, way.HeadSeconds);

    private static bool Accepted(ConvoyInstance instance, IReadOnlyList<ConvoyJourney> journeys) =>
        !ConvoyChecker.Check(instance, new ConvoySolution("", 0, 0, journeys)).Violations.Any(v => v.Rule != ConvoyRule.Objective);
}
