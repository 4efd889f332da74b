using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>
/// Network patches of a scenario or of a patch file. Errors SCN024 window, SCN028 fields that do not go with the effect, SCN032 nothing
/// selected, SCN033 area, SCN034 daily hours. Whether the network has what a patch names is found in compile.
/// </summary>
internal static class PatchSections
{
    private const int MinutesPerDay = 24 * 60;

    public static IReadOnlyList<NetworkPatch> Patches(SectionValues root, Reading reading, string file)
    {
        var patches = new List<NetworkPatch>();
        foreach (var section in root.List<SectionValues>("patches"))
        {
            var window = Window(section, reading);
            var selection = Selection(section, reading);
            var daily = Daily(section, reading);
            foreach (var patch in Effects(section, reading))
            {
                if (window is not var (from, to) || selection.Words.Text.Length == 0) continue;
                patches.Add(patch with
                {
                    Target = selection.Words.Text,
                    Words = selection.Selection is null ? null : selection.Words,
                    Selection = selection.Selection,
                    FromSeconds = from,
                    ToSeconds = to,
                    Daily = daily,
                    File = file,
                });
            }
        }

        return patches;
    }

    /// <summary>The window in seconds since the start; null after an error.</summary>
    internal static (int From, int To)? Window(SectionValues section, Reading reading)
    {
        var from = section.IsGiven("from") ? reading.Seconds(section, "from") : 0;
        var to = section.IsGiven("to") ? reading.Seconds(section, "to") : reading.HorizonSeconds;
        var end = section.IsGiven("to") ? "to" : "from";
        if (reading.HorizonSeconds > 0 && (to <= 0 || from >= reading.HorizonSeconds))
        {
            reading.Error("SCN024", section, end,
                $"puts the window outside the horizon; must meet {reading.Shown(0)} to {reading.Shown(reading.HorizonSeconds)}");
            return null;
        }

        if (from is { } f && to is { } t && t <= f && reading.HorizonSeconds > 0)
        {
            reading.Error("SCN024", section, end,
                $"makes the window {reading.Shown(f)} to {reading.Shown(t)}; must end after it starts");
            return null;
        }

        return from is null || to is null ? null : (Math.Max(0, from.Value), Math.Max(0, to.Value));
    }

    /// <summary>The selection, or null and the id where one target is all that is given; and its words for messages.</summary>
    internal static (PatchSelection? Selection, Sentence Words) Selection(SectionValues section, Reading reading)
    {
        var given = PatchFields.Selectors.Where(f => section.IsGiven(f.Name)).ToList();
        var targets = section.List<string>("target");
        if (given.Count == 0)
        {
            reading.Error("SCN032", section, "target",
                $"is missing; must be one or more of {string.Join(", ", PatchFields.Selectors.Select(f => f.Name))}");
        }

        if (given is [{ Name: "target" }] && targets.Count == 1) return (null, Sentence.AsIs(targets[0]));
        var words = Phrase.Joined(", ", given.Select(f => (Phrase)Sentence.Of($"select.{f.Name}", ("what", Selected(f.Name, f.IsList)))));
        var selection = new PatchSelection
        {
            Targets = targets,
            Locks = section.List<string>("lock"),
            Roads = section.List<string>("road"),
            Lines = section.List<string>("line"),
            Fairways = section.List<string>("fairway"),
            Corridors = section.List<string>("corridor"),
            LinkClasses = section.List<string>("link_class"),
            Regions = section.List<string>("region"),
            Managers = section.List<string>("manager"),
            Mode = section.Find("mode") is string ? section.Choice<TransportMode>("mode") : null,
            Area = Area(section, reading),
        };
        return (selection, new Sentence("", words.English, words.Dutch));

        Phrase Selected(string field, bool isList) => field switch
        {
            "area" => string.Join(", ", section.List<decimal>("area")),
            "mode" => section.Find("mode") is string ? Phrase.Mode(section.Choice<TransportMode>("mode")) : section.Text("mode"),
            _ => Phrase.Or((isList ? section.List<string>(field) : [section.Text(field)]).Select(name => (Phrase)name)),
        };
    }

    private static GeoBox? Area(SectionValues section, Reading reading)
    {
        if (section.List<decimal>("area") is not [var south, var west, var north, var east]) return null;
        if (south >= north || west >= east || Math.Abs(south) > 90 || Math.Abs(north) > 90)
        {
            reading.Error("SCN033", section, "area",
                $"= [{south}, {west}, {north}, {east}]; must be [south, west, north, east] in degrees, south < north and west < east");
        }

        return new GeoBox((double)south, (double)west, (double)north, (double)east);
    }

    internal static DailyHours? Daily(SectionValues section, Reading reading)
    {
        var days = section.List<string>("days").Aggregate(default(DayTypes), (all, day) => all | FieldNames.Parse<DayTypes>(day));
        var (from, to) = (section.IsGiven("daily_from"), section.IsGiven("daily_to"));
        if (!from && !to && days == default) return null;
        if (from != to)
        {
            var (given, missing) = from ? ("daily_from", "daily_to") : ("daily_to", "daily_from");
            reading.Error("SCN034", section, missing, $"is missing beside {given}; must be a local time of day, HH:MM");
        }

        return new DailyHours(
            days == default ? DayTypes.All : days, section.Get("daily_from", 0) % MinutesPerDay, section.Get("daily_to", MinutesPerDay));
    }

