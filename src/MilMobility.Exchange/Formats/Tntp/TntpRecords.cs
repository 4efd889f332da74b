namespace MilMobility.Exchange.Formats.Tntp;

/// <summary>A <c>_net.tntp</c> file.</summary>
/// <param name="Zones">Zones, numbered 1 to this; 0 if the file does not say.</param>
/// <param name="Nodes">Nodes, numbered 1 to this.</param>
/// <param name="FirstThroughNode">Nodes below this number are zones that no path may pass through; 1 where all may be passed.</param>
/// <param name="Links">The links, in the file's order; of duplicates the first.</param>
public sealed record TntpNetwork(int Zones, int Nodes, int FirstThroughNode, IReadOnlyList<TntpLink> Links)
{
    /// <summary>Whether paths may pass a node; they may always begin and end there.</summary>
    public bool IsThrough(int node) => node >= FirstThroughNode;
}

/// <summary>
/// A directed link; units differ from file to file and stand in its README. Travel time at a flow v is
/// <c>FreeFlowTime * (1 + B * (v / Capacity)^Power)</c>; a path's generalised cost adds toll and length with weights that only the
/// README gives. <c>Speed</c> is not reliable.
/// </summary>
public readonly record struct TntpLink(
    int From, int To, double Capacity, double Length, double FreeFlowTime, double B, double Power, double Speed, double Toll, int Type,
    int Line);

/// <summary>A <c>_trips.tntp</c> file.</summary>
/// <param name="TotalFlow">Total as the metadata states it; null if it does not.</param>
public sealed record TntpTrips(int Zones, double? TotalFlow, IReadOnlyList<TntpTrip> Trips);

/// <summary>Flow from one zone to another.</summary>
public readonly record struct TntpTrip(int Origin, int Destination, double Flow);

/// <summary>A row of a <c>_flow.tntp</c> file: volume and cost of a link in a solution.</summary>
public readonly record struct TntpFlow(int From, int To, double Volume, double Cost);

/// <summary>A row of a <c>_node.tntp</c> file; often, not always, longitude and latitude.</summary>
public readonly record struct TntpNode(int Number, double X, double Y);
