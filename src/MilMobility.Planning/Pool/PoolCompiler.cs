using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;
using MilMobility.Solvers.Pools;

namespace MilMobility.Planning.Pool;

/// <summary>
/// The integer choice over the pool of itineraries (design section 5):
/// <code>
///   min  sum_p c_p x_p + sum_k M_k z_k + sum_(u,t,b) g_utb s_utb
///   s.t. sum_(p of k) x_p + z_k = 1                         every serial moves once or stays
///        x_p + x_q &lt;= 1                                     columns that break separation, as cliques where they overlap
///        sum_p a_put x_p &lt;= capacity_u                      holds, chambers, positions, pools, where they can be exceeded
///        sum_p a_put x_p - sum_b s_utb &lt;= 0                 rate cells; 0 &lt;= s_utb &lt;= width_utb
///        x, z in {0, 1}, s integer
/// </code>
/// A rate cell whose first band holds all that the columns could use of it has one price a unit: that price goes into c_p, and
/// the cell needs neither row nor bands. At national scale that is nearly every cell.
/// The hint is the plan at hand. A pure integer program dominated by exactly-one and at-most-one rows, so CP-SAT solves it.
/// Rows are made only where they can bind.
/// </summary>
internal sealed class PoolCompiler
{
    private readonly PlanProblem _problem;
    private readonly PoolModelBuilder _model = new();
    private readonly ConflictRows _rows;
    private readonly List<Column> _columns = [];
    private readonly Dictionary<(int Resource, int Hour), List<(Column Column, long Amount)>> _cells = [];

    private PoolCompiler(PlanProblem problem)
    {
        _problem = problem;
        _rows = new ConflictRows(_model);
    }

    /// <summary>The model and its columns, for a draft whose choice is the hint.</summary>
    public static (PoolModel Model, IReadOnlyList<Column> Columns) Compile(PlanProblem problem, ColumnPool pool, PlanDraft draft)
    {
        var compiler = new PoolCompiler(problem);
        compiler.ListColumns(pool, draft);
        compiler.ListCells();
        compiler.AddColumns(draft);
        foreach (var ((resource, hour), amounts) in compiler._cells.OrderBy(c => c.Key)) compiler.AddCell(resource, hour, amounts, draft);
        var uses = compiler._columns.SelectMany(c => c.Uses.Select(use => (Column: c, Use: use)))
            .GroupBy(u => (u.Use.Kind, u.Use.Index)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Index);
        foreach (var resource in uses) compiler.AddResource(resource.Key.Kind, resource.Key.Index, [.. resource]);
        return (compiler._model.Build(), compiler._columns);
    }

    /// <summary>Columns in order of serial; variable j is column j, and the unmoved variables follow.</summary>
    private void ListColumns(ColumnPool pool, PlanDraft draft)
    {
        for (var k = 0; k < _problem.Count; k++)
        {
            foreach (var itinerary in pool.Of(k, draft[k]))
            {
                var uses = new List<ResourceUse>();
                ItineraryUses.Collect(itinerary, _problem.Requests[k].Profile, _problem.Network, _problem.Rules, uses);
                _columns.Add(new Column(k, _columns.Count, itinerary, uses));
            }
        }
    }

    private void ListCells()
    {
        foreach (var column in _columns)
        {
            foreach (var cell in column.Uses.Where(u => u.Kind == UseKind.Rate).GroupBy(u => (u.Index, u.From)))
            {
                if (!_cells.TryGetValue(cell.Key, out var amounts)) _cells[cell.Key] = amounts = [];
                amounts.Add((column, cell.Sum(u => (long)u.Amount)));
            }
        }
    }

    private void AddColumns(PlanDraft draft)
    {
        var civil = new long[_columns.Count];
        foreach (var ((resource, hour), amounts) in _cells)
        {
            if (UnitPrice(resource, hour, amounts) is not { } price) continue;
            foreach (var (column, amount) in amounts) civil[column.Variable] += price * amount;
        }

        foreach (var column in _columns)
        {
            var current = draft[column.Serial];
            _model.AddColumn(column.Itinerary.OwnCost + civil[column.Variable]);
            _model.SetHint(column.Variable, current is not null && column.Itinerary.Steps.AsSpan().SequenceEqual(current.Steps) ? 1 : 0);
        }

        var bySerial = _columns.ToLookup(c => c.Serial, c => c.Variable);
        for (var k = 0; k < _problem.Count; k++)
        {
            var unmoved = _model.AddColumn(_problem.PenaltyMicroEuros[k]);
            _model.SetHint(unmoved, draft[k] is null ? 1 : 0);
            _model.AddExactlyOne([.. bySerial[k], unmoved]);
        }
    }

