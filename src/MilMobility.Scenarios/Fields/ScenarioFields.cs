using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using static MilMobility.Scenarios.Fields.FieldKind;

namespace MilMobility.Scenarios.Fields;

/// <summary>
/// The table of every field of a scenario file. The reader accepts exactly these; <c>seeds/scenario.schema.json</c> and the
/// tables in <c>seeds/README.md</c> are written from it.
/// </summary>
public static class ScenarioFields
{
    private const string IdPattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
    private const string IdText = "1 to 64 letters, digits, points, hyphens or underscores";
    private const string NamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private const string NameText = "lower-case letters and digits, in parts joined by hyphens";
    private const int Hour = 3600;

    private static readonly SectionSpec Ship = new("ship", "A ship at a berth; its movements are ready when it arrives.",
    [
        Id("name", "Unique name; movements refer to it."),
        Place("port", "Port where it berths: a place of the network, or a node."),
        Time("arrives", "Start of the berth window.") with { Required = true },
        Time("departs", "End of the berth window; discharging ends by then.") with { Required = true },
        Choice<DischargeMode>("discharge", "How it discharges: over ramps, or by cranes.", "ro-ro"),
        Whole("length_m", "Length over all.", "m", 20, 450, "200"),
    ]);

    private static readonly SectionSpec Movement = new("movement", "What moves from one origin to one of several destinations.",
    [
        Id("id", "Unique id; requirement rows name it."),
        Choice<DemandClass>("class", "Why it moves; the classes share the same capacity.", "transit"),
        Whole("priority", "1 (highest) to 5.", "", 1, 5, "3"),
        Place("from", "Place or node where it starts; leave out with 'ship'.") with { Required = false },
        new("ship", Text, "Name of the ship that brings it.") { Pattern = IdPattern, PatternText = IdText },
        Place("to", "Places or nodes, any of which will do.") with { IsList = true, CountMin = 1, CountMax = 50 },
        Time("ready", "Earliest start; leave out with 'ship', whose arrival it is. Left out without a ship: the scenario's start."),
        Time("due", "Wanted finish; lateness costs.") with { Required = true },
        new("hard_due", Flag, "Lateness is forbidden instead of costing.") { Default = "false" },
        new("corridor", Text, "Notional corridor it is reported under.")
            { Default = "", Pattern = "^([A-Za-z0-9][A-Za-z0-9._-]{0,63})?$", PatternText = IdText },
    ]);

    private static readonly SectionSpec Addition = new("movement", "A movement that comes after the scenario, with its load.",
    [
        Id("id", "Unique id, new to the scenario; left out: X1, X2 and so on.") with { Required = false, Default = "" },
        .. Movement.Fields.Skip(1),
        Whole("vehicles", "Vehicles to move, equal to those of 'like'; left out: the rows of 'requirements' name it.", "", 1, 5000, null)
            with { Required = false },
        new("like", Text, "Requirement row or vehicle type of the scenario that the vehicles are equal to."),
        new("modes", FieldKind.Choice, "Modes allowed; left out: those of 'like'.")
            { IsList = true, CountMin = 1, CountMax = 3, Choices = ["road", "rail", "water"] },
    ]);

    private static readonly SectionSpec Road = new("road", "March parameters of road serials (AMovP-1).",
    [
        Whole("speed_kmh", "March speed.", "km/h", 5, 100, "50"),
        Whole("gap_m", "Gap between vehicles.", "m", 5, 500, "50"),
        Whole("packet_vehicles", "Vehicles per packet at most.", "", 1, 100, "20"),
        Duration("packet_gap", "Time gap between packets.", 0, Hour, "2min"),
        Whole("serial_vehicles", "Vehicles per serial at most.", "", 1, 200, "30"),
        Duration("headway", "Time gap behind a serial's tail.", 0, 2 * Hour, "5min"),
        Duration("halt_after", "Longest march between halts.", Hour / 2, 12 * Hour, "4.5h"),
        Duration("halt", "Shortest halt that counts.", 300, 12 * Hour, "45min"),
        Amount("cost_eur_per_vehicle_km", "Operating cost.", "EUR", 0, 1000, "1.5"),
        Choice<EscortRule>("escort", "Which serials need an escort of the escort pool.", "dangerous-goods"),
    ]);

