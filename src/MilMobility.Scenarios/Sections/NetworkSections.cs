using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;

namespace MilMobility.Scenarios.Sections;

/// <summary>Curfews, their hours in order. Error SCN024.</summary>
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

    private static string Clock(int minute) => $"{minute / 60:00}:{minute % 60:00}";
}
