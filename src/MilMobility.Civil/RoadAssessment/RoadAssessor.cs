using MilMobility.Civil.Assessment;
using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>
/// What a plan does to civil road traffic: its columns as moving bottlenecks (<see cref="PlanPassages"/>, <see cref="CapacityLoss"/>),
/// their effect as the difference of two user equilibria (<see cref="RoadEquilibria"/>: everybody knows and diverts) and as queues
/// (<see cref="RoadQueues"/>: nobody does); what happens is expected between. Where the dataset has no zones there is no equilibrium:
/// then the queues of the profiles' own flows are both. A pure function; deterministic.
/// </summary>
public static class RoadAssessor
{
    /// <summary>The gravity model needs three zones, none with half of all inhabitants.</summary>
    private const int ZonesMin = 3;

    public static AssessedMode Assess(AssessmentInput input, CancellationToken cancellation)
    {
        var dataset = input.Network.Dataset;
        var zones = dataset.Zones.Select(z => new DemandZone(z.Id, z.Inhabitants, z.Lat, z.Lon)).ToList();
        var isModelled = zones.Count >= ZonesMin && zones.TrueForAll(z => 2 * z.Inhabitants < zones.Sum(other => other.Inhabitants));
        if (!input.Network.LinkMode.Contains(TransportMode.Road))
            return new AssessedMode(RoadMetrics.All, new ModeAssessment(TransportMode.Road, [], []));
        RoadDemandParameters? parameters = null;
        if (isModelled)
        {
            parameters = Required(RoadDemandParameters.From(dataset));
            var cars = Required(RoadDemandParameters.Levels(dataset, HourClass.Midday))[0].TripsPerHour;
            zones.AddRange(BorderCrossings.Of(input.Network, input.Pricing.Demand, zones.Sum(z => z.Inhabitants), cars));
            if (NationalRoads.Compile(input.Network, zones, parameters) is Valid<NationalRoadNetwork> { Value: var national })
                return Assess(input, national, zones, parameters, cancellation);
        }

        // Roads in pieces, of which no zone reaches the others, are assessed as roads without zones are.
        return Assess(input, Required(NationalRoads.Compile(input.Network, [], parameters)), [], null, cancellation);
    }

    private static AssessedMode Assess(
        AssessmentInput input, NationalRoadNetwork national, IReadOnlyList<DemandZone> zones, RoadDemandParameters? parameters,
        CancellationToken cancellation)
    {
        var hours = new CivilRoadHours(
            input.Network, input.Pricing.Demand, input.Scenario.Clock, national.Arcs,
            input.Scenario.Curfews.Any(c => c.Mode == TransportMode.Road));
        var timelines = CapacityLoss.Timelines(national.Roads, PlanPassages.Of(input.Network, national.Arcs, input.Plan));
        var horizon = (input.Scenario.HorizonSeconds + 3599) / 3600;
        var queues = QueueHours(timelines, hours, horizon + input.Pricing.Parameters.QueueHoursMax, cancellation);
        var summary = new RoadSummary(national.Roads.Roads, input.Pricing.Parameters.FreightVehiclePcu, queues, hours);
        if (parameters is null) return summary.OfQueues();
        var trips = Required(CivilTrips.Of(national, zones, hours, input.Network.Dataset, parameters));
        var (impacts, matrices) = new RoadEquilibria(national, hours, trips, parameters).Of(timelines, horizon, cancellation);
        return summary.OfEquilibria(impacts, matrices);
    }

    /// <summary>By road, where a queue stands that would not without the plan.</summary>
    private static SortedDictionary<int, QueuedRoad> QueueHours(
        SortedDictionary<int, CapacityTimeline> timelines, CivilRoadHours hours, int hoursMax, CancellationToken cancellation)
    {
        var queues = new SortedDictionary<int, QueuedRoad>();
        foreach (var (road, timeline) in timelines)
        {
            cancellation.ThrowIfCancellationRequested();
            var queued = RoadQueues.Of(
                timeline, h => hours.CarUnits(road, hours.At(h)), h => hours.CapacityHundredths(road, h) / 100.0, hoursMax);
            if (queued.Delays.Count > 0) queues[road] = queued;
        }

        return queues;
    }

    /// <summary>What was checked when the input was loaded.</summary>
    private static T Required<T>(Loaded<T> loaded) =>
        loaded is Valid<T> valid ? valid.Value : throw new InvalidOperationException(string.Join('\n', loaded.Diagnostics));
}
