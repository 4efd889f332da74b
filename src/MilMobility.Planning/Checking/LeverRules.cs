using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rules 16 to 19: night windows, stated headways, caps and limits on staging, each read from the raw scenario. O(levers x moves), and
/// O(n squared) for n moves over one single link with a stated headway.
/// </summary>
internal static class LeverRules
{
    private const int SecondsPerMinute = 60;
    private const int SecondsPerHour = 3600;

    private readonly record struct Passage(int Arc, long Entry, long Exit, long Pass, string Serial);

    public static void Check(MissionScenario scenario, NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        // A scenario without levers keeps them.
        foreach (var rule in new[] { CheckRule.NightWindows, CheckRule.Headways, CheckRule.Caps, CheckRule.Staging }) log.Tried(rule);
        foreach (var window in scenario.Levers.NightWindows)
            CheckNight(window, scenario.Clock, scenario.HorizonSeconds, Meant(network, window.Where), traces, log);
        CheckHeadways(scenario, network, traces, log);
        foreach (var cap in scenario.Levers.Caps) CheckCap(cap, scenario.Clock, Meant(network, cap.Where), traces, log);
        CheckStaging(scenario, network, traces, log);
    }

    /// <summary>Which links of the dataset a selection means.</summary>
    private static bool[] Meant(NetworkFacts network, PatchSelection where)
    {
        var reading = new PatchReading(new NetworkPatch("", PatchEffect.Closed, 0, 0, 0, 0) { Selection = where }, network);
        return [.. network.Dataset.Links.Select(reading.Means)];
    }

    private static void CheckNight(
        NightWindow window, LocalClock clock, int horizonSeconds, bool[] meant, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        foreach (var trace in traces)
        {
            foreach (var step in trace.Steps)
            {
                if (!step.IsKnownMove || !meant[step.Link]) continue;
                var clear = step.End + trace.Pass(step);
                // Beyond the horizon other rules speak.
                var shut = FirstShut(window, clock, Math.Max(0, step.Start), Math.Min(clear, horizonSeconds));
                log.Expect(
                    shut is null, CheckRule.NightWindows, trace, step.Subject, step.Start, clear,
                    $"check.night{step.Start:start}{clear:clear}{window.Words:where}{shut:shut}");
            }
        }
    }

    /// <summary>First second of [from, to) in none of the hours; hours begin and end with a minute.</summary>
    private static long? FirstShut(NightWindow window, LocalClock clock, long from, long to)
    {
        for (var at = from; at < to; at = ((at / SecondsPerMinute) + 1) * SecondsPerMinute)
        {
            var local = clock.At((int)at);
            if (!window.Hours.Any(hours => IsWithin(hours, local))) return at;
        }

        return null;
    }

    private static bool IsWithin(DailyHours hours, DateTimeOffset local)
    {
        var minute = (local.Hour * 60) + local.Minute;
        var isNextDay = hours.ToMinuteOfDay <= hours.FromMinuteOfDay && minute < hours.ToMinuteOfDay;
        var began = (isNextDay ? local.AddDays(-1) : local).DayOfWeek;
        var day = began == DayOfWeek.Saturday ? DayTypes.Saturday : began == DayOfWeek.Sunday ? DayTypes.Sunday : DayTypes.Weekday;
        if (!hours.Days.HasFlag(day)) return false;
        return isNextDay || (minute >= hours.FromMinuteOfDay
            && (hours.ToMinuteOfDay <= hours.FromMinuteOfDay || minute < hours.ToMinuteOfDay));
    }

    private static void CheckHeadways(
        MissionScenario scenario, NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        if (scenario.Levers.Headways.Count == 0) return;
        var stated = scenario.Levers.Headways.Select(h => (h.Seconds, Links: Meant(network, h.Where))).ToList();
        var passages = traces.SelectMany(t => t.Steps.Where(s => s.IsKnownMove && s.Mode is TransportMode.Road or TransportMode.Rail)
            .Select(s => new Passage(s.Arc, s.Start, s.End, t.Pass(s), t.Id)));
        foreach (var ofLink in passages.GroupBy(p => p.Arc / 2))
        {
            var gap = stated.Where(s => s.Links[ofLink.Key]).Select(s => (long)s.Seconds).DefaultIfEmpty(0).Max();
            if (gap == 0) continue;
            var row = network.Link(ofLink.Key);
            foreach (var oneWay in ofLink.GroupBy(p => p.Arc)) CheckFollowing([.. oneWay.OrderBy(p => p.Entry)], gap, row.Id, log);
            var isSingle = row.Mode == TransportMode.Rail ? row.LanesOrTracks == 1 : row.LanesOrTracks == 0;
            if (isSingle) CheckAgainst([.. ofLink], gap, row.Id, log);
        }
    }

