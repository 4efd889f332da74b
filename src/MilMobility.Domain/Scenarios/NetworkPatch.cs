using MilMobility.Domain.Sentences;

namespace MilMobility.Domain.Scenarios;

/// <summary>A change to the network for a time, applied to a copy: the dataset stays as it is.</summary>
/// <param name="Target">
/// Id of a link, node or place; a node stands for all its links, a place for all its nodes. With a <see cref="Selection"/>: its words.
/// </param>
/// <param name="Effect">What happens.</param>
/// <param name="Value">
/// Factor in hundredths for speed and capacity; the limit in its unit for a limit; draught in cm; drop of the level in cm for low
/// water; chambers left in service for a lock outage; unused for a closure.
/// </param>
/// <param name="FromSeconds">Start of the window.</param>
/// <param name="ToSeconds">End of the window, exclusive.</param>
/// <param name="Line">Line of the file that states it.</param>
public sealed record NetworkPatch(string Target, PatchEffect Effect, int Value, int FromSeconds, int ToSeconds, int Line)
{
    /// <summary>What it is about, when more than one id says so.</summary>
    public PatchSelection? Selection { get; init; }

    /// <summary>What it is about, for messages; null: its target.</summary>
    public Sentence? Words { get; init; }

    /// <summary>The limit that <see cref="PatchEffect.Limit"/> sets.</summary>
    public LinkLimit Limit { get; init; }

    /// <summary>The limit takes the place of a stricter one. Otherwise a limit only ever becomes stricter.</summary>
    public bool Loosens { get; init; }

    /// <summary>Hours of the day within the window to which it is confined; null: all of them.</summary>
    public DailyHours? Daily { get; init; }

    /// <summary>File that states it, as given; empty: the scenario's.</summary>
    public string File { get; init; } = "";
}

/// <summary>
/// Closed: nobody passes in the window. SpeedFactor and CapacityFactor: hundredths, 1-100, in the window.
/// DraughtLimit: cm; Limit: any limit of a link; LowWater: every known draught becomes less by so many cm; all three for the
/// whole horizon (neither signs nor water change within hours). LockOutage: so many chambers of a lock stay in service in the window.
/// Where windows of one effect overlap, the smallest factor, limit or number of chambers holds, never a product or a sum.
/// </summary>
public enum PatchEffect { Closed, SpeedFactor, CapacityFactor, DraughtLimit, Limit, LowWater, LockOutage }

/// <summary>A limit of a link, with its unit in the name; load classes are bare numbers.</summary>
public enum LinkLimit
{
    None, WheeledClass, TrackedClass, AxleLoadKg, MassKg, HeightCm, WidthCm, VehicleLengthCm, MetreLoadKg, TrainLengthMetres,
    DraughtCm, AirDraughtCm, VesselLengthMetres, BeamCm,
}

/// <summary>
/// Links that a patch is about: those that meet every list that is not empty. Within a list any entry will do, and roads, lines and
/// fairways are one list, because no link is in two of them.
/// </summary>
public sealed record PatchSelection
{
    /// <summary>Ids of links, nodes and places.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Locks by id, name, or a part of either that only one lock has.</summary>
    public IReadOnlyList<string> Locks { get; init; } = [];

    /// <summary>Road numbers; a name also stands for itself with an addition in brackets. Letter case does not matter.</summary>
    public IReadOnlyList<string> Roads { get; init; } = [];

    /// <summary>Railway lines, as roads.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>Fairways, as roads.</summary>
    public IReadOnlyList<string> Fairways { get; init; } = [];

    /// <summary>Corridors: the links that the dataset's corridor names.</summary>
    public IReadOnlyList<string> Corridors { get; init; } = [];

    public IReadOnlyList<string> LinkClasses { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> Managers { get; init; } = [];

    public Units.TransportMode? Mode { get; init; }

    /// <summary>Links with an end in the box.</summary>
    public GeoBox? Area { get; init; }
}

/// <summary>A box of degrees, WGS84, its edges included.</summary>
public sealed record GeoBox(double South, double West, double North, double East);

/// <summary>Hours of the local day that come again, for works by night and the like.</summary>
/// <param name="Days">Kinds of day on which the hours begin.</param>
/// <param name="FromMinuteOfDay">Local start.</param>
/// <param name="ToMinuteOfDay">Local end, exclusive; at or before the start: on the next day.</param>
public sealed record DailyHours(DayTypes Days, int FromMinuteOfDay, int ToMinuteOfDay);

/// <summary>Hours in which no serial may be on links of a mode and class.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="LinkClasses">Link classes; empty means all.</param>
/// <param name="Regions">Regions; empty means all.</param>
/// <param name="Days">Day types on which it holds.</param>
/// <param name="FromMinuteOfDay">Local start.</param>
/// <param name="ToMinuteOfDay">Local end, exclusive; greater than the start.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record Curfew(
    Units.TransportMode Mode, IReadOnlyList<string> LinkClasses, IReadOnlyList<string> Regions, DayTypes Days,
    int FromMinuteOfDay, int ToMinuteOfDay, int Line);

/// <summary>Kinds of day in the civil profiles and curfews.</summary>
[Flags]
public enum DayTypes { Weekday = 1, Saturday = 2, Sunday = 4, All = 7 }
