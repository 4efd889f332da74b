using MilMobility.Civil.RoadImpacts;

namespace MilMobility.Civil.Bottlenecks;

/// <summary>
/// What columns leave of the capacity of every road. On a road that a column drives along, its far end sees no more than what
/// passes beside it for the time of <see cref="MovingBottleneck.RestrictedHours"/>. At a node where roads meet at grade, nobody
/// cuts through a column (Reglement verkeersregels en verkeerstekens 1990, article 16): every other road with crossings that ends
/// there is blocked for the full pass time, except the one by which traffic comes against the column, which does not cross it.
/// Which at-grade approaches a column really crosses depends on lanes and signals that the dataset does not have: all count.
/// </summary>
public static class CapacityLoss
{
    /// <summary>What every road that a column touches lets by over time. O(passages * roads at a node).</summary>
    /// <param name="network">Roads.</param>
    /// <param name="passages">Columns on roads; each road of a column's way is a passage. Hours since the scenario's start.</param>
    public static SortedDictionary<int, CapacityTimeline> Timelines(
        CivilRoadNetwork network, IReadOnlyList<ConvoyPassage> passages)
    {
        var timelines = new SortedDictionary<int, CapacityTimeline>();
        foreach (var passage in passages)
        {
            var road = network.Roads[passage.Road];
            var leaves = passage.EnterHours + (road.LengthKm / passage.SpeedKmh);
            var gone = leaves + passage.PassHours;
            var hours = MovingBottleneck.RestrictedHours(road.LengthKm, road.SpeedKmh, passage.ColumnKm, passage.SpeedKmh);
            Of(passage.Road).Restrict(gone - hours, gone, road.Beside);
            if (!network.IsAtGrade(road.To)) continue;
            foreach (var other in network.RoadsInto(road.To))
            {
                if (other == passage.Road || !network.Roads[other].HasCrossings || IsOncoming(passage.NextRoad, other)) continue;
                Of(other).Restrict(leaves, gone, 0);
            }
        }

        return timelines;

        CapacityTimeline Of(int road)
        {
            if (!timelines.TryGetValue(road, out var timeline))
                timelines[road] = timeline = new CapacityTimeline(network.Roads[road].Capacity);
            return timeline;
        }

        bool IsOncoming(int next, int other) => next >= 0 && network.Roads[other].From == network.Roads[next].To;
    }
}
