using System.Globalization;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Paper;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Documents;

/// <summary>
/// A briefing sheet for each port, yard, terminal and rest area: who comes when and does what, how full it is in every hour, what must
/// be ready, and room for names and numbers.
/// </summary>
internal static class PlaceBriefings
{
    private const int SecondsPerHour = 3600;

    public static byte[] ToBytes(MissionReport report)
    {
        var paper = new PaperDocument($"Briefings by place: {report.Scenario.Title}", report.Manifest.Marking);
        var index = paper.Sheet("Briefings by place");
        var sheets = new List<(string, PaperSheet)>();
        foreach (var place in PlaceEvents.Of(report))
        {
            var sheet = paper.Sheet($"Briefing: {place.Name}");
            sheets.Add(($"{place.Name}: {place.Events.Select(e => e.Planned.Serial.Id).Distinct().Count()} serials", sheet));
            Briefing(sheet, report, place);
        }

        if (sheets.Count == 0) index.Paragraph("Nothing stops anywhere.");
        else index.Index(sheets);
        return paper.ToBytes();
    }

    /// <summary>Most that is taken at once of each resource in each hour that takes any.</summary>
    internal static SortedDictionary<int, Dictionary<string, int>> Occupancy(IReadOnlyList<PlaceEvent> events)
    {
        var hours = new SortedDictionary<int, Dictionary<string, int>>();
        foreach (var resource in events.Where(e => e.Amount > 0).GroupBy(e => e.Resource, StringComparer.Ordinal))
        {
            var taken = resource.ToList();
            // The level changes only where one begins, so that each hour's highest is at its start or at such a moment.
            foreach (var hour in taken.SelectMany(Hours).Distinct())
            {
                var (from, to) = (hour * SecondsPerHour, (hour + 1) * SecondsPerHour);
                var moments = taken.Select(e => e.FromSeconds).Where(s => s >= from && s < to).Append(from);
                var most = moments.Max(at => taken.Where(e => e.FromSeconds <= at && at < e.ToSeconds).Sum(e => e.Amount));
                if (most == 0) continue;
                if (!hours.TryGetValue(hour, out var levels)) hours[hour] = levels = new(StringComparer.Ordinal);
                levels[resource.Key] = most;
            }
        }

        return hours;
    }

    private static IEnumerable<int> Hours(PlaceEvent e) => Enumerable.Range(
        e.FromSeconds / SecondsPerHour, Math.Max(1, ((e.ToSeconds - 1) / SecondsPerHour) - (e.FromSeconds / SecondsPerHour) + 1));

    private static void Briefing(PaperSheet sheet, MissionReport report, PlaceDay place)
    {
        var serials = place.Events.Select(e => e.Planned).DistinctBy(p => p.Serial.Id).ToList();
        sheet.Facts(
            ("Place", place.Name), ("Kinds", place.Kinds),
            ("First", DocumentTimes.Minute(report, place.Events[0].FromSeconds)),
            ("Last", DocumentTimes.Minute(report, place.Events.Max(e => e.ToSeconds))),
            ("Serials, vehicles", $"{serials.Count}, {serials.Sum(p => p.Serial.VehicleCount)}"),
            ("Dangerous goods", Goods(serials)));
        var levels = Occupancy(place.Events);
        Ready(sheet, report, place, levels);
        sheet.Heading("Who does what, and when (local time)");
        sheet.Table(
            ["from", "to", "serial", "unit", "#vehicles", "what", "then"],
            place.Events.Select(e => (string[])
            [
                DocumentTimes.Minute(report, e.FromSeconds), DocumentTimes.Minute(report, e.ToSeconds), e.Planned.Serial.Id,
                e.Planned.Serial.Unit, Whole(e.Planned.Serial.VehicleCount), e.What, Next(e),
            ]));
        Levels(sheet, report, place, levels);
        sheet.Heading("Contacts");
        sheet.Blank("Place manager on duty, telephone");
        sheet.Blank("Movement control, telephone");
        sheet.Blank("Medical, fire and dangerous goods adviser, telephone");
    }

    /// <summary>The highest level of each resource, with the hour by which it must be there.</summary>
    private static void Ready(
        PaperSheet sheet, MissionReport report, PlaceDay place, SortedDictionary<int, Dictionary<string, int>> levels)
    {
        var resources = levels.SelectMany(h => h.Value.Select(l => (Hour: h.Key, Resource: l.Key, Level: l.Value)))
            .GroupBy(l => l.Resource, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (resources.Count == 0) return;
        sheet.Heading("What must be ready");
        sheet.Table(
            ["what", "from", "#most at once", "in the hour of", "#there is"],
            resources.Select(g =>
            {
                var peak = g.OrderByDescending(l => l.Level).ThenBy(l => l.Hour).First();
                return (string[])
                [
                    g.Key, DocumentTimes.Minute(report, g.Min(l => l.Hour) * SecondsPerHour), Whole(peak.Level),
                    DocumentTimes.Minute(report, peak.Hour * SecondsPerHour),
                    place.Capacities.TryGetValue(g.Key, out var capacity) ? Whole(capacity) : "not stated",
                ];
            }));
    }

    private static void Levels(
        PaperSheet sheet, MissionReport report, PlaceDay place, SortedDictionary<int, Dictionary<string, int>> levels)
    {
        if (levels.Count == 0) return;
        string[] resources = [.. levels.Values.SelectMany(l => l.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        sheet.Heading("How full, hour by hour (most at once in the hour)");
        sheet.Table(
            ["hour from", .. resources.Select(r => $"#{r}{(place.Capacities.TryGetValue(r, out var c) ? $" (of {c})" : "")}")],
            levels.Select(h => (string[])
            [
                DocumentTimes.Minute(report, h.Key * SecondsPerHour),
                .. resources.Select(r => h.Value.TryGetValue(r, out var level) ? Whole(level) : ""),
            ]));
    }

    private static string Next(PlaceEvent e)
    {
        var next = e.Planned.Steps.FirstOrDefault(s => s is not HoldStep && s.StartSeconds >= e.ToSeconds);
        return next switch
        {
            MoveStep move => $"leaves by {Formats.Words(move.Mode)}",
            TransferStep => "transfers",
            _ => "",
        };
    }

    private static string Goods(List<PlannedSerial> serials)
    {
        var goods = serials.Select(p => p.Serial.DangerousGoods).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return goods.Count == 0 ? "none" : string.Join("; ", goods);
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
