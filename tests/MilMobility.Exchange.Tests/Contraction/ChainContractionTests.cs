using MilMobility.Domain.Units;
using MilMobility.Exchange.Contraction;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Tests.Contraction;

/// <summary>
///     A --1000 m at 36-- b --2000 m at 72-- C        A, C exits; b a plain junction
/// </summary>
public sealed class ChainContractionTests
{
    [Fact]
    public void A_chain_becomes_one_link_of_the_same_length_and_travel_time()
    {
        var link = Assert.Single(Contracted(Chain()).Links.ToArray());
        // 1000 m at 10 m/s and 2000 m at 20 m/s take 100 s each: 3000 m in 200 s is 54 km/h.
        Assert.Equal(3_000, link.LengthMetres, 9);
        Assert.Equal(200, link.TravelSeconds, 9);
        Assert.Equal(54, link.SpeedKmh, 9);
    }

    [Fact]
    public void The_strictest_limit_and_the_worst_quality_hold()
    {
        var scene = new DraftScene();
        Ends(scene);
        scene.Link("A", "b", limits: new LinkLimits { HeightCm = scene.Known(420), MassKg = scene.Known(50_000) });
        scene.Link("b", "C", limits: new LinkLimits { HeightCm = new Known<int>(400, scene.Assumed), AxleLoadKg = scene.Known(11_500) });
        var limits = Assert.Single(Contracted(scene).Links.ToArray()).Limits!;
        Assert.Equal(new Known<int>(400, scene.Assumed), limits.HeightCm);
        Assert.Equal(50_000, limits.MassKg!.Value.Value);
        Assert.Equal(11_500, limits.AxleLoadKg!.Value.Value);
        Assert.Null(limits.WidthCm);
    }

    [Fact]
    public void Structures_of_the_parts_are_counted_together()
    {
        var scene = Chain();
        scene.Draft.Structures.Add(new DraftStructure(0, "level-crossing", 2, default));
        scene.Draft.Structures.Add(new DraftStructure(1, "level-crossing", 3, default));
        scene.Draft.Structures.Add(new DraftStructure(1, "tunnel", 1, default));
        Assert.Equal(
            [(0, "level-crossing", 5), (0, "tunnel", 1)], Contracted(scene).Structures.Select(s => (s.Link, s.Kind, s.Count)));
    }

    [Fact]
    public void The_shape_runs_on_through_the_node_that_goes()
    {
        var scene = new DraftScene();
        Ends(scene);
        scene.Link("A", "b", shape: (52.1, 5.1));
        // Drawn the other way round, so its points are turned.
        scene.Link("C", "b", shape: [(52.4, 5.4), (52.3, 5.3)]);
        var draft = Contracted(scene);
        var shape = draft.Links[0].Shape;
        var points = Enumerable.Range(0, shape.Count).Select(i => draft.ShapePoint(shape, i).Lat).ToList();
        Assert.Equal([52.1, 52.0, 52.3, 52.4], points);
        Assert.Equal("road-a", draft.Nodes[draft.Links[0].From].Id);
    }

    [Theory]
    [InlineData("place")]
    [InlineData("kind")]
    [InlineData("facility")]
    [InlineData("profile")]
    [InlineData("corridor")]
    [InlineData("name")]
    [InlineData("one-way")]
    [InlineData("keep")]
    public void A_node_at_which_something_happens_stays(string what)
    {
        var scene = Chain();
        var keep = new HashSet<int>();
        var draft = scene.Draft;
        switch (what)
        {
            case "place": draft.SetNode(scene["b"], draft.Nodes[scene["b"]] with { Place = "haven" }); break;
            case "kind": draft.SetNode(scene["b"], draft.Nodes[scene["b"]] with { Kind = "exit" }); break;
            case "facility":
                draft.Facilities.Add(new DraftFacility { Node = scene["b"], Kind = "rest-area", Origin = new RowOrigin(scene.Measured) });
                break;
            case "profile": draft.Profiles.Add(Profile(scene)); break;
            case "corridor": draft.Corridors.Add(new DraftCorridor("c1", "North", "link", "", 0)); break;
            case "name": draft.SetLink(1, draft.Links[1] with { Name = "N2" }); break;
            case "one-way": draft.SetLink(1, draft.Links[1] with { TwoWay = false }); break;
            default: keep.Add(scene["b"]); break;
        }

        Assert.Equal(2, ChainContraction.Contract(draft, keep).LinkCount);
    }

