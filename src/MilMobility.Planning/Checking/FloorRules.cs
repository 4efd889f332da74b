using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Rules 20 and 21: use of every rate resource in every hour against the civil traffic that stays protected there, and of every rail
/// section against what the permitted steps of the ladder free, from the raw civil profiles, capacities and floors: neither price bands
/// nor the pricer are asked. It binds where the dataset states civil traffic or the scenario a floor.
/// </summary>
internal sealed class FloorRules
{
    private const int SecondsPerHour = 3600;
    private const int SecondsPerMinute = 60;

    /// <summary>One each way.</summary>
    private const int LockagesPerCycle = 2;

    /// <summary>Sums of shares of capacities are exact to far less; a unit is never gained by it.</summary>
    private const double Rounding = 1e-6;

    private readonly MissionScenario _scenario;
    private readonly NetworkFacts _network;
    private readonly PatchFacts _patches;
    private readonly ILookup<(TransportMode Mode, string Scope), CivilProfileRow> _profiles;
    private readonly List<(CivilFloor Floor, bool[] Links, HashSet<string> Locks)> _floors;
    private readonly List<NodeFact> _locks;

    private FloorRules(MissionScenario scenario, NetworkFacts network, PatchFacts patches)
    {
        (_scenario, _network, _patches) = (scenario, network, patches);
        _profiles = network.Dataset.CivilProfiles.ToLookup(row => (row.Mode, row.Scope));
        _floors = [.. scenario.CivilFloors.Select(Reach)];
        _locks = [.. network.Dataset.Nodes.Select(n => network.Node(n.Id)).OfType<NodeFact>().Where(n => n.Lock is not null)];
    }

    /// <summary>Civil traffic of a resource in an hour, and the room that it has.</summary>
    private readonly record struct Traffic(double Capacity, double Passenger, double Freight, bool IsKnown)
    {
        public double Demand => Passenger + Freight;
    }

    public static void Check(
        MissionScenario scenario, NetworkFacts network, PatchFacts patches, IReadOnlyList<SerialTrace> traces, ViolationLog log)
    {
        var rules = new FloorRules(scenario, network, patches);
        log.Tried(CheckRule.CivilFloors);
        log.Tried(CheckRule.RailPriority);
        foreach (var cell in RateRules.UsesOf(network, traces).GroupBy(u => (u.Resource, u.Hour)))
        {
            // Beyond the horizon other rules speak.
            if (cell.Key.Hour >= 0 && cell.Key.Hour * SecondsPerHour < scenario.HorizonSeconds)
                rules.CheckCell(cell.Key.Resource, (int)cell.Key.Hour, [.. cell], log);
        }
    }

    private void CheckCell(int resource, int hour, List<RateRules.Use> uses, ViolationLog log)
    {
        var links = _network.Dataset.Links.Count;
        var isLock = resource >= 2 * links;
        if (!isLock && _network.Link(resource / 2).Mode == TransportMode.Water) return;
        var mode = isLock ? TransportMode.Water : _network.Link(resource / 2).Mode;
        var traffic = isLock ? OfLock(_locks[resource - (2 * links)], hour) : OfLink(resource / 2, hour);
        var stated = _floors.Where(f => f.Floor.Mode == mode && IsInForce(f.Floor, hour)
            && (isLock ? f.Locks.Contains(_locks[resource - (2 * links)].Row.Id) : f.Links[resource / 2])).Select(f => f.Floor).ToList();
        if (!traffic.IsKnown && stated.Count == 0) return;
        var use = uses.Sum(u => u.Amount);
        CheckFloor(mode, traffic, stated, use, hour, uses, log);
        if (mode == TransportMode.Rail && traffic.IsKnown) CheckLadder(traffic, stated, use, hour, uses, log);
    }

