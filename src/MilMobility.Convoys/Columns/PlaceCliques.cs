using System.Runtime.InteropServices;
using MilMobility.Convoys.Instances;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>
/// Cuts that let one convoy at a time settle a place: an edge u-v with travel time T, or a node. One convoy, of pass time p, is
/// special: it takes one journey only, so that all its entries u -> v within a window count. With window [l, r] and two seconds s
/// and t, a plan has at most one of
/// <code>
///   the special convoy entering u -> v within [l, r],
///   another of pass time q entering u -> v within (max(r, s) - q, min(l + p - 1, s)],
///   another of pass time q entering v -> u within (t - q, t],
/// </code>
/// with r - T &lt;= t &lt;= l + T + p - 1. While r &lt; l + p, s lies within [r, l + p - 1] and within T of t; else s is left out. At a
/// node an entry is an arrival by any edge, there is no opposite direction, and the rest is the same. A pair has one other convoy
/// only, whose window is as long as can be: within (r - T - q, l + T + p - 1] entering v -> u, or (r - q, l + p - 1] at a node.
///
/// Valid: any two of them are forbidden together. Entries u -> v at a and b conflict if they are less than the first one's pass
/// time apart; entries u -> v at a and v -> u at b if -(T + q) &lt; b - a &lt; T + p: the rules of the edge and its nodes. No convoy
/// is back at a place before a window ends that counts it (<see cref="CliqueSearch"/> knows how soon it can be). A row of a
/// meeting point (<see cref="MeetingRows"/>) counts a stretch of one pass time for everyone; a plan that is half west first and
/// half east first satisfies all of those, and breaks these.
/// Literature: van den Akker, van Hoesel and Savelsbergh 1999 (10.1007/s10107990047a): the same one-special-job form is all facets
/// with right-hand side 1 of one machine. Changed between searches only; reading is safe from many threads.
/// </summary>
internal sealed class PlaceCliques(ConvoyInstance instance, int firstResource)
{
    /// <summary>Cuts at most.</summary>
    public const int CutsMax = 4_096;

    private readonly List<PlaceClique> _cliques = [];
    private readonly HashSet<PlaceClique> _known = [];
    private readonly List<int>?[] _ofPlace = new List<int>?[instance.EdgeCount + instance.NodeCount];

    public int Count => _cliques.Count;

    public int FirstResource => firstResource;

    /// <summary>Place of a node; that of an edge is the edge.</summary>
    public int PlaceOf(int node) => instance.EdgeCount + node;

    /// <summary>Cuts of a place as resources, in the order in which they were found.</summary>
    public ReadOnlySpan<int> Of(int place) => CollectionsMarshal.AsSpan(_ofPlace[place]);

    /// <summary>Adds a cut unless it is there or there is no room; true if it was new.</summary>
    public bool Add(in PlaceClique clique)
    {
        if (_cliques.Count == CutsMax || !_known.Add(clique)) return false;
        (_ofPlace[clique.Place] ??= []).Add(firstResource + _cliques.Count);
        _cliques.Add(clique);
        return true;
    }

    /// <summary>Entries into the edge that a cut counts, as first and last second; empty where the first is after the last.</summary>
    /// <param name="resource">The cut.</param>
    /// <param name="commodity">Commodity that enters.</param>
    /// <param name="passSeconds">Its pass time.</param>
    /// <param name="leaving">Node at which it enters.</param>
    public (int First, int Last) Window(int resource, int commodity, int passSeconds, int leaving) =>
        _cliques[resource - firstResource].Window(commodity, passSeconds, leaving);

    /// <summary>Cuts from a number on that count a journey's entry into an edge.</summary>
    public void AddUses(int fromCut, int commodity, int passSeconds, int place, int leaving, int second, List<TimedUse> uses)
    {
        foreach (var resource in Of(place))
        {
            if (resource < firstResource + fromCut) continue;
            var (first, last) = Window(resource, commodity, passSeconds, leaving);
            if (first <= second && second <= last) uses.Add(new TimedUse(resource, 0, 1, 1));
        }
    }
}

/// <summary>One cut of <see cref="PlaceCliques"/>; the letters are those of its description.</summary>
/// <param name="Place">Edge u-v, or the place of a node.</param>
/// <param name="Leaving">Node u, or the node.</param>
/// <param name="Special">Commodity of the special convoy, which has one serial.</param>
/// <param name="Pass">Its pass time p.</param>
/// <param name="First">l.</param>
/// <param name="Last">r.</param>
/// <param name="Same">s; r where it is left out.</param>
/// <param name="Opposite">t.</param>
internal readonly record struct PlaceClique(
    int Place, int Leaving, int Special, int Pass, int First, int Last, int Same, int Opposite)
{
    private static readonly (int First, int Last) s_none = (0, -1);

    /// <summary>Other commodity of a pair; null if all others count.</summary>
    public int? Other { get; init; }

    /// <summary>Travel time T of a pair's edge; 0 at a node.</summary>
    public int Travel { get; init; }

    /// <summary>Entries that it counts, as first and last second.</summary>
    public (int First, int Last) Window(int commodity, int passSeconds, int leaving)
    {
        if (commodity == Special) return leaving == Leaving ? (First, Last) : s_none;
        if (Other is { } other)
        {
            var counts = commodity == other && (leaving == Leaving) == (Travel == 0);
            return counts ? (Last - Travel - passSeconds + 1, First + Travel + Pass - 1) : s_none;
        }

        if (leaving != Leaving) return (Opposite - passSeconds + 1, Opposite);
        var free = First + Pass - 1;
        return Last >= free ? (Last - passSeconds + 1, free) : (Same - passSeconds + 1, Same);
    }
}
