using MilMobility.Derivation.CrossCheck;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.Tests;

/// <summary>
/// The cross-check's own searching on a network drawn by hand: three links of some 1,112 m (0.01 degree of latitude) in a row,
/// and a branch from the second node.
/// <code>
///   a ---- b ---- c ---- d     northwards
///          |
///          e                   eastwards
/// </code>
/// </summary>
public sealed class FullDetailTests
{
    private static readonly Provenance Measured = new(Quality.Measured, 0);

    private static NetworkDraft Draw(TransportMode mode)
    {
        var draft = new NetworkDraft();
        draft.AddSource(new DraftSource("hand", "Drawn by hand", "", "", ""));
        (double, double)[] places = [(52.00, 5.00), (52.01, 5.00), (52.02, 5.00), (52.03, 5.00), (52.01, 5.02)];
        foreach (var (lat, lon) in places) draft.AddNode(new DraftNode { Mode = mode, Lat = lat, Lon = lon, Origin = Measured });
        foreach (var (from, to, metres) in new[] { (0, 1, 1_200.0), (1, 2, 1_200.0), (2, 3, 1_200.0), (1, 4, 1_400.0) })
        {
            draft.AddLink(new DraftLink
            {
                From = from, To = to, Mode = mode, Class = "main", LengthMetres = metres, SpeedKmh = 60,
                LengthOrigin = Measured, SpeedOrigin = Measured,
            });
        }

        return draft;
    }

    private static NodeRow Node(TransportMode mode, double lat, double lon) =>
        new("n", "n", mode, "junction", lat, lon, "", "", "", "", 0);

    [Fact]
    public void A_place_beside_a_link_touches_it_where_it_is_nearest()
    {
        var detail = new FullDetail(Draw(TransportMode.Water));
        // Half-way along the first link, 0.001 degree of longitude (68.5 m) aside.
        var access = Assert.Single(LinkComparer.Of(detail, Node(TransportMode.Water, 52.005, 5.001)));
        Assert.Equal((0, 600.0), (access.Link, Math.Round(access.AlongMetres)));
        Assert.InRange(access.OffMetres, 67, 70);
        Assert.Empty(LinkComparer.Of(detail, Node(TransportMode.Water, 52.2, 5.2)));
        Assert.Empty(LinkComparer.Of(detail, Node(TransportMode.Road, 52.005, 5.001)));
    }

    [Fact]
    public void A_way_is_as_long_as_its_pieces()
    {
        var detail = new FullDetail(Draw(TransportMode.Water));
        // From the middle of the first link over the second to a third of the third: 600 + 1,200 + 400.
        Assert.Equal(2_200, Way(detail, (52.005, 5.0), (52.02 + (0.01 / 3), 5.0)), 1.0);
        // Along one link, in both directions.
        Assert.Equal(600, Way(detail, (52.0125, 5.0), (52.0175, 5.0)), 1.0);
        Assert.Equal(600, Way(detail, (52.0175, 5.0), (52.0125, 5.0)), 1.0);
    }

    [Fact]
    public void A_turn_that_tracks_do_not_allow_is_taken_only_where_reversals_are()
    {
        var draft = Draw(TransportMode.Rail);
        draft.Turns.Add(new DraftTurn(1, 0, 3, null, Measured));
        var detail = new FullDetail(draft);
        int[] straight = [.. detail.After(0, mayReverse: false)];
        Assert.Equal([2], straight);
        Assert.Equal([2, 6], detail.After(0, mayReverse: true).Order());
        // Nobody turns back onto the link he comes from, nor past the end of the line.
        Assert.Empty(detail.After(4, mayReverse: true));
    }

    private static double Way(FullDetail detail, (double Lat, double Lon) from, (double Lat, double Lon) to)
    {
        var link = new LinkRow
        {
            Id = "l", From = "from", To = "to", Mode = TransportMode.Water, Name = "", Class = "main", LengthMetres = 2_000,
            SpeedKmh = 60, LanesOrTracks = 0, CapacityPerHour = 0, TwoWay = true, Manager = "", Region = "", File = "", Line = 0,
        };
        NodeRow[] nodes =
        [
            Node(TransportMode.Water, from.Lat, from.Lon) with { Id = "from" },
            Node(TransportMode.Water, to.Lat, to.Lon) with { Id = "to" },
        ];
        var comparison = LinkComparer.Compare(nodes, [link], detail).Single();
        return comparison.Shortest!.Metres;
    }
}