    /// <summary>The effect with each value that it sets; none after an error.</summary>
    private static IReadOnlyList<NetworkPatch> Effects(SectionValues section, Reading reading)
    {
        if (section.Find("effect") is null) return [];
        var effect = section.Choice<PatchEffect>("effect");
        // Closing a lock stops its lockages; closing the links at a lock would empty the reaches on both sides too.
        if (effect == PatchEffect.Closed && section.IsGiven("lock"))
            return Fits(section, reading, effect, []) ? [Patch(PatchEffect.LockOutage, 0)] : [];
        return effect switch
        {
            PatchEffect.Closed => Fits(section, reading, effect, []) ? [Patch(effect, 0)] : [],
            PatchEffect.SpeedFactor or PatchEffect.CapacityFactor =>
                Fits(section, reading, effect, ["percent"]) ? [Patch(effect, section.Whole("percent"))] : [],
            PatchEffect.LockOutage =>
                Fits(section, reading, effect, ["chambers"]) ? [Patch(effect, section.Whole("chambers"))] : [],
            PatchEffect.DraughtLimit =>
                Fits(section, reading, effect, ["draught_m"]) ? [Patch(effect, Floor(section, "draught_m", 100))] : [],
            PatchEffect.LowWater => !Fits(section, reading, effect, ["draught_m", "level_drop_m"]) ? []
                : section.IsGiven("draught_m") ? [Patch(PatchEffect.DraughtLimit, Floor(section, "draught_m", 100))]
                // Rounded up: the drop takes away at least what it says.
                : [Patch(effect, (int)Math.Ceiling(section.Amount("level_drop_m") * 100))],
            PatchEffect.Limit => Fits(section, reading, effect, [.. PatchFields.Limits.Select(l => l.Field.Name)])
                ? [.. PatchFields.Limits.Where(l => section.IsGiven(l.Field.Name)).Select(l =>
                    Patch(effect, Floor(section, l.Field.Name, l.Scale)) with { Limit = l.Limit, Loosens = section.Get("loosen", false) })]
                : [],
            _ => throw new InvalidOperationException($"no such effect: {effect}"),
        };

        NetworkPatch Patch(PatchEffect of, int value) => new("", of, value, 0, 0, section.Line);
    }

    /// <summary>One of the effect's own values is given (exactly one, but for limits), and no other; limits hold at all hours.</summary>
    private static bool Fits(SectionValues section, Reading reading, PatchEffect effect, IReadOnlyList<string> own)
    {
        var name = section.Text("effect");
        string[] values = ["percent", "chambers", "level_drop_m", .. PatchFields.Limits.Select(l => l.Field.Name)];
        var given = values.Where(section.IsGiven).ToList();
        var fits = true;
        foreach (var field in given.Where(f => !own.Contains(f)))
        {
            fits = Refuse(field, $"is given with effect = {name}; must be left out"
                + (own.Count is > 0 and < 4 ? $"; the effect takes {string.Join(" or ", own)}" : ""));
        }

        if (own.Count > 0 && !given.Exists(f => own.Contains(f)))
        {
            var others = own.Count == 1 ? "" : $", or another of {string.Join(", ", own.Skip(1))}";
            fits = Refuse(own[0], $"is missing; must be given with effect = {name}{others}");
        }

        if (effect == PatchEffect.LowWater && given.Count(f => own.Contains(f)) == 2)
            fits = Refuse("level_drop_m", "stands beside draught_m; must be one of the two");
        var isTimed = effect is not (PatchEffect.Limit or PatchEffect.LowWater or PatchEffect.DraughtLimit);
        foreach (var field in new[] { "from", "to", "days", "daily_from", "daily_to" }.Where(f => !isTimed && section.IsGiven(f)))
        {
            fits = Refuse(field, $"is given with effect = {name}, which holds for the whole horizon; must be left out "
                + "(to shut a link for a time: closed)");
        }

        var isLock = effect == PatchEffect.LockOutage || (effect == PatchEffect.Closed && section.IsGiven("lock"));
        foreach (var field in PatchFields.Selectors.Where(f => isLock && f.Name is not ("lock" or "target") && section.IsGiven(f.Name)))
            fits = Refuse(field.Name, "is given for a lock; must be left out, 'lock' names the locks");
        if (effect != PatchEffect.Limit && section.IsGiven("loosen"))
            fits = Refuse("loosen", $"is given with effect = {name}; must be left out, only a limit can loosen");
        return fits && given.TrueForAll(f => section.Find(f) is not null);

        bool Refuse(string field, string problem)
        {
            reading.Error("SCN028", section, field, problem);
            return false;
        }
    }

    private static int Floor(SectionValues section, string field, int scale) =>
        (int)Math.Floor((section.Find(field) is int whole ? whole : section.Amount(field)) * scale);
}
