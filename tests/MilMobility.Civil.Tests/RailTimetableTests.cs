using MilMobility.Civil.Demand;
using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>From trains per hour to trains.</summary>
public sealed class RailTimetableTests
{
    /// <remarks>
    /// <code>
    /// a --4-- b --4-- c     straight on: 3 run through to d as well
    ///          \
    ///           3           the branch goes on straight from a, 1 train an hour turns off it
    /// </code>
    /// Of 4 on ab and 3 on bc and 1 on be: three run a-c, one runs a-e; no train is lost and none made.
    /// </remarks>
    [Fact]
    public void Volumes_go_on_straight_ahead_first()
    {
        var flows = ThroughFlows.Of(Fork(eastMetres: 17_000), [4, 3, 1]);

        Assert.Equal([("0 1", 3.0), ("0 2", 1.0)], flows.Select(f => (string.Join(' ', f.Sections), f.TrainsPerHour)).Order());
    }

    /// <remarks>Two volumes of 2 that meet a third of 2: the straight pair is joined, the third ends.</remarks>
    [Fact]
    public void Equal_volumes_are_one_train_and_the_rest_ends()
    {
        var flows = ThroughFlows.Of(Fork(eastMetres: 3_000), [2, 2, 2]);

        Assert.Equal([("0 1", 2.0), ("2", 2.0)], flows.Select(f => (string.Join(' ', f.Sections), f.TrainsPerHour)).Order());
    }

    [Fact]
    public void A_ring_is_opened_once()
    {
        var rail = RailSections.Compile(
            new SceneBuilder().Node("a", TransportMode.Rail, "station", 0, 0).Node("b", TransportMode.Rail, "station", 10_000, 0)
                .Node("c", TransportMode.Rail, "station", 5_000, 8_000)
                .Link("ab", "a", "b").Link("bc", "b", "c").Link("ca", "c", "a").Compile(), RailScene.Rules);

        var flow = Assert.Single(ThroughFlows.Of(rail, [2, 2, 2]));

        Assert.Equal(3, flow.Sections.Distinct().Count());
        Assert.Equal(2, flow.TrainsPerHour);
    }

    /// <remarks>1.5 trains an hour are 3 in two hours each way, at even intervals of 40 minutes, the directions 20 minutes apart.</remarks>
    [Fact]
    public void Fractions_of_trains_add_up_over_the_hours_at_even_intervals()
    {
        var scope = RailScene.Line(1, tracks: 2).Trains("sprinter", 1.5, "ab").Scope();

        var trains = CivilTimetable.Of(scope.Rail, CivilTimetable.Flows(scope), 0, TestContext.Current.CancellationToken).Trains;

        // Ten hours, two before the scenario and two after.
        var there = trains.Where(t => t.Route.Forward[0]).Select(t => t.Place.Enter[0]).ToList();
        var back = trains.Where(t => !t.Route.Forward[0]).Select(t => t.Place.Enter[0]).ToList();
        Assert.Equal(Enumerable.Range(0, 15).Select(k => -7200 + 1200 + (2400 * k)), there);
        Assert.Equal(Enumerable.Range(0, 15).Select(k => -7200 + (2400 * k)), back);
    }

    /// <remarks>
    /// Six trains an hour each way on 12 km of single track: a train takes at most 1800 / 6 - 60 - 10 = 230 s between two passing places,
    /// so 600 s need three pieces; for two an hour (830 s) one does.
    /// </remarks>
    [Fact]
    public void Single_track_has_the_passing_places_that_its_capacity_needs()
    {
        Assert.Equal([0, 3], RailSections.Compile(RailScene.Line(1, 1, 6).Compile(), RailScene.Rules).PieceStart);
        Assert.Equal([0, 1], RailSections.Compile(RailScene.Line(1, 1, 2).Compile(), RailScene.Rules).PieceStart);
        Assert.Equal([0, 1], RailSections.Compile(RailScene.Line(1, 2, 6).Compile(), RailScene.Rules).PieceStart);
    }

    /// <remarks>
    /// Where b is a junction nobody waits there: the train enters ab only when bc is free as well. Military trains hold bc from 2400 on,
    /// 250 s apart, the last at 3150: bc is free from 3300, so ab is entered at 2700 instead of 1800 and left without a wait.
    /// </remarks>
    [Fact]
    public void No_train_waits_at_a_junction()
    {
        var scene = new SceneBuilder().Node("a", TransportMode.Rail, "station", 0, 0).Node("b", TransportMode.Rail, "junction", 12_000, 0)
            .Node("c", TransportMode.Rail, "station", 24_000, 0)
            .Link("ab", "a", "b", 12_000, 160, 2).Link("bc", "b", "c", 12_000, 160, 2).Trains("intercity", 1, "ab", "bc");
        var scope = scene.Scope();

        var path = Assert.Single(scope.Assess(
            [.. Enumerable.Range(0, 4).SelectMany(k => scope.Military($"M{k}", 2400 + (250 * k), 600, true, "bc"))]).Paths);

        Assert.Equal(15, path.TrainMinutes, 9);
    }

    [Fact]
    public void Every_section_of_the_embedded_network_keeps_its_volume_and_trains_run_through()
    {
        var dataset = Nation.Value;
        var network = NetworkCompiler.CompileBaseline(dataset);
        var rail = RailSections.Compile(network, RailScene.Rules);
        var demand = CivilDemand.Compile(network);
        foreach (var (day, hour) in new[] { (DayTypes.Weekday, 8), (DayTypes.Weekday, 3), (DayTypes.Sunday, 14) })
        {
            for (var category = 0; category < 3; category++)
            {
                var volume = rail.Links.Select(l => demand.Of(2 * l, category, day, hour)).ToArray();
                var sum = new double[rail.Count];
                foreach (var flow in ThroughFlows.Of(rail, [.. volume]))
                {
                    Assert.True(flow.TrainsPerHour > 0);
                    Assert.Equal(flow.Sections.Count, flow.Sections.Distinct().Count());
                    foreach (var section in flow.Sections) sum[section] += flow.TrainsPerHour;
                }

                for (var s = 0; s < sum.Length; s++) Assert.Equal(volume[s], sum[s], 1e-5);
            }
        }
    }

    private static readonly Lazy<NetworkDataset> Nation = new(() =>
        RoadScene.Value(DatasetReader.Read(ReferenceData.Network, CancellationToken.None)));

    /// <summary>ab and bc straight on to the east; be turns off at b to the north, its end so far east.</summary>
    private static RailSections Fork(int eastMetres) => RailSections.Compile(
        new SceneBuilder().Node("a", TransportMode.Rail, "station", 0, 0).Node("b", TransportMode.Rail, "station", 10_000, 0)
            .Node("c", TransportMode.Rail, "station", 20_000, 0).Node("e", TransportMode.Rail, "station", eastMetres, 7_000)
            .Link("ab", "a", "b").Link("bc", "b", "c").Link("be", "b", "e").Compile(), RailScene.Rules);
}
