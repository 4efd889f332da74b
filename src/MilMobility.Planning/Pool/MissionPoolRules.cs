using MilMobility.Optimisation.Columns;
using MilMobility.Optimisation.Pool;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;
using PriceBandTable = MilMobility.Networks.Prices.PriceBandTable;

namespace MilMobility.Planning.Pool;

/// <summary>
/// What the movement plan adds to the choice from a pool, beyond the capacities of its <see cref="MissionColumns"/>:
/// <code>
///   x_p + x_q &lt;= 1                                    columns of which one overtakes the other on an arc (rule 4)
///   M x_p + sum_q x_q &lt;= M                            columns that meet head-on on a single road or track (rule 5)
///   sum_p a_put x_p &lt;= capacity_u                     holds (7), caps (18), locks by the chambers that take the vessel (6)
///   sum_p a_put x_p - sum_b s_utb &lt;= 0                rate cells (rule 12); 0 &lt;= s_utb &lt;= width_utb, at g_utb - g_ut1
/// </code>
/// A column's cost holds the price of each of its uses on the empty network; the bands add what several uses cost more. A cell whose
/// first band takes all that the columns could use of it adds nothing: at national scale that is nearly every cell.
/// Stateless apart from the problem; thread-safe.
/// </summary>
public sealed class MissionPoolRules(MissionColumns columns) : IPoolRules
{
    private readonly PlanProblem _problem = columns.Problem;

    public void AddRows(PoolRows rows)
    {
        var byResource = new SortedDictionary<(UseKind Kind, int Index), List<Taken>>();
        foreach (var column in rows.Columns) Collect(column, column.Column, byResource);
        foreach (var column in rows.Others) Collect(null, column, byResource);
        foreach (var ((kind, index), uses) in byResource)
        {
            if (!uses.Exists(u => u.Column is not null)) continue;
            switch (kind)
            {
                case UseKind.Arc:
                    AddOvertaking(rows, uses);
                    if ((index & 1) == 0) AddHeadOn(rows, index, uses, byResource);
                    break;
                case UseKind.Rate:
                    foreach (var cell in uses.GroupBy(u => u.Use.From).OrderBy(g => g.Key)) AddCell(rows, index, cell.Key, [.. cell]);
                    break;
                case UseKind.Hold:
                    rows.AddCapacity(Spans(uses, u => u.Amount), _problem.Network.NodeHoldCapacity[index]);
                    break;
                case UseKind.Cap:
                    rows.AddCapacity(Spans(uses, u => u.Amount), _problem.Network.Levers.Caps[index].Most);
                    break;
                case UseKind.Lock:
                    AddChambers(rows, index, uses);
                    break;
                default:
                    // Positions and pools are capacities of the problem.
                    break;
            }
        }
    }

    private void Collect(PoolColumn? pooled, Column column, SortedDictionary<(UseKind, int), List<Taken>> byResource)
    {
        var uses = new List<ResourceUse>();
        var profile = columns.RequestOf(column.Commodity).Profile;
        ItineraryUses.Collect(((ItineraryColumn)column).Itinerary, profile, _problem.Network, _problem.Rules, uses);
        foreach (var use in uses)
        {
            if (!byResource.TryGetValue((use.Kind, use.Index), out var taken)) byResource[(use.Kind, use.Index)] = taken = [];
            taken.Add(new Taken(pooled, column.Commodity, use));
        }
    }

    private static List<PoolSpan> Spans(List<Taken> uses, Func<ResourceUse, long> amount) =>
        uses.ConvertAll(u => new PoolSpan(u.Column, u.Use.From, u.Use.To, amount(u.Use)));

    /// <summary>
    /// Among vessels that fit in a number of chambers at most, no more lockages than those at a time, less the chambers that are out
    /// of service.
    /// </summary>
    private void AddChambers(PoolRows rows, int index, List<Taken> uses)
    {
        var network = _problem.Network;
        foreach (var chambers in uses.Select(u => u.Use.Amount).Distinct().Order())
        {
            var spans = Spans(uses.FindAll(u => u.Use.Amount <= chambers), _ => 1);
            for (var i = network.LockOutStart[index]; i < network.LockOutStart[index + 1]; i++)
            {
                var count = Math.Min(chambers, network.LockOutChambers[i]);
                spans.Add(new PoolSpan(null, network.LockOutFrom[i], network.LockOutTo[i], count));
            }

            rows.AddCapacity(spans, chambers);
        }
    }

