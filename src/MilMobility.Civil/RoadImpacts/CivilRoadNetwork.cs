using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Civil.RoadImpacts;

/// <summary>
/// Roads, zones and connectors as a network for the user equilibrium, with what the impact is told by. Its links are the roads in
/// their order, then what only joins: the two ways of each connector, and the far ends of parallel roads, which the equilibrium knows
/// by their two nodes only. Zones may only begin and end a trip. Hours and km. Immutable.
/// </summary>
public sealed class CivilRoadNetwork
{
    private readonly bool[] _isAtGrade;
    private readonly ILookup<int, int> _into;

    private CivilRoadNetwork(
        AssignmentNetwork assignment, IReadOnlyList<CivilRoad> roads, IReadOnlyList<ZoneConnector> connectors, bool[] isAtGrade, int zones)
    {
        (Assignment, Roads, Connectors, _isAtGrade, ZoneCount) = (assignment, roads, connectors, isAtGrade, zones);
        _into = Enumerable.Range(0, roads.Count).ToLookup(i => roads[i].To);
    }

    public AssignmentNetwork Assignment { get; }

    /// <summary>The first links of the assignment.</summary>
    public IReadOnlyList<CivilRoad> Roads { get; }

    public IReadOnlyList<ZoneConnector> Connectors { get; }

    public int ZoneCount { get; }

    /// <summary>Nodes of roads; zones are not among them.</summary>
    public int NodeCount => _isAtGrade.Length;

    /// <summary>Whether roads meet at this node on one level.</summary>
    public bool IsAtGrade(int node) => _isAtGrade[node];

    /// <summary>Roads that end at a node.</summary>
    public IEnumerable<int> RoadsInto(int node) => _into[node];

    /// <summary>Every fault of roads and connectors is collected: CIV003, and those of the equilibrium.</summary>
    /// <param name="name">Named by findings.</param>
    /// <param name="isAtGrade">By node: whether roads meet there on one level.</param>
    /// <param name="zones">Number of zones.</param>
    /// <param name="roads">Roads.</param>
    /// <param name="connectors">Connectors; a zone may have several, one of each node.</param>
    /// <param name="function">Travel time of all roads.</param>
    public static Loaded<CivilRoadNetwork> Compile(
        string name, IReadOnlyList<bool> isAtGrade, int zones, IReadOnlyList<CivilRoad> roads, IReadOnlyList<ZoneConnector> connectors,
        TravelTimeFunction function)
    {
        var bag = new DiagnosticBag();
        foreach (var road in roads.Where(r => !(r.Lanes >= 1 && r.Capacity > 0 && r.SpeedKmh > 0 && r.LengthKm >= 0)))
        {
            bag.Error("CIV003", name, 0,
                $"road '{road.Id}': {road.Lanes} lanes, capacity {road.Capacity}, {road.SpeedKmh} km/h, {road.LengthKm} km; lanes, "
                + "capacity and speed must be above 0, length at least 0");
        }

        foreach (var connector in connectors.Where(c => c.Zone < 0 || c.Zone >= zones || c.Node < 0 || c.Node >= isAtGrade.Count))
        {
            bag.Error("CIV003", name, 0,
                $"connector of zone {connector.Zone} to node {connector.Node}; there are {zones} zones and {isAtGrade.Count} nodes");
        }

        if (bag.HasErrors) return new Invalid<CivilRoadNetwork>(bag.ToList());
        var joints = new List<AssignmentLink>();
        var links = new List<AssignmentLink>();
        var (nodes, ends) = (zones + isAtGrade.Count, new HashSet<(int, int)>());
        foreach (var road in roads)
        {
            var (from, to) = (zones + road.From, zones + road.To);
            if (!ends.Add((from, to)))
            {
                joints.Add(new AssignmentLink(nodes, to, 1, 0, 0, 0));
                to = nodes++;
            }

            links.Add(new AssignmentLink(
                from, to, road.Capacity, road.LengthKm / road.SpeedKmh, function.Alpha, function.Beta, road.LengthKm));
        }

        links.AddRange(joints);
        foreach (var (zone, node, hours, length) in connectors)
        {
            links.Add(new AssignmentLink(zone, zones + node, 1, hours, 0, 0, length));
            links.Add(new AssignmentLink(zones + node, zone, 1, hours, 0, 0, length));
        }

        return AssignmentNetwork.Compile(name, nodes, zones, zones, links) switch
        {
            Valid<AssignmentNetwork> valid => new Valid<CivilRoadNetwork>(
                new CivilRoadNetwork(valid.Value, [.. roads], [.. connectors], [.. isAtGrade], zones), valid.Diagnostics),
            var invalid => new Invalid<CivilRoadNetwork>(invalid.Diagnostics),
        };
    }
}
