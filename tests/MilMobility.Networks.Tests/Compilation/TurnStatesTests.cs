using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.TestScenes;

namespace MilMobility.Networks.Tests.Compilation;

/// <summary>The states that turns make of nodes, written out for a junction of three links.</summary>
public sealed class TurnStatesTests
{
    //   a --ax-- x --xb-- b      nodes a, x, b, c are 0 to 3; arcs ax 0/1, xb 2/3, xc 4/5; even ones lead away from a
    //            |
    //            xc
    //            |
    //            c
    private static SceneBuilder Junction() => new SceneBuilder()
        .Node("a", TransportMode.Rail, "yard", 0, 0)
        .Node("x", TransportMode.Rail, "junction", 1000, 0)
        .Node("b", TransportMode.Rail, "yard", 2000, 0)
        .Node("c", TransportMode.Rail, "yard", 1000, -1000)
        .Link("ax", "a", "x")
        .Link("xb", "x", "b")
        .Link("xc", "x", "c");

    [Fact]
    public void Without_turns_a_state_is_a_node()
    {
        var network = Junction().Compile();
        var turns = network.Turns;
        Assert.Equal([0, 1, 2, 3], turns.Node);
        Assert.Equal([1, 0, 2, 1, 3, 1], turns.ArcState);
        Assert.Equal(network.OutStart, turns.OutStart);
        Assert.Equal(network.OutArcs, turns.OutArcs);
        Assert.Equal(network.InStart, turns.InStart);
        Assert.Equal(network.InArcs, turns.InArcs);
        Assert.Empty(turns.FromStates);
        Assert.Empty(turns.Reversals);
    }

    [Fact]
    public void Arrivals_that_leave_the_same_open_share_a_state_and_each_stay_makes_one_more()
    {
        // From b or c the line leads to a; between them, and back onto itself, a train reverses in 10 min. From a it may not turn back.
        var turns = Junction()
            .Turn("x", "ax", "ax").Turn("x", "xb", "xc", 10).Turn("x", "xb", "xb", 10).Turn("x", "xc", "xc", 10)
            .Compile().Turns;
        // State 4: from a. State 5: from b or c. State 6: the same after reversing.
        Assert.Equal([0, 1, 2, 3, 1, 1, 1], turns.Node);
        Assert.Equal([4, 0, 2, 5, 3, 5], turns.ArcState);
        Assert.Equal([2, 4], OutOf(turns, 4));
        Assert.Equal([1], OutOf(turns, 5));
        Assert.Equal([2, 4], OutOf(turns, 6));
        Assert.Equal([1, 2, 4], OutOf(turns, 1));
        Assert.Equal([-1, -1, -1, -1, -1, -1, 5], turns.ReversedFrom);
        Assert.Equal([0, 0, 0, 0, 0, 0, 600], turns.ReversalSeconds);
        Assert.Equal([6], turns.Reversals[turns.ReversalStart[5]..turns.ReversalStart[6]]);
        Assert.Equal([0, 0, 0, 0, 0], turns.ReversalStart[..5]);
        Assert.Equal([4, 4, 7, 7, 7], turns.NodeStart);
        Assert.Equal([3, 5], turns.InArcs[turns.InStart[5]..turns.InStart[6]]);
        Assert.Equal([4, 6], turns.FromStates[turns.FromStart[2]..turns.FromStart[3]]);
        Assert.Equal([5], turns.FromStates[turns.FromStart[1]..turns.FromStart[2]]);
    }

    [Fact]
    public void Stays_that_differ_are_states_that_differ()
    {
        var turns = Junction().Turn("x", "ax", "xb", 10).Turn("x", "xc", "ax", 20).Compile().Turns;
        // From a: back to a is free, to b after 10 min (state 5), to c after 20 (state 6).
        Assert.Equal(4, turns.ArcState[0]);
        Assert.Equal([1], OutOf(turns, 4));
        Assert.Equal((600, 1200), (turns.ReversalSeconds[5], turns.ReversalSeconds[6]));
        Assert.Equal([2], OutOf(turns, 5));
        Assert.Equal([4], OutOf(turns, 6));
        // The rows hold in both senses.
        Assert.Equal([2, 4], OutOf(turns, turns.ArcState[3]));
        Assert.Equal([2, 4], OutOf(turns, turns.ArcState[5]));
        Assert.Equal((600, 1200), (turns.ReversalSeconds[turns.ArcState[3] + 1], turns.ReversalSeconds[turns.ArcState[5] + 1]));
    }

    private static int[] OutOf(TurnStates turns, int state) => turns.OutArcs[turns.OutStart[state]..turns.OutStart[state + 1]];
}
