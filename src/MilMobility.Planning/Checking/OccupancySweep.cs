using MilMobility.Domain.Sentences;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>An amount of a resource over [From, To) seconds, by one serial.</summary>
internal readonly record struct Occupancy(long From, long To, long Amount, string Serial);

/// <summary>
/// Maximum overlap of occupancies against a capacity: sort the starts and ends, sweep once, releases before starts at the same
/// second because intervals are half-open. O(n log n); each maximal overloaded stretch is one violation.
/// </summary>
internal static class OccupancySweep
{
    public static void Check(
        string rule, string subject, Sentence unit, List<Occupancy> spans, long capacity, ViolationLog log)
    {
        log.Tried(rule, spans.Count);
        var events = new List<(long At, long Delta)>(2 * spans.Count);
        foreach (var span in spans)
        {
            if (span.From >= span.To || span.Amount <= 0) continue;
            events.Add((span.From, span.Amount));
            events.Add((span.To, -span.Amount));
        }

        events.Sort();
        long load = 0, peak = 0, peakAt = 0, overFrom = 0;
        foreach (var (at, delta) in events)
        {
            var before = load;
            load += delta;
            if (before <= capacity && load > capacity) (overFrom, peak) = (at, 0);
            if (load > capacity && load > peak) (peak, peakAt) = (load, at);
            if (before > capacity && load <= capacity) Report(rule, subject, unit, spans, capacity, peak, peakAt, overFrom, at, log);
        }
    }

    /// <summary>The amounts that a place holds, in words.</summary>
    public static Sentence UnitOf(HoldUnit unit) => Sentence.Of($"hold-unit.{unit.ToString().ToLowerInvariant()}");

    private static void Report(
        string rule, string subject, Sentence unit, List<Occupancy> spans, long capacity, long peak, long peakAt, long from, long to,
        ViolationLog log)
    {
        // Finding who is there scans all spans, so it is done only for violations that are listed.
        IReadOnlyList<string> serials = log.Lists(rule)
            ? [.. spans.Where(s => s.From <= peakAt && peakAt < s.To).Select(s => s.Serial).Distinct()
                .Take(ViolationLog.SerialsNamedMax)]
            : [];
        log.Add(rule, serials, subject, from, to, $"check.at-once{peak:peak}{unit:unit}{peakAt:at}{capacity:most}");
    }
}
