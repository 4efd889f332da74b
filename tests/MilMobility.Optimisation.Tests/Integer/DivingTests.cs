using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Tests.Toy;

namespace MilMobility.Optimisation.Tests.Integer;

public sealed class DivingTests
{
    [Fact]
    public async Task Nearly_whole_columns_are_fixed_first_and_refused_ones_are_searched()
    {
        // Job 1 at 0.9 is fixed; the columns of job 0 overlap it, so job 0 is searched: the optimum, 27.
        var toy = new ToyMachines([new ToyJob(0, 4, 1, 100), new ToyJob(1, 2, 10, 100)], 1, 1, 20);
        var first = toy.ColumnOf(1, 0, 1);
        var master = new ScriptedMaster([(first, 0.9), (toy.ColumnOf(0, 0, 0), 0.5), (toy.ColumnOf(0, 0, 2), 0.5)]);
        var draft = new ToyDraft(toy);
        var rounds = await Diving.DiveAsync(master, draft, 2, new DivingOptions(), CancellationToken.None);
        Assert.Equal(27, draft.Objective);
        draft.AssertValid();
        Assert.Equal(1, rounds);
        Assert.Equal([first], master.Fixed);
        Assert.True(master.Released);
    }

    [Fact]
    public async Task A_dive_moves_every_serial_and_fixes_what_the_draft_holds()
    {
        var toy = ToyMachines.Random(6, jobs: 10, machines: 2, twins: 2);
        var master = new ScriptedMaster(RoundingTests.HalfAndHalf(toy));
        var draft = new ToyDraft(toy);
        await Diving.DiveAsync(master, draft, toy.CommodityCount, new DivingOptions(), CancellationToken.None);
        draft.AssertValid();
        Assert.Equal(toy.SerialCount, PlanColumns.Of(draft).Moved);
        Assert.All(master.Fixed, c => Assert.Contains(c, PlanColumns.Of(draft).Columns));
        Assert.NotEmpty(master.Fixed);
    }

    [Fact]
    public async Task A_master_that_gives_up_ends_the_dive_and_the_search_fills_the_draft()
    {
        var toy = ToyMachines.Random(6, jobs: 10, machines: 2);
        var master = new ScriptedMaster(RoundingTests.HalfAndHalf(toy)) { GivesUpAfter = 1 };
        var draft = new ToyDraft(toy);
        Assert.Equal(1, await Diving.DiveAsync(master, draft, toy.CommodityCount, new DivingOptions(), CancellationToken.None));
        Assert.Equal(toy.SerialCount, PlanColumns.Of(draft).Moved);
        Assert.True(master.Released);
    }

    [Fact]
    public async Task A_cancelled_dive_leaves_a_valid_draft_and_releases_the_master()
    {
        var toy = ToyMachines.Random(6, jobs: 10, machines: 2);
        var master = new ScriptedMaster(RoundingTests.HalfAndHalf(toy));
        var draft = new ToyDraft(toy);
        await Diving.DiveAsync(master, draft, toy.CommodityCount, new DivingOptions(), new CancellationToken(true));
        draft.AssertValid();
        Assert.True(master.Released);
    }

    /// <summary>A master whose fractional plan stays, but for the columns fixed, which become whole.</summary>
    private sealed class ScriptedMaster(List<(Column Column, double Value)> fractional) : IDivingMaster
    {
        public List<Column> Fixed { get; } = [];

        public int GivesUpAfter { get; init; } = int.MaxValue;

        public bool Released { get; private set; }

        private int _rounds;

        public IReadOnlyList<(Column Column, double Value)> Fractional => fractional.ConvertAll(
            f => (f.Column, Math.Max(f.Value, Fixed.Count(c => ReferenceEquals(c, f.Column)))));

        public Task<bool> FixAsync(IReadOnlyList<Column> columns, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            Fixed.AddRange(columns);
            return Task.FromResult(++_rounds < GivesUpAfter);
        }

        public void Release() => Released = true;
    }
}
