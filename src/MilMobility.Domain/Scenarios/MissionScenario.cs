using MilMobility.Domain.Units;

namespace MilMobility.Domain.Scenarios;

/// <summary>
/// A scenario as its author stated it, validated and in canonical units, times as seconds since <see cref="Start"/>.
/// Node and place names are checked against the network in compile, not here.
/// </summary>
public sealed record MissionScenario
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    /// <summary>Path of the scenario file, as given; diagnostics name it.</summary>
    public required string File { get; init; }
    public required ClassificationMarking Marking { get; init; }
    /// <summary>Highest marking the outputs may carry.</summary>
    public required ClassificationMarking OutputMarking { get; init; }
    /// <summary>
    /// The author stated <see cref="OutputMarking"/>; then it also bounds what a run is given beside the scenario, whose marking the
    /// outputs take otherwise.
    /// </summary>
    public bool OutputMarkingIsStated { get; init; }
    /// <summary>Policy rows that the scenario exercises, such as <c>A01</c>.</summary>
    public required IReadOnlyList<string> PolicyRows { get; init; }
    /// <summary>Dataset folder, absolute.</summary>
    public required string NetworkFolder { get; init; }
    /// <summary>Overlay folders, absolute, in the order in which they are joined.</summary>
    public IReadOnlyList<string> OverlayFolders { get; init; } = [];
    /// <summary>Moment zero; on a whole hour.</summary>
    public required DateTimeOffset Start { get; init; }
    public required int HorizonSeconds { get; init; }
    /// <summary>Local civil time of the scenario's seconds.</summary>
    public required LocalClock Clock { get; init; }
    /// <summary>SHA-256 of each input file, lower-case hex, by path as given.</summary>
    public required IReadOnlyDictionary<string, string> FileHashes { get; init; }
    /// <summary>Requirements file, absolute.</summary>
    public required string RequirementsFile { get; init; }
    public required IReadOnlyList<Movement> Movements { get; init; }
    public required IReadOnlyList<Requirement> Requirements { get; init; }
    public required RoadMarch Road { get; init; }
    public required TrainTemplate Rail { get; init; }
    public required VesselTemplate Water { get; init; }
    public HeavyTransporter? HeavyTransporter { get; init; }
    public required IReadOnlyList<AssetPool> Pools { get; init; }
    public required IReadOnlyList<Curfew> Curfews { get; init; }
    public required IReadOnlyList<NetworkPatch> Patches { get; init; }
    /// <summary>Patch files given beside the scenario; their patches are among <see cref="Patches"/>.</summary>
    public IReadOnlyList<PatchFile> PatchFiles { get; init; } = [];
    /// <summary>Night windows, headways, caps and limits on staging.</summary>
    public PolicyLevers Levers { get; init; } = PolicyLevers.None;
    /// <summary>Protected minima per vital sector, beside the regime's per mode.</summary>
    public IReadOnlyList<CivilFloor> CivilFloors { get; init; } = [];
    public required ThreatPhase Phase { get; init; }
    public required LegalRegime Regime { get; init; }
    public required ObjectiveWeights Weights { get; init; }
    public required PlanLimits Limits { get; init; }
}

/// <summary>Phase between peace and war; it sets what the legal regime may permit.</summary>
public enum ThreatPhase { Peace, GreyZone, Crisis, Conflict }

/// <summary>Why something moves; the classes share the same capacity.</summary>
public enum DemandClass { Transit, OwnForces, TerritorialDefence, HomebaseSupport, Sustainment }
