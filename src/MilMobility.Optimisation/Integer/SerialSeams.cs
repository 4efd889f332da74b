using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer;

/// <summary>What the integer stages ask a problem about its serials, beyond what a draft says. Called from several threads.</summary>
/// <param name="UnmovedCost">Cost of leaving a serial out.</param>
/// <param name="Bound">Lower bound of what a serial adds to any plan, at most its unmoved cost.</param>
public sealed record SerialSeams(Func<int, long> UnmovedCost, Func<int, long> Bound)
{
    /// <summary>Label of a serial, such as its corridor: serials of one label are taken out together. Null: none.</summary>
    public Func<int, int>? GroupOf { get; init; }

    /// <summary>The column that a serial would take on empty resources; tells who stands in its way. Null: not known.</summary>
    public Func<int, Column?>? Alone { get; init; }

    /// <summary>Seams of a column problem with bounds per commodity.</summary>
    public static SerialSeams Of(IColumnProblem problem, IPlanDraft draft, IReadOnlyList<long> boundOfCommodity) => new(
        k => problem.UnmovedCost(draft.CommodityOf(k)), k => boundOfCommodity[draft.CommodityOf(k)]);
}
