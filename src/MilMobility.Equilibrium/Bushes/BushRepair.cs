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
    /// <summary>Whether the bush has flow on a closed link.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsNeeded(Bush bush, bool[] isClosed)
    {
        for (var entry = 0; entry < bush.EntryCount; entry++)
            if (isClosed[bush.Link[entry]] && bush.Flow[entry] > 0) return true;
        return false;
    }

    /// <summary>Repairs a bush whose flows are in those of the links; they and the costs follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Repair(Bush bush, LinkCosts costs, BushWorkspace work)
    {
        var cost = costs.Cost[bush.Trips.Group];
        BushExtension.Excess(bush, cost, work);
        BushExtension.Search(bush, cost, work);
        for (var place = 1; place < bush.NodeCount; place++)
        {
            for (var entry = bush.Start[place]; entry < bush.Start[place + 1]; entry++)
            {
                Add(bush, entry, -1, costs);
                var link = bush.Link[entry];
                var leadsForwards = work.Best[work.Topology.Tail[link]] < work.Best[bush.Order[place]];
                if (!leadsForwards || costs.IsClosed[link]) bush.Flow[entry] = 0;
            }
        }

        BushExtension.TakeCheapest(bush, work);
        BushLoading.Load(bush, work);
        for (var entry = 0; entry < bush.EntryCount; entry++) Add(bush, entry, 1, costs);
    }

    private static void Add(Bush bush, int entry, int sign, LinkCosts costs)
    {
        if (!(bush.Flow[entry] > 0)) return;
        var link = bush.Link[entry];
        costs.Flow[link] = Math.Max(0, costs.Flow[link] + (sign * bush.Flow[entry]));
        costs.Update(link);
    }
}