    private static void CheckFollowing(List<Passage> oneWay, long gap, string link, ViolationLog log)
    {
        for (var i = 1; i < oneWay.Count; i++)
        {
            var (first, second) = (oneWay[i - 1], oneWay[i]);
            if (first.Serial == second.Serial) continue;
            log.Tried(CheckRule.Headways);
            var apart = Math.Min(second.Entry - first.Entry, second.Exit - first.Exit) - first.Pass;
            if (apart >= gap) continue;
            log.Add(
                CheckRule.Headways, [first.Serial, second.Serial], link, first.Entry, second.Exit,
                $"check.headway{apart:apart}{gap:gap}");
        }
    }

    private static void CheckAgainst(List<Passage> both, long gap, string link, ViolationLog log)
    {
        foreach (var ahead in both.Where(p => p.Arc % 2 == 0))
        {
            foreach (var back in both.Where(p => p.Arc % 2 == 1 && p.Serial != ahead.Serial))
            {
                log.Tried(CheckRule.Headways);
                if (ahead.Exit + ahead.Pass + gap <= back.Entry || back.Exit + back.Pass + gap <= ahead.Entry) continue;
                log.Add(
                    CheckRule.Headways, [ahead.Serial, back.Serial], link, Math.Min(ahead.Entry, back.Entry),
                    Math.Max(ahead.Exit, back.Exit), $"check.headway-opposite{gap:gap}");
            }
        }
    }

    private static void CheckCap(EntryCap cap, LocalClock clock, bool[] meant, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var periods = new SortedDictionary<long, (long Amount, List<string> Serials)>();
        foreach (var trace in traces)
        {
            if (trace.Steps.FirstOrDefault(s => s.IsKnownMove && meant[s.Link]) is not { } entry) continue;
            log.Tried(CheckRule.Caps);
            var period = cap.Per == CapPeriod.Hour ? Exact.HourOf(entry.Start)
                : clock.At((int)Math.Clamp(entry.Start, 0, int.MaxValue)).Date.Ticks / TimeSpan.TicksPerDay;
            if (!periods.TryGetValue(period, out var own)) own = (0, []);
            own.Serials.Add(trace.Id);
            periods[period] = own with { Amount = own.Amount + (cap.InVehicles ? trace.Derived.VehicleCount : 1) };
        }

        foreach (var (period, (amount, serials)) in periods)
        {
            if (amount <= cap.Most) continue;
            var from = cap.Per == CapPeriod.Hour ? period * SecondsPerHour : 0;
            var message = $"check.cap-{(cap.InVehicles ? "vehicles" : "serials")}-{(cap.Per == CapPeriod.Hour ? "hour" : "day")}";
            log.Add(
                CheckRule.Caps, [.. serials.Take(ViolationLog.SerialsNamedMax)], "(cap)", from, from,
                Sentence.Of(message, ("amount", $"{amount}"), ("where", cap.Words), ("most", $"{cap.Most}")));
        }
    }

    private static void CheckStaging(
        MissionScenario scenario, NetworkFacts network, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        if (scenario.Levers.Staging.Count == 0) return;
        var waiting = new Dictionary<string, (FacilityRow Room, List<Occupancy> Spans)>();
        foreach (var trace in traces)
        {
            for (var i = 0; i < trace.Steps.Count; i++)
            {
                var step = trace.Steps[i];
                if (step.Kind != StepKind.Hold || trace.IsFreeOriginHold(i) || step.FromNode is not { Holding: { } room } node) continue;
                if (!waiting.TryGetValue(node.Row.Id, out var own)) waiting[node.Row.Id] = own = (room, []);
                own.Spans.Add(HoldingRules.Held(trace, i, room));
            }
        }

        foreach (var (node, (room, spans)) in waiting)
        {
            var most = scenario.Levers.Staging.Where(s => Means(s, network, node, room.HoldUnit))
                .Select(s => MostOf(s, room.HoldUnit)).Min();
            if (most is { } number) OccupancySweep.Check(CheckRule.Staging, node, OccupancySweep.UnitOf(room.HoldUnit), spans, number, log);
        }
    }

    private static bool Means(StagingLimit limit, NetworkFacts network, string node, HoldUnit unit)
    {
        var isThere = limit.At.Count == 0 || limit.At.Any(name => network.NodesNamed(name).Any(n => n.Id == node));
        return isThere && network.Dataset.Facilities.Any(f => f.Node == node && f.HoldUnit == unit && f.HoldCapacity is not null
            && (limit.Kinds.Count == 0 || limit.Kinds.Contains(f.Kind)));
    }

    private static int? MostOf(StagingLimit limit, HoldUnit unit) => unit switch
    {
        HoldUnit.Vehicles => limit.Vehicles,
        HoldUnit.LaneMetres => limit.LaneMetres,
        HoldUnit.Tracks => limit.Tracks,
        HoldUnit.Berths => limit.Berths,
        _ => null,
    };
}
