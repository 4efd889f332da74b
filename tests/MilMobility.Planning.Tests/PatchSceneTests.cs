using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>What patches do to plans; every plan is checked by the plan checker, which reads the patches itself.</summary>
public sealed class PatchSceneTests
{
    // quay ~~ 10 km ~~ lock (2 chambers, 30 min) ~~ 10 km ~~ b: 12 km/h, so 3,000 s a link; the barge passes in 60 s.
    private static SceneBuilder Canal() => new SceneBuilder()
        .Node("a", TransportMode.Water, "port", 0, 0)
        .Node("sluis", TransportMode.Water, "lock", 10_000, 0)
        .Node("b", TransportMode.Water, "border", 20_000, 0)
        .Link("w1", "a", "sluis", lengthMetres: 10_000, with: l => l with { DraughtCm = 340 })
        .Link("w2", "sluis", "b", lengthMetres: 10_000)
        .Lock("sluis", 30, (110, 1_140), (110, 1_140));

    private static MissionScene Barges(params NetworkPatch[] patches)
    {
        var scene = new MissionScene(Canal());
        scene.Patches.AddRange(patches);
        return scene.Movement("M", "a", "b", 20, with: ByWater).Movement("N", "a", "b", 20, with: ByWater);
    }

    private static Requirement ByWater(Requirement row) => row with { ByRoad = false, ByWater = true };

    private static NetworkPatch Outage(int chambers, int from, int to) =>
        new("lock sluis", PatchEffect.LockOutage, chambers, from, to, 1) { Selection = new PatchSelection { Locks = ["sluis"] } };

    private static int[] Finishes(MovementPlan plan) => [.. plan.Planned.Select(p => p.FinishSeconds).Order()];

    [Fact]
    public void With_a_chamber_out_barges_go_through_one_after_the_other()
    {
        // 3,000 + 1,800 + 3,000 + 60; with one chamber the second is in the lock 1,800 s later.
        Assert.Equal([7_860, 7_860], Finishes(Barges().Plan()));
        Assert.Equal([7_860, 9_660], Finishes(Barges(Outage(1, 0, 20_000)).Plan()));
    }

    [Fact]
    public void A_closed_lock_is_passed_before_or_after_never_with_a_lockage_in_progress()
    {
        // The lockage over [3,000, 4,800) meets the outage by a second; the barges leave so that it begins at 10,000.
        Assert.Equal([7_860, 7_860], Finishes(Barges(Outage(0, 4_800, 10_000)).Plan()));
        Assert.Equal([14_860, 14_860], Finishes(Barges(Outage(0, 4_799, 10_000)).Plan()));
    }

    [Fact]
    public void Low_water_keeps_a_barge_in_port_when_the_draught_does_not_do()
    {
        NetworkPatch Water(int drop) => new("fairway", PatchEffect.LowWater, drop, 0, 86_400, 1)
            { Selection = new PatchSelection { Mode = TransportMode.Water } };
        var draught = Barges().Scenario().Water.DraughtCm;

        Assert.Equal(2, Barges(Water(340 - draught)).Plan().Planned.Count);
        var unmoved = Barges(Water(340 - draught + 1)).Plan().Unmoved;
        Assert.Equal(2, unmoved.Count);
        Assert.All(unmoved, u => Assert.Equal(UnmovedReason.NoRoute, u.Reason));
    }

    [Fact]
    public void A_limit_sends_a_convoy_the_long_way_round()
    {
        // a ---10 km--- b, and a --15 km-- c --15 km-- b: a minute per km and 60 s to pass.
        SceneBuilder Roads() => new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0).Node("b", TransportMode.Road, "border", 10_000, 0)
            .Node("c", TransportMode.Road, "junction", 5_000, 10_000)
            .Link("ab", "a", "b", lengthMetres: 10_000)
            .Link("ac", "a", "c", lengthMetres: 15_000).Link("cb", "c", "b", lengthMetres: 15_000);
        int Finish(int widthCm)
        {
            var scene = new MissionScene(Roads());
            scene.Patches.Add(new NetworkPatch("ab", PatchEffect.Limit, widthCm, 0, 0, 1) { Limit = LinkLimit.WidthCm });
            return scene.Movement("M", "a", "b", 20).Plan().Of("M-01").FinishSeconds;
        }

        Assert.Equal(660, Finish(250));
        Assert.Equal(1_860, Finish(249));
    }

    [Fact]
    public void Nightly_works_are_waited_for()
    {
        // Second 0 is 01:00 local. Closed from 01:10 to 02:00 every day: 600 s to 3,600 s, so that 20 trucks (660 s) wait.
        var scene = new MissionScene(new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0).Node("b", TransportMode.Road, "border", 10_000, 0)
            .Link("ab", "a", "b", lengthMetres: 10_000));
        scene.Patches.Add(new NetworkPatch("ab", PatchEffect.Closed, 0, 0, 86_400, 1) { Daily = new DailyHours(DayTypes.All, 70, 120) });
        Assert.Equal(3_600 + 660, scene.Movement("M", "a", "b", 20).Plan().Of("M-01").FinishSeconds);
    }
}
