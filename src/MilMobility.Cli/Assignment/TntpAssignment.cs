using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Exchange.Formats.Tntp;

namespace MilMobility.Cli.Assignment;

/// <summary>Where the instance of an assignment stands, and what its README says of weights.</summary>
/// <param name="Network">The <c>_net.tntp</c> file.</param>
/// <param name="Trips">The <c>_trips.tntp</c> file of the cars.</param>
/// <param name="FreightTrips">That of the lorries, in vehicles; null for none.</param>
/// <param name="FreightCarUnits">Passenger cars that a lorry counts as.</param>
/// <param name="TollWeight">Time per unit of toll.</param>
/// <param name="DistanceWeight">Time per unit of length.</param>
/// <param name="ClosedLinks">Links that no traffic may use, by their ends, 1-based.</param>
public sealed record TntpRequest(
    string Network, string Trips, string? FreightTrips = null, double FreightCarUnits = 2, double TollWeight = 0,
    double DistanceWeight = 0, IReadOnlyList<(int From, int To)>? ClosedLinks = null);

/// <summary>
/// An instance ready for assignment: TNTP records turned into the network and the classes of the engine, which knows no file
/// format. TNTP counts from 1, the engine from 0.
/// </summary>
/// <param name="Network">Network, with links closed where asked.</param>
/// <param name="Classes">Cars, and lorries if there are any.</param>
/// <param name="Links">The file's links, in the order of the network.</param>
public sealed record TntpAssignment(
    AssignmentNetwork Network, IReadOnlyList<VehicleClass> Classes, IReadOnlyList<TntpLink> Links)
{
    public const string Cars = "cars";
    public const string Freight = "freight";

    /// <summary>Reads the files; every fault of all of them is collected.</summary>
    public static Loaded<TntpAssignment> Read(TntpRequest request, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var network = Open(request.Network, bag) is { } net ? TntpReader.ReadNetwork(net, request.Network, bag, cancellation) : null;
        var classes = new List<VehicleClass>();
        Add(Cars, request.Trips, 1);
        if (request.FreightTrips is { } freight) Add(Freight, freight, request.FreightCarUnits);
        if (bag.HasErrors || network is null) return new Invalid<TntpAssignment>(bag.ToList());
        var compiled = AssignmentNetwork.Compile(
            request.Network, network.Nodes, network.Zones, Math.Min(network.FirstThroughNode - 1, network.Nodes),
            [.. network.Links.Select(l =>
                new AssignmentLink(l.From - 1, l.To - 1, l.Capacity, l.FreeFlowTime, l.B, l.Power, l.Length, l.Toll))]);
        bag.AddAll(compiled.Diagnostics);
        if (compiled is not Valid<AssignmentNetwork> { Value: var open }) return new Invalid<TntpAssignment>(bag.ToList());
        var closed = Closures(request, network, bag);
        if (bag.HasErrors) return new Invalid<TntpAssignment>(bag.ToList());
        var changed = open.With(closed);
        bag.AddAll(changed.Diagnostics);
        return changed is Valid<AssignmentNetwork> { Value: var ready }
            ? new Valid<TntpAssignment>(new TntpAssignment(ready, classes, network.Links), bag.ToList())
            : new Invalid<TntpAssignment>(bag.ToList());

        void Add(string name, string file, double units)
        {
            if (Open(file, bag) is not { } stream) return;
            var table = TntpReader.ReadTrips(stream, file, bag, cancellation);
            if (network is not null && table.Zones != network.Zones)
            {
                bag.Error(EquilibriumCodes.ZonesDiffer, file, 0,
                    $"<NUMBER OF ZONES> is {table.Zones}, that of {request.Network} {network.Zones}; must be equal");
            }

            var trips = table.Trips.Select(t => new ZoneTrips(t.Origin - 1, t.Destination - 1, t.Flow)).ToList();
            classes.Add(new VehicleClass(name, trips, units, request.TollWeight, request.DistanceWeight));
        }
    }

    private static List<LinkChange> Closures(TntpRequest request, TntpNetwork network, DiagnosticBag bag)
    {
        var changes = new List<LinkChange>();
        foreach (var (from, to) in request.ClosedLinks ?? [])
        {
            var link = network.Links.ToList().FindIndex(l => l.From == from && l.To == to);
            if (link >= 0) changes.Add(LinkChange.Close(link));
            else bag.Error(EquilibriumCodes.UnknownLink, request.Network, 0, $"link {from}-{to} cannot be closed: there is none");
        }

        return changes;
    }

    private static FileStream? Open(string file, DiagnosticBag bag)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            bag.Error(TntpCodes.FileMissing, file, 0, $"cannot be read: {exception.Message}");
            return null;
        }
    }
}
