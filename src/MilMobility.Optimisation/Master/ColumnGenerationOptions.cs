namespace MilMobility.Optimisation.Master;

/// <summary>How column generation runs. Every acceleration can be switched off; the answer stays, the time does not.</summary>
public sealed record ColumnGenerationOptions
{
    /// <summary>Skip searches whose answer is known.</summary>
    public bool PricingFilter { get; init; } = true;

    /// <summary>Rounds of dual ascent at most; 0 for none.</summary>
    public int AscentRounds { get; init; } = 300;

    /// <summary>
    /// Grid seconds from one price of the ascent to the next, a power of two up to 128: few prices split few windows of the searches. The
    /// master has the seconds between.
    /// </summary>
    public int AscentStride { get; init; } = 1;

    /// <summary>Weight of the best prices so far against the master's duals, 0 (no stabilisation) to below 1.</summary>
    public double Stabilisation { get; init; } = 0.7;

    /// <summary>Columns per commodity and round, at least 1.</summary>
    public int ColumnsPerRound { get; init; } = 3;

    /// <summary>Cuts where the problem knows some.</summary>
    public bool Cuts { get; init; } = true;

    /// <summary>Capacity rows made per round at most.</summary>
    public int RowsPerRound { get; init; } = 400;

    /// <summary>A row is made from the start where the price is above this share of the resource's highest.</summary>
    public double RowPriceShare { get; init; } = 0.02;

    /// <summary>Whether the master leaves rows and columns behind that have been idle; for many rows of which few bind together.</summary>
    public bool Cleaning { get; init; }

    /// <summary>Solutions in which a row has no price, or a column no value, before it may go.</summary>
    public int IdleRoundsMax { get; init; } = 6;

    /// <summary>Rows below which the master keeps all.</summary>
    public int CleanRowsMin { get; init; } = 400;

    /// <summary>The master is done when its optimum and the bound are this near, as a share.</summary>
    public double MasterGap { get; init; } = 5e-4;

    /// <summary>Wall-clock limit of one solve of the master, s.</summary>
    public double MasterSecondsMax { get; init; } = 120;

    /// <summary>Limit of one solve of the master, thousands of simplex iterations.</summary>
    public double MasterWorkMax { get; init; } = 1000;

    /// <summary>Work that a simplex iteration counts as, in steps of the label search.</summary>
    public double WorkPerIteration { get; init; } = 500;

    /// <summary>Cores used for pricing.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>One round of the master program.</summary>
/// <param name="Objective">Optimum of the restricted master.</param>
/// <param name="Bound">Proven bound so far.</param>
/// <param name="Columns">Columns in the master.</param>
/// <param name="Rows">Capacity rows in the master.</param>
/// <param name="ColumnsAdded">Columns that this round added.</param>
/// <param name="RowsAdded">Rows that this round added.</param>
public sealed record MasterRound(double Objective, long Bound, int Columns, int Rows, int ColumnsAdded, int RowsAdded);
