using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

/// <summary>Sections and turns on track layouts small enough to see what a train can do.</summary>
public sealed class SectionGraphTests
{
    // a ====A====+====B==== b      the switch at + is trailing from B and C: no train turns from b to c there
    //             \===C==== c
    private static (TrackScene Scene, int A, int B, int C) Fork(double stemM)
    {
        var scene = new TrackScene();
        var stem = scene.Track(0, 0, stemM, 0);
        var straight = scene.Track(stemM, 0, stemM + 3_000, 0);
        var branch = scene.Track(stemM, 0, stemM + 2_400, 1_800);
        scene.EndToStart(stem, straight).EndToStart(stem, branch);
        return (scene, scene.Node((stem, 100)), scene.Node((straight, 2_900)), scene.Node((branch, 2_900)));
    }

    [Fact]
    public void A_train_cannot_go_from_one_branch_of_a_fork_to_the_other()
    {
        var (scene, a, b, c) = Fork(stemM: 1_000);
        var graph = scene.Graph();
        // 900 m of stem and 2,900 m of branch.
        Assert.Equal([(a, b, 3_800.0), (a, c, 3_800.0)], graph.Sections.Select(s => (s.From, s.To, Math.Round(s.LengthM))));
        Assert.DoesNotContain(graph.Sections, s => (s.From, s.To) == (b, c));
    }

    [Fact]
    public void Two_sections_that_leave_a_node_on_one_side_are_joined_by_a_reversal_only()
    {
        var (scene, a, _, _) = Fork(stemM: 1_000);
        var graph = scene.Graph();
        var ends = graph.EndsAt[a];
        Assert.Equal(2, ends.Count);
        Assert.Equal(TurnKind.Reversal, graph.Turn(ends[0], ends[1]));
        Assert.Equal(TurnKind.Reversal, graph.Turn(ends[0], ends[0]));
    }

    [Fact]
    public void Where_lines_part_on_the_open_line_there_is_a_node_of_three_sections()
    {
        var (scene, a, b, c) = Fork(stemM: 5_000);
        var nodes = scene.Nodes.ToList();
        var junction = Assert.Single(LineJunctions.Of(scene.Graph(), nodes, scene.Named, new TrackGrid(scene.Model)));
        // 30 m before the switch at 5,000 m, on the stem.
        Assert.Equal(4_970, junction.Point.X, 0.5);
        Assert.Equal("Aansl. Oost - West", junction.Name);
        nodes.Add(junction);
        var graph = SectionGraph.Of(scene.Model, nodes, CancellationToken.None);
        var byOther = graph.EndsAt[3].ToDictionary(end => graph.NodeOf(end ^ 1));
        Assert.Equal([a, b, c], byOther.Keys.Order());
        Assert.Equal(3, graph.Sections.Count);
        Assert.Equal(TurnKind.Through, graph.Turn(byOther[a], byOther[b]));
        Assert.Equal(TurnKind.Through, graph.Turn(byOther[c], byOther[a]));
        Assert.Equal(TurnKind.Reversal, graph.Turn(byOther[b], byOther[c]));
        Assert.Empty(LineJunctions.Of(graph, nodes, scene.Named, new TrackGrid(scene.Model)));
    }

    [Fact]
    public void Lines_that_part_close_to_a_node_part_at_that_node()
    {
        var (scene, _, _, _) = Fork(stemM: 1_000);
        Assert.Empty(LineJunctions.Of(scene.Graph(), scene.Nodes, scene.Named, new TrackGrid(scene.Model)));
    }

    // a ==A==+==B==n==+==D== d     a node that cuts B only: S passes it by in nearly the same length
    //         \==S===/
    [Fact]
    public void A_siding_that_only_passes_a_node_by_is_no_section_of_its_own()
    {
        var scene = new TrackScene();
        var first = scene.Track(0, 0, 1_000, 0);
        var main = scene.Track(1_000, 0, 2_000, 0);
        var siding = scene.Track(1_000, 0, 2_000, 10);
        var last = scene.Track(2_000, 0, 3_000, 0);
        scene.EndToStart(first, main).EndToStart(first, siding).EndToStart(main, last).EndToStart(siding, last);
        var (a, n, d) = (scene.Node((first, 500)), scene.Node((main, 500)), scene.Node((last, 500)));
        var graph = scene.Graph();
        Assert.Equal([(a, n), (a, d), (n, d)], graph.Sections.Select(s => (s.From, s.To)));
        var filtered = BypassFilter.Filtered(graph);
        Assert.Equal([(a, n), (n, d)], filtered.Sections.Select(s => (s.From, s.To)));
        Assert.Equal(TurnKind.Through, filtered.Turn(filtered.EndsAt[n][0], filtered.EndsAt[n][1]));
    }

    // a ==A== n ==B== b      the node cuts both, but no switch joins them: two lines side by side
    // c ==C== n ==D== d
    [Fact]
    public void Lines_side_by_side_at_a_node_without_a_switch_have_no_turn_between_them()
    {
        var scene = new TrackScene();
        var (one, other) = (scene.Track(0, 0, 4_000, 0), scene.Track(0, 10, 4_000, 10));
        var (a, b) = (scene.Node((one, 100)), scene.Node((one, 3_900)));
        var (c, d) = (scene.Node((other, 100)), scene.Node((other, 3_900)));
        var n = scene.Node((one, 2_000), (other, 2_000));
        var graph = scene.Graph();
        var end = graph.EndsAt[n].ToDictionary(e => graph.NodeOf(e ^ 1));
        Assert.Equal(TurnKind.Through, graph.Turn(end[a], end[b]));
        Assert.Equal(TurnKind.Through, graph.Turn(end[c], end[d]));
        Assert.Equal(TurnKind.None, graph.Turn(end[a], end[d]));
        Assert.Equal(TurnKind.None, graph.Turn(end[a], end[c]));
    }
}
