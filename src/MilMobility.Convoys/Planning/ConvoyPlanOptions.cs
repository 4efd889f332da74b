using MilMobility.Optimisation.Integer;
using MilMobility.Optimisation.Master;

namespace MilMobility.Convoys.Planning;

/// <summary>How a plan is sought, and when the search ends: at the first of the limits given, or when the plan is proven best.</summary>
public sealed record ConvoyPlanOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Wall-clock limit; a plan that it ends is not reproducible. Null for none.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Limit of work, the same on every machine; null for none.</summary>
    public long? WorkLimit { get; init; }

    /// <summary>Enough once (objective - bound) / objective is at most this.</summary>
    public double Gap { get; init; }

    /// <summary>Cores.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>How columns are generated.</summary>
    public ColumnGenerationOptions Columns { get; init; } = new()
    {
        AscentRounds = 100, ColumnsPerRound = 6, RowPriceShare = 0.3, Cleaning = true,
    };

    /// <summary>Whether searches are drawn towards the destination (A*).</summary>
    public bool Guided { get; init; } = true;

    /// <summary>Whether plans are improved by large-neighbourhood search; without it the search ends after dive and pool.</summary>
    public bool NeighbourhoodSearch { get; init; } = true;

    /// <summary>Neighbourhood searches side by side; 1 switches their exchange and their departures off.</summary>
    public int SearchChains { get; init; } = 2;

    /// <summary>Whether the search moves single convoys up or down the order of starts (<see cref="NeighbourhoodOptions"/>).</summary>
    public bool Overtaking { get; init; } = true;

    /// <summary>
    /// Whether plans are dived for from the master's last solution. Off: where convoys crowd, a dive takes as long as the master itself,
    /// and the neighbourhood search finds better plans in that time.
    /// </summary>
    public bool Dive { get; init; }

    /// <summary>Whether the solver chooses from the pool of columns.</summary>
    public bool PoolChoice { get; init; } = true;
}
