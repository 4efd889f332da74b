using MilMobility.Domain.Plans;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Unmoved;

/// <summary>
/// Why a serial does not move, and what would help: the same search on relaxed problems - limits waived, the hard due time
/// waived, the empty network, the civil floor waived, a longer ship window - names the first that finds a way. The reasons are
/// tried in order: no mode, no route, no time, no capacity. A few searches per serial. Not thread-safe.
/// </summary>
internal sealed class UnmovedExplainer(PlanProblem problem, PlanDraft draft, EmptyLedgers? ledgers = null, ItinerarySearch? search = null)
{
    private readonly ItinerarySearch _search = search ?? new ItinerarySearch(problem.Network, problem.Rules);
    private readonly EmptyLedgers _ledgers = ledgers ?? new EmptyLedgers(problem);

    public UnmovedSerial Explain(int k, CancellationToken cancellation)
    {
        var serial = problem.Serials[k];
        var request = problem.Requests[k];
        if (!HasMode(request)) return NoMode(serial, request);
        if (request.Origins.All(n => request.Bounds.Seconds[n] == ReverseBounds.Unreachable)) return NoRoute(serial, request);
        if (cancellation.IsCancellationRequested)
        {
            return new UnmovedSerial(
                serial, UnmovedReason.NoCapacity, "planning ended before this serial was placed and explained", []);
        }

        var alone = Search(request, _ledgers.Priced);
        if (alone is not null) return NoCapacity(k, serial, alone);
        var unpriced = Search(request, _ledgers.Free);
        if (unpriced is not null)
        {
            return new UnmovedSerial(
                serial, UnmovedReason.NoCapacity, $"the civil floor: {FirstRefusal(k, unpriced, _ledgers.Priced)}",
                [$"civil floor waived: finish {When(unpriced.FinishSeconds)}", .. Later(request, _ledgers.Priced)]);
        }

        return NoAssets(k, serial, request) ?? NoTime(serial, request);
    }

    /// <summary>Why a serial that moves is late, in words; the draft must not hold it.</summary>
    public string ExplainLate(int k)
    {
        var request = problem.Requests[k];
        if (Search(request, _ledgers.Priced) is not { } alone) return "it moves only beside what the others have paid for";
        return alone.FinishSeconds > request.DueSeconds
            ? $"even without the other serials its cheapest journey finishes {When(alone.FinishSeconds)}"
            : $"without the other serials it would finish {When(alone.FinishSeconds)}; what binds: "
                + (Refusal(k, alone, draft.Ledger) ?? "civil prices that the others have raised");
    }

    /// <summary>A pool that is too small even for this serial alone is the reason, if a journey exists but for its count.</summary>
    private UnmovedSerial? NoAssets(int k, Serial serial, SearchRequest request)
    {
        var journey = _search.Find(request, _ledgers.Free, new SearchOptions(Relaxed: true), CancellationToken.None).Itinerary;
        if (journey is null || Refusal(k, journey, _ledgers.Free) is not { } words) return null;
        return new UnmovedSerial(
            serial, UnmovedReason.NoCapacity, words,
            [$"enough assets: finish {When(journey.FinishSeconds)}", .. Later(request, _ledgers.Free)]);
    }

    /// <summary>True if an origin has a link of a mode with a footprint, or a transfer the serial may take.</summary>
    private bool HasMode(SearchRequest request)
    {
        var network = problem.Network;
        foreach (var node in request.Origins)
        {
            if (request.Profile.NodeHasTransfer[node]) return true;
            for (var i = network.OutStart[node]; i < network.OutStart[node + 1]; i++)
            {
                if (request.Profile.HasMode[(int)network.LinkMode[network.OutArcs[i] >> 1]]) return true;
            }
        }

        return false;
    }

    private UnmovedSerial NoMode(Serial serial, SearchRequest request)
    {
        var modes = request.Origins.Select(n => LimitRelief.ModeName(problem.Network.NodeMode[n])).Distinct();
        var has = new List<string>();
        if (serial.Road is not null) has.Add("road");
        if (serial.Rail is not null) has.Add("rail");
        if (serial.Water is not null) has.Add("water");
        var footprints = has.Count == 0
            ? "none: every mode is either not allowed or too small for one vehicle" : string.Join(", ", has);
        return new UnmovedSerial(
            serial, UnmovedReason.NoMode,
            $"origin {string.Join(", ", serial.Origins)} ({string.Join(", ", modes)}) has no way out for its footprints: {footprints}",
            ["allow another mode in its requirement rows", "start from a place with a node or transfer of its modes"]);
    }

