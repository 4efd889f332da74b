using MilMobility.Civil.Demand;
using MilMobility.Civil.Pricing;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.Assessment;

/// <summary>
/// First civil impact of a plan: residual capacity and displaced volume per link-hour, train paths displaced per section-hour by
/// step of the ladder, lock queues; priced by the dated values of time. Volume kept and duration kept are separate measures.
/// Costs are unweighted euros, whatever weight the planner was given. A pure function; O(cells used x bands).
/// </summary>
public sealed class CivilAssessor
{
    private readonly CompiledNetwork _network;
    private readonly CivilPricing _pricing;
    private readonly MissionScenario _scenario;
    private readonly SortedDictionary<string, Sum> _rail = new(StringComparer.Ordinal);

    private CivilAssessor(CompiledNetwork network, CivilPricing pricing, MissionScenario scenario)
    {
        _network = network;
        _pricing = pricing;
        _scenario = scenario;
    }

    public static CivilImpact Assess(
        CompiledNetwork network, CivilPricing pricing, MissionScenario scenario, MovementPlan plan) =>
        new CivilAssessor(network, pricing, scenario).Assess(plan);

    /// <summary>How much of the civil traffic each mode keeps, by the price bands.</summary>
    public static IReadOnlyList<CivilKept> Kept(AssessmentInput input)
    {
        var assessor = new CivilAssessor(input.Network, input.Pricing, input.Scenario);
        return assessor.Kept([.. RateUse.Of(input.Network, input.Plan).Select(u => assessor.Cell(u.Key.Resource, u.Key.Hour, u.Value))]);
    }

    private CivilImpact Assess(MovementPlan plan)
    {
        var cells = RateUse.Of(_network, plan).Select(u => Cell(u.Key.Resource, u.Key.Hour, u.Value)).ToList();
        return new CivilImpact
        {
            Cells = cells,
            Totals = Totals(cells),
            ByManager = Group(cells, c => c.Manager),
            ByMode = Group(cells, c => c.Mode.ToString()),
            ByRegion = Group(cells, c => c.Region),
            ByHour = Group(cells, c => c.Hour.ToString("D4")),
            RailByCategory = [.. _rail.Select(r => new CivilGroup(r.Key, r.Value.Displaced, r.Value.Delay, r.Value.Cost))],
            Kept = Kept(cells),
            ValuesOfTime = _network.Dataset.ValuesOfTime,
            QualityShares = QualityShares(cells),
        };
    }

    private CivilCell Cell(int resource, int hour, int use)
    {
        var isLock = resource >= _network.ArcCount;
        var bands = _pricing.BandSets[_pricing.Table.SetOfCell[(resource * _pricing.Table.HourCount) + hour]];
        var isRail = !isLock && _network.LinkMode[resource >> 1] == TransportMode.Rail;
        var (displaced, delay, cost, categories) = Fill(bands, use, isRail);
        var demand = Demand(resource, hour);
        var (capacity, id, mode, manager, region) = isLock ? OfLock(resource) : OfLink(resource >> 1);
        return new CivilCell(
            id, mode, isLock || (resource & 1) == 0, hour, manager, region, capacity, demand, use,
            bands.Length == 0 ? 0 : bands[0].Width, displaced, delay, cost)
        {
            RailByCategory = categories,
        };
    }

    /// <summary>Fills the bands in order up to the use.</summary>
    private (double Displaced, double DelayHours, long Cost, List<CivilGroup> Categories) Fill(
        CivilBand[] bands, int use, bool isRail)
    {
        var categories = new List<CivilGroup>();
        double displaced = 0, delay = 0;
        long cost = 0;
        foreach (var band in bands)
        {
            var taken = Math.Min(band.Width, use);
            use -= taken;
            if (taken == 0 || band.Lever == DisplacementLever.Residual) continue;
            if (Displaces(band.Lever)) displaced += taken;
            delay += taken * band.DelayHoursPerUnit;
            cost += taken * band.MicroEurosPerUnit;
            if (isRail) categories.Add(AddRail(band, taken));
        }

        return (displaced, delay, cost, categories);
    }

    /// <summary>What queues behind a column within the hour, or waits for a train on its own path, is not displaced.</summary>
    private static bool Displaces(DisplacementLever lever) => lever is not (DisplacementLever.LaneLoss or DisplacementLever.Wait);

    private CivilGroup AddRail(CivilBand band, int taken)
    {
        var displaced = Displaces(band.Lever) ? taken : 0;
        var category = band.Lever switch
        {
            DisplacementLever.Wait => "later on their path",
            DisplacementLever.RetimeFreight => "freight retimed",
            DisplacementLever.DivertFreight => "freight diverted",
            DisplacementLever.CancelFreight => "freight cancelled",
            _ => "passenger cancelled",
        };
        if (!_rail.TryGetValue(category, out var sum)) _rail[category] = sum = new Sum();
        sum.Displaced += displaced;
        sum.Delay += taken * band.DelayHoursPerUnit;
        sum.Cost += taken * band.MicroEurosPerUnit;
        return new CivilGroup(category, displaced, taken * band.DelayHoursPerUnit, taken * band.MicroEurosPerUnit);
    }

