using MilMobility.Optimisation.Stopping;

namespace MilMobility.Optimisation.Tests.Stopping;

public sealed class ConvergenceTraceTests
{
    private int _seconds;

    [Fact]
    public void Only_improvements_are_points_and_times_to_gaps_are_theirs()
    {
        var trace = Made();
        Assert.True(At(1, () => trace.Proof("bound", 100, 0)));
        Assert.True(At(2, () => trace.Plan("first", 200, 10)));      // gap 50 %
        Assert.False(At(3, () => trace.Plan("worse", 250, 20)));
        Assert.True(At(4, () => trace.Proof("bound", 190, 30)));     // gap 5 %
        Assert.False(At(5, () => trace.Proof("weaker", 150, 40)));
        Assert.True(At(6, () => trace.Plan("search", 192, 50)));     // gap 1.04 %

        Assert.Equal([1, 2, 4, 6], trace.Points.Select(p => (int)p.Elapsed.TotalSeconds));
        Assert.Equal(TimeSpan.FromSeconds(2), trace.TimeToFirstPlan);
        Assert.Equal(TimeSpan.FromSeconds(4), trace.TimeToGap(0.05));
        Assert.Equal(TimeSpan.FromSeconds(6), trace.TimeToGap(0.02));
        Assert.Null(trace.TimeToGap(0.01));
        Assert.Equal((192, 190), (trace.Objective, trace.Bound));
        Assert.Equal(new OptimisationState(TimeSpan.FromSeconds(6), 70, 192, 190, 50), trace.State(70, 50));
    }

    [Fact]
    public void Before_the_first_plan_there_is_no_gap()
    {
        var trace = Made();
        trace.Proof("bound", 100, 0);
        Assert.Null(trace.TimeToFirstPlan);
        Assert.Null(trace.TimeToGap(1));
        Assert.Null(trace.Points[0].Gap);
    }

    [Fact]
    public void Stages_side_by_side_leave_a_trace_that_only_improves()
    {
        var trace = new ConvergenceTrace();
        Parallel.For(0, 2_000, i =>
        {
            trace.Plan("a", 10_000 - i, i);
            trace.Proof("b", i, i);
        });
        Assert.Equal((8_001, 1_999), (trace.Objective, trace.Bound));
        var points = trace.Points;
        for (var i = 1; i < points.Count; i++)
        {
            Assert.True(points[i].Bound >= points[i - 1].Bound);
            Assert.True((points[i].Objective ?? long.MaxValue) <= (points[i - 1].Objective ?? long.MaxValue));
            Assert.True(points[i].Elapsed >= points[i - 1].Elapsed);
        }
    }

    private ConvergenceTrace Made() => new(() => TimeSpan.FromSeconds(_seconds));

    private bool At(int seconds, Func<bool> act)
    {
        _seconds = seconds;
        return act();
    }
}
