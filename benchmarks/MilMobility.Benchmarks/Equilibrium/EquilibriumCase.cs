using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using MilMobility.Exchange.Formats.Tntp;

namespace MilMobility.Benchmarks.Equilibrium;

/// <summary>An instance of the assignment table: a published one from the data folder, or a generated one.</summary>
/// <param name="Name">Line of the table.</param>
/// <param name="PeerSeconds">
/// Seconds of the C peer to a gap of 1e-4, 1e-6 and 1e-12, measured on another day; null where there is none.
/// </param>
/// <param name="IsLarge">Measured only when its name is asked for, once, to the first gap.</param>
internal sealed record EquilibriumCase(string Name, double[]? PeerSeconds = null, bool IsLarge = false)
{
    private const string Generated = "generated-";

    public static IReadOnlyList<EquilibriumCase> All { get; } =
    [
        new("Braess"), new("SiouxFalls", [0.001, 0.003, 0.011]), new("Anaheim", [0.009, 0.014, 0.042]),
        new("Barcelona", [0.16, 0.23, 0.47]), new(Generated + "400", IsLarge: true), new(Generated + "1800", IsLarge: true),
    ];

    public (AssignmentNetwork Network, VehicleClass Cars) Make() => Name.StartsWith(Generated, StringComparison.Ordinal)
        ? SyntheticNetwork.Make(Name == Generated + "400" ? (400, 1_000, 3_000) : (1_800, 13_000, 39_000), seed: 1)
        : Read();

    /// <summary>Whether the instance is there; the published ones are not part of the repository.</summary>
    public bool Exists => Name.StartsWith(Generated, StringComparison.Ordinal) || File.Exists(Stem + "_net.tntp");

    private string Stem
    {
        get
        {
            var data = Environment.GetEnvironmentVariable("MILMOBILITY_DATA") ?? Path.Combine(FixedData.Root, "..", "shared", "data");
            return Path.Combine(data, "tntp", Name == "Braess" ? "Braess-Example" : Name, Name);
        }
    }

    private (AssignmentNetwork Network, VehicleClass Cars) Read()
    {
        var bag = new DiagnosticBag();
        using var netFile = File.OpenRead(Stem + "_net.tntp");
        using var tripFile = File.OpenRead(Stem + "_trips.tntp");
        var net = TntpReader.ReadNetwork(netFile, Name, bag, CancellationToken.None);
        var trips = TntpReader.ReadTrips(tripFile, Name, bag, CancellationToken.None);
        if (bag.HasErrors) throw new InvalidDataException(bag.ToList()[0].ToString());
        var network = EquilibriumMeasurement.Valid(AssignmentNetwork.Compile(
            Name, net.Nodes, net.Zones, net.FirstThroughNode - 1,
            [.. net.Links.Select(l => new AssignmentLink(l.From - 1, l.To - 1, l.Capacity, l.FreeFlowTime, l.B, l.Power))]));
        var leaving = trips.Trips.Where(t => t.Origin != t.Destination);
        return (network, new VehicleClass("cars", [.. leaving.Select(t => new ZoneTrips(t.Origin - 1, t.Destination - 1, t.Flow))]));
    }
}