    private double Demand(int resource, int hour)
    {
        var (day, hourOfDay) = (_scenario.Clock.DayAt(hour * 3600), _scenario.Clock.At(hour * 3600).Hour);
        return resource < _network.ArcCount ? _pricing.Demand.Of(resource, day, hourOfDay)
            : _pricing.Locks[resource - _network.ArcCount].LockagesFor(
                _pricing.Demand.Of(resource, LockAccount.Barge, day, hourOfDay),
                _pricing.Demand.Of(resource, LockAccount.Recreation, day, hourOfDay));
    }

    private (double, string, TransportMode, string, string) OfLink(int link)
    {
        var row = _network.Dataset.Links[link];
        return (_network.LinkCapacityPerHour[link], row.Id, row.Mode, row.Manager, row.Region);
    }

    private (double, string, TransportMode, string, string) OfLock(int resource)
    {
        var k = resource - _network.ArcCount;
        var row = _network.Dataset.Nodes[_network.LockNode[k]];
        return (_pricing.Locks[k].LockagesPerHour, row.Id, TransportMode.Water, row.Manager, row.Region);
    }

    private static CivilTotals Totals(List<CivilCell> cells)
    {
        double Displaced(TransportMode mode) => cells.Where(c => c.Mode == mode).Sum(c => c.Displaced);
        double Delay(TransportMode mode) => cells.Where(c => c.Mode == mode).Sum(c => c.DelayHours);
        return new CivilTotals(
            Displaced(TransportMode.Road), Delay(TransportMode.Road),
            Displaced(TransportMode.Rail), Delay(TransportMode.Rail),
            Displaced(TransportMode.Water), Delay(TransportMode.Water),
            cells.Sum(c => c.CostMicroEuros));
    }

    private static List<CivilGroup> Group(List<CivilCell> cells, Func<CivilCell, string> key) =>
    [
        .. cells.GroupBy(key).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CivilGroup(g.Key, g.Sum(c => c.Displaced), g.Sum(c => c.DelayHours), g.Sum(c => c.CostMicroEuros))),
    ];

    private List<CivilKept> Kept(List<CivilCell> cells)
    {
        var kept = new List<CivilKept>();
        foreach (var mode in new[] { TransportMode.Road, TransportMode.Rail, TransportMode.Water })
        {
            var touched = cells.Where(c => c.Mode == mode).ToList();
            var demand = touched.Sum(c => c.CivilDemand);
            var displaced = touched.Sum(c => c.Displaced);
            var resources = mode == TransportMode.Water
                ? _network.LockCount
                : Enumerable.Range(0, _network.LinkCount).Where(l => _network.LinkMode[l] == mode)
                    .Sum(l => _network.LinkTwoWay[l] ? 2 : 1);
            var cellHours = (double)resources * _pricing.Table.HourCount;
            kept.Add(new CivilKept(
                mode,
                demand <= 0 ? 1 : Math.Max(0, 1 - (displaced / demand)),
                cellHours <= 0 ? 1 : 1 - (touched.Count(c => c.Displaced > 0) / cellHours)));
        }

        return kept;
    }

    /// <summary>Shares of the civil volume in the touched cells by the quality of the profile it came from.</summary>
    private Dictionary<string, double> QualityShares(List<CivilCell> cells)
    {
        var qualityOfScope = new Dictionary<(TransportMode, string), string>();
        foreach (var row in _network.Dataset.CivilProfiles) qualityOfScope.TryAdd((row.Mode, row.Scope), row.Quality);
        var total = cells.Sum(c => c.CivilDemand);
        return cells
            .GroupBy(c => QualityOf(c, qualityOfScope))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => total <= 0 ? 0 : g.Sum(c => c.CivilDemand) / total, StringComparer.Ordinal);
    }

    private string QualityOf(CivilCell cell, Dictionary<(TransportMode, string), string> qualityOfScope)
    {
        var (own, byClass) = cell.Mode == TransportMode.Water
            ? ($"node:{cell.Resource}", "class:lock")
            : (cell.Resource, $"class:{_network.LinkClass[_network.LinkIndex[cell.Resource]]}");
        return qualityOfScope.GetValueOrDefault((cell.Mode, own))
            ?? qualityOfScope.GetValueOrDefault((cell.Mode, byClass)) ?? "assumed";
    }

    private sealed class Sum
    {
        public double Displaced { get; set; }
        public double Delay { get; set; }
        public long Cost { get; set; }
    }
}