    private static readonly SectionSpec Rail = new("rail", "The trains that can be used; all alike.",
    [
        Whole("speed_kmh", "Highest speed.", "km/h", 10, 160, "90"),
        Amount("locomotive_length_m", "Length of the locomotive(s).", "m", 5, 100, "20"),
        Amount("locomotive_mass_t", "Mass of the locomotive(s).", "t", 20, 500, "90"),
        Amount("wagon_length_m", "Wagon over buffers.", "m", 5, 60, "16.4"),
        Amount("wagon_loading_length_m", "Loading length of a wagon.", "m", 5, 60, "15"),
        Amount("wagon_tare_t", "Empty wagon.", "t", 5, 80, "30"),
        Whole("wagon_axles", "Axles of a wagon.", "", 2, 16, "6"),
        Whole("max_length_m", "Longest train.", "m", 50, 1500, "590"),
        Whole("max_mass_t", "Heaviest train.", "t", 100, 10_000, "2500"),
        Choice<Traction>("traction", "Diesel runs everywhere, electric only under an overhead line.", "diesel"),
        Duration("headway", "Time between trains behind one another.", 0, 2 * Hour, "3min"),
        Amount("cost_eur_per_km", "Operating cost of a train.", "EUR", 0, 10_000, "25"),
    ]);

    private static readonly SectionSpec Water = new("water", "The barges that can be used; all alike.",
    [
        Whole("speed_kmh", "Speed through still water, loaded.", "km/h", 3, 40, "12"),
        Whole("length_m", "Length.", "m", 10, 300, "110"),
        Amount("beam_m", "Beam.", "m", 2, 40, "11.4"),
        Amount("draught_m", "Loaded draught.", "m", 0.5m, 12, "2.5"),
        Amount("air_draught_m", "Air draught.", "m", 1, 30, "6"),
        new("cemt_class", FieldKind.Choice, "CEMT class of the vessel.") { Choices = CemtClasses, Default = "V" },
        Whole("lane_m", "Loading length.", "m", 10, 5000, "330"),
        Whole("max_mass_t", "Largest load.", "t", 50, 20_000, "2200"),
        Amount("cost_eur_per_km", "Operating cost of a barge.", "EUR", 0, 10_000, "20"),
    ]);

    private static readonly SectionSpec Transporter = new("heavy_transporter",
        "Transporter that carries one tracked vehicle by road. Without this section tracked vehicles do not use the road.",
    [
        Amount("tare_t", "Empty transporter.", "t", 5, 120, "42"),
        Amount("length_m", "Length over all.", "m", 8, 60, "24"),
        Amount("width_m", "Width.", "m", 2, 6, "3.2"),
        Amount("deck_height_m", "Height of the deck; the load's height comes on top.", "m", 0.3m, 3, "1.1"),
        Amount("axle_load_t", "Axle load, laden.", "t", 3, 25, "11.5"),
        Whole("mlc_wheeled", "Wheeled military load class, laden.", "", 4, 200, "100"),
        Whole("speed_kmh", "March speed, laden.", "km/h", 5, 90, "40"),
    ]);

    private static readonly SectionSpec Pool = new("pool",
        "A pool of equal assets, each tasked for a fixed block. A kind without a pool is not limited.",
    [
        Id("id", "Unique id."),
        Choice<PoolKind>("kind", "What needs it; at most one pool of a kind.", null),
        Whole("count", "Number of assets.", "", 0, 10_000, null),
        Duration("block", "Length of one task: out, turn round and back.", 600, 30 * 24 * Hour, null),
    ]);

    private static readonly SectionSpec Curfew = new("curfew", "Local hours in which no serial may be on links of a mode.",
    [
        new("mode", FieldKind.Choice, "Mode.") { Required = true, Choices = ["road", "rail", "water"] },
        new("link_classes", Text, "Link classes of the network; left out: all.")
            { IsList = true, CountMax = 50, Pattern = NamePattern, PatternText = NameText },
        new("regions", Text, "Regions of the network; left out: all.") { IsList = true, CountMax = 50 },
        new("days", FieldKind.Choice, "Kinds of day; left out: all.")
            { IsList = true, CountMax = 3, Choices = ["weekday", "saturday", "sunday"] },
        new("from", TimeOfDay, "Local start.") { Required = true },
        new("to", TimeOfDay, "Local end, exclusive; later on the same day, 24:00 at most.") { Required = true },
    ]);

