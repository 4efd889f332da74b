using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Tests.Toy;

/// <summary>
/// Jobs with ready times on machines that take one each, and a crew that they share: weighted flow time, or an unmoved cost. The
/// smallest problem with exclusive and cumulative resources over time; its optimum is found by trying every order
/// (<see cref="Optimum"/>). Resource m is machine m; the last one is the crew. Serials of a job are consecutive.
/// </summary>
public sealed class ToyMachines : IColumnProblem
{
    private readonly ToyJob[] _jobs;
    private readonly int _crew;
    private readonly int[] _commodityOf;

    public ToyMachines(IReadOnlyList<ToyJob> jobs, int machines, int crew, int horizon, int grid = 1)
    {
        _jobs = [.. jobs];
        MachineCount = machines;
        _crew = crew;
        HorizonSeconds = horizon;
        Grid = grid;
        _commodityOf = [.. Enumerable.Range(0, _jobs.Length).SelectMany(j => Enumerable.Repeat(j, _jobs[j].Count))];
    }

    public int MachineCount { get; }

    public int Grid { get; }

    public int CommodityCount => _jobs.Length;

    public int ResourceCount => MachineCount + 1;

    public int HorizonSeconds { get; }

    public int SerialCount => _commodityOf.Length;

    /// <summary>
    /// An instance of a seed: jobs of 2 to 7 s that are ready within their total length, so that they get in one another's way.
    /// </summary>
    public static ToyMachines Random(ulong seed, int jobs, int machines, int twins = 1, long unmoved = 1_000)
    {
        var random = new SplitMix(seed);
        var made = new ToyJob[jobs];
        for (var j = 0; j < jobs; j++)
        {
            made[j] = new ToyJob(
                random.Next(3 * jobs * twins / machines), 2 + random.Next(6), 1 + random.Next(9), unmoved,
                random.Next(3), twins);
        }

        return new ToyMachines(made, machines, Math.Max(2, machines), 10 * jobs * twins);
    }

    public ToyJob Job(int commodity) => _jobs[commodity];

    public int CommodityOf(int serial) => _commodityOf[serial];

    public int SerialsOf(int commodity) => _jobs[commodity].Count;

    public long UnmovedCost(int commodity) => _jobs[commodity].Unmoved;

    public long Capacity(int resource) => resource < MachineCount ? 1 : _crew;

    public int GridSeconds(int resource) => Grid;

    public IPricer NewPricer() => new ToyPricer(this);

    /// <summary>The column of a job on a machine from a second on.</summary>
    public ToyColumn ColumnOf(int commodity, int machine, int start)
    {
        var job = _jobs[commodity];
        var end = start + job.Length;
        var onMachine = new TimedUse(machine, start, end, 1);
        TimedUse[] uses = job.Crew == 0 ? [onMachine] : [onMachine, new TimedUse(MachineCount, start, end, job.Crew)];
        return new ToyColumn(commodity, (long)job.Weight * (end - job.Ready), uses, machine, start);
    }

    /// <summary>Every column of a job, below its unmoved cost or not.</summary>
    public IEnumerable<ToyColumn> ColumnsOf(int commodity)
    {
        var job = _jobs[commodity];
        for (var start = job.Ready; start + job.Length <= HorizonSeconds; start++)
        {
            for (var machine = 0; machine < MachineCount; machine++) yield return ColumnOf(commodity, machine, start);
        }
    }

    /// <summary>
    /// The least objective of all plans, by every order of the serials, each put on every machine at the earliest second that is
    /// free, or left out. Some order builds an optimal plan so, because costs rise with time (Baker 1974). For up to 7 serials.
    /// </summary>
    public long Optimum() => OptimumFrom(new ToyDraft(this));

    /// <summary>The same with the serials in a draft where they are; left as it was.</summary>
    public static long OptimumFrom(ToyDraft draft) => draft.Problem.Best(draft, draft.Objective);

    private long Best(ToyDraft draft, long best)
    {
        // Whoever is not in stays unmoved; each plan is met again with its serials in every order.
        best = Math.Min(best, draft.Objective);
        var last = -1;
        for (var serial = 0; serial < SerialCount; serial++)
        {
            // Twins go in by number: any order of theirs gives the same plans.
            if (draft[serial] is not null || _commodityOf[serial] == last) continue;
            last = _commodityOf[serial];
            for (var machine = 0; machine < MachineCount; machine++)
            {
                if (draft.Earliest(serial, machine) is not { } column) continue;
                draft.TryAdd(serial, column);
                best = Best(draft, best);
                draft.Remove(serial);
            }
        }

        return best;
    }
}
