using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Costs;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// One sweep over a bush: at each node, from the farthest to the nearest, flow is shifted from the dearest path that has flow to the
/// cheapest one, between the node and where the two part, until both cost the same or the dear one is empty (Dial 2006,
/// doi:10.1016/j.trb.2006.02.008, with Newton's step of Nie 2010, doi:10.1016/j.trb.2009.06.005). Link costs follow each shift at once.
/// </summary>
internal static class BushShifts
{
    /// <summary>Cost differences below this share of the cost are rounding.</summary>
    private const double EqualShare = 1e-15;

    /// <summary>
    /// Steps per pair of segments: Newton's first overshoots where the slope is steep elsewhere, and the second takes it back.
    /// </summary>
    private const int StepsMax = 20;

    /// <summary>A difference that has shrunk to this share is left to the next sweep.</summary>
    private const double StepDoneShare = 0.01;

    /// <summary>Returns what the flow paid beyond the cheapest paths of the bush before the sweep.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sweep(Bush bush, LinkCosts costs, BushWorkspace work)
    {
        bush.OwnFlow();
        var excess = Label(bush, costs.Cost[bush.Trips.Group], work);
        var (order, start) = (bush.Order, bush.Start);
        var (cheapest, dearest, cheapEntry, dearEntry) = (work.Cheapest, work.Dearest, work.CheapestEntry, work.DearestEntry);
        for (var place = bush.NodeCount - 1; place > 0; place--)
        {
            if (start[place + 1] - start[place] < 2) continue;
            var node = order[place];
            if (dearEntry[node] < 0 || dearEntry[node] == cheapEntry[node]) continue;
            var difference = dearest[node] - cheapest[node];
            if (!(difference > EqualShare * cheapest[node])) continue;
            Shift(bush, node, costs, work);
        }

        return excess;
    }

    /// <summary>
    /// Costs of the cheapest path and of the dearest with flow, to every node, and the entries by which they arrive. Returns the excess
    /// cost.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Label(Bush bush, double[] cost, BushWorkspace work)
    {
        var (order, start, link, flow, tail) = (bush.Order, bush.Start, bush.Link, bush.Flow, work.Topology.Tail);
        var (cheapest, dearest, cheapEntry, dearEntry) = (work.Cheapest, work.Dearest, work.CheapestEntry, work.DearestEntry);
        var (place0, excess, origin) = (work.Place, 0.0, order[0]);
        (cheapest[origin], dearest[origin], cheapEntry[origin], dearEntry[origin], place0[origin]) = (0, 0, -1, -1, 0);
        for (var place = 1; place < bush.NodeCount; place++)
        {
            var (first, end, node) = (start[place], start[place + 1], order[place]);
            place0[node] = place;
            if (end - first == 1)
            {
                var (only, alone) = (tail[link[first]], cost[link[first]]);
                cheapest[node] = cheapest[only] + alone;
                cheapEntry[node] = first;
                dearest[node] = flow[first] > 0 ? dearest[only] + alone : double.NegativeInfinity;
                dearEntry[node] = flow[first] > 0 ? first : -1;
                continue;
            }

            var (low, high, lowEntry, highEntry) = (double.PositiveInfinity, double.NegativeInfinity, first, -1);
            for (var entry = first; entry < end; entry++)
            {
                var l = link[entry];
                var from = tail[l];
                var c = cost[l];
                var label = cheapest[from] + c;
                if (label < low) (low, lowEntry) = (label, entry);
                if (flow[entry] <= 0) continue;
                label = dearest[from] + c;
                if (label > high) (high, highEntry) = (label, entry);
            }

            (cheapest[node], dearest[node], cheapEntry[node], dearEntry[node]) = (low, high, lowEntry, highEntry);
            if (highEntry < 0 || !(high > low)) continue;
            for (var entry = first; entry < end; entry++) excess += flow[entry] * (cheapest[tail[link[entry]]] + cost[link[entry]] - low);
        }

        return excess;
    }

