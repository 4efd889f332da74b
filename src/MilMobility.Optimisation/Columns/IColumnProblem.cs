namespace MilMobility.Optimisation.Columns;

/// <summary>
/// A scheduling problem as column generation sees it: serials that each take one column or stay unmoved, and resources that the
/// columns share over time. With <c>a_p,r(t)</c> the amount that column p takes of resource r at second t:
/// <code>
///   min   sum_p cost_p x_p + sum_k unmoved_k z_k
///   s.t.  sum_(p of k) x_p + z_k = serials_k            each commodity k
///         sum_p a_p,r(t) x_p &lt;= capacity_r             each resource r, at every second t; rows only on the grid of r
///         x, z whole numbers, at least 0
/// </code>
/// A commodity is a set of serials that no search can tell apart, priced once. The resources may leave out rules that are
/// hard to state as capacities: the bound stays valid, and <see cref="Integer.IPlanDraft"/> keeps every rule. Costs of one
/// plan that are not sums over columns must be at least the sum of the columns' costs. Immutable but for its cuts, which come
/// between searches; safe to share.
/// </summary>
public interface IColumnProblem
{
    int CommodityCount { get; }

    int ResourceCount { get; }

    /// <summary>Last second of the plan; no use starts after it.</summary>
    int HorizonSeconds { get; }

    /// <summary>How many serials the commodity has, at least 1.</summary>
    int SerialsOf(int commodity);

    /// <summary>Cost of leaving one serial of the commodity unmoved, above 0.</summary>
    long UnmovedCost(int commodity);

    /// <summary>Units that may be taken at any second.</summary>
    long Capacity(int resource);

    /// <summary>
    /// Spacing of the seconds at which a capacity row may be made for the resource: 0, g, 2 g, ... At most the shortest use, or
    /// uses slip between the rows; an eighth of it makes the relaxation tight.
    /// </summary>
    int GridSeconds(int resource);

    /// <summary>
    /// Finds cuts: rows <c>sum of some columns' x &lt;= capacity</c> that every plan keeps and a fractional one breaks. A cut is a
    /// resource with one grid second, 0, and has its place within <see cref="ResourceCount"/> from the start; no column uses it
    /// before it was found. From then on <see cref="Column.PricedUses"/> and the pricers count it. Called between searches only.
    /// </summary>
    /// <param name="fractional">Columns and how many serials take each.</param>
    /// <returns>Resources of the new cuts; empty if there are none.</returns>
    Range Tighten(IReadOnlyList<(Column Column, double Value)> fractional) => default;

    /// <summary>A pricer of its own for one thread.</summary>
    IPricer NewPricer();
}
