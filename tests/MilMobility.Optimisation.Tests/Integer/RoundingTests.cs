using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Integer;

public sealed class RoundingTests
{
    [Fact]
    public void A_whole_plan_comes_back_as_it_is()
    {
        var toy = ToyMachines.Random(3, jobs: 8, machines: 2, twins: 2);
        var plan = PlanColumns.Of(LargeNeighbourhoodSearchTests.Filled(toy));
        var whole = plan.Columns.OfType<Column>().Select(c => (c, 1.0)).ToList();
        var rounded = Round(toy, whole, new RoundingOptions { Rounds = 3 });
        // Two of the three ways take the columns themselves.
        Assert.Equal(2, rounded.Count(p => p.Columns.OfType<Column>().ToHashSet().SetEquals(plan.Columns.OfType<Column>())));
    }

    [Fact]
    public void The_order_of_the_fractional_plan_decides_where_no_column_fits()
    {
        // Job 1 goes first in the fractional plan, by columns that overlap; in that order the plan is the optimum, 27.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        List<(Column, double)> fractional = [(toy.ColumnOf(0, 0, 2), 1.0), (toy.ColumnOf(1, 0, 1), 1.0)];
        var rounded = Round(toy, fractional, new RoundingOptions { Rounds = 3 });
        Assert.Equal(27, rounded.Min(p => p.Objective));
    }

    [Fact]
    public void Plans_are_valid_and_do_not_depend_on_threads()
    {
        var toy = ToyMachines.Random(4, jobs: 12, machines: 2, twins: 2);
        var fractional = HalfAndHalf(toy);
        var one = Round(toy, fractional, new RoundingOptions { Rounds = 9, Threads = 1, Seed = 5 });
        var two = Round(toy, fractional, new RoundingOptions { Rounds = 9, Threads = 2, Seed = 5 });
        Assert.Equal(9, one.Count);
        Assert.Equal(one.Select(p => p.Objective), two.Select(p => p.Objective));
        Assert.True(one.Select(p => p.Objective).Distinct().Count() > 1);
        foreach (var plan in one)
        {
            var draft = new ToyDraft(toy);
            plan.Restore(draft);
            draft.AssertValid();
            Assert.Equal(plan.Objective, draft.Objective);
            Assert.Equal(toy.SerialCount, plan.Moved);
        }
    }

    [Fact]
    public void Cancelled_before_it_begins_there_is_no_plan()
    {
        var toy = ToyMachines.Random(4, jobs: 5, machines: 1);
        var rounded = Rounding.Round(
            HalfAndHalf(toy), toy.CommodityCount, () => new ToyDraft(toy), new RoundingOptions(), null, new CancellationToken(true));
        Assert.Empty(rounded);
    }

    [Fact]
    public void Serials_take_the_columns_at_their_alpha_points()
    {
        // Two serials over starts 0 (0.5), 4 (0.75), 9 (0.75): at 0.2 the first is gone by 0 and the second by 4; at 0.75, by 4 and 9.
        var toy = new ToyMachines([new ToyJob(0, 2, 1, 100, Count: 2)], 1, 1, 20);
        var plan = new FractionalPlan(
            [(toy.ColumnOf(0, 0, 9), 0.75), (toy.ColumnOf(0, 0, 0), 0.5), (toy.ColumnOf(0, 0, 4), 0.75)], 1);
        Assert.Equal([0, 4], plan.At(0, 2, 0.2).Select(e => e!.Start));
        Assert.Equal([4, 9], plan.At(0, 2, 0.75).Select(e => e!.Start));
        Assert.Equal([4, 9, -1], plan.At(0, 3, 0.75).Select(e => e?.Start ?? -1));
    }

    /// <summary>Each job half on its two earliest starts on machine 0.</summary>
    internal static List<(Column, double)> HalfAndHalf(ToyMachines toy)
    {
        var fractional = new List<(Column, double)>();
        for (var k = 0; k < toy.CommodityCount; k++)
        {
            var half = 0.5 * toy.SerialsOf(k);
            fractional.Add((toy.ColumnOf(k, 0, toy.Job(k).Ready), half));
            fractional.Add((toy.ColumnOf(k, 0, toy.Job(k).Ready + 3), half));
        }

        return fractional;
    }

    private static IReadOnlyList<PlanColumns> Round(
        ToyMachines toy, IReadOnlyList<(Column, double)> fractional, RoundingOptions options) =>
        Rounding.Round(fractional, toy.CommodityCount, () => new ToyDraft(toy), options, null, CancellationToken.None);
}
