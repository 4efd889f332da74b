using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>A master program that a dive fixes columns in. Not thread-safe.</summary>
public interface IDivingMaster
{
    /// <summary>The fractional plan as it is now, the fixed columns in it with at least the number fixed.</summary>
    IReadOnlyList<(Column Column, double Value)> Fractional { get; }

    /// <summary>
    /// Fixes one more serial of its commodity on each of some columns, and re-prices a few rounds with what is fixed. A column may
    /// be named more than once, and may be one that the master has not seen.
    /// </summary>
    /// <returns>False if the master has no solution with what is fixed, or its limits ended it: the dive then ends.</returns>
    Task<bool> FixAsync(IReadOnlyList<Column> columns, CancellationToken cancellation);

    /// <summary>Takes every fixing back.</summary>
    void Release();
}