    /// <summary>The one price of a cell whose first band holds all that the columns could use, or null where bands matter.</summary>
    private long? UnitPrice(int resource, int hour, List<(Column Column, long Amount)> amounts)
    {
        var prices = _problem.Prices;
        var set = prices.SetOfCell[(resource * prices.HourCount) + hour];
        if (set == Networks.Prices.PriceBandTable.Unlimited) return 0;
        var reach = amounts.GroupBy(a => a.Column.Serial).Sum(g => g.Max(a => a.Amount));
        var first = prices.SetStart[set];
        return first < prices.SetStart[set + 1] && reach <= prices.BandWidth[first] ? prices.BandPriceMicroEuros[first] : null;
    }

    private void AddResource(UseKind kind, int index, List<(Column Column, ResourceUse Use)> uses)
    {
        switch (kind)
        {
            case UseKind.Arc:
                AddArc(index, uses);
                break;
            case UseKind.Rate:
                break;
            case UseKind.Lock:
                AddCumulative(uses, uses[0].Use.Amount, _ => 1);
                break;
            case UseKind.Hold:
                AddCumulative(uses, _problem.Network.NodeHoldCapacity[index], u => u.Amount);
                break;
            case UseKind.Position:
                AddCumulative(uses, _problem.Network.GroupPositions[index], u => u.Amount);
                break;
            default:
                AddCumulative(uses, _problem.Rules.PoolCount[index], u => u.Amount);
                break;
        }
    }

    private void AddCumulative(List<(Column Column, ResourceUse Use)> uses, int capacity, Func<ResourceUse, int> amount) =>
        _rows.AddCumulative([.. uses.Select(u => new Span(u.Column, u.Use.From, u.Use.To, amount(u.Use)))], capacity);

    /// <summary>Rule 4 as spans [e, e + p + H) and [x, x + p + H) that must not meet, and no overtaking; rule 5 both ways.</summary>
    private void AddArc(int arc, List<(Column Column, ResourceUse Use)> uses)
    {
        var headway = _problem.Rules.HeadwaySeconds(_problem.Network.LinkMode[arc >> 1]);
        _rows.AddExclusive([.. uses.Select(u => new Span(u.Column, u.Use.From, u.Use.From + u.Use.Amount + headway, 1))]);
        _rows.AddExclusive([.. uses.Select(u => new Span(u.Column, u.Use.To, u.Use.To + u.Use.Amount + headway, 1))]);
        uses.Sort((a, b) => a.Use.From != b.Use.From
            ? a.Use.From.CompareTo(b.Use.From) : a.Column.Variable.CompareTo(b.Column.Variable));
        for (var i = 0; i < uses.Count; i++)
        {
            for (var j = i + 1; j < uses.Count && uses[j].Use.From < uses[i].Use.To; j++)
            {
                if (uses[j].Use.To < uses[i].Use.To) _rows.AddPair(uses[i].Column, uses[j].Column);
            }
        }

        var single = _problem.Requests[uses[0].Column.Serial].Profile.ArcSingle[arc];
        if (single && (arc & 1) == 0) AddSingle(arc, uses, headway);
    }

    private void AddSingle(int arc, List<(Column Column, ResourceUse Use)> uses, int headway)
    {
        var against = _columns.SelectMany(c => c.Uses.Select(use => (Column: c, Use: use)))
            .Where(u => u.Use.Kind == UseKind.Arc && u.Use.Index == (arc ^ 1)).ToList();
        foreach (var (column, use) in uses)
        {
            _rows.AddAgainst(column, [.. against
                .Where(o => o.Use.From < use.To + use.Amount + headway && use.From < o.Use.To + o.Use.Amount + headway)
                .Select(o => o.Column)]);
        }
    }

    /// <summary>Bands of a cell as priced slack variables, filled in order because their prices rise.</summary>
    private void AddCell(int resource, int hour, List<(Column Column, long Amount)> amounts, PlanDraft draft)
    {
        if (UnitPrice(resource, hour, amounts) is not null) return;
        var prices = _problem.Prices;
        var set = prices.SetOfCell[(resource * prices.HourCount) + hour];
        List<int> variables = [.. amounts.Select(a => a.Column.Variable)];
        List<long> coefficients = [.. amounts.Select(a => a.Amount)];
        var hinted = (long)draft.Ledger.RateUse(resource, hour);
        for (var band = prices.SetStart[set]; band < prices.SetStart[set + 1]; band++)
        {
            var slack = _model.AddSlack(prices.BandWidth[band], prices.BandPriceMicroEuros[band]);
            _model.SetHint(slack, Math.Clamp(hinted, 0, prices.BandWidth[band]));
            hinted -= prices.BandWidth[band];
            variables.Add(slack);
            coefficients.Add(-1);
        }

        _model.AddAtMost(0, [.. variables], [.. coefficients]);
    }
}
