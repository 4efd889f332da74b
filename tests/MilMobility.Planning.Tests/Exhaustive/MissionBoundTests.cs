using MilMobility.Optimisation.Master;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning.Tests.Exhaustive;

/// <summary>The movement plan and its bounds against trying everything.</summary>
public sealed class MissionBoundTests
{
    [Fact]
    public void Plans_and_bounds_bracket_the_optimum_of_trying_everything()
    {
        var found = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var mission = new TinyMission(seed);
            var plan = mission.Scene.Plan();
            Assert.Equal(3, plan.Planned.Count);
            var total = plan.Objective.TotalMicroEuros;

            // Whatever is dearer than the plan at hand cannot be best; the plan itself, moved to whole minutes, is not dearer.
            var optimum = MissionEnumeration.Optimum(mission, total);

            Assert.True(optimum is not null, $"seed {seed}: the plan costs {total}, and nothing was found at that cost");
            Assert.True(plan.BoundMicroEuros <= optimum, $"seed {seed}: bound {plan.BoundMicroEuros}, optimum {optimum}");
            var generated = GeneratedBound(mission, total);
            Assert.True(generated <= optimum, $"seed {seed}: generated bound {generated}, optimum {optimum}");
            if (total == optimum) found++;
        }

        Assert.InRange(found, 15, 20);
    }

    private static long GeneratedBound(TinyMission mission, long objective)
    {
        var problem = PlanProblem.Compile(mission.Scene.Compiled(), mission.Scene.Network(), mission.Scene.Free());
        using var generation = new ColumnGeneration(
            new MissionColumns(problem), new ColumnGenerationOptions { AscentRounds = 40, Threads = 1 });
        generation.PriceFree(_ => { }, TestContext.Current.CancellationToken);
        generation.Ascend(() => objective, _ => { }, () => true, TestContext.Current.CancellationToken);
        return generation.Bound;
    }
}
