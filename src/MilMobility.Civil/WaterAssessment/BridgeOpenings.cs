using MilMobility.Civil.Assessment;
using MilMobility.Civil.Bottlenecks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// Road traffic at movable bridges that open for military vessels: a vessel whose air draught exceeds the closed clearance stops the road
/// for the bridge's opening time, from when it comes. Openings that overlap are one longer one. Each direction queues as at a
/// point where nothing passes meanwhile (<see cref="MovingBottleneck.Queue"/>). Limits: the plan's vessels never wait for a bridge,
/// and no hours in which it stays closed; civil vessels pass with them and cost nothing more.
/// </summary>
public static class BridgeOpenings
{
    /// <summary>Openings that the plan needs, in order of bridge and time.</summary>
    public static IReadOnlyList<BridgeOpening> Of(AssessmentInput input)
    {
        var bridges = input.Network.Dataset.MovableBridges.ToLookup(b => b.Node, StringComparer.Ordinal);
        var passages = new SortedDictionary<string, (MovableBridgeRow Bridge, List<double> At)>(StringComparer.Ordinal);
        foreach (var planned in input.Plan.Planned.Where(p => p.Serial.Water is not null))
        {
            foreach (var move in planned.Steps.OfType<MoveStep>().Where(m => m.Mode == TransportMode.Water))
            {
                foreach (var bridge in bridges[move.From].Where(b => planned.Serial.Water!.AirDraughtCm > b.ClearanceClosedCm))
                {
                    if (!passages.TryGetValue(bridge.Id, out var at)) passages[bridge.Id] = at = (bridge, []);
                    at.At.Add(move.StartSeconds);
                }
            }
        }

        return
        [
            .. passages.Values.SelectMany(p =>
                Closures(p.At, 60.0 * p.Bridge.OpeningMinutes).Select(c => Opening(input, p.Bridge, c))),
        ];
    }

    /// <summary>Times at which the road is closed, overlapping ones joined.</summary>
    /// <param name="passages">When vessels pass, seconds, in any order.</param>
    /// <param name="seconds">How long the road is closed for one.</param>
    public static IReadOnlyList<(double From, double To)> Closures(IEnumerable<double> passages, double seconds)
    {
        var closures = new List<(double From, double To)>();
        foreach (var at in passages.Order())
        {
            if (closures.Count > 0 && at <= closures[^1].To) closures[^1] = (closures[^1].From, at + seconds);
            else closures.Add((at, at + seconds));
        }

        return closures;
    }

    /// <summary>Unit-hours lost by one direction of a road that is closed for a time.</summary>
    /// <param name="capacity">Units per hour afterwards.</param>
    /// <param name="demand">Units per hour that come.</param>
    /// <param name="hours">How long it is closed.</param>
    /// <param name="hoursMax">Where the demand reaches the capacity, the queue is followed for so long.</param>
    public static double RoadHours(double capacity, double demand, double hours, double hoursMax)
    {
        var queue = MovingBottleneck.Queue(capacity, 0, demand, hours);
        return double.IsInfinity(queue.DelayHours) ? queue.UnitsMax * ((hours / 2) + hoursMax) : queue.DelayHours;
    }

    private static BridgeOpening Opening(AssessmentInput input, MovableBridgeRow bridge, (double From, double To) closed)
    {
        var hour = (int)(closed.From / 3600);
        var node = input.Network.Dataset.Nodes[input.Network.NodeIndex[bridge.Node]];
        if (bridge.RoadLink.Length == 0) return new BridgeOpening(bridge.Node, node.Manager, node.Region, hour, 0);
        var link = input.Network.LinkIndex[bridge.RoadLink];
        var (day, hourOfDay) = (input.Scenario.Clock.DayAt(hour * 3600), input.Scenario.Clock.At(hour * 3600).Hour);
        var cars = input.Pricing.Demand.Of(2 * link, 0, day, hourOfDay);
        var freight = input.Pricing.Demand.Of(2 * link, 1, day, hourOfDay);
        if (cars + freight <= 0) return new BridgeOpening(bridge.Node, node.Manager, node.Region, hour, 0);
        var vehiclesPerUnit = (cars + (freight / input.Pricing.Parameters.FreightVehiclePcu)) / (cars + freight);
        var units = RoadHours(
            input.Network.LinkCapacityPerHour[link], cars + freight, (closed.To - closed.From) / 3600,
                input.Pricing.Parameters.QueueHoursMax);
        var directions = input.Network.LinkTwoWay[link] ? 2 : 1;
        return new BridgeOpening(bridge.Node, node.Manager, node.Region, hour, directions * units * vehiclesPerUnit);
    }
}

/// <summary>A bridge that is open for military vessels.</summary>
/// <param name="Node">Its water node.</param>
/// <param name="Manager">Manager of the node.</param>
/// <param name="Region">Region of the node.</param>
/// <param name="Hour">Hour since the scenario's start in which it opens.</param>
/// <param name="VehicleHours">Lost on the road that it carries; 0 where the dataset does not have it.</param>
public sealed record BridgeOpening(string Node, string Manager, string Region, int Hour, double VehicleHours);
