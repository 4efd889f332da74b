using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.RoadDemand;

/// <summary>A place where trips begin and end.</summary>
/// <param name="Id">Id.</param>
/// <param name="Inhabitants">Inhabitants, > 0.</param>
/// <param name="Lat">Latitude of its centre, WGS84.</param>
/// <param name="Lon">Longitude.</param>
public sealed record DemandZone(string Id, double Inhabitants, double Lat, double Lon)
{
    /// <summary>Whether its inhabitants stand for what comes across the border.</summary>
    public bool IsCrossing { get; init; }
}

/// <summary>
/// The roads of a compiled network as civil traffic sees them: both directions of every road that is open, and every zone joined
/// to the nearest node from which all others can be reached and that can be reached from all. O(roads + zones * nodes).
/// </summary>
public static class NationalRoads
{
    /// <summary>Interchanges have ramps; where other roads of these classes meet others, they cross on one level.</summary>
    private const string GradeSeparatedClass = "motorway";
    private const string GradeSeparatedKind = "interchange";

    /// <summary>The network, with the arc of the compiled network by road.</summary>
    /// <param name="network">Compiled network.</param>
    /// <param name="zones">Zones; without any the network has roads only, in however many parts.</param>
    /// <param name="parameters">Needed where there are zones.</param>
    public static Loaded<NationalRoadNetwork> Compile(
        CompiledNetwork network, IReadOnlyList<DemandZone> zones, RoadDemandParameters? parameters)
    {
        var (roads, arcs) = (new List<CivilRoad>(), new List<int>());
        for (var link = 0; link < network.LinkCount; link++)
        {
            if (network.LinkMode[link] != TransportMode.Road) continue;
            Add(2 * link, network.LinkFrom[link], network.LinkTo[link]);
            if (network.LinkTwoWay[link]) Add((2 * link) + 1, network.LinkTo[link], network.LinkFrom[link]);
        }

        var inMain = MainPart(network.NodeCount, roads);
        var candidates = Enumerable.Range(0, network.NodeCount).Where(n => inMain[n]).ToList();
        if (candidates.Count == 0 && zones.Count > 0)
        {
            var bag = new DiagnosticBag();
            bag.Error("CIV003", network.Dataset.Folder, 0, "no two road nodes can be reached from each other");
            return new Invalid<NationalRoadNetwork>(bag.ToList());
        }

        var connectors = zones.Select((zone, z) => Nearest(network, zone, z, candidates, parameters!)).ToList();
        var atGrade = network.Dataset.Nodes.Select(n => n.Kind != GradeSeparatedKind).ToList();
        return CivilRoadNetwork.Compile(
            network.Dataset.Name, atGrade, zones.Count, roads, connectors, parameters?.TravelTime ?? default) switch
        {
            Valid<CivilRoadNetwork> valid => new Valid<NationalRoadNetwork>(new NationalRoadNetwork(valid.Value, arcs), valid.Diagnostics),
            var invalid => new Invalid<NationalRoadNetwork>(invalid.Diagnostics),
        };

        void Add(int arc, int from, int to)
        {
            var (link, row) = (arc >> 1, network.Dataset.Links[arc >> 1]);
            arcs.Add(arc);
            roads.Add(new CivilRoad(
                network.LinkId[link], from, to, network.LinkLengthMetres[link] / 1000.0, network.LinkSpeedKmh[link],
                Math.Max(1, network.LinkLanesOrTracks[link]), network.LinkCapacityPerHour[link], row.Class, row.Manager, row.Region)
            {
                HasCrossings = row.Class != GradeSeparatedClass,
            });
        }
    }

    private static ZoneConnector Nearest(
        CompiledNetwork network, DemandZone zone, int index, List<int> candidates, RoadDemandParameters parameters)
    {
        double Metres(int node) => GreatCircle.Metres(zone.Lat, zone.Lon, network.NodeLat[node], network.NodeLon[node]);
        var node = candidates.MinBy(Metres);
        var km = Metres(node) / 1000 * parameters.ConnectorDetour;
        return new ZoneConnector(index, node, km / parameters.ConnectorSpeedKmh, km);
    }

    /// <summary>Nodes from which the node with most roads can be reached, and that can be reached from it.</summary>
    private static bool[] MainPart(int nodes, List<CivilRoad> roads)
    {
        if (roads.Count == 0) return new bool[nodes];
        var hub = roads.GroupBy(r => r.From).MaxBy(g => g.Count())!.Key;
        var (there, back) = (Reached(roads.ToLookup(r => r.From, r => r.To)), Reached(roads.ToLookup(r => r.To, r => r.From)));
        return [.. there.Zip(back, (a, b) => a && b)];

        bool[] Reached(ILookup<int, int> next)
        {
            var (seen, stack) = (new bool[nodes], new Stack<int>([hub]));
            seen[hub] = true;
            while (stack.TryPop(out var node))
            {
                foreach (var to in next[node].Where(to => !seen[to]))
                {
                    seen[to] = true;
                    stack.Push(to);
                }
            }

            return seen;
        }
    }
}

/// <summary>Roads for the equilibrium, and the arc of the compiled network (as in PriceBandTable) by road.</summary>
public sealed record NationalRoadNetwork(CivilRoadNetwork Roads, IReadOnlyList<int> Arcs);
