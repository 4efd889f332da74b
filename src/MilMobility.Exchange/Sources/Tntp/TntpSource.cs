using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.Tntp;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Tntp;

/// <summary>What a TNTP instance's README says about its units; the files do not.</summary>
/// <param name="MetresPerLength">Metres of a unit of length: 1,609.344 for miles, 0.3048 for feet.</param>
/// <param name="SecondsPerTime">Seconds of a unit of free-flow time: 60 for minutes.</param>
public sealed record TntpUnits(double MetresPerLength = 1_609.344, double SecondsPerTime = 60);

/// <summary>
/// A TNTP network as road nodes and links. Positions come from a node file in degrees; without one they are assumed on a grid, so that
/// the network can be drawn, and every link says so as its length's reason. Lengths, capacities and speeds (length over free-flow time)
/// are taken from the network file; where it has none, or values that are only for assignment (capacity 1), they are assumed.
/// A dataset cannot say that no path may pass a node: zones below the first through node are reported.
/// </summary>
/// <param name="networkFile">The <c>_net.tntp</c> file.</param>
/// <param name="nodeFile">The <c>_node.tntp</c> file; null if there is none.</param>
/// <param name="units">Units of the instance.</param>
/// <param name="source">The instance as datapackage.json is to list it.</param>
public sealed class TntpSource(string networkFile, string? nodeFile, TntpUnits units, DraftSource source) : INetworkSource
{
    private const double MetresPerSecondToKmh = 3.6;
    private const double LengthMetresMin = 1;
    private const double LengthMetresMax = 500_000;
    private const int SpeedKmhMin = 5;
    private const int SpeedKmhMax = 130;
    private const int SpeedKmhAssumed = 50;
    private const int MotorwayKmh = 90;

    /// <summary>Below so many vehicles an hour a capacity is a parameter of the travel-time function, not a capacity.</summary>
    private const double CapacityMin = 100;
    private const double CapacityMax = 100_000;
    private const int CapacityAssumed = 1_800;
    private const int CapacityPerLane = 2_000;
    private const int LanesMax = 12;

    /// <summary>Around the middle of the Netherlands; as good as any other place for a network that has none.</summary>
    private const double GridLat = 52.0;
    private const double GridLon = 5.0;
    private const double GridMetresMin = 100;
    private const double MetresPerDegree = GreatCircle.EarthRadiusMetres * Math.PI / 180;

    public string Name => "tntp";

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        context.Report("tntp: network", 0);
        if (Open(networkFile, context) is not { } stream) return;
        var network = TntpReader.ReadNetwork(stream, networkFile, context.Diagnostics, context.Cancellation);
        var positions = Positions(network, context, out var isAssumed);
        if (context.Diagnostics.HasErrors) return;
        var index = draft.AddSource(source);
        var first = AddNodes(draft, network, positions, new Provenance(isAssumed ? Quality.Assumed : Quality.Measured, index));
        foreach (var link in network.Links) AddLink(draft, link, first, index, isAssumed, context);
        if (network.FirstThroughNode > 1)
        {
            context.Diagnostics.Warning(TntpCodes.Unusable, networkFile, 0,
                $"paths may not pass nodes below {network.FirstThroughNode}; a dataset cannot say so, and they become ordinary nodes");
        }

