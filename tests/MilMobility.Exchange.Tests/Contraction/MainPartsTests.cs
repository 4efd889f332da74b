using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Contraction;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Tests.Contraction;

/// <summary>
///     A === b === C      two-way          F === G   a part of its own
///           |
///           v one-way, no way back
///           D
/// </summary>
public sealed class MainPartsTests
{
    [Fact]
    public void What_cannot_be_left_or_is_apart_is_left_out_and_reported()
    {
        var scene = Scene();
        var bag = new DiagnosticBag();
        var kept = MainParts.Keep(scene.Draft, bag);
        Assert.Equal(["road-a", "road-b", "road-c"], kept.Nodes.ToArray().Select(n => n.Id));
        Assert.Equal(2, kept.LinkCount);
        var finding = Assert.Single(bag.ToList());
        Assert.Equal((DraftCodes.PartsDropped, Severity.Warning), (finding.Code, finding.Severity));
        // D alone, F and G together: two parts with three nodes.
        Assert.Contains("2 part(s) with 3 nodes", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_dead_end_becomes_an_end_and_a_port_stays_one()
    {
        var scene = Scene();
        scene.Draft.SetNode(scene["C"], scene.Draft.Nodes[scene["C"]] with { Kind = "port" });
        var kinds = MainParts.Keep(scene.Draft, new DiagnosticBag()).Nodes.ToArray().Select(n => n.Kind);
        Assert.Equal(["end", "junction", "port"], kinds);
    }

    [Fact]
    public void A_length_below_the_great_circle_becomes_it_and_a_detour_has_a_reason()
    {
        var scene = new DraftScene();
        scene.Node("A");
        scene.Node("B", eastKm: 1);
        scene.Node("C", eastKm: 2);
        scene.Link("A", "B", metres: 500);
        scene.Link("B", "C", metres: 1_700);
        var links = MainParts.Keep(scene.Draft, new DiagnosticBag()).Links;
        // The scene's grid is good to some 0.2 %.
        Assert.InRange(links[0].LengthMetres, 997, 1_003);
        Assert.Empty(links[0].LengthReason);
        Assert.Equal(1_700, links[1].LengthMetres);
        Assert.NotEmpty(links[1].LengthReason);
    }

    private static DraftScene Scene()
    {
        var scene = new DraftScene();
        foreach (var (name, east) in new[] { ("A", 0), ("b", 1), ("C", 2), ("D", 1), ("F", 5), ("G", 6) }) scene.Node(name, east);
        scene.Link("A", "b");
        scene.Link("b", "C");
        scene.Link("b", "D", twoWay: false);
        scene.Link("F", "G");
        return scene;
    }
}
