using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>
/// The rule of turns on the hand-written plan, in which M1-03 comes to rail-mid by t1, stands 800 s and leaves by t2, and M2-01 comes by
/// t2, stands 600 s and leaves by t1.
/// </summary>
public sealed class TurnRulesTests
{
    [Theory]
    [InlineData(1, new string[0])]
    [InlineData(10, new string[0])]
    [InlineData(11, new[] { "M2-01" })]
    [InlineData(14, new[] { "M1-03", "M2-01" })]
    [InlineData(null, new[] { "M1-03", "M2-01" })]
    public void A_row_holds_in_both_senses_and_asks_for_its_minutes(int? minutes, string[] broken)
    {
        foreach (var (from, to) in new[] { ("t1", "t2"), ("t2", "t1") })
            Assert.Equal(broken, Broken(WithTurn("rail-mid", from, to, minutes)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(59, false)]
    public void A_train_reverses_no_sooner_than_its_tail_is_in(int stand, bool holds)
    {
        // The minutes of the row are cut to none: what is left is the pass time of 60 s.
        var scene = WithTurn("rail-mid", "t1", "t2", 0).WithSteps("M2-01", Back(stand));
        Assert.Equal(holds ? [] : ["M2-01"], Broken(scene));
    }

    [Fact]
    public void A_train_that_does_not_stand_at_all_is_found()
    {
        var scene = WithTurn("rail-mid", "t1", "t2", 1).WithSteps("M2-01", [.. Back(0).Where(step => step.EndSeconds > step.StartSeconds)]);
        Assert.Equal(["M2-01"], Broken(scene));
    }

    [Fact]
    public void Turns_elsewhere_and_onto_other_links_ask_for_nothing()
    {
        Assert.Empty(Broken(WithTurn("rail-mid", "t1", "t1", null)));
        Assert.Empty(Broken(WithTurn("rail-mid", "t2", "t2", null)));
        Assert.Empty(Broken(WithTurn("rail-exit", "t2", "t2", null)));
    }

    /// <summary>M2-01 with another stay at rail-mid.</summary>
    private static PlanStep[] Back(int stand)
    {
        var steps = CheckScenePlan.TrainBack(4_500);
        var hold = steps[2] with { EndSeconds = steps[2].StartSeconds + stand };
        return [.. steps.Take(2), hold, steps[3] with { StartSeconds = hold.EndSeconds, EndSeconds = hold.EndSeconds + 1_000 }];
    }

    private static CheckScene WithTurn(string node, string from, string to, int? minutes)
    {
        var scene = CheckScene.Valid();
        return scene with { Dataset = scene.Dataset with { Turns = [new TurnRow(node, from, to, minutes, "rail-turns.csv", 2)] } };
    }

    /// <summary>Serials named by violations of the rule.</summary>
    private static IReadOnlyList<string> Broken(CheckScene scene) =>
        [.. scene.Check().Violations.Where(v => v.Rule == CheckRule.Turns).SelectMany(v => v.Serials)];
}
