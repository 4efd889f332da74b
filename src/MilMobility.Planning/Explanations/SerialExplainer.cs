using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Explanations;

/// <summary>
/// Why one serial goes as it does: it is taken out of the plan, its cheapest journey on the empty network is held against what the
/// others have, and its other ways are sought in what they leave. The plan is as before afterwards. Not thread-safe.
/// </summary>
internal sealed class SerialExplainer
{
    /// <summary>Cells that others make dearer are named up to so many.</summary>
    private const int DearerNamed = 3;

    private readonly PlanProblem _problem;
    private readonly PlanDraft _draft;
    private readonly ReservationLedger _empty;
    private readonly BindingUses _binding;
    private readonly JourneyWords _words;
    private readonly ItinerarySearch _search;
    private readonly OtherWays _others;
    private readonly ExplanationOptions _options;
    private CancellationToken _cancellation;
    private long _costBelow;

    /// <param name="problem">Problem.</param>
    /// <param name="draft">The whole plan; this object's alone.</param>
    /// <param name="empty">The empty network at its civil prices; this object's alone.</param>
    /// <param name="binding">Who holds what in the plan.</param>
    /// <param name="words">Names.</param>
    /// <param name="options">How far to go.</param>
    public SerialExplainer(
        PlanProblem problem, PlanDraft draft, ReservationLedger empty, BindingUses binding, JourneyWords words,
        ExplanationOptions options)
    {
        _problem = problem;
        _draft = draft;
        _empty = empty;
        _binding = binding;
        _words = words;
        _options = options;
        _search = new ItinerarySearch(problem.Network, problem.Rules);
        var requests = new SerialRequests(problem.Network, problem.Rules, problem.Scenario.Weights);
        _others = new OtherWays(problem, requests, Find);
    }

    /// <summary>Explains a serial.</summary>
    /// <param name="k">Serial of the problem.</param>
    /// <param name="alone">Its cheapest journey on the empty network; null without one.</param>
    /// <param name="unmoved">Why it stays, in words; null for one that moves.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the draft is of no further use.</exception>
    public SerialExplanation Of(int k, Itinerary? alone, Sentence? unmoved, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _costBelow = _problem.PenaltyMicroEuros[k];
        var planned = _draft.Remove(k);
        var own = planned is null ? new CostTerms(0, 0, 0, 0, _problem.PenaltyMicroEuros[k]) : Terms(k, planned, _draft.Ledger);
        var aloneCost = alone is null ? null : Terms(k, alone, _empty);
        var binds = alone is null ? [] : Binds(k, alone, own.TotalMicroEuros);
        var ways = _others.Of(k, planned).Select(w => Alternative(k, w, own)).ToList();
        if (planned is not null && !_draft.TryAdd(k, planned))
            throw new InvalidOperationException($"serial {_problem.Serials[k].Id} does not fit where it was");
        var explanation = new SerialExplanation
        {
            Serial = _problem.Serials[k].Id,
            Why = Sentence.None,
            Journey = planned is null ? null : _words.Outline(planned),
            Own = own,
            Independent = alone is null ? null : _words.Outline(alone),
            IndependentCost = aloneCost,
            Binds = binds,
            Alternatives = [.. ways],
        };
        return explanation with { Why = WhyWords.Of(explanation, unmoved, _words) };
    }

    private CostTerms Terms(int k, Itinerary itinerary, ReservationLedger ledger) => Terms(k, itinerary, ledger, _problem.Requests[k]);

    /// <summary>Terms at the ready and due time of a request, with the civil price that the journey adds to a ledger.</summary>
    private CostTerms Terms(int k, Itinerary itinerary, ReservationLedger ledger, SearchRequest at)
    {
        var priced = PlanItineraries.Repriced(itinerary, at, _problem.Rules);
        var uses = Uses(k, itinerary);
        var before = ledger.CivilMicroEuros;
        if (ledger.TryAdd(uses) >= 0) return new CostTerms(priced.Time, priced.Lateness, priced.Operating, itinerary.CivilAtInsertion);
        var civil = ledger.CivilMicroEuros - before;
        ledger.Remove(uses);
        return new CostTerms(priced.Time, priced.Lateness, priced.Operating, civil);
    }

    private List<ResourceUse> Uses(int k, Itinerary itinerary)
    {
        var uses = new List<ResourceUse>();
        ItineraryUses.Collect(itinerary, _problem.Requests[k].Profile, _problem.Network, _problem.Rules, uses);
        return uses;
    }

