using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Search;
using MilMobility.Optimisation.Columns;

namespace MilMobility.Convoys.Columns;

/// <summary>
/// The abstract convoy movement problem as column generation sees it; money is milliseconds.
/// <code>
///   commodity: convoys with the same from, to, ready, due and pass
///   column:    a way and a departure; costs 1000 (finish - ready)
///   resources: each node, capacity 1, used over [head, head + pass);
///              meeting points of each edge, capacity 1 (<see cref="MeetingRows"/>)
///   unmoved:   10 horizons, more than any plan could gain by leaving a convoy where it is
/// </code>
/// The edges' rule between convoys of one direction follows from the nodes. Journeys that visit a node again are columns too, also
/// those that meet themselves: with them the bound stands, and the draft refuses them. Immutable, safe to share.
/// </summary>
public sealed class ConvoyColumns : IColumnProblem
{
    /// <summary>Finest grid: overlaps shorter than it slip through the rows, and a bottleneck adds up every one of them.</summary>
    private const int GridSharesOfPass = 32;

    /// <summary>Prices of the ascent within a pass, at least.</summary>
    private const int StrideSharesOfPass = 4;

    /// <summary>Share of the passes that whole strides fill: the rest is capacity that nobody pays for.</summary>
    private const double StrideFillMin = 0.97;

    private const int UnmovedHorizons = 10;

    /// <summary>Prices take memory for every grid second of a resource in use; a coarser grid must do where they would take more.</summary>
    private const long PriceBytesMax = 1L << 30;

    /// <summary>Numbers that the stages together hold per grid second.</summary>
    private const int NumbersPerPoint = 10;

    private const int CutsPerRound = 60;
    private const int MeetingPointsMin = 3;
    private const int SmallEdgesMax = 10_000;

    private readonly List<List<int>> _serials = [];
    private readonly int[] _commodityOf;
    private readonly int _grid;
    private readonly long _unmoved;
    private readonly CliqueSearch _cliqueSearch;

    /// <param name="instance">Instance.</param>
    /// <param name="guided">Whether searches are drawn towards the destination (A*); the answers are the same.</param>
    public ConvoyColumns(ConvoyInstance instance, bool guided = true)
    {
        Instance = instance;
        Guided = guided;
        Distances = new ReverseDistances(instance);
        Parallel.ForEach(instance.To.Distinct(), destination => Distances.To(destination));
        Meetings = new MeetingRows(instance, instance.EdgeCount <= SmallEdgesMax ? MeetingPointsMin : 0);
        _commodityOf = new int[instance.ConvoyCount];
        var known = new Dictionary<(int, int, int, int, int), int>();
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            var key = (instance.From[k], instance.To[k], instance.ReadySeconds[k], instance.DueSeconds[k], instance.PassSeconds[k]);
            if (!known.TryGetValue(key, out var commodity))
            {
                known[key] = commodity = _serials.Count;
                _serials.Add([]);
            }

            _commodityOf[k] = commodity;
            _serials[commodity].Add(k);
        }

