using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Merging;

/// <summary>
/// Joins road bridges to the bridges of fairways beneath them: nearest pairs within 150 m, each bridge once. Both nodes get one
/// place, <c>bridge-</c> and the fairway bridge's id, unless one belongs to a place already. Static and thread-safe.
/// </summary>
public static class BridgeMerging
{
    private const double MetresMax = 150;

    public static IReadOnlyList<NodeJoin> Merge(NetworkDraft draft)
    {
        var road = new NodeGrid(draft, TransportMode.Road);
        var pairs = new List<(int Water, int Road, double Metres)>();
        for (var i = 0; i < draft.NodeCount; i++)
        {
            var node = draft.Nodes[i];
            if (node.Mode != TransportMode.Water || node.Kind != "bridge" || node.Place.Length > 0) continue;
            foreach (var (other, metres) in road.Within(node.Lat, node.Lon, MetresMax))
                if (draft.Nodes[other].Kind == "bridge" && draft.Nodes[other].Place.Length == 0) pairs.Add((i, other, metres));
        }

        var joins = new List<NodeJoin>();
        var taken = new HashSet<int>();
        var byWater = pairs.ToLookup(p => p.Water);
        foreach (var (water, over, metres) in pairs.OrderBy(p => p.Metres).ThenBy(p => p.Water).ThenBy(p => p.Road))
        {
            if (taken.Contains(water) || taken.Contains(over)) continue;
            taken.Add(water);
            taken.Add(over);
            var (below, above) = (draft.Nodes[water], draft.Nodes[over]);
            var place = $"bridge-{DraftIds.Slug(below.Id.Length > 0 ? below.Id : $"{below.Key}")}";
            draft.SetNode(water, below with { Place = place });
            draft.SetNode(over, above with { Place = place });
            var next = byWater[water].Where(p => p.Road != over).OrderBy(p => p.Metres).FirstOrDefault((Water: -1, Road: -1, Metres: 0));
            joins.Add(new NodeJoin(
                below.Id, place, $"{above.Name} [{above.Key}]", "bridge", metres,
                next.Road < 0 ? "" : draft.Nodes[next.Road].Name, next.Metres));
        }

        return joins;
    }
}