    private List<BindingResource> Binds(int k, Itinerary alone, long ownCost)
    {
        var ledger = _draft.Ledger;
        var uses = Uses(k, alone);
        var stretches = _binding.Of(k, uses, ledger);
        List<(BindingStretch Stretch, Sentence Words)> found = stretches.Count > 0
            ? [.. stretches.Take(_options.Binds).Select(s => (s, Taken(s)))]
            : [.. _binding.Dearer(k, uses, ledger, _empty).Take(DearerNamed)
                .Select(d => (d.Stretch, Dearer(d.Stretch, d.DearerMicroEuros)))];
        var binds = new List<BindingResource>();
        // What the serial could have for the asking is no worth of more room: it is found first.
        var standing = found.Count > 0 && _options.Worths > 0 && Cost(k) is { } now ? Math.Min(now, ownCost) : ownCost;
        foreach (var (stretch, words) in found)
        {
            var (kind, id, name) = _words.Resource(stretch.First);
            var (from, to) = _words.Span(stretch.First);
            binds.Add(new BindingResource(
                kind, id, from, to, [.. stretch.Holders.Select(h => _problem.Serials[h].Id)], words)
            {
                Name = name,
                WorthMicroEuros = binds.Count < _options.Worths ? Worth(k, stretch, standing) : null,
            });
        }

        return binds;
    }

    /// <summary>What it would save with the holders' uses out of its way; the ledger is as before afterwards.</summary>
    private long Worth(int k, BindingStretch stretch, long standing)
    {
        ResourceUse[] conflicts = [.. stretch.Conflicts.Select(c => c.Use)];
        _draft.Ledger.Remove(conflicts);
        // Their civil price goes with them; what counts is what the serial then costs by itself.
        var freed = Cost(k);
        if (_draft.Ledger.TryAdd(conflicts) >= 0) throw new InvalidOperationException("the plan does not fit where it was");
        return freed is { } cost ? Math.Max(0, standing - cost) : 0;
    }

    /// <summary>The cheapest that the ledger allows it; null for nothing cheaper than staying.</summary>
    private long? Cost(int k) => Find(_problem.Requests[k]) is { } itinerary ? itinerary.OwnCost + itinerary.CivilAtInsertion : null;

    private Itinerary? Find(SearchRequest request)
    {
        _cancellation.ThrowIfCancellationRequested();
        var options = new SearchOptions(CostBelow: _costBelow, LabelsMax: _options.LabelsMax);
        return _search.Find(request, _draft.Ledger, options, _cancellation).Itinerary;
    }

    private SerialAlternative Alternative(int k, OtherWay way, CostTerms own) => way.Itinerary is not { } itinerary
        ? new SerialAlternative(way.Kind, way.Change, null, null)
        : new SerialAlternative(
            way.Kind, way.Change, _words.Outline(itinerary),
            Terms(k, itinerary, _draft.Ledger, way.PricedAt ?? _problem.Requests[k]) - own);

    private Sentence Taken(BindingStretch stretch)
    {
        var (kind, _, name) = _words.Resource(stretch.First);
        var (from, to) = _words.Span(stretch.First);
        var where = stretch.Refused > 1 ? Sentence.Of("binds.more", ("name", name), ("count", stretch.Refused - 1)) : name;
        return Sentence.Of(
            $"binds.{kind}", ("name", where), ("holders", Named(stretch.Holders)), ("span", _words.Span(from, to)));
    }

    private Sentence Dearer(BindingStretch stretch, long microEuros)
    {
        var (_, _, name) = _words.Resource(stretch.First);
        return Sentence.Of(
            "binds.dearer", ("name", name), ("holders", Named(stretch.Holders)), ("euros", Phrase.Euros(microEuros)),
            ("time", _words.When(_words.Span(stretch.First).From)));
    }

    private Phrase Named(IReadOnlyList<int> holders)
    {
        const int NamedMax = 4;
        if (holders.Count == 0) return Sentence.Of("binds.closures");
        var names = string.Join(", ", holders.Take(NamedMax).Select(h => _problem.Serials[h].Id));
        return holders.Count > NamedMax
            ? Sentence.Of("binds.and-more", ("names", names), ("count", holders.Count - NamedMax)) : names;
    }
}