    private static readonly SectionSpec Regime = new("regime",
        "What the legal regime in force permits; every lever is off unless it is named.",
    [
        Whole("civil_floor_road_percent", "Share of civil road demand that stays protected.", "%", 0, 100, "90"),
        Whole("civil_floor_rail_percent", "Share of civil trains that stays protected.", "%", 0, 100, "90"),
        Whole("civil_floor_water_percent", "Share of civil lockages that stays protected.", "%", 0, 100, "90"),
        new("rail_levers", FieldKind.Choice, "Steps of the displacement ladder beyond residual capacity; none in phase 'peace'.")
            { IsList = true, CountMax = 4, Choices = [.. FieldNames.Of<RailLevers>().Skip(1)] },
        new("rail_priority", FieldKind.Choice,
            "How far military trains go before civil ones: off (residual paths only), ad-hoc (freight retimed or diverted by agreement), "
            + "urgent-pre-emption (every step; in phase crisis or conflict). It bounds 'rail_levers', or stands for them where they are "
            + "left out.") { Choices = FieldNames.Of<RailPriority>() },
        new("basis", Text, "Legal basis as the author states it; required with any lever.") { Default = "" },
    ]);

    private static readonly SectionSpec Objective = new("objective", "Weights of the objective, and how its terms are compared.",
    [
        Choice<ObjectiveMode>("mode",
            "Terms summed at their weights, or lexicographic: move everything, then lateness, then civil displacement, then cost.",
            "weighted"),
        Amount("time_eur_per_vehicle_hour", "Movement time.", "EUR", 0, 100_000, "10"),
        Amount("late_eur_per_vehicle_hour", "Lateness, before the priority factor.", "EUR", 0, 100_000, "100"),
        Amount("unmoved_eur_per_vehicle", "A vehicle not moved, before the priority factor.", "EUR", 0, 10_000_000, "50000"),
        Amount("transfer_eur", "A transfer, whatever its size.", "EUR", 0, 1_000_000, "200"),
        Whole("civil_weight_percent", "Weight of the civil prices; 100 = as priced.", "%", 0, 10_000, "100"),
        Whole("priority_factors_percent", "Factors of priorities 1 to 5; 100 = 1.", "%", 1, 100_000, "400, 200, 100, 70, 50")
            with { IsList = true, CountMin = 5, CountMax = 5 },
    ]);

    private static readonly SectionSpec Limits = new("limits", "Limits of the planning run; work limits keep it deterministic.",
    [
        Whole("seed", "Seed of every random choice.", "", 0, int.MaxValue, "1"),
        Whole("restarts", "Priority orders tried for the first plan.", "", 1, 10_000, "8"),
        Whole("columns_per_serial", "Itineraries kept per serial.", "", 1, 10_000, "12"),
        Amount("pool_work", "Deterministic work limit of the pool's solver (a unit takes a few seconds).", "", 0, 100_000, "5"),
        Whole("time_max_s", "Wall-clock limit; a plan that hits it says so and is not reproducible.", "s", 1, 86_400, "600"),
        Amount("gap_percent", "Proven gap at which planning ends; 0: at a proven optimum only.", "%", 0, 100, "0"),
        Whole("work_max_million", "Million steps of work after which planning ends; left out: no such limit.", "", 1, 1_000_000, null)
            with { Required = false },
        Whole("no_improvement_million",
            "Million steps of work without an improvement of plan or bound after which planning ends; left out: no such limit.", "",
            1, 1_000_000, null) with { Required = false },
    ]);

