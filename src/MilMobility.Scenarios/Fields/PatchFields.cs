using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using static MilMobility.Scenarios.Fields.FieldKind;

namespace MilMobility.Scenarios.Fields;

/// <summary>The fields of a network patch, in a scenario and in a patch file of its own.</summary>
public static class PatchFields
{
    /// <summary>Most patches of a file.</summary>
    public const int CountMax = 10_000;

    private const string NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string NameText = "lower-case letters and digits, in parts joined by hyphens";

    /// <summary>Fields that say which links are meant.</summary>
    public static IReadOnlyList<FieldSpec> Selectors { get; } =
    [
        Ids("target", "Ids of links, nodes or places; a node stands for all its links, a place for all its nodes."),
        Names("lock", "Locks by id, name, or a part of either that no other lock has: volkerak."),
        Names("road", "Road numbers: A15."),
        Names("line", "Railway lines by name; a name also stands for its parts, named in brackets: Brabantroute."),
        Names("fairway", "Fairways by name, a whole river too: Waal."),
        Ids("corridor", "Corridors of the network: the links they name."),
        Ids("link_class", "Link classes of the network: motorway."),
        Names("region", "Regions of the network, its provinces."),
        Names("manager", "Managers of the links: RWS, ProRail."),
        new("mode", Choice, "Links of one mode.") { Choices = ["road", "rail", "water"] },
        new("area", Number, "Links with an end in a box: [south, west, north, east].")
            { Unit = "degrees", Min = -180, Max = 180, IsList = true, CountMin = 4, CountMax = 4 },
    ];

    /// <summary>Fields that set a limit, each with the limit and its canonical units per unit of the field.</summary>
    public static IReadOnlyList<(FieldSpec Field, LinkLimit Limit, int Scale)> Limits { get; } =
    [
        (Bare("mlc_wheeled", "Wheeled military load class.", 1, 200), LinkLimit.WheeledClass, 1),
        (Bare("mlc_tracked", "Tracked military load class.", 1, 200), LinkLimit.TrackedClass, 1),
        (Amount("axle_load_t", "Axle load, by road and rail.", "t", 0.5m, 100), LinkLimit.AxleLoadKg, 1000),
        (Amount("mass_t", "Mass of a road vehicle.", "t", 0.5m, 1000), LinkLimit.MassKg, 1000),
        (Amount("height_m", "Height of a road vehicle.", "m", 1, 20), LinkLimit.HeightCm, 100),
        (Amount("width_m", "Width of a road vehicle.", "m", 1, 50), LinkLimit.WidthCm, 100),
        (Amount("vehicle_length_m", "Length of a road vehicle.", "m", 2, 100), LinkLimit.VehicleLengthCm, 100),
        (Amount("metre_load_t", "Load per metre, by rail.", "t", 0.5m, 50), LinkLimit.MetreLoadKg, 1000),
        (Bare("train_length_m", "Length of a train.", 10, 2000), LinkLimit.TrainLengthMetres, 1),
        (Amount("draught_m", "Draught of a vessel.", "m", 0.3m, 20), LinkLimit.DraughtCm, 100),
        (Amount("air_draught_m", "Air draught of a vessel.", "m", 0.5m, 100), LinkLimit.AirDraughtCm, 100),
        (Bare("vessel_length_m", "Length of a vessel.", 5, 500), LinkLimit.VesselLengthMetres, 1),
        (Amount("beam_m", "Beam of a vessel.", "m", 1, 80), LinkLimit.BeamCm, 100),
    ];

    /// <summary>A patch.</summary>
    public static SectionSpec Patch { get; } = new("patch",
        "A change to the network for a time; the dataset stays as it is. It is about the links that meet every selector given "
        + "(target to area), any entry of a list.",
    [
        .. Selectors,
        new("effect", Choice,
            "What happens. closed, speed-factor and capacity-factor hold in the window; lock-outage too; limit, low-water and "
            + "draught-limit hold for the whole horizon.") { Choices = FieldNames.Of<PatchEffect>(), Required = true },
        new("percent", Integer, "For speed-factor and capacity-factor: what is left.") { Unit = "%", Min = 1, Max = 100 },
        new("chambers", Integer, "For lock-outage: chambers left in service; 0 closes the lock.") { Min = 0, Max = 20 },
        Amount("level_drop_m", "For low-water: how far the level is down; every known draught is so much less.", "m", 0.01m, 10),
        .. Limits.Select(l => l.Field),
        new("loosen", Flag, "For limit: the limit also takes the place of a stricter one. Left out, a patch that would loosen is refused.")
            { Default = "false" },
        new("from", Time, "Start of the window; left out: the scenario's start."),
        new("to", Time, "End of the window, exclusive; left out: the end of the horizon."),
        new("days", Choice, "Kinds of day on which the daily hours begin; left out: all.")
            { IsList = true, CountMax = 3, Choices = ["weekday", "saturday", "sunday"] },
        new("daily_from", TimeOfDay, "Start of daily hours within the window, local; left out: the whole day."),
        new("daily_to", TimeOfDay, "End of the daily hours; at or before their start: on the next day."),
        new("note", Text, "Why, for people."),
    ]);

    /// <summary>A file of patches that a run is given beside its scenario.</summary>
    public static SectionSpec File { get; } = new("patch file", "Network patches for a what-if, beside any scenario.",
    [
        new("title", Text, "One line for people.") { Required = true },
        new("marking", Choice, "Marking of this file; the result's is no lower.")
            { Required = true, Choices = FieldNames.Of<ClassificationMarking>() },
        new("patches", SectionList, Patch.Description) { Section = Patch, CountMax = CountMax, Required = true },
    ]);

    private static FieldSpec Ids(string name, string description) =>
        new(name, Text, description) { IsList = true, CountMin = 1, CountMax = 1000, Pattern = NamePattern, PatternText = NameText };

    private static FieldSpec Names(string name, string description) =>
        new(name, Text, description) { IsList = true, CountMin = 1, CountMax = 1000 };

    private static FieldSpec Bare(string name, string description, int min, int max) =>
        new(name, Integer, "For limit: " + description)
            { Min = min, Max = max, Unit = name.EndsWith("_m", StringComparison.Ordinal) ? "m" : "" };

    private static FieldSpec Amount(string name, string description, string unit, decimal min, decimal max) =>
        new(name, Number, (name is "level_drop_m" ? "" : name is "draught_m" ? "For limit, draught-limit and low-water: " : "For limit: ")
            + description) { Unit = unit, Min = min, Max = max };
}
