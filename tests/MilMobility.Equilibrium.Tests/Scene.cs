using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Tests;

/// <summary>Small networks, made and solved in one line each.</summary>
internal static class Scene
{
    /// <summary>A link whose time is <c>constant + slope * v</c>; 0-based nodes.</summary>
    public static AssignmentLink Linear(int from, int to, double constant, double slope) =>
        new(from, to, constant > 0 ? constant / Math.Max(slope, 1e-300) : 1, constant, slope > 0 ? 1 : 0, 1);

    public static AssignmentLink Constant(int from, int to, double time, double length = 0, double toll = 0) =>
        new(from, to, 1, time, 0, 0, length, toll);

    public static AssignmentNetwork Network(int nodes, int zones, int firstThrough, params IReadOnlyList<AssignmentLink> links) =>
        Value(AssignmentNetwork.Compile("scene", nodes, zones, firstThrough, links));

    public static VehicleClass Cars(params IReadOnlyList<ZoneTrips> trips) => new("cars", trips);

    public static EquilibriumSolution Solve(
        AssignmentNetwork network, VehicleClass vehicles, double gap = 1e-12, EquilibriumSolution? start = null) =>
        Solve(network, [vehicles], gap, start);

    public static EquilibriumSolution Solve(
        AssignmentNetwork network, IReadOnlyList<VehicleClass> classes, double gap = 1e-12, EquilibriumSolution? start = null) =>
        Value(UserEquilibrium.Find(
            network, classes, new EquilibriumOptions { RelativeGap = gap }, TestContext.Current.CancellationToken, start));

    public static T Value<T>(Loaded<T> loaded)
    {
        Assert.True(loaded is Valid<T>, string.Join('\n', loaded.Diagnostics));
        return ((Valid<T>)loaded).Value;
    }

    public static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++) Assert.Equal(expected[i], actual[i], tolerance);
    }
}
