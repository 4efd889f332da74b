using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// A plan under construction: a ledger, and per serial its itinerary with the uses it reserves, or none while it is unmoved.
/// Serials go in by the exact search and out whole. Not thread-safe: one draft and its search per thread.
/// </summary>
public sealed class PlanDraft
{
    private readonly PlanProblem _problem;
    private readonly ItinerarySearch _search;
    private readonly Itinerary?[] _itineraries;
    private readonly List<ResourceUse>[] _uses;
    private long _ownCost;

    public PlanDraft(PlanProblem problem)
        : this(
            problem, new ReservationLedger(problem.Network, problem.Rules, problem.Prices),
            new ItinerarySearch(problem.Network, problem.Rules))
    {
    }

    /// <summary>A draft on a ledger that holds other serials already; its objective then has the civil cost of all of them.</summary>
    public PlanDraft(PlanProblem problem, ReservationLedger ledger, ItinerarySearch search)
    {
        _problem = problem;
        _search = search;
        Ledger = ledger;
        _itineraries = new Itinerary?[problem.Count];
        _uses = [.. Enumerable.Range(0, problem.Count).Select(_ => new List<ResourceUse>())];
        _ownCost = problem.PenaltyMicroEuros.Sum();
    }

    public ReservationLedger Ledger { get; }

    /// <summary>Objective of the draft, with the penalties of the serials that are not in it.</summary>
    public long ObjectiveMicroEuros => _ownCost + Ledger.CivilMicroEuros;

    /// <summary>Work of all searches: the same on every machine.</summary>
    public long Work { get; private set; }

    public Itinerary? this[int serial] => _itineraries[serial];

    /// <summary>What a serial in the draft reserves; empty for one that is not.</summary>
    public IReadOnlyList<ResourceUse> UsesOf(int serial) => _uses[serial];

    /// <summary>Copies of the itineraries, null for the unmoved.</summary>
    public Itinerary?[] Itineraries() => [.. _itineraries];

    /// <summary>
    /// Inserts a serial by its cheapest itinerary, unless leaving it unmoved is cheaper or nothing is free; true if it is in.
    /// </summary>
    public bool Insert(int serial, CancellationToken cancellation) => Insert(serial, long.MaxValue, cancellation);

    /// <summary>The same if it costs less than a limit; the search does not look beyond it.</summary>
    public bool Insert(int serial, long costBelow, CancellationToken cancellation)
    {
        var options = new SearchOptions(CostBelow: Math.Min(costBelow, _problem.PenaltyMicroEuros[serial]));
        var result = Find(serial, options, cancellation);
        return result.Itinerary is { } itinerary && TryAdd(serial, itinerary);
    }

    /// <summary>Searches on the draft's ledger without inserting.</summary>
    public SearchResult Find(int serial, SearchOptions options, CancellationToken cancellation)
    {
        var result = _search.Find(_problem.Requests[serial], Ledger, options, cancellation);
        Work += result.Work;
        return result;
    }

    /// <summary>Inserts a given itinerary; false if the ledger refuses it.</summary>
    public bool TryAdd(int serial, Itinerary itinerary)
    {
        if (_itineraries[serial] is not null) throw new InvalidOperationException($"serial {serial} is in the draft already");
        var uses = _uses[serial];
        uses.Clear();
        ItineraryUses.Collect(itinerary, _problem.Requests[serial].Profile, _problem.Network, _problem.Rules, uses);
        if (Ledger.TryAdd(uses) >= 0)
        {
            uses.Clear();
            return false;
        }

        _itineraries[serial] = itinerary;
        _ownCost += itinerary.OwnCost - _problem.PenaltyMicroEuros[serial];
        return true;
    }

    /// <summary>Takes a serial out; returns its itinerary, or null if it was not in.</summary>
    public Itinerary? Remove(int serial)
    {
        if (_itineraries[serial] is not { } itinerary) return null;
        Ledger.Remove(_uses[serial]);
        _uses[serial].Clear();
        _itineraries[serial] = null;
        _ownCost -= itinerary.OwnCost - _problem.PenaltyMicroEuros[serial];
        return itinerary;
    }
}
