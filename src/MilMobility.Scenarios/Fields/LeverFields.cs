using MilMobility.Domain.Scenarios;
using static MilMobility.Scenarios.Fields.FieldKind;

namespace MilMobility.Scenarios.Fields;

/// <summary>The fields of the policy levers and of the civil floors; they name links as patches do.</summary>
public static class LeverFields
{
    /// <summary>Most caps of a scenario; a search marks each with one bit.</summary>
    public const int CapsMax = 31;

    private const string NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string NameText = "lower-case letters and digits, in parts joined by hyphens";

    private static readonly FieldSpec Note = new("note", Text, "Why, for people.");

    private static readonly FieldSpec Days = new("days", Choice, "Kinds of day on which the hours begin; left out: all.")
        { IsList = true, CountMax = 3, Choices = ["weekday", "saturday", "sunday"] };

    private static readonly SectionSpec Hours = new("hours", "Local hours.",
    [
        Days,
        new("from", TimeOfDay, "Local start.") { Required = true },
        new("to", TimeOfDay, "Local end, exclusive; at or before the start: on the next day.") { Required = true },
    ]);

    /// <summary>A night window.</summary>
    public static SectionSpec NightWindow { get; } = new("night window",
        "The only hours in which serials may be on the links that meet every selector given (target to area). Of several windows on "
        + "one link all hold; of the hours of one window any.",
    [
        .. PatchFields.Selectors,
        new("hours", SectionList, Hours.Description) { Section = Hours, Required = true, CountMin = 1, CountMax = 20 },
        Note,
    ]);

    /// <summary>A headway.</summary>
    public static SectionSpec Headway { get; } = new("headway",
        "The least time behind a serial's tail on the links that meet every selector given (target to area), by road and rail; the "
        + "headway of 'road' or 'rail' is the least.",
    [
        .. PatchFields.Selectors,
        new("gap", Duration, "Time behind the tail.") { Required = true, Min = 1, Max = 24 * 3600 },
        Note,
    ]);

    /// <summary>A cap.</summary>
    public static SectionSpec Cap { get; } = new("cap",
        "The most that may enter the links that meet every selector given (target to area), such as a corridor. A serial enters with "
        + "its first move over one of them and counts once, in the hour or local day of that move's start.",
    [
        .. PatchFields.Selectors,
        new("vehicles", Integer, "Vehicles; this or 'serials'.") { Min = 1, Max = 1_000_000 },
        new("serials", Integer, "Serials, trains or barges; this or 'vehicles'.") { Min = 1, Max = 1_000_000 },
        new("per", Choice, "Clock hour or local day.") { Choices = FieldNames.Of<CapPeriod>(), Required = true },
        Note,
    ]);

    /// <summary>A limit on staging.</summary>
    public static SectionSpec Staging { get; } = new("staging",
        "The most that may wait at a time at each place meant, whatever room it has, and for how long. A number holds at the nodes whose "
        + "room is stated in its unit, the times at every node with room. What waits aboard ship or in barracks before its first "
        + "move does not count.",
    [
        new("at", Text, "Nodes and places; left out: all of 'kind'.")
            { IsList = true, CountMin = 1, CountMax = 1000, Pattern = NamePattern, PatternText = NameText },
        new("kind", Text, "Kinds of facility, such as rest-area; left out: all.")
            { IsList = true, CountMin = 1, CountMax = 20, Pattern = NamePattern, PatternText = NameText },
        new("vehicles", Integer, "Vehicles.") { Min = 0, Max = 100_000 },
        new("lane_m", Integer, "Lane metres.") { Unit = "m", Min = 0, Max = 1_000_000 },
        new("tracks", Integer, "Trains.") { Min = 0, Max = 1_000 },
        new("berths", Integer, "Vessels.") { Min = 0, Max = 1_000 },
        new("min_stay", Duration, "Least stay of what comes by a transfer, such as off a ship, or holds there; what drives through may.")
            { Min = 1, Max = 30 * 24 * 3600 },
        new("call_forward_by", Time, "Latest call-forward: nothing holds there any longer."),
        Note,
    ]);

    /// <summary>A civil floor.</summary>
    public static SectionSpec CivilFloor { get; } = new("civil floor",
        "The civil traffic that stays protected for a vital sector on the links that meet every selector given (target to area); by "
        + "water at the locks named or at the ends of such links. Where floors meet, the regime's among them, the strictest holds.",
    [
        new("sector", Choice, "Vital sector for which it is stated.") { Choices = FieldNames.Of<VitalSector>(), Required = true },
        .. PatchFields.Selectors.Select(f =>
            f.Name == "mode" ? f with { Required = true, Description = "Mode whose traffic it protects." } : f),
        new("percent", Integer, "Share of the civil demand of the hour; this or 'per_hour'.") { Unit = "%", Min = 0, Max = 100 },
        new("per_hour", Integer,
            "Pcu or trains per hour and direction, or lockages per hour, that civil traffic can always have; this or 'percent'.")
            { Min = 0, Max = 100_000 },
        new("from", Time, "Start of the window; left out: the scenario's start."),
        new("to", Time, "End of the window, exclusive; left out: the end of the horizon."),
        Days with { Description = "Kinds of day on which the daily hours begin; left out: all." },
        new("daily_from", TimeOfDay, "Start of daily hours within the window, local; left out: the whole day."),
        new("daily_to", TimeOfDay, "End of the daily hours; at or before their start: on the next day."),
        new("basis", Text, "Where it is agreed or decided; shown in reports.") { Required = true },
    ]);
}
