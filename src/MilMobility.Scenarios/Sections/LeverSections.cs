using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>
/// Policy levers and civil floors. Errors SCN024 window, SCN032 nothing selected, SCN033 area, SCN034 daily hours, SCN036 not exactly one
/// of two values, SCN037 a limit on staging without a number or time, SCN038 a call-forward outside the horizon. Whether the network
/// has what they name is found in compile.
/// </summary>
internal static class LeverSections
{
    private const int MinutesPerDay = 24 * 60;

    public static PolicyLevers Levers(SectionValues root, Reading reading) => new()
    {
        NightWindows = [.. root.List<SectionValues>("night_windows").Select(s => Night(s, reading))],
        Headways = [.. root.List<SectionValues>("headways").Select(s => Headway(s, reading))],
        Caps = [.. root.List<SectionValues>("caps").Select(s => Cap(s, reading))],
        Staging = [.. root.List<SectionValues>("staging").Select(s => Staging(s, reading))],
    };

    public static IReadOnlyList<CivilFloor> CivilFloors(SectionValues root, Reading reading)
    {
        var floors = new List<CivilFloor>();
        foreach (var section in root.List<SectionValues>("civil_floors"))
        {
            var (where, words) = Where(section, reading, ["mode"]);
            var window = PatchSections.Window(section, reading);
            var daily = PatchSections.Daily(section, reading);
            OneOf(section, reading, "percent", "per_hour");
            if (window is not var (from, to)) continue;
            floors.Add(new CivilFloor(
                section.Choice<VitalSector>("sector"), section.Choice<TransportMode>("mode"), where, words, from, to, daily,
                Optional(section, "percent"), Optional(section, "per_hour"), section.Text("basis"), section.Line));
        }

        return floors;
    }

    private static NightWindow Night(SectionValues section, Reading reading)
    {
        var (where, words) = Where(section, reading, []);
        var hours = section.List<SectionValues>("hours").Select(h => new DailyHours(
            Days(h), h.Get("from", 0) % MinutesPerDay, h.Get("to", MinutesPerDay)));
        return new NightWindow(where, words, [.. hours], section.Line);
    }

    private static StatedHeadway Headway(SectionValues section, Reading reading)
    {
        var (where, words) = Where(section, reading, []);
        return new StatedHeadway(where, words, section.Whole("gap"), section.Line);
    }

    private static EntryCap Cap(SectionValues section, Reading reading)
    {
        var (where, words) = Where(section, reading, []);
        OneOf(section, reading, "vehicles", "serials");
        var inVehicles = section.IsGiven("vehicles");
        return new EntryCap(
            where, words, section.Whole(inVehicles ? "vehicles" : "serials"), inVehicles, section.Choice<CapPeriod>("per"), section.Line);
    }

    private static StagingLimit Staging(SectionValues section, Reading reading)
    {
        string[] limits = ["vehicles", "lane_m", "tracks", "berths", "min_stay", "call_forward_by"];
        if (!limits.Any(section.IsGiven))
            reading.Error("SCN037", section, limits[0], $"is missing; must give one or more of {string.Join(", ", limits)}");
        if (!section.IsGiven("at") && !section.IsGiven("kind"))
            reading.Error("SCN032", section, "at", "is missing; must be one or both of at, kind");
        return new StagingLimit(
            section.List<string>("at"), section.List<string>("kind"), Optional(section, "vehicles"), Optional(section, "lane_m"),
            Optional(section, "tracks"), Optional(section, "berths"), section.Line)
        {
            StayMinSeconds = section.Get("min_stay", 0),
            CallForwardBySeconds = CallForward(section, reading),
        };
    }

    private static int? CallForward(SectionValues section, Reading reading)
    {
        if (!section.IsGiven("call_forward_by") || reading.Seconds(section, "call_forward_by") is not { } by) return null;
        if (reading.HorizonSeconds > 0 && (by < 0 || by > reading.HorizonSeconds))
        {
            reading.Error("SCN038", section, "call_forward_by",
                $"is {reading.Shown(by)}; must be from {reading.Shown(0)} to {reading.Shown(reading.HorizonSeconds)}");
        }

        return by;
    }

    /// <summary>The selection; beyond the fields that are always given, something must be selected.</summary>
    private static (PatchSelection Where, Sentence Words) Where(SectionValues section, Reading reading, IReadOnlyList<string> always)
    {
        if (always.Count > 0 && PatchFields.Selectors.All(f => always.Contains(f.Name) || !section.IsGiven(f.Name)))
        {
            // The mode alone is a selection too: everything of the mode.
            var mode = section.Choice<TransportMode>("mode");
            return (new PatchSelection { Mode = mode }, Sentence.Of("select.mode", ("what", Phrase.Mode(mode))));
        }

        var (selection, words) = PatchSections.Selection(section, reading);
        return (selection ?? new PatchSelection { Targets = [words.Text] }, words);
    }

    private static void OneOf(SectionValues section, Reading reading, string first, string second)
    {
        if (section.IsGiven(first) == section.IsGiven(second))
        {
            reading.Error("SCN036", section, first, section.IsGiven(first)
                ? $"stands beside {second}; must be one of the two" : $"is missing; must give {first} or {second}");
        }
    }

    private static int? Optional(SectionValues section, string field) => section.Find(field) is int value ? value : null;

    private static DayTypes Days(SectionValues section)
    {
        var days = section.List<string>("days").Aggregate(default(DayTypes), (all, day) => all | FieldNames.Parse<DayTypes>(day));
        return days == default ? DayTypes.All : days;
    }
}