        context.Report("tntp: network", 1);
    }

    private Dictionary<int, (double Lat, double Lon)> Positions(TntpNetwork network, ImportContext context, out bool isAssumed)
    {
        isAssumed = nodeFile is null;
        if (nodeFile is not null && Open(nodeFile, context) is { } stream)
        {
            var nodes = TntpReader.ReadNodes(stream, nodeFile, context.Diagnostics, context.Cancellation);
            if (nodes.FirstOrDefault(n => Math.Abs(n.X) > 180 || Math.Abs(n.Y) > 90) is { Number: > 0 } far)
            {
                context.Diagnostics.Warning(TntpCodes.Unusable, nodeFile, 0,
                    $"node {far.Number} is at {far.X:0.###}, {far.Y:0.###}, which is not longitude and latitude; positions are assumed");
            }
            else if (nodes.Select(n => n.Number).Intersect(Enumerable.Range(1, network.Nodes)).Count() < network.Nodes)
            {
                context.Diagnostics.Warning(TntpCodes.Unusable, nodeFile, 0,
                    $"the file does not place all {network.Nodes} nodes of the network; positions are assumed");
            }
            else
            {
                return nodes.ToDictionary(n => n.Number, n => (n.Y, n.X));
            }

            isAssumed = true;
        }

        return Grid(network);
    }

    /// <summary>A square grid, row by row, spaced by the mean length.</summary>
    private Dictionary<int, (double Lat, double Lon)> Grid(TntpNetwork network)
    {
        var mean = network.Links.Count == 0 ? 0 : network.Links.Average(l => Metres(l));
        var spacing = Math.Clamp(mean, GridMetresMin, LengthMetresMax / network.Nodes) / MetresPerDegree;
        var columns = (int)Math.Ceiling(Math.Sqrt(network.Nodes));
        return Enumerable.Range(0, network.Nodes).ToDictionary(
            i => i + 1,
            i => (GridLat - (i / columns * spacing), GridLon + (i % columns * spacing / Math.Cos(GridLat * Math.PI / 180))));
    }

    private int AddNodes(
        NetworkDraft draft, TntpNetwork network, Dictionary<int, (double Lat, double Lon)> positions, Provenance origin)
    {
        var first = draft.NodeCount;
        for (var number = 1; number <= network.Nodes; number++)
        {
            var (lat, lon) = positions[number];
            draft.AddNode(new DraftNode
            {
                Id = $"road-{source.Name}-{number}",
                Name = $"{source.Name} {number}",
                Mode = TransportMode.Road,
                Kind = number <= network.Zones ? "site" : "junction",
                Lat = lat,
                Lon = lon,
                Origin = origin,
            });
        }

        return first;
    }

    private void AddLink(NetworkDraft draft, TntpLink link, int first, byte index, bool isAssumed, ImportContext context)
    {
        if (link.From == link.To)
        {
            context.Diagnostics.Warning(TntpCodes.Unusable, networkFile, link.Line,
                $"link {link.From} -> {link.To} ends where it starts; it is left out");
            return;
        }

        var (derived, assumed) = (new Provenance(Quality.Derived, index), new Provenance(Quality.Assumed, index));
        var metres = Metres(link);
        var seconds = link.FreeFlowTime * units.SecondsPerTime;
        var kmh = seconds > 0 ? metres / seconds * MetresPerSecondToKmh : 0;
        var hasSpeed = link.Length > 0 && kmh is >= SpeedKmhMin and <= SpeedKmhMax;
        var speed = hasSpeed ? kmh : SpeedKmhAssumed;
        var hasCapacity = link.Capacity is >= CapacityMin and <= CapacityMax;
        var capacity = hasCapacity ? (int)Math.Round(link.Capacity) : CapacityAssumed;
        draft.AddLink(new DraftLink
        {
            Id = $"{source.Name}-{link.From}-{link.To}",
            From = first + link.From - 1,
            To = first + link.To - 1,
            Mode = TransportMode.Road,
            Class = speed >= MotorwayKmh ? "motorway" : "n-road",
            LengthMetres = metres,
            SpeedKmh = speed,
            LanesOrTracks = Math.Clamp((int)Math.Ceiling(capacity / (double)CapacityPerLane), 1, LanesMax),
            CapacityPerHour = capacity,
            TwoWay = false,
            LengthReason = isAssumed ? "positions are assumed" : "",
            LengthOrigin = link.Length > 0 ? derived : assumed,
            SpeedOrigin = hasSpeed ? derived : assumed,
            LanesOrigin = assumed,
            CapacityOrigin = hasCapacity ? derived : assumed,
        });
    }

    /// <summary>A connector without a length becomes one of a metre.</summary>
    private double Metres(TntpLink link) => Math.Clamp(link.Length * units.MetresPerLength, LengthMetresMin, LengthMetresMax);

    private static FileStream? Open(string file, ImportContext context)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Diagnostics.Error(TntpCodes.FileMissing, file, 0, $"cannot be read: {exception.Message}");
            return null;
        }
    }
}
