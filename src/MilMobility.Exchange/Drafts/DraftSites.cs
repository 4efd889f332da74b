using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Drafts;

/// <summary>Provenances of a row's columns: one for all, and those that differ, by the column's name in the format.</summary>
public sealed record RowOrigin(Provenance Default)
{
    private static readonly Dictionary<string, Provenance> None = [];

    public IReadOnlyDictionary<string, Provenance> Overrides { get; init; } = None;

    public Provenance Of(string column) => Overrides.TryGetValue(column, out var own) ? own : Default;
}

/// <summary>A facility at a node; the columns are those of networks/README.md.</summary>
public sealed record DraftFacility
{
    /// <summary>Empty if the writer is to make one from the node's id and the kind.</summary>
    public string Id { get; init; } = "";
    /// <summary>Index of its node.</summary>
    public required int Node { get; init; }
    public required string Kind { get; init; }
    public string Name { get; init; } = "";
    public int? HoldCapacity { get; init; }
    public HoldUnit HoldUnit { get; init; }
    public int? MaxLengthMetres { get; init; }
    public bool Fuel { get; init; }
    public IReadOnlyList<Chamber> Chambers { get; init; } = [];
    /// <summary>0 if unknown, as are the counts below.</summary>
    public int CycleMinutes { get; init; }
    public int Berths { get; init; }
    public int RoRoRamps { get; init; }
    public int Cranes { get; init; }
    public required RowOrigin Origin { get; init; }
}

/// <summary>A directed transfer between two modes of one place.</summary>
public sealed record DraftTransfer
{
    /// <summary>Empty if the writer is to make one from place and kind.</summary>
    public string Id { get; init; } = "";
    public required int From { get; init; }
    public required int To { get; init; }
    /// <summary>The place that both nodes carry.</summary>
    public required string Place { get; init; }
    public required string Kind { get; init; }
    public required int FixedMinutes { get; init; }
    public required int VehiclesPerHour { get; init; }
    public required int Positions { get; init; }
    public required RowOrigin Origin { get; init; }
}

/// <summary>What a civil profile is about: a link, a lock's node, or a class of links.</summary>
public abstract record CivilScope
{
    public sealed record Link(int Index) : CivilScope;

    public sealed record Node(int Index) : CivilScope;

    public sealed record Class(string Name) : CivilScope;
}

/// <summary>Civil traffic of one scope, category and kind of day, 24 values by local hour.</summary>
public sealed record DraftProfile
{
    public required TransportMode Mode { get; init; }
    public required CivilScope Scope { get; init; }
    public required string Category { get; init; }
    public required string DayType { get; init; }
    public required string Unit { get; init; }
    public required IReadOnlyList<double> Hours { get; init; }
    public required RowOrigin Origin { get; init; }
}

/// <summary>A notional corridor's element: a link by its index, or a place.</summary>
/// <param name="Corridor">Id of the corridor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Element"><c>port</c>, <c>link</c> or <c>exit</c>.</param>
/// <param name="Place">The place of a port or exit; empty for a link.</param>
/// <param name="Link">Index of the link; -1 for a place.</param>
public sealed record DraftCorridor(string Corridor, string Name, string Element, string Place, int Link);

/// <summary>A place where civil trips begin and end.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name.</param>
/// <param name="Inhabitants">Inhabitants.</param>
/// <param name="Lat">Latitude of its middle.</param>
/// <param name="Lon">Longitude.</param>
/// <param name="Origin">Provenance by column.</param>
public sealed record DraftZone(string Id, string Name, int Inhabitants, double Lat, double Lon, RowOrigin Origin);

/// <summary>A parameter of the civil model, as civil-parameters.csv states it.</summary>
public sealed record DraftParameter(string Name, double Value, string Unit, string Source, string Date, Quality Quality);
