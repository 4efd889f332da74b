using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>
/// A plan under construction that keeps every rule of its problem: serials go in by an exact search through what the others
/// leave free, or by a given column, and out whole. One per thread.
/// </summary>
public interface IPlanDraft
{
    int SerialCount { get; }

    /// <summary>Objective, with the unmoved cost of the serials that are not in.</summary>
    long Objective { get; }

    /// <summary>Work of all searches so far: the same on every machine.</summary>
    long Work { get; }

    /// <summary>Column of a serial, null while it is unmoved.</summary>
    Column? this[int serial] { get; }

    /// <summary>Commodity of a serial.</summary>
    int CommodityOf(int serial);

    /// <summary>Inserts a serial by its cheapest column in what is free; false if there is none below the unmoved cost.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the draft is as before.</exception>
    bool Insert(int serial, CancellationToken cancellation);

    /// <summary>
    /// Inserts a serial by its cheapest column in what is free, if that adds less to the objective of the others than a limit; false
    /// if there is none below the limit and the unmoved cost. A draft that searches with the limit ends hopeless searches early;
    /// one that does not may insert a dearer column, which the caller then takes out.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; the draft is as before.</exception>
    bool Insert(int serial, long costBelow, CancellationToken cancellation) => Insert(serial, cancellation);

    /// <summary>Inserts a serial by a given column of its commodity; false, with nothing changed, if a rule forbids it.</summary>
    bool TryAdd(int serial, Column column);

    /// <summary>Takes a serial out; returns its column, null if it was not in.</summary>
    Column? Remove(int serial);
}
