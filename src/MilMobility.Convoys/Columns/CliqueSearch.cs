using MilMobility.Convoys.Instances;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>
/// Finds the cuts that a fractional plan breaks most, edge by edge: every window between two entries of every special convoy,
/// against the best second for the opposite direction, and then for the same one. Deterministic; not thread-safe.
/// </summary>
internal sealed class CliqueSearch(ConvoyInstance instance, Func<int, bool> canBeSpecial)
{
    private const double ViolationMin = 0.02;
    private const int PerEdgeMax = 3;

    private readonly int?[] _wayRound = new int?[instance.EdgeCount];
    private readonly List<Entry> _entries = [];

    /// <summary>Cuts broken, most broken first.</summary>
    public List<(double Excess, PlaceClique Clique)> Broken(IReadOnlyList<(Column Column, double Value)> fractional)
    {
        var broken = new List<(double Excess, PlaceClique Clique)>();
        foreach (var group in EntriesOf(fractional).GroupBy(e => e.Place))
        {
            _entries.Clear();
            _entries.AddRange(group);
            if (_entries.Sum(e => e.Value) <= 1 + ViolationMin) continue;
            var found = new List<(double Excess, PlaceClique Clique)>();
            foreach (var special in _entries.Select(e => (e.Commodity, e.Leaving, e.Pass)).Distinct())
            {
                if (canBeSpecial(special.Commodity)) SearchPlace(group.Key, special.Commodity, special.Leaving, special.Pass, found);
            }

            found.Sort((a, b) => b.Excess.CompareTo(a.Excess));
            broken.AddRange(found.DistinctBy(f => f.Clique.Special).Take(PerEdgeMax));
        }

        broken.Sort((a, b) => a.Excess != b.Excess ? b.Excess.CompareTo(a.Excess) : a.Clique.Place.CompareTo(b.Clique.Place));
        return broken;
    }

    private IEnumerable<Entry> EntriesOf(IReadOnlyList<(Column Column, double Value)> fractional)
    {
        foreach (var (column, value) in fractional)
        {
            var way = ((ConvoyColumn)column).Way;
            var pass = ((ConvoyColumn)column).PassSeconds;
            for (var i = 0; i < way.Nodes.Length; i++)
            {
                var node = way.Nodes[i];
                yield return new Entry(instance.EdgeCount + node, column.Commodity, pass, node, way.HeadSeconds[i], value);
                if (i < way.Edges.Length)
                    yield return new Entry(way.Edges[i], column.Commodity, pass, node, way.HeadSeconds[i], value);
            }
        }
    }

    private void SearchPlace(int place, int special, int leaving, int pass, List<(double, PlaceClique)> found)
    {
        var isEdge = place < instance.EdgeCount;
        var travel = isEdge ? instance.TravelSeconds[place] : 0;
        // No others fit in between where the window is longer.
        var longest = Math.Min(BackSeconds(place, pass), isEdge ? (2 * travel) + pass : (2 * pass) - 1);
        var own = _entries.Where(e => e.Commodity == special && e.Leaving == leaving).Select(e => e.Second).Distinct().Order().ToList();
        foreach (var first in own)
        {
            foreach (var last in own.Where(s => s >= first))
            {
                if (last - first >= longest) break;
                var clique = new PlaceClique(place, leaving, special, pass, first, last, last, last);
                clique = isEdge ? BestOfEdge(clique, travel) : BestSame(clique, clique.Last, int.MaxValue);
                Keep(clique, found);
                foreach (var other in Others(place, special, leaving, travel, pass, last - first))
                    Keep(clique with { Same = 0, Opposite = 0, Other = other, Travel = travel }, found);
            }
        }
    }

    /// <summary>Commodities that make a pair with a special one, as far as they come back no sooner than their window is long.</summary>
    private List<int> Others(int place, int special, int leaving, int travel, int pass, int windowSeconds) =>
    [
        .. _entries
            .Where(e => e.Commodity != special && (e.Leaving == leaving) == (travel == 0) && canBeSpecial(e.Commodity)
                && (2 * travel) + pass + e.Pass - 2 - windowSeconds < BackSeconds(place, e.Pass))
            .Select(e => e.Commodity).Distinct(),
    ];

