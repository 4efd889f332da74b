using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Costs;

namespace MilMobility.Equilibrium.Bushes;

/// <summary>
/// Takes an origin's flow off closed links at once: its bush keeps the links that lead forwards by the cheapest costs without them, gets
/// the cheapest path to every node, and what a closed link carried goes in the proportions of the other links to the node, or along its
/// cheapest path if there are none. Extended step by step, a bush would take as many rounds as a detour has links.
/// </summary>
internal static class BushRepair
{
    /// <summary>Changes below this share of a link's flow are rounding, which the next sum over the bushes takes away.</summary>
    private const double NoChangeShare = 1e-13;

    /// <summary>Whether the bush has flow on a closed link.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsNeeded(Bush bush, bool[] isClosed)
    {
        for (var entry = 0; entry < bush.EntryCount; entry++)
            if (isClosed[bush.Link[entry]] && bush.Flow[entry] > 0) return true;
        return false;
    }

    /// <summary>Repairs a bush whose flows are in those of the links; they and the costs follow.</summary>
    /// <returns>Whether every trip has a way that is sure to be open: one that costs less than a closed link.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Repair(Bush bush, LinkCosts costs, BushWorkspace work)
    {
        var cost = costs.Cost[bush.Trips.Group];
        BushExtension.Label(bush, cost, work);
        BushSearch.Run(bush, cost, work);
        bush.OwnFlow();
        for (var place = 1; place < bush.NodeCount; place++)
        {
            for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
            {
                var link = bush.Link[entry];
                work.Change[link] -= bush.Flow[entry];
                var leadsForwards = work.Best[work.Topology.Tail[link]] < work.Best[bush.Order[place]];
                if (!leadsForwards || costs.IsClosed[link]) bush.Flow[entry] = 0;
            }
        }

        BushExtension.TakeCheapest(bush, work);
        BushLoading.Load(bush, work);
        for (var entry = 0; entry < bush.EntryCount; entry++) work.Change[bush.Link[entry]] += bush.Flow[entry];
        Apply(costs, work.Change);
        foreach (var destination in bush.Trips.Destinations)
            if (!(work.Best[destination] < costs.ClosedCost)) return false;
        return true;
    }

    /// <summary>Most links keep their flow but for rounding: their costs need not be known anew.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply(LinkCosts costs, double[] change)
    {
        for (var link = 0; link < change.Length; link++)
        {
            if (Math.Abs(change[link]) > NoChangeShare * costs.Flow[link])
            {
                costs.Flow[link] = Math.Max(0, costs.Flow[link] + change[link]);
                costs.Update(link);
            }
        }

        Array.Clear(change);
    }
}