    private void CheckFloor(
        TransportMode mode, Traffic traffic, List<CivilFloor> stated, long use, int hour, List<RateRules.Use> uses, ViolationLog log)
    {
        log.Tried(CheckRule.CivilFloors);
        var share = ShareOf(mode, stated);
        var reserved = Math.Max(share * traffic.Demand, stated.Select(f => f.UnitsPerHour ?? 0).DefaultIfEmpty(0).Max());
        // Whole trains are counted together; elsewhere free room and displaced traffic are rounded down one by one.
        var room = mode == TransportMode.Rail
            ? Down(traffic.Capacity - reserved)
            : Down(traffic.Capacity - Math.Max(traffic.Demand, reserved)) + Down(traffic.Demand - reserved);
        if (use <= room) return;
        Phrase sectors = stated.Count == 0 ? Sentence.Of("check.regime") : string.Join(", ", stated.Select(f => f.Sector).Distinct());
        Add(CheckRule.CivilFloors, uses, hour, log,
            $"check.floor{use:use}{hour:hour}{sectors:sectors}{reserved:reserved}{room:room}");
    }

    private void CheckLadder(
        Traffic traffic, List<CivilFloor> stated, long use, int hour, List<RateRules.Use> uses, ViolationLog log)
    {
        log.Tried(CheckRule.RailPriority);
        var levers = _scenario.Regime.RailLevers & Permitted(_scenario.Regime.RailPriority);
        var keep = ShareOf(TransportMode.Rail, stated);
        var freight = new[]
        {
            (Lever: RailLevers.RetimeFreight, Name: "rail.freight.retime.share"),
            (Lever: RailLevers.DivertFreight, Name: "rail.freight.divert.share"),
            (Lever: RailLevers.CancelFreight, Name: "rail.freight.cancel.share"),
        }.Where(step => levers.HasFlag(step.Lever))
            .Select(step => _network.Dataset.CivilParameters.GetValueOrDefault(step.Name, 1)).DefaultIfEmpty(0).Max();
        var freed = traffic.Freight * Math.Min(freight, 1 - keep);
        if (levers.HasFlag(RailLevers.CancelPassenger)) freed += traffic.Passenger * (1 - keep);
        var room = Down(traffic.Capacity - traffic.Demand + freed);
        if (use <= room) return;
        Add(CheckRule.RailPriority, uses, hour, log,
            $"check.ladder{use:use}{hour:hour}{levers:levers}{room:room}");
    }

    private static RailLevers Permitted(RailPriority? rule) => rule switch
    {
        RailPriority.Off => RailLevers.None,
        RailPriority.AdHoc => RailLevers.RetimeFreight | RailLevers.DivertFreight,
        _ => (RailLevers)~0,
    };

    /// <summary>The largest protected share, 0 to 1.</summary>
    private double ShareOf(TransportMode mode, List<CivilFloor> stated)
    {
        var regime = mode == TransportMode.Road ? _scenario.Regime.CivilFloorRoadPercent
            : mode == TransportMode.Rail ? _scenario.Regime.CivilFloorRailPercent : _scenario.Regime.CivilFloorWaterPercent;
        return stated.Select(f => f.Percent ?? 0).Append(regime).Max() / 100.0;
    }

    private Traffic OfLink(int link, int hour)
    {
        var row = _network.Link(link);
        string[] scopes = [row.Id, $"class:{row.Class}"];
        var capacity = row.CapacityPerHour * _patches.CapacityFactor(link, (long)hour * SecondsPerHour) / 100.0;
        double Of(string category) => Profile(row.Mode, scopes, category, hour, row.CapacityPerHour);
        var isKnown = scopes.Any(s => _profiles.Contains((row.Mode, s)));
        return row.Mode == TransportMode.Rail
            ? new Traffic(capacity, Of("intercity") + Of("sprinter"), Of("freight"), isKnown)
            : new Traffic(capacity, Of("car"), Of("freight"), isKnown);
    }

