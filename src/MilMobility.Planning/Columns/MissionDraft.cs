using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Integer;
using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning.Columns;

/// <summary>
/// A draft of the movement plan for the optimiser: every rule and the true civil prices, by the ledger of a
/// <see cref="PlanDraft"/>. One per thread.
/// </summary>
public sealed class MissionDraft : IPlanDraft
{
    private readonly MissionColumns _columns;
    private readonly ItineraryColumn?[] _columnOf;

    /// <param name="columns">The problem.</param>
    /// <param name="plan">The draft that this one changes; may hold serials already.</param>
    public MissionDraft(MissionColumns columns, PlanDraft plan)
    {
        _columns = columns;
        Plan = plan;
        _columnOf = new ItineraryColumn?[columns.Problem.Count];
    }

    public PlanDraft Plan { get; }

    public int SerialCount => _columnOf.Length;

    public long Objective => Plan.ObjectiveMicroEuros;

    public long Work => Plan.Work;

    public Column? this[int serial]
    {
        get
        {
            if (Plan[serial] is not { } itinerary) return null;
            if (_columnOf[serial] is { } known && ReferenceEquals(known.Itinerary, itinerary)) return known;
            return _columnOf[serial] = _columns.ColumnOf(CommodityOf(serial), itinerary);
        }
    }

    public int CommodityOf(int serial) => _columns.CommodityOf(serial);

    public bool Insert(int serial, CancellationToken cancellation) => Plan.Insert(serial, cancellation);

    public bool Insert(int serial, long costBelow, CancellationToken cancellation) =>
        Plan.Insert(serial, costBelow, cancellation);

    /// <exception cref="ArgumentException">The column is not an itinerary of the serial's commodity.</exception>
    public bool TryAdd(int serial, Column column)
    {
        if (column is not ItineraryColumn own || own.Commodity != CommodityOf(serial))
            throw new ArgumentException($"the column is none of commodity {CommodityOf(serial)}", nameof(column));
        if (!Plan.TryAdd(serial, own.Itinerary)) return false;
        _columnOf[serial] = own;
        return true;
    }

    public Column? Remove(int serial)
    {
        var column = this[serial];
        Plan.Remove(serial);
        return column;
    }
}
