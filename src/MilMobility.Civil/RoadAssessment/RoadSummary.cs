using System.Globalization;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// Sums equilibria and queues to figures, breakdowns and cells, in a fixed order of hours and roads. Used once.
/// </summary>
internal sealed class RoadSummary(
    IReadOnlyList<CivilRoad> roads, double freightPcu, IReadOnlyDictionary<int, QueuedRoad> queues, CivilRoadHours hours)
{
    private const double CellHoursMin = 0.1;
    private const double CellFlowMin = 10;

    private static readonly string[] AllMetrics =
        [RoadMetrics.HoursLost, RoadMetrics.QueueHours, RoadMetrics.Diverted, RoadMetrics.Busy, RoadMetrics.VehicleKm];

    private static readonly string[] VehicleMetrics =
        [RoadMetrics.HoursLost, RoadMetrics.QueueHours, RoadMetrics.Diverted, RoadMetrics.VehicleKm];

    private static readonly string[] QueueMetrics = [RoadMetrics.HoursLost, RoadMetrics.QueueHours];

    private readonly SortedDictionary<(int Order, string Dimension, string Key), RoadTally> _parts = [];
    private readonly List<AssessedCell> _cells = [];
    private RoadTally _total = new(AllMetrics);
    private bool _hasFlows = true;

    /// <summary>Equilibria and, beside them, the queues.</summary>
    public AssessedMode OfEquilibria(IReadOnlyList<RoadHourImpact> impacts, IReadOnlyList<TripMatrices> trips)
    {
        foreach (var impact in impacts) Add(impact);
        AddQueues();
        return Result(RoadNotes.OfEquilibria(impacts, trips, queues));
    }

    /// <summary>Queues only.</summary>
    public AssessedMode OfQueues()
    {
        (_hasFlows, _total) = (false, new RoadTally(QueueMetrics));
        AddQueues();
        return Result(RoadNotes.OfQueues(queues));
    }

    private AssessedMode Result(IReadOnlyList<Sentence> notes) => new(
        [.. RoadMetrics.All.Where(m => _hasFlows || QueueMetrics.Contains(m.Id))],
        new ModeAssessment(
            TransportMode.Road, _total.Figures,
            [.. _parts.Where(p => p.Value.IsChanged).Select(p => new CivilBreakdown(p.Key.Dimension, p.Key.Key, p.Value.Figures))])
        {
            Cells = [.. _cells.OrderBy(c => c.Hour).ThenBy(c => c.Resource, StringComparer.Ordinal).ThenByDescending(c => c.Forward)
                .ThenBy(c => c.Metric, StringComparer.Ordinal)],
            Notes = notes,
        });

    private void Add(RoadHourImpact impact)
    {
        for (var road = 0; road < roads.Count; road++)
        {
            var (lostBefore, lostAfter) = (0.0, 0.0);
            for (var k = 0; k < impact.Before.Vehicles.Count; k++)
            {
                var (before, after) = AddVehicles(impact, road, k);
                (lostBefore, lostAfter) = (lostBefore + before, lostAfter + after);
            }

            var (old, now) = (impact.Before.CarUnits[road], impact.After.CarUnits[road]);
            var (capacity, left) = (impact.CapacityBefore[road], impact.CapacityAfter[road]);
            foreach (var tally in PartsOf(road, impact.Hour))
            {
                tally.Add(RoadMetrics.Diverted, 0, Math.Abs(now - old) / 2);
                tally.Add(
                    RoadMetrics.Busy, old > RoadMetrics.BusyShare * capacity ? 1 : 0, now > RoadMetrics.BusyShare * left ? 1 : 0);
            }

            if (Math.Abs(lostAfter - lostBefore) < CellHoursMin && Math.Abs(now - old) < CellFlowMin && left == capacity) continue;
            Cell(road, impact.Hour, RoadMetrics.HoursLost, lostBefore, lostAfter);
            Cell(road, impact.Hour, RoadMetrics.Flow, old, now);
            Cell(road, impact.Hour, RoadMetrics.Ratio, old / capacity, now / left);
        }
    }

    /// <summary>One category of vehicles on one road; its vehicle-hours lost without and with the plan.</summary>
    private (double Before, double After) AddVehicles(RoadHourImpact impact, int road, int category)
    {
        var (old, now) = (impact.Before.Vehicles[category][road], impact.After.Vehicles[category][road]);
        var empty = old * roads[road].LengthKm / roads[road].SpeedKmh;
        var (before, after) = ((old * impact.Before.Hours[road]) - empty, (now * impact.After.Hours[road]) - empty);
        var ofCategory = Part(4, "vehicle-class", RoadDemandParameters.Categories[category], VehicleMetrics);
        foreach (var tally in PartsOf(road, impact.Hour).Append(ofCategory))
        {
            tally.Add(RoadMetrics.HoursLost, before, after);
            tally.Add(RoadMetrics.VehicleKm, old * roads[road].LengthKm, now * roads[road].LengthKm);
        }

        ofCategory.Add(RoadMetrics.Diverted, 0, Math.Abs(now - old) / 2 * Units(category));
        return (before, after);
    }

    private void AddQueues()
    {
        foreach (var (road, queue) in queues)
        {
            foreach (var delay in queue.Delays)
            {
                var (before, after) = (0.0, 0.0);
                var (civil, all) = (hours.At(delay.Hour), hours.CarUnits(road, hours.At(delay.Hour)));
                for (var k = 0; k < RoadDemandParameters.Categories.Count && all > 0; k++)
                {
                    var perUnit = hours.CarUnits(road, k, civil) / all / Units(k);
                    AddQueue(Part(4, "vehicle-class", RoadDemandParameters.Categories[k], VehicleMetrics), delay, perUnit);
                    foreach (var tally in PartsOf(road, delay.Hour)) AddQueue(tally, delay, perUnit);
                    (before, after) = (before + (delay.Before * perUnit), after + (delay.After * perUnit));
                }

                Cell(road, delay.Hour, RoadMetrics.QueueHours, before, after);
            }
        }
    }

    private void AddQueue(RoadTally tally, QueueDelay delay, double perUnit)
    {
        tally.Add(RoadMetrics.QueueHours, delay.Before * perUnit, delay.After * perUnit);
        if (!_hasFlows) tally.Add(RoadMetrics.HoursLost, delay.Before * perUnit, delay.After * perUnit);
    }

    private double Units(int category) => RoadDemandParameters.Categories[category] == "freight" ? freightPcu : 1;

    private RoadTally[] PartsOf(int road, int hour) =>
    [
        _total, Part(0, "manager", roads[road].Manager), Part(1, "region", roads[road].Region),
        Part(2, "hour", hour.ToString("D4", CultureInfo.InvariantCulture)), Part(3, "class", roads[road].Class),
    ];

    private RoadTally Part(int order, string dimension, string key, string[]? metrics = null)
    {
        if (_parts.TryGetValue((order, dimension, key), out var tally)) return tally;
        return _parts[(order, dimension, key)] = new RoadTally(_hasFlows ? metrics ?? AllMetrics : QueueMetrics);
    }

    private void Cell(int road, int hour, string metric, double before, double after) => _cells.Add(new AssessedCell(
        roads[road].Id, hours.IsForward(road), hour, metric, before, after));
}
