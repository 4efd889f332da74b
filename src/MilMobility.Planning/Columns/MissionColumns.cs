using MilMobility.Optimisation.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Columns;

/// <summary>
/// The movement plan as column generation sees it: commodities are the sets of twins, resources those of
/// <see cref="TollResources"/>, columns the itineraries that the rules allow a serial alone. It is a relaxation: columns of one
/// plan keep every capacity, and the plan costs at least the sum of the columns, because the civil price of a cell is convex in
/// its use and zero at zero. It leaves out holds, overtaking within a link, the civil floor and price of a cell that
/// several use; <see cref="MissionDraft"/> keeps them. A serial that meets itself on an arc is no column, as the ledger
/// refuses it (<see cref="ReservationLedger.TryAdd"/>). Money in micro-euros. Immutable, safe to share.
/// </summary>
public sealed class MissionColumns : IColumnProblem
{
    private readonly int[] _first;
    private readonly int[] _serials;
    private readonly int[] _commodityOf;
    private readonly int[] _grids;

    /// <param name="problem">The movement plan.</param>
    /// <param name="guided">False switches the guidance of the pricing searches off: the same answers, later.</param>
    public MissionColumns(PlanProblem problem, bool guided = true)
    {
        Guided = guided;
        Problem = problem;
        Resources = new TollResources(problem.Network, problem.Rules);
        _grids = MissionGrids.Of(problem, Resources);
        _first = [.. Enumerable.Range(0, problem.Count).Where(k => problem.TwinOf[k] == k)];
        var commodity = new Dictionary<int, int>();
        for (var k = 0; k < _first.Length; k++) commodity[_first[k]] = k;
        _commodityOf = [.. problem.TwinOf.Select(twin => commodity[twin])];
        _serials = new int[_first.Length];
        foreach (var k in _commodityOf) _serials[k]++;
    }

    public PlanProblem Problem { get; }

    /// <summary>Pricing searches are guided by reverse static bounds (A*).</summary>
    internal bool Guided { get; }

    public TollResources Resources { get; }

    public int CommodityCount => _first.Length;

    public int ResourceCount => Resources.Count;

    public int HorizonSeconds => Problem.Rules.HorizonSeconds;

    public int SerialsOf(int commodity) => _serials[commodity];

    public long UnmovedCost(int commodity) => Problem.PenaltyMicroEuros[_first[commodity]];

    public long Capacity(int resource) => Resources.Capacity(resource);

    public int GridSeconds(int resource) => _grids[resource];

    public IPricer NewPricer() => new MissionPricer(this);

    /// <summary>Commodity of a serial.</summary>
    public int CommodityOf(int serial) => _commodityOf[serial];

    /// <summary>What the search is asked for a serial of the commodity.</summary>
    public SearchRequest RequestOf(int commodity) => Problem.Requests[_first[commodity]];

    /// <summary>The column of an itinerary of the commodity.</summary>
    public ItineraryColumn ColumnOf(int commodity, Itinerary itinerary)
    {
        var uses = new List<ResourceUse>();
        ItineraryUses.Collect(itinerary, RequestOf(commodity).Profile, Problem.Network, Problem.Rules, uses);
        var cost = itinerary.OwnCost;
        var timed = new List<TimedUse>();
        foreach (var use in uses)
        {
            if (use.Kind == UseKind.Rate)
                cost += Math.Max(0, Problem.Prices.CostOfAdding(use.Index, use.From, 0, use.Amount));
            else
                Resources.Visit(use, Problem.Network, Problem.Rules, (r, from, to, amount) => timed.Add(new(r, from, to, amount)));
        }

        return new ItineraryColumn(commodity, cost, [.. timed], itinerary);
    }
}
