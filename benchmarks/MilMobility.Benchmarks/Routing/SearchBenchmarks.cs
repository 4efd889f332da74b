using BenchmarkDotNet.Attributes;
using MilMobility.Optimisation.Columns;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Benchmarks.Routing;

/// <summary>
/// One serial's search on the empty national network, beside a plain Dijkstra over the same arcs and running times. The label
/// search carries time windows, halts, assets, civil prices and modes, and is guided; Dijkstra settles every node it can reach.
/// Allocation budget: search 100 kB (the itinerary; the labels are reused), Dijkstra 200 kB.
/// </summary>
public class SearchBenchmarks
{
    private SearchCase _case = null!;

    /// <summary>
    /// Wheeled by road or rail from a ship at Botlek; tracked by rail or water from one at Sloehaven; by road from Brabant.
    /// </summary>
    [Params("S1W-01", "S2T-01", "O2-01")]
    public string Serial { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _case = new SearchCase(Serial);

    [Benchmark(Description = "label search|cheapest itinerary of one serial on the empty network")]
    public SearchResult Search() => _case.Search();

    [Benchmark(Description = "label search, tolls|the same, relaxed, under tolls on every ramp that fall over 20 hours")]
    public SearchResult Tolled() => _case.Tolled();

    [Benchmark(Description = "plain Dijkstra|fastest times from the same origins to every node, the same arcs and transfers")]
    public int Dijkstra() => _case.Dijkstra();
}

/// <summary>A serial of the brigade with its search objects; one per thread.</summary>
internal sealed class SearchCase
{
    private const int RampSeconds = 20 * 3600;

    /// <summary>Per grid second, of which the shortest use covers eight.</summary>
    private const long RampMicroEuros = 50_000_000;

    private readonly PlanProblem _problem;
    private readonly SearchRequest _request;
    private readonly ItinerarySearch _search;
    private readonly ReservationLedger _ledger;
    private readonly PlainDijkstra _dijkstra;
    private readonly SearchOptions _tolled;

    public SearchCase(string serial)
    {
        _problem = FixedData.Problem();
        var k = Enumerable.Range(0, _problem.Count).First(i => _problem.Serials[i].Id == serial);
        _request = _problem.Requests[k];
        _search = new ItinerarySearch(_problem.Network, _problem.Rules);
        _ledger = new ReservationLedger(_problem.Network, _problem.Rules, _problem.Prices);
        _dijkstra = new PlainDijkstra(_problem.Network, _request.Profile);
        var columns = new MissionColumns(_problem);
        _tolled = new SearchOptions(
            Relaxed: true, Tolls: new RampTollTable(RampTolls(columns), columns.Resources), FittingMax: 1);
        // A search that finds nothing would be fast for the wrong reason.
        if (Search().Itinerary is null || Tolled().Itinerary is null)
            throw new InvalidOperationException($"serial {serial} has no itinerary");
    }

    public SearchResult Search() => _search.Find(_request, _ledger, new SearchOptions(), CancellationToken.None);

    public SearchResult Tolled() => _search.Find(_request, _ledger, _tolled, CancellationToken.None);

    /// <summary>On every transfer group 400 euros for an early use, falling to nothing over 20 hours.</summary>
    private static Tolls RampTolls(MissionColumns columns)
    {
        var tolls = new Tolls(columns);
        for (var r = 0; r < columns.ResourceCount; r++)
        {
            if (columns.Resources.KindOf(r) != TollKind.Position) continue;
            var points = Math.Min(RampSeconds, columns.HorizonSeconds) / columns.GridSeconds(r);
            tolls.Set(r, [.. Enumerable.Range(0, points).Select(i => RampMicroEuros * (points - i) / points)]);
        }

        return tolls;
    }

    /// <returns>Nodes settled.</returns>
    public int Dijkstra() => _dijkstra.Run(_request.Origins);

    /// <summary>The tolls as the search reads them; resources have the same numbers in both.</summary>
    private sealed class RampTollTable(Tolls tolls, TollResources resources) : ITollTable
    {
        public TollResources Resources => resources;

        public bool IsFree(int resource) => tolls.IsFree(resource);

        public long Of(int resource, int from, int to) => tolls.Of(resource, from, to);

        public int SameUntil(int resource, int from, int length) => tolls.SameUntil(resource, from, length);
    }
}
