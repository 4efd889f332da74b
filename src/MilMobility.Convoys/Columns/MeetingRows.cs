using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Columns;

/// <summary>
/// Resources of capacity 1 that keep opposite directions of an edge apart, by index arithmetic only. Edge u-v with travel time T
/// has meeting points at offsets d between -T and T. For offset d, a convoy of pass time p that enters u -> v at second a uses
/// [a, a + p), and one of pass time q that enters v -> u at second b uses [b - d, b - d + q); both shifted by the same
/// amount so that no use is before its entry.
///
/// Valid: if the two uses share a second then d - q &lt; b - a &lt; d + p. As |d| is at most T, that lies within -(T + q) &lt; b - a
/// &lt; T + p, which is when the occupations [a, a + T + p) and [b, b + T + q) of the edge overlap: such a pair is forbidden anyway.
/// Complete: at d = -T and d = T the uses are those of the two nodes, which are resources of their own. Every forbidden pair is
/// caught if the stretches (d - q, d + p) leave no gap from one offset to the next, so that offsets at most p + q - 1 apart
/// suffice. Where passing takes longer than the edge, the nodes do it alone; further offsets then only tighten the relaxation.
/// </summary>
internal sealed class MeetingRows
{
    /// <summary>Above this the relaxation gains little; the draft keeps the rule itself.</summary>
    private const int PerEdgeMax = 8;

    private readonly int[] _first;
    private readonly int[] _travel;
    private readonly int[] _from;

    /// <param name="instance">Instance.</param>
    /// <param name="perEdgeMin">Meeting points of an edge at least, where it takes long enough for them to differ.</param>
    public MeetingRows(ConvoyInstance instance, int perEdgeMin)
    {
        _travel = instance.TravelSeconds;
        _from = instance.EdgeFrom;
        _first = new int[instance.EdgeCount + 1];
        _first[0] = instance.NodeCount;
        var passMin = instance.PassSeconds.Min();
        for (var e = 0; e < instance.EdgeCount; e++)
        {
            var spacing = Math.Max(1, (2 * passMin) - 1);
            var between = ((2 * _travel[e]) + spacing - 1) / spacing;
            var least = Math.Min(perEdgeMin, (2 * _travel[e]) - 1);
            _first[e + 1] = _first[e] + Math.Min(PerEdgeMax, Math.Max(least, between - 1));
        }
    }

    /// <summary>Resources of nodes and meeting points together.</summary>
    public int ResourceCount => _first[^1];

    /// <summary>First meeting point of an edge; those of the edge go up to the next edge's first.</summary>
    public int First(int edge) => _first[edge];

    /// <summary>Second of the use of a meeting point after the entry into the edge.</summary>
    /// <param name="resource">Meeting point of the edge.</param>
    /// <param name="edge">Edge.</param>
    /// <param name="leaving">Node at which the edge is entered.</param>
    public int ShiftSeconds(int resource, int edge, int leaving)
    {
        var gaps = _first[edge + 1] - _first[edge] + 1;
        var offset = -_travel[edge] + (int)((2L * _travel[edge] * (resource - _first[edge] + 1)) / gaps);
        // [a, a + p) against [b - d, ..): the same as [a + d, ..) against [b, ..).
        return leaving == _from[edge] ? Math.Max(0, offset) : Math.Max(0, -offset);
    }
}
