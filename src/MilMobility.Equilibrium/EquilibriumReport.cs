using System.Diagnostics;
using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Costs;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Equilibrium.Paths;

namespace MilMobility.Equilibrium;

/// <summary>Makes the solution from the bushes at the end of an assignment: sums in the order and numbering of the links given.</summary>
internal static class EquilibriumReport
{
    public static EquilibriumSolution Of(
        AssignmentNetwork network, CompiledDemand demand, IReadOnlyList<UserGroup> groups, Bush[] bushes, LinkCosts costs,
        BushWorkspace work, AllOrNothing.Costs verified, IReadOnlyList<EquilibriumRound> trace, Stopwatch clock, EquilibriumStop stop)
    {
        var groupFlow = GroupFlows(groups.Count, bushes, costs);
        var vehicles = ClassFlows(demand.Classes, groups, bushes, groupFlow, work);
        var (objective, time) = (new CompensatedSum(), new CompensatedSum());
        for (var link = 0; link < costs.Flow.Length; link++)
        {
            objective.Add(costs.Integral(link));
            for (var group = 0; group < groups.Count; group++) objective.Add(groupFlow[group][link] * groups[group].FixedCost[link]);
            foreach (var flow in vehicles) time.Add(flow[link] * costs.Time[link]);
        }

        var topology = network.Topology;
        return new EquilibriumSolution(network, groups, demand, bushes)
        {
            CarUnits = AsGiven(topology, costs.Flow),
            Time = AsGiven(topology, costs.Time),
            Vehicles = [.. vehicles.Select(flow => AsGiven(topology, flow))],
            Objective = objective.Value,
            TotalTravelTime = time.Value,
            TotalCost = verified.TotalCost,
            CheapestCost = verified.CheapestCost,
            RelativeGap = verified.RelativeGap,
            Iterations = trace.Count,
            Trace = trace,
            Stop = stop,
            Elapsed = clock.Elapsed,
        };
    }

    /// <summary>By group and link: passenger-car units.</summary>
    public static IReadOnlyList<double[]> GroupFlows(int groups, Bush[] bushes, LinkCosts costs)
    {
        if (groups == 1) return [costs.Flow];
        var flows = Enumerable.Range(0, groups).Select(_ => new double[costs.Flow.Length]).ToArray();
        foreach (var bush in bushes) BushLoading.AddTo(bush, flows[bush.Trips.Group]);
        return flows;
    }

    private static double[][] ClassFlows(
        IReadOnlyList<VehicleClass> classes, IReadOnlyList<UserGroup> groups, Bush[] bushes, IReadOnlyList<double[]> groupFlow,
        BushWorkspace work)
    {
        var flows = new double[classes.Count][];
        for (var group = 0; group < groups.Count; group++)
        {
            var members = groups[group].Classes;
            if (members.Count == 1)
            {
                flows[members[0]] = Array.ConvertAll(groupFlow[group], units => units / classes[members[0]].PassengerCarUnits);
                continue;
            }

            foreach (var member in members) flows[member] = new double[groupFlow[group].Length];
            foreach (var bush in bushes.Where(b => b.Trips.Group == group))
            {
                for (var m = 0; m < members.Count; m++) BushLoading.AddShare(bush, bush.Trips.Vehicles[m], flows[members[m]], work);
            }
        }

        return flows;
    }

    private static double[] AsGiven(Topology topology, double[] values)
    {
        var given = new double[topology.OfGiven.Length];
        for (var i = 0; i < given.Length; i++) given[i] = topology.OfGiven[i] >= 0 ? values[topology.OfGiven[i]] : 0;
        return given;
    }
}
