using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Demand;

/// <summary>
/// Classes that see the same cost on every link, so that they choose the same paths: their passenger-car units are assigned
/// together, and how they share a path is read off afterwards.
/// </summary>
/// <param name="Classes">Positions of the classes in the list given.</param>
/// <param name="TollWeight">Time per unit of toll.</param>
/// <param name="DistanceWeight">Time per unit of length.</param>
/// <param name="FixedCost">By link: what toll and distance add to its time.</param>
internal sealed record UserGroup(IReadOnlyList<int> Classes, double TollWeight, double DistanceWeight, double[] FixedCost)
{
    /// <summary>The groups of some classes; a class or a cost that is not one is reported.</summary>
    public static IReadOnlyList<UserGroup> Of(AssignmentNetwork network, IReadOnlyList<VehicleClass> classes, DiagnosticBag bag)
    {
        var groups = new List<UserGroup>();
        foreach (var same in classes.Select((c, i) => (Class: c, Index: i)).GroupBy(c => (c.Class.TollWeight, c.Class.DistanceWeight)))
        {
            foreach (var (c, _) in same)
            {
                if (!(double.IsFinite(c.PassengerCarUnits) && c.PassengerCarUnits > 0))
                {
                    bag.Error(EquilibriumCodes.ClassInvalid, "", 0,
                        $"class '{c.Name}': passenger-car units = {c.PassengerCarUnits}; must be > 0");
                }
            }

            var (toll, distance) = same.Key;
            if (!double.IsFinite(toll) || !double.IsFinite(distance))
            {
                bag.Error(EquilibriumCodes.NegativeCost, "", 0, $"toll weight {toll}, distance weight {distance}; must be numbers");
                continue;
            }

            var cost = Array.ConvertAll(network.Links, link => (toll * link.Toll) + (distance * link.Length));
            for (var i = 0; i < cost.Length; i++)
            {
                if (network.Links[i].FreeFlowTime + cost[i] >= 0) continue;
                bag.Error(EquilibriumCodes.NegativeCost, "", 0,
                    $"{AssignmentNetwork.Named(network.Links[i])}: free-flow time {network.Links[i].FreeFlowTime} and weighted toll and "
                    + $"length {cost[i]} are less than 0 together; must be at least 0");
            }

            groups.Add(new UserGroup([.. same.Select(c => c.Index)], toll, distance, cost));
        }

        return groups;
    }
}
