using MilMobility.Domain.Diagnostics;

namespace MilMobility.Equilibrium.Networks;

/// <summary>
/// A road network for traffic assignment: links with their travel-time functions as columns. Nodes are 0-based and zones come first;
/// nodes below the first through node may only begin or end a path. Of links with the same ends the first holds, and a link from a node to
/// itself is left out; both are reported. Immutable and safe to read from any thread.
/// </summary>
public sealed class AssignmentNetwork
{
    private readonly string _name;

    private AssignmentNetwork(string name, Topology topology, AssignmentLink[] links, bool[] isClosed)
    {
        _name = name;
        Topology = topology;
        Links = links;
        IsClosed = isClosed;
    }

    public int NodeCount => Topology.NodeCount;

    /// <summary>Zones are the nodes below this.</summary>
    public int ZoneCount => Topology.ZoneCount;

    /// <summary>Nodes below this may only begin and end a path.</summary>
    public int FirstThroughNode => Topology.FirstThroughNode;

    /// <summary>Links given; those left out have no flow.</summary>
    public int LinkCount => Topology.OfGiven.Length;

    /// <summary>By link of the topology.</summary>
    internal AssignmentLink[] Links { get; }

    /// <summary>By link of the topology: whether no traffic may use it.</summary>
    internal bool[] IsClosed { get; }

    internal Topology Topology { get; }

    /// <summary>Capacity of a link by its position in those given; NaN for one left out.</summary>
    public double CapacityOf(int link) => Topology.OfGiven[link] is var column and >= 0 ? Links[column].Capacity : double.NaN;

    /// <summary>Whether no traffic may use a link, by its position in those given; false for one left out.</summary>
    public bool IsClosedAt(int link) => Topology.OfGiven[link] is var column and >= 0 && IsClosed[column];

    /// <summary>Validates and compiles; every fault is collected. O(links).</summary>
    /// <param name="name">Named by findings, such as the file it comes from.</param>
    /// <param name="nodes">Nodes.</param>
    /// <param name="zones">Zones, the first of the nodes.</param>
    /// <param name="firstThroughNode">Nodes below this, 0-based, may only begin and end a path; 0 where all may be passed.</param>
    /// <param name="links">Links, in any order.</param>
    public static Loaded<AssignmentNetwork> Compile(
        string name, int nodes, int zones, int firstThroughNode, IReadOnlyList<AssignmentLink> links)
    {
        var bag = new DiagnosticBag();
        if (nodes < 1 || zones < 0 || zones > nodes || firstThroughNode < 0 || firstThroughNode > nodes)
        {
            bag.Error(EquilibriumCodes.NodeOutOfRange, name, 0,
                $"{nodes} nodes, {zones} zones, first through node {firstThroughNode}; zones and first through node must "
                + "be from 0 to the nodes");
            return new Invalid<AssignmentNetwork>(bag.ToList());
        }

        var kept = new List<int>(links.Count);
        var ends = new HashSet<(int, int)>(links.Count);
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            if (link.From < 0 || link.To < 0 || link.From >= nodes || link.To >= nodes)
                bag.Error(EquilibriumCodes.NodeOutOfRange, name, 0, $"{Named(link)}; nodes must be from 1 to {nodes}");
            else if (Fault(link) is { } fault) bag.Error(EquilibriumCodes.LinkInvalid, name, 0, $"{Named(link)}: {fault}");
            else if (link.From == link.To)
                bag.Warning(EquilibriumCodes.SelfLoop, name, 0, $"{Named(link)} ends where it starts; it is left out");
            else if (ends.Add((link.From, link.To))) kept.Add(i);
            else bag.Warning(EquilibriumCodes.DuplicateLink, name, 0, $"{Named(link)} stands twice; the first holds");
        }

        if (bag.HasErrors) return new Invalid<AssignmentNetwork>(bag.ToList());
        var topology = new Topology(nodes, zones, firstThroughNode, links, kept);
        var columns = Array.ConvertAll(topology.Given, given => links[given]);
        return new Valid<AssignmentNetwork>(new AssignmentNetwork(name, topology, columns, new bool[columns.Length]), bag.ToList());
    }

    /// <summary>
    /// The same network with some links changed; this one stays as it is. An equilibrium of this one can start the search
    /// there.
    /// </summary>
    public Loaded<AssignmentNetwork> With(IReadOnlyList<LinkChange> changes)
    {
        var bag = new DiagnosticBag();
        var (links, closed) = ((AssignmentLink[])Links.Clone(), (bool[])IsClosed.Clone());
        foreach (var change in changes)
        {
            var link = change.Link >= 0 && change.Link < LinkCount ? Topology.OfGiven[change.Link] : -1;
            if (link < 0)
            {
                bag.Error(EquilibriumCodes.UnknownLink, _name, 0,
                    $"link {change.Link}: there is none, or it was left out; must be from 0 to {LinkCount - 1}");
                continue;
            }

            links[link] = links[link] with
            {
                Capacity = change.Capacity ?? links[link].Capacity, FreeFlowTime = change.FreeFlowTime ?? links[link].FreeFlowTime,
            };
            closed[link] = change.IsClosed ?? closed[link];
            if (Fault(links[link]) is { } fault)
                bag.Error(EquilibriumCodes.UnknownLink, _name, 0, $"{Named(links[link])}: {fault}");
        }

        if (bag.HasErrors) return new Invalid<AssignmentNetwork>(bag.ToList());
        return new Valid<AssignmentNetwork>(new AssignmentNetwork(_name, Topology, links, closed), bag.ToList());
    }

    /// <summary>A link by its ends as people know them, 1-based as in the files.</summary>
    internal static string Named(AssignmentLink link) => $"link {link.From + 1} -> {link.To + 1}";

    private static string? Fault(AssignmentLink link)
    {
        if (!(double.IsFinite(link.FreeFlowTime) && link.FreeFlowTime >= 0))
            return $"free-flow time = {link.FreeFlowTime}; must be at least 0";
        if (!(double.IsFinite(link.B) && link.B >= 0)) return $"b = {link.B}; must be at least 0";
        if (!(double.IsFinite(link.Power) && link.Power >= 0)) return $"power = {link.Power}; must be at least 0";
        if (!(double.IsFinite(link.Length) && link.Length >= 0)) return $"length = {link.Length}; must be at least 0";
        if (!double.IsFinite(link.Toll)) return $"toll = {link.Toll}; must be a number";
        var isConstant = link.B * link.Power * link.FreeFlowTime == 0;
        if (!isConstant && !(double.IsFinite(link.Capacity) && link.Capacity > 0)) return $"capacity = {link.Capacity}; must be > 0";
        return null;
    }
}
