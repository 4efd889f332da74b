using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>Curfews and network patches: windows in order, and the value that each effect needs. Errors SCN024 and SCN028.</summary>
internal static class NetworkSections
{
    public static IReadOnlyList<Curfew> Curfews(SectionValues root, Reading reading)
    {
        var curfews = new List<Curfew>();
        foreach (var section in root.List<SectionValues>("curfews"))
        {
            var days = section.List<string>("days").Aggregate(default(DayTypes), (all, day) => all | FieldNames.Parse<DayTypes>(day));
            var (from, to) = (section.Get("from", -1), section.Get("to", -1));
            if (from >= 0 && to >= 0 && to <= from)
            {
                reading.Error("SCN024", section, "to",
                    $"= {Clock(to)}; must be after 'from', {Clock(from)}; write a night as two curfews, to 24:00 and from 00:00");
            }

            curfews.Add(new Curfew(section.Choice<TransportMode>("mode"), section.List<string>("link_classes"),
                section.List<string>("regions"), days == default ? DayTypes.All : days, from, to, section.Line));
        }

        return curfews;
    }

    public static IReadOnlyList<NetworkPatch> Patches(SectionValues root, Reading reading)
    {
        var patches = new List<NetworkPatch>();
        foreach (var section in root.List<SectionValues>("patches"))
        {
            var from = section.IsGiven("from") ? reading.Seconds(section, "from") : 0;
            var to = section.IsGiven("to") ? reading.Seconds(section, "to") : reading.HorizonSeconds;
            var end = section.IsGiven("to") ? "to" : "from";
            if (from is { } f && to is { } t && t <= f && reading.HorizonSeconds > 0)
            {
                reading.Error("SCN024", section, end,
                    $"makes the window {reading.Shown(f)} to {reading.Shown(t)}; must end after it starts");
            }
            else if (to < 0 || from > reading.HorizonSeconds)
            {
                reading.Warning("SCN024", section, end, "puts the window outside the horizon; the patch does nothing");
            }

            var effect = section.Choice<PatchEffect>("effect");
            patches.Add(new NetworkPatch(section.Text("target"), effect, ValueOf(section, effect, reading),
                Math.Max(0, from ?? 0), Math.Max(0, to ?? 0), section.Line));
        }

        return patches;
    }

    private static int ValueOf(SectionValues section, PatchEffect effect, Reading reading)
    {
        if (section.Find("effect") is null) return 0;
        var needed = effect switch
        {
            PatchEffect.Closed => "",
            PatchEffect.SpeedFactor or PatchEffect.CapacityFactor => "percent",
            PatchEffect.DraughtLimit => "draught_m",
            _ => throw new InvalidOperationException($"no such effect: {effect}"),
        };
        var name = section.Text("effect");
        foreach (var field in (string[])["percent", "draught_m"])
        {
            if (field == needed && !section.IsGiven(field))
                reading.Error("SCN028", section, field, $"is missing; must be given with effect = {name}");
            if (field != needed && section.IsGiven(field))
                reading.Error("SCN028", section, field, $"is given with effect = {name}; must be left out");
        }

        return needed switch
        {
            "percent" => section.Whole("percent"),
            "draught_m" => (int)Math.Floor(section.Amount("draught_m") * 100),
            _ => 0,
        };
    }

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
