using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.RoadAssessment;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;

namespace MilMobility.Civil.Tests;

/// <summary>Small road networks with linear travel times, t0 (1 + v / c): zones 0 and 1 at the first two nodes.</summary>
internal static class RoadScene
{
    public static CivilRoad Road(
        string id, int from, int to, double km, double kmh, int lanes, double capacity, string manager = "RWS",
        string region = "Utrecht") =>
        new(id, from, to, km, kmh, lanes, capacity, lanes > 1 ? "motorway" : "n-road", manager, region);

    public static CivilRoadNetwork Network(int nodes, bool isAtGrade, params IReadOnlyList<CivilRoad> roads) =>
        Value(CivilRoadNetwork.Compile(
            "scene", [.. Enumerable.Repeat(isAtGrade, nodes)], 2, roads, [new(0, 0, 0, 0), new(1, 1, 0, 0)],
            new TravelTimeFunction(1, 1)));

    public static VehicleClass Cars(double vehicles) => new("car", [new(0, 1, vehicles)]);

    /// <summary>The first hour, as a run assesses it; a road keeps a twentieth of its capacity.</summary>
    public static RoadHourImpact Assess(
        CivilRoadNetwork network, IReadOnlyList<VehicleClass> classes, params IReadOnlyList<ConvoyPassage> passages) =>
        Assess(network, classes, 0.05, 1e-12, passages);

    public static RoadHourImpact Assess(
        CivilRoadNetwork network, IReadOnlyList<VehicleClass> classes, double shareMin, double gap,
        IReadOnlyList<ConvoyPassage> passages)
    {
        var hours = new HourEquilibria(network, shareMin, new EquilibriumOptions { RelativeGap = gap });
        var capacity = network.Roads.Select(r => r.Capacity).ToArray();
        var cancellation = TestContext.Current.CancellationToken;
        return hours.Compare(
            0, classes, capacity, hours.Solve(classes, capacity, null, cancellation), CapacityLoss.Timelines(network, passages),
            cancellation);
    }

    /// <summary>Vehicle-hours on some roads with the plan less without it.</summary>
    public static double HoursLost(this RoadHourImpact impact, params IEnumerable<int> roads) =>
        roads.Sum(road => Enumerable.Range(0, impact.Before.Vehicles.Count).Sum(k => impact.HoursLost(road, k)));

    public static double HoursLost(this RoadHourImpact impact) => impact.HoursLost(Enumerable.Range(0, impact.CapacityBefore.Count));

    public static double HoursLost(this RoadHourImpact impact, int road, int category) =>
        (impact.After.Vehicles[category][road] * impact.After.Hours[road])
        - (impact.Before.Vehicles[category][road] * impact.Before.Hours[road]);

    public static double Hours(this RoadHourFlows flows) =>
        flows.Vehicles.Sum(vehicles => vehicles.Select((v, road) => v * flows.Hours[road]).Sum());

    public static T Value<T>(Loaded<T> loaded)
    {
        Assert.True(loaded is Valid<T>, string.Join('\n', loaded.Diagnostics));
        return ((Valid<T>)loaded).Value;
    }
}
