namespace MilMobility.Domain.Scenarios;

/// <summary>A change to the network for a time, applied to a copy: the dataset stays as it is.</summary>
/// <param name="Target">Id of a link or node; a node stands for all its links.</param>
/// <param name="Effect">What happens.</param>
/// <param name="Value">Factor in hundredths for speed and capacity; draught in cm for low water; unused for a closure.</param>
/// <param name="FromSeconds">Start of the window.</param>
/// <param name="ToSeconds">End of the window, exclusive.</param>
/// <param name="Line">Line of the scenario file.</param>
public sealed record NetworkPatch(string Target, PatchEffect Effect, int Value, int FromSeconds, int ToSeconds, int Line);

/// <summary>
/// Closed: nobody passes in the window. SpeedFactor and CapacityFactor: hundredths, 1-100, in the window.
/// DraughtLimit: cm, for the whole horizon (low water does not change within hours).
/// Where windows of one effect overlap on a link, the smallest factor or draught holds, never their product.
/// </summary>
public enum PatchEffect { Closed, SpeedFactor, CapacityFactor, DraughtLimit }

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
