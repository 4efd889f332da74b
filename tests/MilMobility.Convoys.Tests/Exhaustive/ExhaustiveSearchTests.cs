using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Tests.Exhaustive;

/// <summary>The oracle itself, on instances worked out by hand.</summary>
public sealed class ExhaustiveSearchTests
{
    private const long Never = 1_000;

    /// <summary>
    /// a --5-- b, one convoy from each end, pass 3. The first finishes at 5 + 3 = 8; the edge is then free, so the second leaves
    /// at 8 and finishes at 16: 8 + 16 = 24. (Both at once would meet.)
    /// </summary>
    [Fact]
    public void Two_convoys_on_one_edge_in_opposite_directions_take_turns()
    {
        var instance = new ConvoyInstance(
            "turns", 2, 40, [new ConvoyEdge(0, 1, 5)],
            [new Convoy("c1", 0, 1, 0, null, 3), new Convoy("c2", 1, 0, 0, null, 3)]);

        Assert.Equal(24, ExhaustiveSearch.Optimum(instance, _ => Never));
    }

    /// <summary>
    /// The same edge in one direction with pass 3 and 2: the shorter first finishes at 7, the other leaves when its tail has left, at
    /// 2, and finishes at 10: 17. The longer first: 8, then 3 + 5 + 2 = 10: 18.
    /// </summary>
    [Fact]
    public void Two_convoys_in_one_direction_follow_each_other_the_shorter_first()
    {
        var instance = new ConvoyInstance(
            "follow", 2, 40, [new ConvoyEdge(0, 1, 5)],
            [new Convoy("c1", 0, 1, 0, null, 3), new Convoy("c2", 0, 1, 0, null, 2)]);

        Assert.Equal(17, ExhaustiveSearch.Optimum(instance, _ => Never));
    }

    /// <summary>
    /// The turns of the first test with a way round of 2 + 4 = 6 for either: the second goes round and finishes at 6 + 3 = 9; but
    /// both would be at node b over [5, 8) and [0, 3): free; at node a the second arrives at 6, the first left it by 3. 8 + 9 = 17.
    /// </summary>
    [Fact]
    public void A_detour_is_taken_when_it_costs_less_than_waiting()
    {
        var instance = new ConvoyInstance(
            "detour", 3, 40, [new ConvoyEdge(0, 1, 5), new ConvoyEdge(0, 2, 2), new ConvoyEdge(2, 1, 4)],
            [new Convoy("c1", 0, 1, 0, null, 3), new Convoy("c2", 1, 0, 0, null, 3)]);

        Assert.Equal(17, ExhaustiveSearch.Optimum(instance, _ => Never));
    }

    /// <summary>A due second of 15 lets only one of the turns of the first test go second (it would finish at 16).</summary>
    [Fact]
    public void A_convoy_that_cannot_be_in_time_stays()
    {
        var instance = new ConvoyInstance(
            "due", 2, 40, [new ConvoyEdge(0, 1, 5)],
            [new Convoy("c1", 0, 1, 0, 15, 3), new Convoy("c2", 1, 0, 0, 15, 3)]);

        Assert.Equal(8 + Never, ExhaustiveSearch.Optimum(instance, _ => Never));
    }
}
