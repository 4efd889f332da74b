using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;
using static MilMobility.Equilibrium.Tests.Scene;

namespace MilMobility.Equilibrium.Tests;

public sealed class InputTests
{
    private static readonly AssignmentLink s_link = new(0, 1, 10, 1, 0.15, 4);

    private static CancellationToken Here => TestContext.Current.CancellationToken;

    public static TheoryData<AssignmentLink, string> Faulty => new()
    {
        { s_link with { To = 2 }, EquilibriumCodes.NodeOutOfRange },
        { s_link with { From = -1 }, EquilibriumCodes.NodeOutOfRange },
        { s_link with { Capacity = 0 }, EquilibriumCodes.LinkInvalid },
        { s_link with { Capacity = double.NaN }, EquilibriumCodes.LinkInvalid },
        { s_link with { FreeFlowTime = -1 }, EquilibriumCodes.LinkInvalid },
        { s_link with { B = double.PositiveInfinity }, EquilibriumCodes.LinkInvalid },
        { s_link with { Power = -0.5 }, EquilibriumCodes.LinkInvalid },
        { s_link with { Length = -2 }, EquilibriumCodes.LinkInvalid },
        { s_link with { Toll = double.NaN }, EquilibriumCodes.LinkInvalid },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_link_without_a_travel_time_is_refused(AssignmentLink link, string code)
    {
        var refused = Assert.IsType<Invalid<AssignmentNetwork>>(AssignmentNetwork.Compile("net", 2, 2, 0, [s_link, link]));
        Assert.Equal(code, refused.Diagnostics.Single().Code);
    }

    [Fact]
    public void A_capacity_of_nothing_is_no_fault_where_the_time_is_constant() =>
        Assert.Empty(AssignmentNetwork.Compile("net", 2, 2, 0, [s_link with { Capacity = 0, Power = 0 }]).Diagnostics);

    [Fact]
    public void Of_links_with_the_same_ends_the_first_holds_and_a_link_to_itself_is_left_out()
    {
        var loaded = AssignmentNetwork.Compile("net", 2, 2, 0, [s_link with { From = 1 }, Constant(0, 1, 3), Constant(0, 1, 1)]);
        Assert.Equal(["EQU003", "EQU004"], loaded.Diagnostics.Select(d => d.Code).Order());
        Assert.All(loaded.Diagnostics, d => Assert.Equal(Severity.Warning, d.Severity));

        var solution = Solve(Value(loaded), Cars(new ZoneTrips(0, 1, 5)));
        Equal([0, 5, 0], solution.CarUnits, 0);
        Assert.Equal(15, solution.TotalTravelTime);
    }

    [Fact]
    public void Trips_without_an_open_path_are_named_with_their_sum()
    {
        var network = Network(4, 3, 3, Constant(0, 3, 1), Constant(3, 1, 1), Constant(1, 3, 1), Constant(2, 3, 1));
        var refused = Refused(network, Cars(new ZoneTrips(0, 1, 4), new ZoneTrips(0, 2, 2.5), new ZoneTrips(1, 2, 3)));

        Assert.All(refused, d => Assert.Equal(EquilibriumCodes.NoConnection, d.Code));
        Assert.Contains("zone 1 to 3: 2.5 passenger-car units", refused[0].Message, StringComparison.Ordinal);
        Assert.Contains("zone 2 to 3: 3 passenger-car units", refused[1].Message, StringComparison.Ordinal);
        Assert.Contains("5.5 of 9.5 passenger-car units", refused[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_bridge_disconnects_also_after_a_warm_start()
    {
        var network = Network(3, 2, 2, Constant(0, 2, 1), Constant(2, 1, 1));
        var trips = Cars(new ZoneTrips(0, 1, 4));
        var start = Solve(network, trips);
        var shut = Value(network.With([LinkChange.Close(1)]));
        Assert.IsType<Invalid<EquilibriumSolution>>(UserEquilibrium.Find(shut, [trips], new EquilibriumOptions(), Here, start));
    }

    [Fact]
    public void Trips_within_a_zone_are_reported_and_on_no_link()
    {
        var network = Network(3, 2, 2, Constant(0, 2, 1), Constant(2, 1, 1));
        var loaded = UserEquilibrium.Find(network, [Cars(new(0, 1, 4), new(1, 1, 7))], new EquilibriumOptions(), Here);
        var finding = loaded.Diagnostics.Single();
        Assert.Equal((EquilibriumCodes.TripsWithinZone, Severity.Warning), (finding.Code, finding.Severity));
        Equal([4, 4], Value(loaded).CarUnits, 0);
    }

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, 1, -1)]
    [InlineData(0, 1, double.NaN)]
    public void Trips_that_are_none_are_refused(int from, int to, double vehicles) =>
        Assert.Equal(
            EquilibriumCodes.TripInvalid,
            Refused(Network(3, 2, 2, Constant(0, 2, 1), Constant(2, 1, 1)), Cars(new ZoneTrips(from, to, vehicles)))[0].Code);

    [Fact]
    public void A_class_that_takes_no_road_or_is_paid_for_driving_is_refused()
    {
        var network = Network(3, 2, 2, Constant(0, 2, 1, toll: 1), Constant(2, 1, 1));
        Assert.Equal(EquilibriumCodes.ClassInvalid, Refused(network, new VehicleClass("air", [], 0))[0].Code);
        Assert.Equal(EquilibriumCodes.NegativeCost, Refused(network, new VehicleClass("paid", [], 1, -2))[0].Code);
    }

    [Fact]
    public void A_change_of_a_link_that_does_not_exist_or_makes_no_sense_is_refused()
    {
        var network = Network(3, 2, 2, s_link with { To = 2 }, Constant(2, 1, 1));
        LinkChange[] changes = [LinkChange.Close(2), new(-1, Capacity: 2), new(0, Capacity: 0), new(0, FreeFlowTime: -1)];
        foreach (var change in changes)
            Assert.Equal(EquilibriumCodes.UnknownLink, network.With([change]).Diagnostics.Single().Code);
    }

    [Fact]
    public void The_search_ends_by_the_rule_that_comes_first_and_the_gap_that_it_states_is_true()
    {
        var scene = RandomNetwork.Make(1, 8, 30, 110);
        using var asked = new CancellationTokenSource();
        asked.Cancel();
        var cancelled = Find(new EquilibriumOptions { RelativeGap = 1e-12 }, asked.Token);
        var counted = Find(new EquilibriumOptions { RelativeGap = 1e-12, IterationsMax = 2 }, Here);
        var timed = Find(new EquilibriumOptions { RelativeGap = 1e-12, TimeLimit = TimeSpan.Zero }, Here);
        var exhausted = Find(new EquilibriumOptions { RelativeGap = 0 }, Here);

        Assert.Equal((EquilibriumStop.Cancelled, 1), (cancelled.Stop, cancelled.Iterations));
        Assert.Equal((EquilibriumStop.Iterations, 2), (counted.Stop, counted.Iterations));
        Assert.Equal(EquilibriumStop.Time, timed.Stop);
        Assert.True(exhausted.Stop is EquilibriumStop.Precision || exhausted.RelativeGap <= 0, $"{exhausted.Stop}");
        foreach (var solution in new[] { cancelled, counted, timed, exhausted })
        {
            var time = scene.Links.Select((l, a) => RandomNetwork.Time(l, solution.CarUnits[a])).ToArray();
            var gap = (time.Zip(solution.CarUnits, (t, v) => t * v).Sum() / new FrankWolfe(scene, 8).Cheapest(time).Cost) - 1;
            Assert.Equal(gap, solution.RelativeGap, 1e-13 + (1e-9 * gap));
        }

        EquilibriumSolution Find(EquilibriumOptions options, CancellationToken cancellation) =>
            Value(UserEquilibrium.Find(scene.Network, [Cars(scene.Trips)], options, cancellation));
    }

    private static IReadOnlyList<Diagnostic> Refused(AssignmentNetwork network, VehicleClass vehicles) =>
        Assert.IsType<Invalid<EquilibriumSolution>>(UserEquilibrium.Find(network, [vehicles], new EquilibriumOptions(), Here)).Diagnostics;
}