    [Fact]
    public void One_way_links_are_merged_in_their_direction_only()
    {
        var scene = new DraftScene();
        Ends(scene);
        scene.Link("b", "A", twoWay: false);
        scene.Link("C", "b", twoWay: false);
        var draft = Contracted(scene);
        var link = Assert.Single(draft.Links.ToArray());
        Assert.Equal(("road-c", "road-a"), (draft.Nodes[link.From].Id, draft.Nodes[link.To].Id));
        scene.Draft.SetLink(1, scene.Draft.Links[1] with { From = scene["b"], To = scene["C"] });
        Assert.Equal(2, Contracted(scene).LinkCount);
    }

    [Fact]
    public void A_ring_of_plain_junctions_does_not_become_a_link_to_itself()
    {
        var scene = new DraftScene();
        foreach (var name in new[] { "a", "b", "c", "d" }) scene.Node(name);
        foreach (var (from, to) in new[] { ("a", "b"), ("b", "c"), ("c", "d"), ("d", "a") }) scene.Link(from, to);
        var links = Contracted(scene).Links.ToArray();
        Assert.Equal(4_000, links.Sum(l => l.LengthMetres), 9);
        Assert.All(links, l => Assert.NotEqual(l.From, l.To));
        // a-b, b-c-d, d-a: two links would make a parallel pair, one a link from a to itself.
        Assert.Equal(3, links.Length);
    }

    [Fact]
    public void Line_categories_that_no_one_category_can_say_are_not_merged()
    {
        var scene = new DraftScene();
        scene.Node("A", kind: "station", mode: TransportMode.Rail);
        scene.Node("b", mode: TransportMode.Rail);
        scene.Node("C", kind: "station", mode: TransportMode.Rail);
        // A admits 16 t an axle and 5 t a metre, B2 18 t and 6.4 t: both together are A. A and an unknown text are nothing.
        scene.Link("A", "b", limits: new LinkLimits { LineCategory = scene.Known("A") });
        scene.Link("b", "C", limits: new LinkLimits { LineCategory = scene.Known("B2") });
        Assert.Equal("A", Assert.Single(Contracted(scene).Links.ToArray()).Limits!.LineCategory!.Value.Value);
        scene.Draft.SetLink(1, scene.Draft.Links[1] with { Limits = new LinkLimits { LineCategory = scene.Known("X9") } });
        Assert.Equal(2, Contracted(scene).LinkCount);
    }

    private static void Ends(DraftScene scene)
    {
        scene.Node("A", kind: "exit");
        scene.Node("b", eastKm: 0.5);
        scene.Node("C", eastKm: 1, kind: "exit");
    }

    private static DraftScene Chain()
    {
        var scene = new DraftScene();
        Ends(scene);
        scene.Link("A", "b");
        scene.Link("b", "C", metres: 2_000, speedKmh: 72);
        return scene;
    }

    private static DraftProfile Profile(DraftScene scene) => new()
    {
        Mode = TransportMode.Road,
        Scope = new CivilScope.Link(0),
        Category = "car",
        DayType = "weekday",
        Unit = "pcu-per-h",
        Hours = new double[24],
        Origin = new RowOrigin(scene.Measured),
    };

    private static NetworkDraft Contracted(DraftScene scene) => ChainContraction.Contract(scene.Draft);
}
