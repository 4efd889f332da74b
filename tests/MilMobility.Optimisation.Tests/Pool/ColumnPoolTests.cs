using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Pool;

public sealed class ColumnPoolTests
{
    private readonly ToyMachines _toy = new([new ToyJob(0, 2, 1, 100), new ToyJob(0, 2, 1, 100, Count: 2)], 1, 1, 20);

    [Fact]
    public void Equal_journeys_are_kept_once()
    {
        var pool = new ColumnPool(_toy, 5);
        Assert.True(pool.Add(_toy.ColumnOf(0, 0, 3)));
        Assert.False(pool.Add(_toy.ColumnOf(0, 0, 3)));
        Assert.True(pool.Add(_toy.ColumnOf(1, 0, 3)));
        Assert.Equal(2, pool.Count);
    }

    [Fact]
    public void The_cheapest_are_kept_in_order_and_a_commodity_has_room_for_each_serial()
    {
        var pool = new ColumnPool(_toy, 2);
        for (var start = 9; start >= 0; start--)
        {
            pool.Add(_toy.ColumnOf(0, 0, start));
            pool.Add(_toy.ColumnOf(1, 0, start));
        }

        Assert.Equal([0, 1], pool.Of(0).Cast<ToyColumn>().Select(c => c.Start));
        Assert.Equal([0, 1, 2, 3], pool.Of(1).Cast<ToyColumn>().Select(c => c.Start));
        Assert.False(pool.Add(_toy.ColumnOf(0, 0, 5)));
    }

    [Fact]
    public void A_better_rank_moves_a_column_up_and_what_was_dropped_may_come_back()
    {
        var pool = new ColumnPool(_toy, 2);
        pool.Add(_toy.ColumnOf(0, 0, 1));
        pool.Add(_toy.ColumnOf(0, 0, 2));
        Assert.False(pool.Add(_toy.ColumnOf(0, 0, 2), rank: 0));
        Assert.Equal([2, 1], pool.Of(0).Cast<ToyColumn>().Select(c => c.Start));
        Assert.False(pool.Add(_toy.ColumnOf(0, 0, 7)));
        Assert.True(pool.Add(_toy.ColumnOf(0, 0, 7), rank: 1));
        Assert.Equal([2, 7], pool.Of(0).Cast<ToyColumn>().Select(c => c.Start));
    }
}