        Cuts = new PlaceCliques(instance, Meetings.ResourceCount);
        _cliqueSearch = new CliqueSearch(instance, commodity => _serials[commodity].Count == 1);
        (_grid, CanPrice) = Grid();
        AscentStride = Stride();
        _unmoved = UnmovedHorizons * JourneyRequest.MillisecondsPerSecond * instance.HorizonSeconds;
    }

    public ConvoyInstance Instance { get; }

    /// <summary>Static distances, shared by all searches.</summary>
    public ReverseDistances Distances { get; }

    /// <summary>False if prices of all resources would not fit into memory even on the coarsest grid that is valid.</summary>
    public bool CanPrice { get; }

    /// <summary>Grid seconds between prices of the ascent (<see cref="Optimisation.Master.ColumnGenerationOptions"/>).</summary>
    public int AscentStride { get; }

    public int CommodityCount => _serials.Count;

    public int ResourceCount => Meetings.ResourceCount + PlaceCliques.CutsMax;

    public int HorizonSeconds => Instance.HorizonSeconds;

    internal bool Guided { get; }

    internal MeetingRows Meetings { get; }

    internal PlaceCliques Cuts { get; }

    public int SerialsOf(int commodity) => _serials[commodity].Count;

    /// <summary>Commodity of a convoy.</summary>
    public int CommodityOf(int convoy) => _commodityOf[convoy];

    public long UnmovedCost(int commodity) => _unmoved;

    public long Capacity(int resource) => 1;

    public int GridSeconds(int resource) => resource < Meetings.ResourceCount ? _grid : HorizonSeconds + 1;

    public Range Tighten(IReadOnlyList<(Column Column, double Value)> fractional)
    {
        var before = Cuts.Count;
        foreach (var (_, clique) in _cliqueSearch.Broken(fractional).Take(CutsPerRound)) Cuts.Add(clique);
        return (Cuts.FirstResource + before)..(Cuts.FirstResource + Cuts.Count);
    }

    public IPricer NewPricer() => new ConvoyPricer(this);

    /// <summary>What a search for a convoy of the commodity looks for.</summary>
    internal JourneyRequest RequestOf(int commodity)
    {
        var k = _serials[commodity][0];
        var latest = Math.Min(Instance.HorizonSeconds, Instance.DueSeconds[k]) - Instance.PassSeconds[k];
        return new JourneyRequest(
            Instance.From[k], Instance.To[k], Instance.ReadySeconds[k], latest, Instance.PassSeconds[k], _unmoved);
    }

    /// <summary>The finest grid whose prices fit into memory, and whether the coarsest does.</summary>
    private (int Seconds, bool Fits) Grid()
    {
        var passMin = Instance.PassSeconds.Min();
        var hops = Enumerable.Range(0, Instance.ConvoyCount)
            .Sum(k => 1 + (Distances.To(Instance.To[k])[Instance.From[k]] / Math.Max(1.0, Instance.TravelSeconds.Average())));
        // Prices drive convoys off their shortest ways, onto about twice as many resources.
        var inUse = Math.Min(Meetings.ResourceCount, 2 * hops * Meetings.ResourceCount / Instance.NodeCount);
        for (var shares = GridSharesOfPass; ; shares /= 2)
        {
            var grid = Math.Max(1, passMin / shares);
            var fits = inUse * (Instance.HorizonSeconds / grid) * sizeof(long) * NumbersPerPoint <= PriceBytesMax;
            if (fits || shares == 1) return (grid, fits);
        }
    }

    /// <summary>The largest stride that still has some prices in each pass, and whose whole strides nearly fill the passes.</summary>
    private int Stride()
    {
        for (var stride = GridSharesOfPass / StrideSharesOfPass; stride > 1; stride /= 2)
        {
            var seconds = stride * _grid;
            var filled = Instance.PassSeconds.Average(pass => pass / seconds * seconds / (double)pass);
            if (seconds * StrideSharesOfPass <= Instance.PassSeconds.Min() && filled >= StrideFillMin) return stride;
        }

        return 1;
    }

    internal ConvoyColumn ColumnOf(int commodity, Journey way)
    {
        var request = RequestOf(commodity);
        var uses = new List<TimedUse>(2 * way.Nodes.Length);
        for (var i = 0; i < way.Nodes.Length; i++)
        {
            var head = way.HeadSeconds[i];
            uses.Add(new TimedUse(way.Nodes[i], head, head + request.PassSeconds, 1));
            if (i == way.Edges.Length) break;
            var edge = way.Edges[i];
            for (var r = Meetings.First(edge); r < Meetings.First(edge + 1); r++)
            {
                var from = head + Meetings.ShiftSeconds(r, edge, way.Nodes[i]);
                uses.Add(new TimedUse(r, from, from + request.PassSeconds, 1));
            }
        }

        return new ConvoyColumn(commodity, request.CostOfArrival(way.Arrival), [.. uses], way, request.PassSeconds, Cuts);
    }
}
