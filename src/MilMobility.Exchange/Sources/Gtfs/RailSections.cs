using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Checking;

namespace MilMobility.Exchange.Sources.Gtfs;

/// <summary>
/// The rail part of a draft, for finding the links that a train runs over between two stations: the nearest node of each, and the
/// shortest path between them (Dijkstra), unless it is much longer than the great circle. Not thread-safe.
/// </summary>
internal sealed class RailSections
{
    /// <summary>A station farther from every node is not in the network, metres.</summary>
    public const double StationMetresMax = 1_500;

    /// <summary>Trains between neighbours do not go round: at most so many times the great circle, and some kilometres.</summary>
    private const double DetourMax = 1.5;
    private const double DetourMetres = 5_000;

    private readonly NetworkDraft _draft;
    private readonly Dictionary<int, List<(int Link, int To)>> _arcs = [];
    private readonly List<int> _nodes = [];

    public RailSections(NetworkDraft draft)
    {
        _draft = draft;
        for (var i = 0; i < draft.NodeCount; i++)
            if (draft.Nodes[i].Mode == TransportMode.Rail) _nodes.Add(i);
        for (var i = 0; i < draft.LinkCount; i++)
        {
            var link = draft.Links[i];
            if (link.Mode != TransportMode.Rail) continue;
            Arcs(link.From).Add((i, link.To));
            if (link.TwoWay) Arcs(link.To).Add((i, link.From));
        }
    }

    /// <summary>The node that stands for a station; null if none is near.</summary>
    public int? Nearest(TimetableStation station)
    {
        if (station.Lat is not { } lat || station.Lon is not { } lon) return null;
        var (best, bestMetres) = (-1, StationMetresMax);
        foreach (var node in _nodes)
        {
            // A degree of latitude is over 110 km: a cheap test before the great circle.
            if (Math.Abs(_draft.Nodes[node].Lat - lat) > StationMetresMax / 110_000) continue;
            var metres = GreatCircle.Metres(lat, lon, _draft.Nodes[node].Lat, _draft.Nodes[node].Lon);
            if (metres < bestMetres) (best, bestMetres) = (node, metres);
        }

        return best < 0 ? null : best;
    }

    /// <summary>Links from one node to another, in order; null if there is no fair path.</summary>
    public List<int>? Path(int from, int to)
    {
        var (a, b) = (_draft.Nodes[from], _draft.Nodes[to]);
        var limit = (DetourMax * GreatCircle.Metres(a.Lat, a.Lon, b.Lat, b.Lon)) + DetourMetres;
        var reached = new Dictionary<int, (double Metres, int Before, int Link)> { [from] = (0, -1, -1) };
        var queue = new PriorityQueue<int, double>();
        queue.Enqueue(from, 0);
        while (queue.TryDequeue(out var node, out var metres))
        {
            if (node == to) return Trace(reached, to);
            if (metres > reached[node].Metres) continue;
            foreach (var (link, next) in Arcs(node))
            {
                var there = metres + _draft.Links[link].LengthMetres;
                if (there > limit || (reached.TryGetValue(next, out var known) && known.Metres <= there)) continue;
                reached[next] = (there, node, link);
                queue.Enqueue(next, there);
            }
        }

        return null;
    }

    private static List<int> Trace(
        Dictionary<int, (double Metres, int Before, int Link)> reached, int to)
    {
        var path = new List<int>();
        for (var step = reached[to]; step.Before >= 0; step = reached[step.Before]) path.Add(step.Link);
        path.Reverse();
        return path;
    }

    private List<(int Link, int To)> Arcs(int node)
    {
        if (_arcs.TryGetValue(node, out var arcs)) return arcs;
        return _arcs[node] = [];
    }
}
