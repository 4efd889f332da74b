using MilMobility.Domain.Plans;
using MilMobility.Domain.Sentences;
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
                serial, UnmovedReason.NoCapacity, Sentence.Of("unmoved.ended"), []);
        }

        var alone = Search(request, _ledgers.Priced);
        if (alone is not null) return NoCapacity(k, serial, alone);
        var unpriced = Search(request, _ledgers.Free);
        if (unpriced is not null)
        {
            return new UnmovedSerial(
                serial, UnmovedReason.NoCapacity, Sentence.Of("unmoved.civil-floor", ("refusal", FirstRefusal(k, unpriced,
                    _ledgers.Priced))),
                [Finish("help.floor-waived", unpriced), .. Later(request, _ledgers.Priced)]);
        }

        return NoAssets(k, serial, request) ?? NoTime(serial, request);
    }

    /// <summary>Why a serial that moves is late, in words; the draft must not hold it.</summary>
    public Sentence ExplainLate(int k)
    {
        var request = problem.Requests[k];
        if (Search(request, _ledgers.Priced) is not { } alone) return Sentence.Of("late.beside");
        return alone.FinishSeconds > request.DueSeconds
            ? Sentence.Of("late.alone", ("time", When(alone.FinishSeconds)))
            : Sentence.Of(
                "late.binds", ("time", When(alone.FinishSeconds)),
                ("refusal", Refusal(k, alone, draft.Ledger) ?? Sentence.Of("late.prices")));
    }

    /// <summary>A pool that is too small even for this serial alone is the reason, if a journey exists but for its count.</summary>
    private UnmovedSerial? NoAssets(int k, Serial serial, SearchRequest request)
    {
        var journey = _search.Find(request, _ledgers.Free, new SearchOptions(Relaxed: true), CancellationToken.None).Itinerary;
        if (journey is null || Refusal(k, journey, _ledgers.Free) is not { } words) return null;
        return new UnmovedSerial(
            serial, UnmovedReason.NoCapacity, words,
            [Finish("help.assets", journey), .. Later(request, _ledgers.Free)]);
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
        var modes = request.Origins.Select(n => problem.Network.NodeMode[n]).Distinct();
        var has = new List<TransportMode>();
        if (serial.Road is not null) has.Add(TransportMode.Road);
        if (serial.Rail is not null) has.Add(TransportMode.Rail);
        if (serial.Water is not null) has.Add(TransportMode.Water);
        Phrase footprints = has.Count == 0 ? Sentence.Of("unmoved.no-footprints") : Names(has);
        return new UnmovedSerial(
            serial, UnmovedReason.NoMode,
            Sentence.Of(
                "unmoved.no-way-out", ("origins", string.Join(", ", serial.Origins)), ("modes", Names(modes)), ("footprints", footprints)),
            [Sentence.Of("help.allow-mode"), Sentence.Of("help.other-origin")]);
    }

    private static Phrase Names(IEnumerable<TransportMode> modes) =>
        Phrase.Joined(", ", modes.Select(m => (Phrase)LimitRelief.ModeName(m)));

    private UnmovedSerial NoRoute(Serial serial, SearchRequest request)
    {
        var network = problem.Network;
        var broken = LimitRelief.Find(serial, network, request.Profile);
        if (broken is null or { Count: 0 })
        {
            return new UnmovedSerial(
                serial, UnmovedReason.NoRoute,
                Sentence.Of("unmoved.no-chain"), [Sentence.Of("help.other-destination"), Sentence.Of("help.other-mode-row")]);
        }

        var words = LimitRelief.Words(broken, network);
        return new UnmovedSerial(
            serial, UnmovedReason.NoRoute, Sentence.Of("unmoved.broken-limits", ("count", broken.Count), ("limits", words)),
            [Sentence.Of("help.waive", ("limits", words))]);
    }

    private UnmovedSerial NoTime(Serial serial, SearchRequest request)
    {
        var rules = problem.Rules;
        var fastest = request.ReadySeconds + request.Origins.Min(n => request.Bounds.Seconds[n]);
        var end = serial.HardDue ? Math.Min(serial.DueSeconds, rules.HorizonSeconds) : rules.HorizonSeconds;
        var isDue = serial.HardDue && serial.DueSeconds <= rules.HorizonSeconds;
        var until = Sentence.Of(isDue ? "unmoved.hard-due" : "unmoved.horizon", ("time", When(end)));
        var detail = fastest > end
            ? Sentence.Of("unmoved.too-late", ("time", When(fastest)), ("end", until)) : Sentence.Of("unmoved.no-window", ("end", until));
        return new UnmovedSerial(serial, UnmovedReason.NoTime, detail, Later(request, _ledgers.Free));
    }

    private UnmovedSerial NoCapacity(int k, Serial serial, Itinerary alone)
    {
        var penalty = problem.PenaltyMicroEuros[k];
        var request = problem.Requests[k];
        var alternatives = new List<Sentence>();
        var now = Search(request, draft.Ledger);
        var detail = now is not null && now.OwnCost + now.CivilAtInsertion >= penalty
            ? Sentence.Of(
                "unmoved.too-dear", ("cost", Phrase.Euros(now.OwnCost + now.CivilAtInsertion)), ("penalty", Phrase.Euros(penalty)))
            : FirstRefusal(k, alone, draft.Ledger);
        if (now is not null) alternatives.Add(Finish("help.accept-cost", now));
        else alternatives.AddRange(Later(request, draft.Ledger));
        alternatives.Add(Finish("help.without-others", alone));
        return new UnmovedSerial(serial, UnmovedReason.NoCapacity, detail, alternatives);
    }

    /// <summary>Waives the hard due time, then the ship's departure, one after the other.</summary>
    private List<Sentence> Later(SearchRequest request, ReservationLedger ledger)
    {
        var alternatives = new List<Sentence>();
        if (request.HardDue && Search(request with { HardDue = false }, ledger) is { } late)
            alternatives.Add(Finish("help.hard-due-waived", late));
        if (request.ShipDepartsSeconds < problem.Rules.HorizonSeconds
            && Search(request with { ShipDepartsSeconds = problem.Rules.HorizonSeconds }, ledger) is { } stays)
            alternatives.Add(Finish("help.ship-stays", stays));
        if (alternatives.Count == 0) alternatives.Add(Sentence.Of("help.longer"));
        return alternatives;
    }

    /// <summary>The first use of an itinerary that a ledger refuses, in words.</summary>
    private Sentence FirstRefusal(int k, Itinerary itinerary, ReservationLedger ledger) =>
        Refusal(k, itinerary, ledger) ?? Sentence.Of("unmoved.dear-alone");

    private Sentence? Refusal(int k, Itinerary itinerary, ReservationLedger ledger)
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

    private Sentence Finish(string change, Itinerary itinerary) =>
        Sentence.Of("help.finish", ("what", Sentence.Of(change)), ("time", When(itinerary.FinishSeconds)));

    private Phrase When(int seconds) => Phrase.Time(problem.Scenario.Clock.At(seconds));
}
