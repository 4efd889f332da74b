using System.Runtime.CompilerServices;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// Brings a bush up to date with the costs: links without flow that are on no cheapest path leave, links that lead to a cheaper
/// path enter. A link enters only where the dearest path to its tail and itself cost less than the dearest path to its head:
/// then no cycle closes, and where a cheaper path exists at all, there is such a link (Nie 2010,
/// doi:10.1016/j.trb.2009.06.005). Cheaper paths are sought over all links, so that a detour of many links enters as one.
/// </summary>
internal static class BushExtension
{
    /// <summary>
    /// Adds links of cheaper paths that <see cref="BushSearch"/> found outside the bush at the costs of <see cref="Label"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Extend(Bush bush, double[] cost, BushWorkspace work)
    {
        foreach (var node in work.Improved)
        {
            var link = work.Arrival[node];
            if (work.Dearest[work.Topology.Tail[link]] + cost[link] < work.Dearest[node]) Add(node, link, work);
        }

        // Each cheaper path has a link by which the dearest grows, but that need not be one by which the cheapest falls.
        if (work.Added.Count == 0) AddAll(bush, cost, work);
        if (work.Added.Count == 0) return;
        if (IsInOrder(work)) Insert(bush, work);
        else Rebuild(bush, work);
        ForgetAdded(work);
    }

    /// <summary>
    /// Gives the bush the cheapest paths of all in place of its own; its links with flow, which stay, must lead from lower to higher costs
    /// of <see cref="BushWorkspace.Best"/>, so that no cycle closes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TakeCheapest(Bush bush, BushWorkspace work)
    {
        foreach (var node in work.Improved)
        {
            var (arrival, held) = (work.Arrival[node], -1);
            if (work.Place[node] is var place and >= 0)
            {
                for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
                    if (bush.Link[entry] == arrival) held = entry;
            }

            work.CheapestEntry[node] = held;
            if (held < 0) Add(node, arrival, work);
        }

        Rebuild(bush, work);
        ForgetAdded(work);
    }

    private static void ForgetAdded(BushWorkspace work)
    {
        foreach (var node in work.Added) work.FirstAdded[node] = -1;
        work.Added.Clear();
    }

    /// <summary>
    /// Costs of the cheapest and the dearest path to every node, the latter over the links that stay if the bush is rebuilt.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Label(Bush bush, double[] cost, BushWorkspace work)
    {
        var (order, start, link, flow, tail) = (bush.Order, bush.Start, bush.Link, bush.Flow, work.Topology.Tail);
        var (cheapest, dearest, cheapEntry) = (work.Cheapest, work.Dearest, work.CheapestEntry);
        Array.Fill(cheapest, double.PositiveInfinity);
        Array.Fill(dearest, double.PositiveInfinity);
        Array.Fill(work.Place, -1);
        work.Place[order[0]] = 0;
        (cheapest[order[0]], dearest[order[0]], cheapEntry[order[0]]) = (0, 0, -1);
        for (var place = 1; place < bush.NodeCount; place++)
        {
            var (first, end, node) = (start[place], start[place + 1], order[place]);
            work.Place[node] = place;
            if (end - first == 1)
            {
                var (only, alone) = (tail[link[first]], cost[link[first]]);
                (cheapest[node], dearest[node], cheapEntry[node]) = (cheapest[only] + alone, dearest[only] + alone, first);
                continue;
            }

            var (low, lowEntry) = (double.PositiveInfinity, first);
            for (var entry = first; entry < end; entry++)
            {
                var label = cheapest[tail[link[entry]]] + cost[link[entry]];
                if (label < low) (low, lowEntry) = (label, entry);
            }

            var high = dearest[tail[link[lowEntry]]] + cost[link[lowEntry]];
            for (var entry = first; entry < end; entry++)
            {
                if (entry == lowEntry) continue;
                if (flow[entry] > 0) high = Math.Max(high, dearest[tail[link[entry]]] + cost[link[entry]]);
            }

            (cheapest[node], dearest[node], cheapEntry[node]) = (low, high, lowEntry);
        }
    }

    /// <summary>Adds all links outside the bush by which the dearest grows.</summary>
    private static void AddAll(Bush bush, double[] cost, BushWorkspace work)
    {
        var (outStart, head, through) = (work.Topology.OutStart, work.Topology.Head, work.Topology.FirstThroughNode);
        for (var place = 0; place < bush.NodeCount; place++)
        {
            var node = bush.Order[place];
            if (node < through && node != bush.Trips.Origin) continue;
            for (var link = outStart[node]; link < outStart[node + 1]; link++)
            {
                var next = head[link];
                if (work.Dearest[node] + cost[link] < work.Dearest[next] && !Holds(bush, next, link, work)) Add(next, link, work);
            }
        }
    }

