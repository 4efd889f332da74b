using MilMobility.Domain.Plans;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.Assessment;

/// <summary>
/// The plan's use of every rate resource, by hour of head entry (rule 12 of the movement model): roads the larger of the column's
/// passenger-car units and the lane it takes for its pass time; rail one path; locks one lockage.
/// </summary>
public static class RateUse
{
    /// <summary>Units used, by resource (as in PriceBandTable) and hour since the scenario's start.</summary>
    public static SortedDictionary<(int Resource, int Hour), int> Of(CompiledNetwork network, MovementPlan plan)
    {
        var use = new SortedDictionary<(int Resource, int Hour), int>();
        foreach (var planned in plan.Planned)
        {
            foreach (var move in planned.Steps.OfType<MoveStep>()) Add(network, planned.Serial, move, use);
        }

        return use;
    }

    private static void Add(
        CompiledNetwork network, Serial serial, MoveStep move, SortedDictionary<(int Resource, int Hour), int> use)
    {
        var link = network.LinkIndex[move.Link];
        var from = network.NodeIndex[move.From];
        var resource = network.LinkFrom[link] == from ? 2 * link : (2 * link) + 1;
        int amount;
        switch (move.Mode)
        {
            case TransportMode.Road:
                amount = OfColumn(serial.Road!, network.LinkCapacityPerHour[link], network.LinkLanesOrTracks[link]);
                break;
            case TransportMode.Rail:
                amount = 1;
                break;
            default:
                if (network.NodeLock[from] < 0) return;
                resource = network.ArcCount + network.NodeLock[from];
                amount = 1;
                break;
        }

        var key = (resource, move.StartSeconds / 3600);
        use[key] = use.GetValueOrDefault(key) + amount;
    }

    private static int OfColumn(RoadFootprint column, int capacityPerHour, int lanes)
    {
        var perHour = 3600L * Math.Max(1, lanes);
        var laneTaken = (((long)capacityPerHour * column.PassSeconds) + perHour - 1) / perHour;
        return Math.Max(column.PassengerCarUnits, (int)laneTaken);
    }
}
