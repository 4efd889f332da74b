using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>Every kind of random fault, on twenty seeds each, is found under the name of the rule that it breaks.</summary>
public sealed class PlanMutatorTests
{
    private const int Seeds = 20;

    public static TheoryData<MutationKind> Kinds => [.. Enum.GetValues<MutationKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_spoiled_plan_is_found_out_under_the_right_rule(MutationKind kind)
    {
        var scene = WithTransferAfterMove(CheckScene.Valid());
        Assert.Empty(scene.BrokenRules());
        for (var seed = 0; seed < Seeds; seed++)
        {
            var mutated = PlanMutator.Mutate(scene.Plan, kind, seed);
            Assert.NotNull(mutated);
            var broken = (scene with { Plan = mutated }).Check().Violations.Select(v => v.Rule).ToList();
            Assert.True(
                PlanMutator.ExpectedRules(kind).Any(broken.Contains),
                $"{kind} with seed {seed} breaks {string.Join(' ', PlanMutator.ExpectedRules(kind))}; found {string.Join(' ', broken)}");
        }
    }

    [Fact]
    public void The_same_seed_spoils_the_same_way_and_leaves_the_plan_itself_alone()
    {
        var scene = CheckScene.Valid();
        var once = PlanMutator.Mutate(scene.Plan, MutationKind.ShortenMove, 7)!;
        var again = PlanMutator.Mutate(scene.Plan, MutationKind.ShortenMove, 7)!;
        Assert.Equal(once.Planned.SelectMany(p => p.Steps), again.Planned.SelectMany(p => p.Steps));
        Assert.True(scene.Check().Holds);
    }

    [Fact]
    public void A_kind_that_does_not_apply_gives_nothing()
    {
        var empty = CheckScene.Valid().Plan with { Planned = [], Unmoved = [] };
        Assert.Null(PlanMutator.Mutate(empty, MutationKind.ShortenMove, 1));
        Assert.Null(PlanMutator.Mutate(empty, MutationKind.DropUnmoved, 1));
    }

    /// <summary>M2-01 waits for its tail at rail-port, in a yard of its own, and unloads, so that every kind applies.</summary>
    private static CheckScene WithTransferAfterMove(CheckScene scene)
    {
        var yard = scene.Dataset.Facilities.Single(f => f.Id == "yard") with { Id = "port-yard", Node = "rail-port" };
        scene = scene with { Dataset = scene.Dataset with { Facilities = [.. scene.Dataset.Facilities, yard] } };
        return scene.WithSteps(
            "M2-01",
            [
                .. CheckScenePlan.TrainBack(4_500), new HoldStep("rail-port", TransportMode.Rail, 6_600, 6_660),
                new TransferStep("unload-rail", "rail-port", "road-port", 6_660, 10_260),
            ]);
    }
}