    private static void Add(int node, int link, BushWorkspace work)
    {
        work.NextAdded[link] = work.FirstAdded[node];
        work.FirstAdded[node] = link;
        work.Added.Add(node);
    }

    private static bool Holds(Bush bush, int node, int link, BushWorkspace work)
    {
        var entry = work.CheapestEntry[node];
        // The cheapest entry lies within the node's range; the others lie around it.
        for (var e = entry; e >= 0 && work.Topology.Head[bush.Link[e]] == node; e--)
            if (bush.Link[e] == link) return true;
        for (var e = entry + 1; e < bush.EntryCount && work.Topology.Head[bush.Link[e]] == node; e++)
            if (bush.Link[e] == link) return true;
        return false;
    }

    /// <summary>Whether the order of the nodes suits the added links as it is.</summary>
    private static bool IsInOrder(BushWorkspace work)
    {
        foreach (var node in work.Added)
        {
            for (var link = work.FirstAdded[node]; link >= 0; link = work.NextAdded[link])
                if (work.Place[work.Topology.Tail[link]] >= work.Place[node]) return false;
        }

        return true;
    }

    /// <summary>Adds the links and leaves the nodes where they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Insert(Bush bush, BushWorkspace work)
    {
        var links = 0;
        for (var place = 0; place < bush.NodeCount; place++)
        {
            work.Start[place] = links;
            Write(bush, bush.Order[place], work, ref links);
        }

        work.Start[bush.NodeCount] = links;
        bush.Take(
            bush.Order.AsSpan(0, bush.NodeCount), work.Start.AsSpan(0, bush.NodeCount + 1), work.Link.AsSpan(0, links),
            work.Flow.AsSpan(0, links));
    }

    /// <summary>Orders the nodes again, each behind the tails of its entries: by a walk backwards along them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rebuild(Bush bush, BushWorkspace work)
    {
        var (nodes, links) = (0, 0);
        for (var place = 0; place < bush.NodeCount; place++) Walk(bush, bush.Order[place], work, ref nodes, ref links);
        foreach (var node in work.Added) Walk(bush, node, work, ref nodes, ref links);
        work.Start[nodes] = links;
        for (var place = 0; place < nodes; place++) work.IsPlaced[work.Order[place]] = false;
        bush.Take(work.Order.AsSpan(0, nodes), work.Start.AsSpan(0, nodes + 1), work.Link.AsSpan(0, links), work.Flow.AsSpan(0, links));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Walk(Bush bush, int root, BushWorkspace work, ref int nodes, ref int links)
    {
        if (work.IsPlaced[root]) return;
        var (stack, depth) = (work.Stack, 0);
        stack[depth++] = root;
        while (depth > 0)
        {
            var node = stack[depth - 1];
            if (work.IsPlaced[node])
            {
                depth--;
                continue;
            }

            var before = UnplacedTail(bush, node, work);
            if (before >= 0)
            {
                stack[depth++] = before;
                continue;
            }

            depth--;
            work.IsPlaced[node] = true;
            work.Order[nodes] = node;
            work.Start[nodes++] = links;
            Write(bush, node, work, ref links);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int UnplacedTail(Bush bush, int node, BushWorkspace work)
    {
        var tail = work.Topology.Tail;
        var place = work.Place[node];
        if (place >= 0)
        {
            for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
            {
                var from = tail[bush.Link[entry]];
                if ((bush.Flow[entry] > 0 || entry == work.CheapestEntry[node]) && !work.IsPlaced[from]) return from;
            }
        }

        for (var link = work.FirstAdded[node]; link >= 0; link = work.NextAdded[link])
            if (!work.IsPlaced[tail[link]]) return tail[link];
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Write(Bush bush, int node, BushWorkspace work, ref int links)
    {
        var place = work.Place[node];
        if (place >= 0)
        {
            for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
            {
                if (!(bush.Flow[entry] > 0 || entry == work.CheapestEntry[node])) continue;
                work.Link[links] = bush.Link[entry];
                work.Flow[links++] = bush.Flow[entry];
            }
        }

        for (var link = work.FirstAdded[node]; link >= 0; link = work.NextAdded[link])
        {
            work.Link[links] = link;
            work.Flow[links++] = 0;
        }
    }
}