    /// <summary>Shifts flow between the two segments that end at a node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shift(Bush bush, int node, LinkCosts costs, BushWorkspace work)
    {
        var (link, flow, tail, place) = (bush.Link, bush.Flow, work.Topology.Tail, work.Place);
        var (dear, cheap, cost, slope) = (work.DearSegment, work.CheapSegment, costs.Cost[bush.Trips.Group], costs.Slope);
        var (dearCount, cheapCount, difference, steepness, most) = (0, 0, 0.0, 0.0, double.PositiveInfinity);
        var (dearNode, cheapNode) = (node, node);
        do
        {
            if (place[dearNode] >= place[cheapNode])
            {
                var entry = work.DearestEntry[dearNode];
                // Only rounding can leave flow behind a node that none reaches.
                if (entry < 0) return;
                var l = link[entry];
                dear[dearCount++] = entry;
                difference += cost[l];
                steepness += slope[l];
                most = Math.Min(most, flow[entry]);
                dearNode = tail[l];
            }
            else
            {
                var entry = work.CheapestEntry[cheapNode];
                var l = link[entry];
                cheap[cheapCount++] = entry;
                difference -= cost[l];
                steepness += slope[l];
                cheapNode = tail[l];
            }
        }
        while (dearNode != cheapNode || cheapNode == node);

        var dearSegment = dear.AsSpan(0, dearCount);
        var cheapSegment = cheap.AsSpan(0, cheapCount);
        work.Pairs.Add(bush, dearSegment, cheapSegment);
        if (difference > 0) Equalise(bush, dearSegment, cheapSegment, costs, difference, steepness, most);
    }

    /// <summary>Newton's steps within a bracket: the difference of the costs falls with the shift, but is not always smooth.</summary>
    public static void Equalise(
        Bush bush, ReadOnlySpan<int> dear, ReadOnlySpan<int> cheap, LinkCosts costs, double difference, double steepness, double most)
    {
        var (low, high, shifted, first) = (0.0, most, 0.0, difference);
        for (var step = 0; step < StepsMax; step++)
        {
            if (difference > 0) low = shifted;
            else high = shifted;
            var next = shifted + (difference / steepness);
            if (!(next < high)) next = high == most ? most : 0.5 * (low + high);
            else if (!(next > low)) next = 0.5 * (low + high);
            if (next == shifted) return;
            (difference, steepness) = Move(bush, dear, cheap, costs, next - shifted);
            shifted = next;
            if (Math.Abs(difference) < StepDoneShare * first || (shifted == most && difference > 0)) return;
        }
    }

    /// <summary>Moves flow from one segment to the other; returns their difference in cost and how fast it falls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Difference, double Steepness) Move(
        Bush bush, ReadOnlySpan<int> dear, ReadOnlySpan<int> cheap, LinkCosts costs, double units)
    {
        var (link, flow, cost) = (bush.Link, bush.Flow, costs.Cost[bush.Trips.Group]);
        var (difference, steepness) = (0.0, 0.0);
        foreach (var entry in dear)
        {
            var l = link[entry];
            var left = flow[entry] - units;
            if (left < bush.NoFlow) left = 0;
            costs.Flow[l] = Math.Max(0, costs.Flow[l] - flow[entry] + left);
            flow[entry] = left;
            costs.Update(l);
            difference += cost[l];
            steepness += costs.Slope[l];
        }

        foreach (var entry in cheap)
        {
            var l = link[entry];
            flow[entry] += units;
            costs.Flow[l] += units;
            if (flow[entry] < bush.NoFlow)
            {
                costs.Flow[l] = Math.Max(0, costs.Flow[l] - flow[entry]);
                flow[entry] = 0;
            }

            costs.Update(l);
            difference -= cost[l];
            steepness += costs.Slope[l];
        }

        return (difference, steepness);
    }
}