    private UnmovedSerial NoRoute(Serial serial, SearchRequest request)
    {
        var network = problem.Network;
        var broken = LimitRelief.Find(serial, network, request.Profile);
        if (broken is null or { Count: 0 })
        {
            return new UnmovedSerial(
                serial, UnmovedReason.NoRoute,
                "no chain of links, turns and transfers of its modes joins its origin to a destination, whatever the limits of links",
                ["another destination", "another mode in its requirement rows"]);
        }

        var words = string.Join("; ", broken.Select(b => LimitRelief.Words(b, network)));
        return new UnmovedSerial(
            serial, UnmovedReason.NoRoute, $"the route with the fewest broken limits breaks {broken.Count}: {words}",
            [$"waive: {words}"]);
    }

    private UnmovedSerial NoTime(Serial serial, SearchRequest request)
    {
        var rules = problem.Rules;
        var fastest = request.ReadySeconds + request.Origins.Min(n => request.Bounds.Seconds[n]);
        var end = serial.HardDue ? Math.Min(serial.DueSeconds, rules.HorizonSeconds) : rules.HorizonSeconds;
        var name = serial.HardDue && serial.DueSeconds <= rules.HorizonSeconds ? "its hard due time" : "the horizon";
        var detail = fastest > end
            ? $"even without other traffic it finishes {When(fastest)} at the earliest, after {name} {When(end)}"
            : $"closures, ship window, halts, asset blocks and holding places leave no journey before {name} {When(end)}";
        return new UnmovedSerial(serial, UnmovedReason.NoTime, detail, Later(request, _ledgers.Free));
    }

    private UnmovedSerial NoCapacity(int k, Serial serial, Itinerary alone)
    {
        var penalty = problem.PenaltyMicroEuros[k];
        var request = problem.Requests[k];
        var alternatives = new List<string>();
        var now = Search(request, draft.Ledger);
        var detail = now is not null && now.OwnCost + now.CivilAtInsertion >= penalty
            ? $"its cheapest journey costs EUR {Euros(now.OwnCost + now.CivilAtInsertion)}, "
                + $"more than its penalty of EUR {Euros(penalty)}"
            : FirstRefusal(k, alone, draft.Ledger);
        if (now is not null) alternatives.Add($"accept that cost: finish {When(now.FinishSeconds)}");
        else alternatives.AddRange(Later(request, draft.Ledger));
        alternatives.Add($"without the other serials: finish {When(alone.FinishSeconds)}");
        return new UnmovedSerial(serial, UnmovedReason.NoCapacity, detail, alternatives);
    }

    /// <summary>Waives the hard due time, then the ship's departure, one after the other.</summary>
    private List<string> Later(SearchRequest request, ReservationLedger ledger)
    {
        var alternatives = new List<string>();
        if (request.HardDue && Search(request with { HardDue = false }, ledger) is { } late)
            alternatives.Add($"hard due time waived: finish {When(late.FinishSeconds)}");
        if (request.ShipDepartsSeconds < problem.Rules.HorizonSeconds
            && Search(request with { ShipDepartsSeconds = problem.Rules.HorizonSeconds }, ledger) is { } stays)
            alternatives.Add($"ship stays longer: finish {When(stays.FinishSeconds)}");
        if (alternatives.Count == 0) alternatives.Add("a longer horizon or an earlier ready time");
        return alternatives;
    }

    /// <summary>The first use of an itinerary that a ledger refuses, in words.</summary>
    private string FirstRefusal(int k, Itinerary itinerary, ReservationLedger ledger) =>
        Refusal(k, itinerary, ledger) ?? "its journey alone fits, yet costs more than leaving it unmoved";

    private string? Refusal(int k, Itinerary itinerary, ReservationLedger ledger)
    {
        var uses = new List<ResourceUse>();
        ItineraryUses.Collect(itinerary, problem.Requests[k].Profile, problem.Network, problem.Rules, uses);
        var refused = ledger.TryAdd(uses);
        if (refused >= 0) return ResourceWords.Of(uses[refused], problem, ledger);
        ledger.Remove(uses);
        return null;
    }

    private Itinerary? Search(SearchRequest request, ReservationLedger ledger) =>
        _search.Find(request, ledger, new SearchOptions(), CancellationToken.None).Itinerary;

    private string When(int seconds) => $"{problem.Scenario.Clock.At(seconds):yyyy-MM-dd HH:mm zzz}";

    private static string Euros(long microEuros) => $"{Money.ToEuros(microEuros):F0}";
}
