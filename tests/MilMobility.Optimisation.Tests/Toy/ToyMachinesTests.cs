namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>The yardstick of the other tests, by hand.</summary>
public sealed class ToyMachinesTests
{
    [Fact]
    public void The_optimum_of_two_jobs_is_the_better_of_their_orders()
    {
        // a then b: 4 * 1 + (6 - 1) * 10 = 54. b then a: b over [1, 3), a over [3, 7): 2 * 10 + 7 * 1 = 27.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        Assert.Equal(27, toy.Optimum());
    }

    [Fact]
    public void A_job_that_costs_more_than_it_is_worth_stays_out()
    {
        // Each takes 5 s at weight 1: 5, 10, and 15 for the third, which may stay out for 12.
        var toy = new ToyMachines([new ToyJob(0, 5, 1, 12, Count: 3)], 1, 1, 20);
        Assert.Equal(5 + 10 + 12, toy.Optimum());
    }

    [Fact]
    public void A_crew_of_one_makes_two_machines_into_one()
    {
        ToyJob[] jobs = [new ToyJob(0, 3, 1, 100, Crew: 1, Count: 2)];
        Assert.Equal(3 + 3, new ToyMachines(jobs, 2, 2, 20).Optimum());
        Assert.Equal(3 + 6, new ToyMachines(jobs, 2, 1, 20).Optimum());
    }

    [Fact]
    public void Insertion_takes_the_earliest_gap_and_the_draft_counts_right()
    {
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        var draft = new ToyDraft(toy);
        Assert.True(draft.Insert(1, CancellationToken.None));
        Assert.True(draft.Insert(0, CancellationToken.None));
        Assert.Equal(27, draft.Objective);
        draft.AssertValid();
        Assert.NotNull(draft.Remove(1));
        Assert.Equal(100 + 7, draft.Objective);
        draft.AssertValid();
    }
}
