using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Comparison;

/// <summary>Serials that two runs move otherwise, matched by id. Pure; O(steps).</summary>
internal static class SerialChanges
{
    public static IReadOnlyList<SerialChange> Of(MissionReport first, MissionReport second)
    {
        var (a, b) = (new Side(first), new Side(second));
        var changes = new List<SerialChange>();
        foreach (var id in a.Ids.Union(b.Ids, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (x, y) = (a.Planned.GetValueOrDefault(id), b.Planned.GetValueOrDefault(id));
            string[] what = (a.Ids.Contains(id), b.Ids.Contains(id)) switch
            {
                (false, _) => ["added"],
                (_, false) => ["removed"],
                _ => What(x, y, a, b),
            };
            if (what.Length > 0) changes.Add(new SerialChange(id, what, x is null ? null : a.Journey(x), y is null ? null : b.Journey(y)));
        }

        return changes;
    }

    private static string[] What(PlannedSerial? x, PlannedSerial? y, Side a, Side b)
    {
        if (x is null || y is null) return x is null && y is null ? [] : [x is null ? "moved" : "unmoved"];
        var what = new List<string>();
        if (!Modes(x).SequenceEqual(Modes(y))) what.Add("mode");
        else if (!Links(x).SequenceEqual(Links(y))) what.Add("route");
        if (!a.Times(x).SequenceEqual(b.Times(y))) what.Add("time");
        return [.. what];
    }

    private static IEnumerable<Domain.Units.TransportMode> Modes(PlannedSerial planned)
    {
        var last = default(Domain.Units.TransportMode?);
        foreach (var move in planned.Steps.OfType<MoveStep>().Where(m => m.Mode != last))
        {
            last = move.Mode;
            yield return move.Mode;
        }
    }

    private static IEnumerable<(string, string)> Links(PlannedSerial planned) =>
        planned.Steps.OfType<MoveStep>().Select(m => (m.Link, m.From));

    private sealed class Side
    {
        private readonly MissionReport _report;
        private readonly Legs _legs;

        public Side(MissionReport report)
        {
            _report = report;
            _legs = new Legs(report.Map);
            Planned = report.Plan.Planned.ToDictionary(p => p.Serial.Id, StringComparer.Ordinal);
            Ids = [.. Planned.Keys, .. report.Plan.Unmoved.Select(u => u.Serial.Id)];
        }

        public Dictionary<string, PlannedSerial> Planned { get; }

        public HashSet<string> Ids { get; }

        /// <summary>Moments at which its moves and transfers begin, and at which it is in; what a hold ends with is a move.</summary>
        public IEnumerable<DateTimeOffset> Times(PlannedSerial planned) => planned.Steps
            .Where(s => s is not HoldStep).Select(s => s.StartSeconds).Append(planned.FinishSeconds).Select(_report.Clock.At);

        public ComparedJourney Journey(PlannedSerial planned)
        {
            var legs = _legs.Of(planned).ToList();
            var start = planned.Steps.FirstOrDefault(s => s is not HoldStep)?.StartSeconds ?? 0;
            var modes = Phrase.Joined(", ", Modes(planned).Select(Phrase.Mode));
            return new ComparedJourney(
                new Sentence("", modes.English, modes.Dutch), string.Join(" | ", legs.Select(l => l.Route)),
                _report.Clock.At(start), _report.Clock.At(planned.FinishSeconds), planned.LatenessSeconds,
                planned.Cost.Time + planned.Cost.Lateness + planned.Cost.Operating);
        }
    }
}
