namespace MilMobility.Derivation.Road;

/// <summary>A link of the strategic network: a chain of segments between two kept points.</summary>
public sealed record RoadChain(
    RoadPoint From,
    RoadPoint To,
    IReadOnlyList<RoadSegment> Segments,
    IReadOnlyList<GeoPoint> Line,
    IReadOnlyList<string> Regions)
{
    public string Road => Segments[0].Road;

    public double LengthM => Segments.Sum(s => s.LengthM);

    public AddedLink? Added => Segments[0].Added;
}

/// <summary>
/// Reduces the road graph to its decision points. Dead ends that are no border, port, terminal, site, airfield or
/// hospital are cut; what does not hang together with the largest component is dropped; points of degree two that
/// nothing anchors become shape. Roads that share a carriageway stand in the VILD once for each number: of two chains
/// between the same points whose lengths are alike the lower number stays.
/// </summary>
public static class RoadContraction
{
    // No two Dutch motorways run beside each other between the same two junctions; other roads may.
    private const double SameMotorwayShare = 0.5;
    private const double SameRoadShare = 0.1;

    public static List<RoadChain> Contract(RoadGraph graph, Func<RoadPoint, bool> isWanted)
    {
        while (true)
        {
            Trim(graph);
            var chains = Chains(graph, isWanted);
            var doomed = chains.Where(c => ReferenceEquals(c.From, c.To)).Concat(Duplicates(chains)).ToList();
            if (doomed.Count == 0) return chains;
            foreach (var segment in doomed.SelectMany(chain => chain.Segments)) RoadGraph.Remove(segment);
        }
    }

    private static void Trim(RoadGraph graph)
    {
        var queue = new Queue<RoadPoint>(graph.Points);
        while (queue.TryDequeue(out var point))
        {
            if (point.Segments.Count != 1 || point.MayEnd) continue;
            var last = point.Segments[0];
            RoadGraph.Remove(last);
            queue.Enqueue(last.Other(point));
        }

        var component = LargestComponent(graph);
        foreach (var segment in graph.Points.Where(p => !component.Contains(p)).SelectMany(p => p.Segments).ToHashSet())
            RoadGraph.Remove(segment);
        graph.RemoveIsolatedPoints();
    }

    private static HashSet<RoadPoint> LargestComponent(RoadGraph graph)
    {
        var best = new HashSet<RoadPoint>();
        var seen = new HashSet<RoadPoint>();
        foreach (var start in graph.Points.Where(p => !seen.Contains(p)))
        {
            var component = new HashSet<RoadPoint> { start };
            var stack = new Stack<RoadPoint>([start]);
            while (stack.TryPop(out var point))
            {
                foreach (var next in point.Segments.Select(s => s.Other(point)))
                    if (component.Add(next)) stack.Push(next);
            }

            seen.UnionWith(component);
            if (component.Count > best.Count) best = component;
        }

        return best;
    }

    private static List<RoadChain> Chains(RoadGraph graph, Func<RoadPoint, bool> isWanted)
    {
        bool IsKept(RoadPoint p) => p.IsAnchor || p.Segments.Count != 2 || p.Segments[0].Road != p.Segments[1].Road
            || isWanted(p);

        var used = new HashSet<RoadSegment>(ReferenceEqualityComparer.Instance);
        var chains = new List<RoadChain>();
        foreach (var start in graph.Points.Where(IsKept))
        {
            foreach (var first in start.Segments.Where(used.Add))
                chains.Add(Walk(start, first, IsKept, used));
        }

        return chains;
    }

    private static RoadChain Walk(
        RoadPoint start, RoadSegment first, Func<RoadPoint, bool> isKept, HashSet<RoadSegment> used)
    {
        var segments = new List<RoadSegment>();
        var line = new List<GeoPoint> { start.At };
        var regions = new List<string> { start.Region };
        var (point, segment) = (start, first);
        while (true)
        {
            segments.Add(segment);
            used.Add(segment);
            line.AddRange(ReferenceEquals(segment.A, point) ? segment.Shape : segment.Shape.Reverse());
            point = segment.Other(point);
            line.Add(point.At);
            regions.Add(point.Region);
            if (isKept(point)) return new RoadChain(start, point, segments, line, regions);
            segment = ReferenceEquals(point.Segments[0], segment) ? point.Segments[1] : point.Segments[0];
        }
    }

    private static IEnumerable<RoadChain> Duplicates(List<RoadChain> chains) => chains
        .Where(c => c.Added is null)
        .GroupBy(c => (Kind: c.Road[0], Ends: string.CompareOrdinal(c.From.Key, c.To.Key) < 0
            ? (c.From.Key, c.To.Key)
            : (c.To.Key, c.From.Key)))
        .SelectMany(group =>
        {
            var ordered = group.OrderBy(c => c.Road.Length).ThenBy(c => c.Road, StringComparer.Ordinal).ToList();
            var lengthM = ordered[0].LengthM;
            var alike = lengthM * (group.Key.Kind == 'A' ? SameMotorwayShare : SameRoadShare);
            return ordered.Skip(1).Where(c => Math.Abs(c.LengthM - lengthM) < alike);
        });
}
