using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Stopping;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Integer;

/// <summary>Against optima found by trying every order of the serials, and against themselves on other cores.</summary>
public sealed class SearchChainsTests
{
    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Chains_find_the_optimum_of_tiny_problems(int seed)
    {
        var toy = ToyMachines.Random((ulong)seed, jobs: 6, machines: 1 + (seed % 2));
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        Improve(toy, draft, new ChainOptions(3, 2, 2_000), 60_000, []);
        draft.AssertValid();
        Assert.Equal(toy.Optimum(), draft.Objective);
    }

    [Theory]
    [InlineData(2, 1_000), InlineData(3, 1_000_000_000)]
    public void The_plan_and_what_is_told_do_not_depend_on_the_cores(int chains, long patience)
    {
        var toy = ToyMachines.Random(23, jobs: 24, machines: 2);
        var (one, two) = (LargeNeighbourhoodSearchTests.Filled(toy), LargeNeighbourhoodSearchTests.Filled(toy));
        var start = one.Objective;
        var (toldOne, toldTwo) = (new List<Column>(), new List<Column>());
        var workOne = Improve(toy, one, new ChainOptions(chains, 1, patience), 100_000, toldOne);
        var workTwo = Improve(toy, two, new ChainOptions(chains, 4, patience), 100_000, toldTwo);

        one.AssertValid();
        Assert.True(one.Objective < start);
        Assert.Equal((one.Objective, workOne), (two.Objective, workTwo));
        Assert.Equal(toldOne.Select(c => (c.Commodity, c.Cost)), toldTwo.Select(c => (c.Commodity, c.Cost)));
        Assert.Equal(CostsOf(one), CostsOf(two));
    }

    [Fact]
    public void The_work_of_all_chains_together_ends_them()
    {
        var toy = ToyMachines.Random(24, jobs: 24, machines: 2);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        var before = draft.Work;
        var others = Improve(toy, draft, new ChainOptions(4, 2, 1_000_000), 40_000, []);
        Assert.InRange(draft.Work - before + others, 20_000, 60_000);
    }

    [Fact]
    public void A_move_that_no_longer_fits_changes_nothing()
    {
        // Both jobs want second 0 of the one machine.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(0, 4, 1, 100)], 1, 1, 20);
        var draft = LargeNeighbourhoodSearchTests.Filled(toy);
        var (first, second) = (draft[0], draft[1]);
        var free = new ToyDraft(toy);
        free.Insert(1, CancellationToken.None);

        Assert.False(new AcceptedMove([1], [second], [free[1]]).Repeat(draft));
        Assert.Equal((first, second), (draft[0], draft[1]));
        Assert.False(new AcceptedMove([1], [free[1]], [second]).Repeat(draft));
        Assert.Equal((first, second), (draft[0], draft[1]));
        draft.AssertValid();
    }

    private static List<long> CostsOf(ToyDraft draft) => [.. Enumerable.Range(0, draft.SerialCount).Select(k => draft[k]!.Cost)];

    /// <summary>Runs chains on a draft; returns the work of the other chains.</summary>
    private static long Improve(ToyMachines toy, ToyDraft draft, ChainOptions chains, long work, List<Column> told)
    {
        var search = new SearchChains(
            draft, () => new ToyDraft(toy), LargeNeighbourhoodSearchTests.Seams(toy, draft), new NeighbourhoodOptions(), chains, told.Add);
        search.Improve(work, StopRule.Gap(0), new ConvergenceTrace(), CancellationToken.None);
        return search.OthersWork;
    }
}