    private void Keep(in PlaceClique clique, List<(double, PlaceClique)> found)
    {
        var excess = Weight(clique) - 1;
        if (excess > ViolationMin) found.Add((excess, clique));
    }

    /// <summary>The window with the seconds s and t that count most: t first, then s, which must be near it.</summary>
    private PlaceClique BestOfEdge(PlaceClique clique, int travel)
    {
        var (low, high) = (clique.Last - travel, clique.First + travel + clique.Pass - 1);
        var opposite = Seconds(clique, low, high, same: false).MaxBy(t => Weight(clique with { Opposite = t }));
        return BestSame(clique with { Opposite = opposite }, opposite - travel, opposite + travel);
    }

    private PlaceClique BestSame(PlaceClique clique, int low, int high)
    {
        var free = clique.First + clique.Pass - 1;
        if (clique.Last >= free) return clique;
        var seconds = Seconds(clique, Math.Max(clique.Last, low), Math.Min(free, high), same: true);
        return clique with { Same = seconds.MaxBy(s => Weight(clique with { Same = s })) };
    }

    /// <summary>
    /// No convoy of a pass time is back at a place sooner, s: neither round a circle, nor by the edge it left on, which its tail must
    /// clear first; an edge taken in between the other way must be cleared twice.
    /// </summary>
    private int BackSeconds(int place, int pass)
    {
        if (place < instance.EdgeCount)
            return Math.Max(pass, Math.Min(WayRound(place), (2 * instance.TravelSeconds[place]) + (2 * pass)));
        var node = place - instance.EdgeCount;
        var least = int.MaxValue;
        for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
        {
            var edge = instance.ArcEdge[arc];
            least = Math.Min(least, Math.Min(WayRound(edge), (2 * instance.TravelSeconds[edge]) + pass));
        }

        return Math.Max(pass, least);
    }

    /// <summary>Seconds worth a try: the entries themselves within the limits, and the limits.</summary>
    private IEnumerable<int> Seconds(PlaceClique clique, int low, int high, bool same) => _entries
        .Where(e => e.Commodity != clique.Special && (e.Leaving == clique.Leaving) == same && e.Second > low && e.Second < high)
        .Select(e => e.Second).Append(low).Append(high).Distinct();

    private double Weight(in PlaceClique clique)
    {
        double sum = 0;
        foreach (var entry in _entries)
        {
            var (first, last) = clique.Window(entry.Commodity, entry.Pass, entry.Leaving);
            if (first <= entry.Second && entry.Second <= last) sum += entry.Value;
        }

        return sum;
    }

    /// <summary>Seconds from one entry into an edge to the next in the same direction, without turning back on it.</summary>
    private int WayRound(int edge)
    {
        if (_wayRound[edge] is { } known) return known;
        var (from, to) = (instance.EdgeFrom[edge], instance.EdgeTo[edge]);
        var reached = new Dictionary<int, int>();
        var queue = new PriorityQueue<int, (int, int)>();
        queue.Enqueue(to, (0, to));
        while (queue.TryDequeue(out var node, out var key))
        {
            if (!reached.TryAdd(node, key.Item1)) continue;
            if (node == from) break;
            for (var arc = instance.FirstArc[node]; arc < instance.FirstArc[node + 1]; arc++)
            {
                if (instance.ArcEdge[arc] == edge) continue;
                queue.Enqueue(instance.ArcTo[arc], (key.Item1 + instance.TravelSeconds[instance.ArcEdge[arc]], instance.ArcTo[arc]));
            }
        }

        var round = reached.TryGetValue(from, out var back) ? back + instance.TravelSeconds[edge] : int.MaxValue;
        _wayRound[edge] = round;
        return round;
    }

    private readonly record struct Entry(int Place, int Commodity, int Pass, int Leaving, int Second, double Value);
}