    /// <summary>The whole file.</summary>
    public static SectionSpec Root { get; } = new("scenario", "A MilMobility scenario: what moves, with what, when and under which rules.",
    [
        new("name", Text, "Short name; names the run.") { Required = true, Pattern = NamePattern, PatternText = NameText },
        new("title", Text, "One line for people.") { Required = true },
        Choice<ClassificationMarking>("marking", "Marking of this file.", null),
        Choice<ClassificationMarking>("output_marking", "Highest marking that outputs may carry; left out: the file's marking.", null)
            with { Required = false },
        new("policy_rows", Text, "Rows of the requirements table that the scenario exercises.")
            { IsList = true, CountMax = 300, Pattern = "^[A-G][0-9]{2}$", PatternText = "a letter A-G and two digits, such as A01" },
        new("network", Text, "Dataset folder, relative to this file.") { Required = true },
        Time("start", "Moment zero, on a whole hour; local time (Europe/Amsterdam) unless it has an offset.") with { Required = true },
        Whole("horizon_h", "Length of the planning window.", "h", 1, 2160, null),
        new("requirements", Text, "Requirements table (CSV), relative to this file.") { Required = true },
        Choice<ThreatPhase>("phase", "Phase between peace and war; it sets what the regime may permit.", "peace"),
        Sections("ships", Ship, 1000),
        Sections("movements", Movement, 10_000) with { Required = true, CountMin = 1 },
        Part("road", Road),
        Part("rail", Rail),
        Part("water", Water),
        new("heavy_transporter", Section, Transporter.Description) { Section = Transporter },
        Sections("pools", Pool, 4),
        Sections("curfews", Curfew, 100),
        Sections("night_windows", LeverFields.NightWindow, 100),
        Sections("headways", LeverFields.Headway, 100),
        Sections("caps", LeverFields.Cap, LeverFields.CapsMax),
        Sections("staging", LeverFields.Staging, 100),
        Sections("civil_floors", LeverFields.CivilFloor, 1000),
        Sections("patches", PatchFields.Patch, PatchFields.CountMax),
        new("overlays", Text, "Overlay folders, relative to this file: a planner's own tables, joined to the network at load.")
            { IsList = true, CountMax = 20 },
        Part("regime", Regime),
        Part("objective", Objective),
        Part("limits", Limits),
    ]);

    /// <summary>A file of movements to insert into a plan.</summary>
    public static SectionSpec Additions { get; } = new("additions", "Movements to insert into a plan that stands.",
    [
        Sections("movements", Addition, 1000) with { Required = true, CountMin = 1 },
        Sections("ships", Ship, 100),
        new("requirements", Text, "Requirements table (CSV), relative to this file, for movements without 'vehicles'."),
        new("marking", FieldKind.Choice, "Marking of this file; left out: the run's. The result's is no lower.")
            { Choices = FieldNames.Of<ClassificationMarking>() },
    ]);

    /// <summary>CEMT classes; the rank is the index plus 1.</summary>
    public static IReadOnlyList<string> CemtClasses => ["I", "II", "III", "IV", "V", "VI", "VII"];

    private static FieldSpec Id(string name, string description) =>
        new(name, Text, description) { Required = true, Pattern = IdPattern, PatternText = IdText };

    private static FieldSpec Place(string name, string description) =>
        new(name, Text, description) { Required = true, Pattern = NamePattern, PatternText = NameText };

    private static FieldSpec Time(string name, string description) => new(name, FieldKind.Time, description);

    private static FieldSpec Choice<T>(string name, string description, string? standard) where T : struct, Enum =>
        new(name, FieldKind.Choice, description) { Choices = FieldNames.Of<T>(), Default = standard, Required = standard is null };

    private static FieldSpec Whole(string name, string description, string unit, int min, int max, string? standard) =>
        new(name, Integer, description) { Unit = unit, Min = min, Max = max, Default = standard, Required = standard is null };

    private static FieldSpec Amount(string name, string description, string unit, decimal min, decimal max, string? standard) =>
        new(name, Number, description) { Unit = unit, Min = min, Max = max, Default = standard, Required = standard is null };

    private static FieldSpec Duration(string name, string description, int minSeconds, int maxSeconds, string? standard) =>
        new(name, FieldKind.Duration, description)
            { Min = minSeconds, Max = maxSeconds, Default = standard, Required = standard is null };

    private static FieldSpec Part(string name, SectionSpec section) =>
        new(name, Section, section.Description) { Section = section, Default = "" };

    private static FieldSpec Sections(string name, SectionSpec section, int countMax) =>
        new(name, SectionList, section.Description) { Section = section, CountMax = countMax };
}
