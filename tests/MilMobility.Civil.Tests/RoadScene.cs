using MilMobility.Civil.Bottlenecks;
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

    /// <summary>The first hour; a road keeps a twentieth of its capacity.</summary>
    public static RoadImpact Assess(
        CivilRoadNetwork network, IReadOnlyList<VehicleClass> classes, params IReadOnlyList<ConvoyPassage> passages) =>
        Value(RoadImpactAssessor.Assess(
            network, classes, passages, 0, 1, 0.05, new EquilibriumOptions { RelativeGap = 1e-12 }, TestContext.Current.CancellationToken));

    public static T Value<T>(Loaded<T> loaded)
    {
        Assert.True(loaded is Valid<T>, string.Join('\n', loaded.Diagnostics));
        return ((Valid<T>)loaded).Value;
    }
}