    /// <summary>Lockages an hour of all chambers, two in each cycle, less the whole hundredths of their time out of service.</summary>
    private Traffic OfLock(NodeFact node, int hour)
    {
        string[] scopes = [$"node:{node.Row.Id}", "class:lock"];
        var facility = node.Lock!;
        var (start, end) = ((long)hour * SecondsPerHour, (hour + 1L) * SecondsPerHour);
        var lost = _patches.OutagesOf(node.Row.Id, facility.Chambers.Count)
            .Sum(o => Math.Max(0, Math.Min(end, o.Window.To) - Math.Max(start, o.Window.From)) * o.Out);
        var all = (long)SecondsPerHour * facility.Chambers.Count;
        var hundredths = (all - lost) * 100 / all;
        var capacity = LockagesPerCycle * (double)all / (facility.CycleMinutes * SecondsPerMinute) * hundredths / 100.0;
        var demand = LockRoom.Lockages(
            _network.Dataset, facility, Profile(TransportMode.Water, scopes, "barge", hour, 0),
            Profile(TransportMode.Water, scopes, "recreation", hour, 0));
        return new Traffic(capacity, 0, demand, scopes.Any(s => _profiles.Contains((TransportMode.Water, s))));
    }

    /// <summary>The row of the link or lock itself, or else of its class, at the local hour.</summary>
    private double Profile(TransportMode mode, string[] scopes, string category, int hour, double capacity)
    {
        var local = _scenario.Clock.At(hour * SecondsPerHour);
        var day = local.DayOfWeek == DayOfWeek.Saturday ? "saturday" : local.DayOfWeek == DayOfWeek.Sunday ? "sunday" : "weekday";
        foreach (var scope in scopes)
        {
            var own = _profiles[(mode, scope)].Where(r => r.Category == category).ToList();
            if (own.Count == 0) continue;
            var row = own.FindLast(r => r.DayType == day);
            return row is null ? 0 : row.Hours[local.Hour] * (row.Unit == "share-of-capacity" ? capacity : 1);
        }

        return 0;
    }

    private (CivilFloor, bool[], HashSet<string>) Reach(CivilFloor floor)
    {
        var patch = new NetworkPatch("", PatchEffect.Closed, 0, 0, 0, 0) { Selection = floor.Where with { Mode = floor.Mode } };
        var reading = new PatchReading(patch, _network);
        bool[] links = [.. _network.Dataset.Links.Select(reading.Means)];
        if (floor.Where.Locks.Count > 0) return (floor, links, [.. reading.Locks]);
        return (floor, links, [.. _network.Dataset.Links.Where((_, l) => links[l]).SelectMany(l => new[] { l.From, l.To })]);
    }

    /// <summary>True if the floor is in force at any minute of the hour.</summary>
    private bool IsInForce(CivilFloor floor, int hour)
    {
        for (var at = hour * SecondsPerHour; at < (hour + 1) * SecondsPerHour; at += SecondsPerMinute)
        {
            if (at + SecondsPerMinute <= floor.FromSeconds || at >= floor.ToSeconds) continue;
            if (floor.Daily is not { } daily) return true;
            var local = _scenario.Clock.At(at);
            var minute = (local.Hour * 60) + local.Minute;
            var overMidnight = daily.ToMinuteOfDay <= daily.FromMinuteOfDay;
            var began = overMidnight && minute < daily.ToMinuteOfDay ? local.AddDays(-1) : local;
            var day = began.DayOfWeek == DayOfWeek.Saturday ? DayTypes.Saturday
                : began.DayOfWeek == DayOfWeek.Sunday ? DayTypes.Sunday : DayTypes.Weekday;
            var isIn = overMidnight
                ? minute >= daily.FromMinuteOfDay || minute < daily.ToMinuteOfDay
                : minute >= daily.FromMinuteOfDay && minute < daily.ToMinuteOfDay;
            if (isIn && daily.Days.HasFlag(day)) return true;
        }

        return false;
    }

    private static long Down(double units) => (long)Math.Floor(Math.Max(0, units) + Rounding);

    private static void Add(string rule, List<RateRules.Use> uses, int hour, ViolationLog log, ref ViolationText message) => log.Add(
        rule, [.. uses.Select(u => u.Serial).Distinct().Take(ViolationLog.SerialsNamedMax)], uses[0].Subject,
        (long)hour * SecondsPerHour, (hour + 1L) * SecondsPerHour, ref message);
}
