using MilMobility.Exchange.Sources.ProRail;

namespace MilMobility.Exchange.Tests.Sources.ProRail;

/// <summary>Shortest ways over sections, through turns only.</summary>
internal static class PlanningDistances
{
    /// <summary>Metres from a node to every node; infinite where no way leads without a reversal.</summary>
    public static double[] From(SectionGraph graph, int node)
    {
        var best = new double[graph.EndsAt.Count];
        Array.Fill(best, double.PositiveInfinity);
        best[node] = 0;
        var queue = new PriorityQueue<int, double>();
        var seen = new HashSet<int>();
        foreach (var end in graph.EndsAt[node]) queue.Enqueue(end ^ 1, graph.Sections[end >> 1].LengthM);
        while (queue.TryDequeue(out var arrived, out var distance))
        {
            if (!seen.Add(arrived)) continue;
            best[graph.NodeOf(arrived)] = Math.Min(best[graph.NodeOf(arrived)], distance);
            foreach (var next in graph.EndsAt[graph.NodeOf(arrived)])
            {
                if (graph.Turn(arrived, next) == TurnKind.Through)
                    queue.Enqueue(next ^ 1, distance + graph.Sections[next >> 1].LengthM);
            }
        }

        return best;
    }
}
