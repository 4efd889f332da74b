using MilMobility.Equilibrium.Bushes;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium;

/// <summary>
/// Flows of a user equilibrium, as near to it as <see cref="RelativeGap"/> says. Links are those given to the network, in their
/// order; links left out have neither flow nor time. Immutable.
/// </summary>
public sealed class EquilibriumSolution
{
    internal EquilibriumSolution(
        AssignmentNetwork network, IReadOnlyList<UserGroup> groups, CompiledDemand demand, IReadOnlyList<Bush> bushes)
    {
        (Network, Groups, Demand, Bushes) = (network, groups, demand, bushes);
    }

    public AssignmentNetwork Network { get; }

    /// <summary>By link: passenger-car units of all classes.</summary>
    public required IReadOnlyList<double> CarUnits { get; init; }

    /// <summary>By link: travel time at this flow.</summary>
    public required IReadOnlyList<double> Time { get; init; }

    /// <summary>
    /// By class, then by link: vehicles. Where classes see the same costs, only their sum is determined; each origin's classes
    /// then share its paths in proportion.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<double>> Vehicles { get; init; }

    /// <summary>Beckmann's objective: the sum over links of the integral of time, and of what fixed costs the groups pay there.</summary>
    public required double Objective { get; init; }

    /// <summary>Sum over links of vehicles and time.</summary>
    public required double TotalTravelTime { get; init; }

    /// <summary>Sum over links of passenger-car units and cost, tolls and distance included.</summary>
    public required double TotalCost { get; init; }

    /// <summary>What the trips would cost if each took the cheapest path at these costs.</summary>
    public required double CheapestCost { get; init; }

    /// <summary>TotalCost / CheapestCost - 1, from shortest paths searched anew at the final flows.</summary>
    public required double RelativeGap { get; init; }

    public required int Iterations { get; init; }

    /// <summary>Time of the whole assignment, that of checking the gap included.</summary>
    public required TimeSpan Elapsed { get; init; }

    public required EquilibriumStop Stop { get; init; }

    /// <summary>The rounds, in their order.</summary>
    public required IReadOnlyList<EquilibriumRound> Trace { get; init; }

    internal IReadOnlyList<UserGroup> Groups { get; }

    internal CompiledDemand Demand { get; }

    /// <summary>Never changed once they are here: a later assignment that starts from them copies what it changes.</summary>
    internal IReadOnlyList<Bush> Bushes { get; }
}