    private static void AddOvertaking(PoolRows rows, List<Taken> uses)
    {
        uses.Sort((a, b) => a.Use.From != b.Use.From
            ? a.Use.From.CompareTo(b.Use.From) : a.Variable.CompareTo(b.Variable));
        for (var i = 0; i < uses.Count; i++)
        {
            for (var j = i + 1; j < uses.Count && uses[j].Use.From < uses[i].Use.To; j++)
            {
                if (uses[j].Use.To < uses[i].Use.To) Exclude(rows, uses[i], uses[j]);
            }
        }
    }

    private void AddHeadOn(
        PoolRows rows, int arc, List<Taken> uses, SortedDictionary<(UseKind, int), List<Taken>> byResource)
    {
        var single = columns.RequestOf(uses[0].Commodity).Profile.ArcSingle[arc];
        if (!single || !byResource.TryGetValue((UseKind.Arc, arc ^ 1), out var against)) return;
        var headway = _problem.Rules.HeadwaySeconds(_problem.Network, arc >> 1);
        foreach (var taken in uses)
        {
            var met = against.FindAll(o => o.Use.From < taken.Use.To + taken.Use.Amount + headway
                && taken.Use.From < o.Use.To + o.Use.Amount + headway);
            if (taken.Column is { } column) rows.AddAgainst(column, met.Select(o => o.Column).OfType<PoolColumn>());
            foreach (var other in met)
            {
                if (taken.Column is null || other.Column is null) Exclude(rows, taken, other);
            }
        }
    }

    /// <summary>At most one of two; of a serial that keeps its column and one that does not, never the second.</summary>
    private static void Exclude(PoolRows rows, Taken a, Taken b)
    {
        if (a.Column is { } first && b.Column is { } second) rows.AddPair(first, second);
        else if ((a.Column ?? b.Column) is { } only) rows.AddAtMost(0, [only.Variable], [1]);
    }

    /// <summary>Bands of a cell as priced slack variables, filled in order because their prices rise.</summary>
    private void AddCell(PoolRows rows, int resource, int hour, List<Taken> uses)
    {
        var prices = _problem.Prices;
        var set = prices.SetOfCell[(resource * prices.HourCount) + hour];
        if (set == PriceBandTable.Unlimited) return;
        var others = uses.Where(u => u.Column is null).Sum(u => (long)u.Use.Amount);
        var cell = uses.Where(u => u.Column is not null).GroupBy(u => u.Column!)
            .Select(g => (Column: g.Key, Amount: g.Sum(u => (long)u.Use.Amount), Paid: g.Sum(u => CostAlone(resource, hour, u))))
            .OrderBy(c => c.Column.Variable).ToList();
        var (first, last) = (prices.SetStart[set], prices.SetStart[set + 1]);
        var least = first < last ? prices.BandPriceMicroEuros[first] : 0;
        if (first < last && others + rows.ReachOf(cell.Select(c => (c.Column, c.Amount))) <= prices.BandWidth[first]) return;

        List<int> variables = [.. cell.Select(c => c.Column.Variable)];
        List<long> coefficients = [.. cell.Select(c => c.Amount)];
        var hinted = others + cell.Sum(c => c.Amount * c.Column.Hint);
        for (var band = first; band < last; band++)
        {
            variables.Add(rows.AddSlack(prices.BandWidth[band], prices.BandPriceMicroEuros[band] - least, hinted));
            coefficients.Add(-1);
            hinted -= prices.BandWidth[band];
        }

        rows.AddAtMost(-others, [.. variables], [.. coefficients]);
        foreach (var (column, amount, paid) in cell) Refund(rows, column, paid - (least * amount));
    }

    /// <summary>What a column paid alone for dearer bands comes back, because the cell's bands charge it again.</summary>
    private static void Refund(PoolRows rows, PoolColumn column, long each)
    {
        if (each <= 0) return;
        var refunded = rows.AddSlack(column.Most, -each, column.Hint);
        rows.AddAtMost(0, [refunded, column.Variable], [1, -1]);
    }

    private long CostAlone(int resource, int hour, Taken taken) =>
        Math.Max(0, _problem.Prices.CostOfAdding(resource, hour, 0, taken.Use.Amount));

    /// <summary>A use, and the column up for choice that makes it; null for one that a serial keeps.</summary>
    private readonly record struct Taken(PoolColumn? Column, int Commodity, ResourceUse Use)
    {
        public int Variable => Column?.Variable ?? -1;
    }
}
