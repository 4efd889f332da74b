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
}

/// <summary>A node of the map.</summary>
public sealed record MapNode(string Id, string Name, TransportMode Mode, string Kind, double Lat, double Lon, string Place, string Region);

/// <summary>A link of the map; `Shape` holds the points from end to end, ends included, as (lat, lon).</summary>
public sealed record MapLink(
    string Id, string From, string To, TransportMode Mode, string Name, string Class, int LengthMetres, string Manager,
    string Region, IReadOnlyList<GeoPoint> Shape);

/// <summary>A transfer of the map.</summary>
public sealed record MapTransfer(string Id, string From, string To, string Place, string Kind);

/// <summary>A train that comes to the node by one link and leaves by the other, in either sense, reverses there.</summary>
public sealed record MapReversal(string Node, string FromLink, string ToLink);

/// <summary>WGS84 degrees.</summary>
public readonly record struct GeoPoint(double Lat, double Lon);
