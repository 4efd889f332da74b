using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Pool;
using MilMobility.Optimisation.Stopping;
using MilMobility.Solvers.Linear;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Optimisation;

/// <summary>What the optimiser needs of a problem and of the solvers.</summary>
/// <param name="NewDraft">Makes an empty draft; called from several threads.</param>
public sealed record OptimiserPorts(Func<IPlanDraft> NewDraft)
{
    /// <summary>An empty linear program; null for no master program.</summary>
    public Func<ILinearProgram>? NewProgram { get; init; }

    /// <summary>Chooses from the pool; null for no choice.</summary>
    public ISetPartitioningSolver? PoolSolver { get; init; }

    /// <summary>Rules of the choice beyond capacities.</summary>
    public IPoolRules? PoolRules { get; init; }

    /// <summary>Label of a serial, such as its corridor; null for none.</summary>
    public Func<int, int>? GroupOf { get; init; }

    /// <summary>Told that the solvers' engine cannot be used; the run then goes on without it. Null: the exception ends the run.</summary>
    public Action<EngineException>? EngineFailed { get; init; }
}

/// <summary>How the optimiser runs. What is switched off makes plans later or worse, bounds lower; never wrong.</summary>
public sealed record OptimiserOptions
{
    public ColumnGenerationOptions Columns { get; init; } = new();

    public NeighbourhoodOptions Neighbourhoods { get; init; } = new();

    public DivingOptions Diving { get; init; } = new();

    /// <summary>Plans rounded from each fractional plan; 0 for none.</summary>
    public int RoundingRounds { get; init; } = 6;

    /// <summary>The master program after the ascent.</summary>
    public bool Master { get; init; } = true;

    /// <summary>Rounds of the master at most.</summary>
    public int MasterRounds { get; init; } = 150;

    /// <summary>Rounds without a rise of the bound after which the master ends.</summary>
    public int MasterPatience { get; init; } = 4;

    /// <summary>Share of the bound that counts as a rise.</summary>
    public double MasterRise { get; init; } = 1e-3;

    /// <summary>No master where the ascent prices more capacity rows than this: the simplex would not keep up.</summary>
    public int MasterRowsMax { get; init; } = 6_000;

    /// <summary>A dive into the master's solution.</summary>
    public bool Dive { get; init; } = true;

    /// <summary>The integer choice from the pool.</summary>
    public bool Pool { get; init; } = true;

    /// <summary>Columns per serial in the choice.</summary>
    public int PoolColumnsPerSerial { get; init; } = 24;

    /// <summary>Work of one choice, in the solver's units.</summary>
    public double PoolWork { get; init; } = 5;

    /// <summary>Large-neighbourhood search.</summary>
    public bool Search { get; init; } = true;

    /// <summary>Neighbourhood searches side by side; the plan depends on their number, not on the cores.</summary>
    public int SearchChains { get; init; } = 1;

    /// <summary>Work without a better plan after which searches but the first leave for plans of their own.</summary>
    public long SearchPatienceWork { get; init; } = 3_000_000;

    /// <summary>Work of the neighbourhood search beside each chunk of the ascent, as a share of the chunk's.</summary>
    public double SearchShare { get; init; } = 0.5;

    /// <summary>Work of the neighbourhood search beside the rounds of the master, as a share of theirs; 0 for none.</summary>
    public double MasterSearchShare { get; init; }

    /// <summary>Work of the neighbourhood search after the bound is done, steps of the label search.</summary>
    public long SearchWork { get; init; } = 50_000_000;

    /// <summary>Rounds of choice and search that bring nothing before the run ends.</summary>
    public int IdleRounds { get; init; } = 1;

    /// <summary>Every plan's objective is a multiple of this, at least 1: bounds are rounded up to it.</summary>
    public long MoneyStep { get; init; } = 1;

    public int Seed { get; init; } = 1;
}

/// <summary>What the optimiser achieved.</summary>
/// <param name="Plan">Best plan.</param>
/// <param name="Bound">Proven lower bound of every plan's objective.</param>
/// <param name="BoundMethod">Stage that proved it, in words.</param>
/// <param name="Verdict">Rule that ended the run; null if it came to its end or was cancelled.</param>
/// <param name="Cancelled">True if the user ended it.</param>
/// <param name="Tolls">What a unit of each resource is worth at the bound.</param>
/// <param name="Choice">The last choice from the pool, null if there was none.</param>
/// <param name="Yields">What each neighbourhood brought.</param>
/// <param name="Searches">Pricing searches made and saved by the filter.</param>
/// <param name="MasterRows">Capacity rows of the master; 0 without one.</param>
/// <param name="MasterColumns">Columns of the master; 0 without one.</param>
/// <param name="Work">Work of all stages.</param>
public sealed record OptimiserResult(
    PlanColumns Plan, long Bound, string BoundMethod, StopVerdict? Verdict, bool Cancelled, Tolls Tolls,
    PoolChoiceOutcome? Choice, IReadOnlyList<NeighbourhoodYield> Yields, (long Made, long Saved) Searches, int MasterRows,
    int MasterColumns, long Work)
{
    /// <summary>(objective - bound) / objective; 0 at a zero objective.</summary>
    public double Gap => Plan.Objective == 0 ? 0 : (Plan.Objective - Bound) / (double)Plan.Objective;
}
