using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Reports;

/// <summary>Everything a run produced; the reports render it and nothing else.</summary>
public sealed record MissionReport
{
    public required RunManifest Manifest { get; init; }
    /// <summary>Who it is for: what the reader may not see is not in it.</summary>
    public Audience Audience => Manifest.Audience;
    public required ScenarioSummary Scenario { get; init; }
    public required MovementPlan Plan { get; init; }
    public required CivilImpact Impact { get; init; }
    public required CheckReport Check { get; init; }
    public required NetworkMap Map { get; init; }
    /// <summary>Local civil time of the plan's seconds.</summary>
    public required LocalClock Clock { get; init; }
    /// <summary>Movements inserted after the scenario was written; null without.</summary>
    public ScenarioAdditions? Additions { get; init; }
    /// <summary>Why each serial goes as it does.</summary>
    public RunExplanations Explanations { get; init; } = RunExplanations.None;
    /// <summary>The sweep that the run is a point of; null for a run of its own.</summary>
    public TradeOffs? Front { get; init; }
}

/// <summary>What a reader must know of the scenario.</summary>
public sealed record ScenarioSummary(
    string Name, string Title, ThreatPhase Phase, string LegalBasis, IReadOnlyList<string> PolicyRows,
    IReadOnlyList<CorridorSummary> Corridors, IReadOnlyList<Movement> Movements, RoadMarch Road, IReadOnlyList<AssetPool> Pools);

/// <summary>A corridor as the dataset composes it; `Marking` says that it is notional.</summary>
public sealed record CorridorSummary(
    string Id, string Name, string Marking, IReadOnlyList<string> Ports, IReadOnlyList<string> Exits, IReadOnlyList<string> Links);

/// <summary>The network as a map: what is drawn, without what is planned with.</summary>
public sealed record NetworkMap(IReadOnlyList<MapNode> Nodes, IReadOnlyList<MapLink> Links, IReadOnlyList<MapTransfer> Transfers)
{
    /// <summary>Where trains reverse: a stop there is more than a halt.</summary>
    public IReadOnlyList<MapReversal> Reversals { get; init; } = [];

    /// <summary>Berths, yards, terminals, rest areas and locks; empty in run folders written before maps had them.</summary>
    public IReadOnlyList<MapFacility> Facilities { get; init; } = [];

    /// <summary>Where the values of a column come from unless a row says otherwise.</summary>
    public IReadOnlyList<MapColumn> Columns { get; init; } = [];

    /// <summary>The sources that provenances name.</summary>
    public IReadOnlyList<MapSource> Sources { get; init; } = [];
}

/// <summary>A node of the map.</summary>
public sealed record MapNode(string Id, string Name, TransportMode Mode, string Kind, double Lat, double Lon, string Place, string Region)
{
    /// <summary>Who manages it; empty where unknown, and in run folders written before maps said it.</summary>
    public string Manager { get; init; } = "";
}

/// <summary>A link of the map; `Shape` holds the points from end to end, ends included, as (lat, lon).</summary>
public sealed record MapLink(
    string Id, string From, string To, TransportMode Mode, string Name, string Class, int LengthMetres, string Manager,
    string Region, IReadOnlyList<GeoPoint> Shape)
{
    /// <summary>What the dataset states of it, <c>column=value;...</c>, in the dataset's columns and units.</summary>
    public string Values { get; init; } = "";

    /// <summary>Where its own values come from, <c>column=quality@source;...</c>; the others as <see cref="MapColumn"/> says.</summary>
    public string Provenance { get; init; } = "";
}

/// <summary>A transfer of the map.</summary>
public sealed record MapTransfer(string Id, string From, string To, string Place, string Kind)
{
    /// <summary>Serials at once; 0 where unknown.</summary>
    public int Positions { get; init; }
}

/// <summary>A facility of the map.</summary>
/// <param name="Id">Id.</param>
/// <param name="Node">Node where it is.</param>
/// <param name="Kind">Such as <c>yard</c>, <c>port</c>, <c>rest-area</c>, <c>staging</c>, <c>mooring</c> or <c>lock</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="Capacity">What it holds at once; null where unknown.</param>
/// <param name="Unit"><c>vehicles</c>, <c>lane-metres</c>, <c>tracks</c> or <c>berths</c>; empty without a capacity.</param>
/// <param name="Berths">Berths for sea ships; 0 where it has none.</param>
/// <param name="Values">What the dataset states, <c>column=value;...</c>.</param>
/// <param name="Provenance">Where its own values come from.</param>
public sealed record MapFacility(
    string Id, string Node, string Kind, string Name, int? Capacity, string Unit, int Berths, string Values, string Provenance);

/// <summary>Provenance of a column's values, <c>quality@source</c>.</summary>
public sealed record MapColumn(string Table, string Column, string Provenance);

/// <summary>A source with its title and date.</summary>
public sealed record MapSource(string Name, string Title, string Date, string License);

/// <summary>A train that comes to the node by one link and leaves by the other, in either sense, reverses there.</summary>
public sealed record MapReversal(string Node, string FromLink, string ToLink);

/// <summary>WGS84 degrees.</summary>
public readonly record struct GeoPoint(double Lat, double Lon);
