using System.Diagnostics;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium;

/// <summary>
/// Static user equilibrium (Wardrop 1952, doi:10.1680/ipeds.1952.11259): no trip has a cheaper path than its own.
///
/// Sets: links a, groups g of classes that see the same costs, origins r, destinations s, paths p. Variables: path flows h in
/// passenger-car units, at least 0. Objective (Beckmann, McGuire and Winsten 1956): minimise the sum over a of the integral of
/// t_a from 0 to v_a, plus the sum over g and a of f_ga * v_ga, where v_ga is the flow of g on a, v_a the sum over g, t_a(v) =
/// t0 * (1 + b * (v / c)^p) and f_ga what toll and distance cost. Constraints: the paths of each g, r, s carry its trips. The
/// objective is convex, so that link flows (where t rises) are unique, and a point is optimal exactly where its relative gap is
/// 0.
///
/// Solved by origin bushes (Algorithm B: Dial 2006, doi:10.1016/j.trb.2006.02.008; Nie 2010, doi:10.1016/j.trb.2009.06.005),
/// which reach gaps of 1e-12 where link-based methods stall at 1e-5, and keep the paths for the next run. An iteration extends
/// the bushes that pay too much, each at the costs that those before it make, then evens out costs between known pairs of segments and
/// sweeps over the bushes that are far from it. O(origins * links) per iteration and of memory. One thread, deterministic but
/// for a time limit; different calls may run at the same time.
/// </summary>
public static class UserEquilibrium
{
    /// <summary>
    /// Finds the equilibrium; faults of classes and trips are collected in codes of <see cref="EquilibriumCodes"/>.
    /// </summary>
    /// <param name="network">Network.</param>
    /// <param name="classes">Classes of vehicles with their trips.</param>
    /// <param name="options">When to end.</param>
    /// <param name="cancellation">Ends the search with the flows that it has.</param>
    /// <param name="start">
    /// An equilibrium to start from: of this network, or of one that differs by <see cref="AssignmentNetwork.With"/>; trips may
    /// differ. Only the time that it takes depends on it, and the flows within the gap. The least time where the classes are the same
    /// with the same lists of trips, which must not have changed since.
    /// </param>
    public static Loaded<EquilibriumSolution> Find(
        AssignmentNetwork network, IReadOnlyList<VehicleClass> classes, EquilibriumOptions options, CancellationToken cancellation,
        EquilibriumSolution? start = null)
    {
        if (start is not null && start.Network.Topology != network.Topology)
            throw new ArgumentException("the equilibrium to start from is of another network", nameof(start));
        var clock = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        var groups = UserGroup.Of(network, classes, bag);
        var isKnown = start?.Demand.IsOf(classes) == true;
        var demand = isKnown ? start!.Demand : TripCompiler.Compile(network, classes, groups, bag);
        if (isKnown) bag.AddAll(demand.Findings);
        if (bag.HasErrors) return new Invalid<EquilibriumSolution>(bag.ToList());
        var search = new EquilibriumSearch(network, groups, demand, clock);
        if (start is null) search.StartCold();
        else if (!search.StartWarm(start) && isKnown)
        {
            // Trips compiled for this network are connected; those known were so in that of the start.
            TripCompiler.ReportUnconnected(network, demand.Trips, bag);
            if (bag.HasErrors) return new Invalid<EquilibriumSolution>(bag.ToList());
        }

        return new Valid<EquilibriumSolution>(search.Run(options, cancellation), bag.ToList());
    }
}
