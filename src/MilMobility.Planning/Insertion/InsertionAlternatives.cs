using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Insertion;

/// <summary>
/// Other ways for a serial that does not fit, or fits late: another time, another mode than its rows allow, another exit, a limit
/// waived. Each is one search in the plan as it stands, so what is offered can be had; at most seven searches. Not thread-safe.
/// </summary>
/// <param name="problem">Network, rules, prices and serials of the request.</param>
/// <param name="requests">Requests compiled before, shared between calls.</param>
/// <param name="ledger">The plan as it stands.</param>
/// <param name="search">A search to use.</param>
/// <param name="exits">Node ids of the scenario's destinations.</param>
internal sealed class InsertionAlternatives(
    PlanProblem problem, SerialRequests requests, ReservationLedger ledger, ItinerarySearch search, IReadOnlyList<string> exits)
{
    /// <summary>Labels of one search at most: an alternative that takes longer to find is not offered.</summary>
    public const int LabelsMax = 40_000;

    private const int SecondsPerHour = 3600;

    private static readonly int[] s_earlierHours = [6, 24];

    private readonly List<InsertionAlternative> _found = [];
    private Serial _serial = null!;
    private int _latenessBelow;
    private CancellationToken _cancellation;

    /// <summary>Alternatives of a serial, the least late first, of equal ones the cheapest.</summary>
    /// <param name="k">Serial of the problem.</param>
    /// <param name="found">Its itinerary in the plan, which alternatives must beat; null when there is none.</param>
    /// <param name="cancellation">Ends the searches.</param>
    public IReadOnlyList<InsertionAlternative> Of(int k, Itinerary? found, CancellationToken cancellation)
    {
        _found.Clear();
        _cancellation = cancellation;
        _serial = problem.Serials[k];
        var request = problem.Requests[k];
        _latenessBelow = found is null ? int.MaxValue : Math.Max(0, found.FinishSeconds - request.DueSeconds);
        OtherTimes(request);
        OtherModes();
        OtherExits();
        if (found is null) WaivedLimits(request);
        return [.. _found.OrderBy(a => a.LatenessSeconds).ThenBy(a => a.CostMicroEuros).ThenBy(a => a.Kind)];
    }

    /// <summary>The earliest finish, as a due time that can be kept; and an earlier start, unless a ship sets it.</summary>
    private void OtherTimes(SearchRequest request)
    {
        // Lateness from the first second on makes the earliest arrival the cheapest one.
        var hurried = request with { DueSeconds = request.ReadySeconds, HardDue = false };
        if (Find(hurried) is { } earliest && earliest.FinishSeconds > request.DueSeconds)
        {
            var onTime = earliest with { Lateness = 0 };
            Add(AlternativeKind.OtherTime, Sentence.Of("help.due-later", ("time", When(earliest.FinishSeconds))), onTime,
                mustBeLessLate: false);
        }

        if (_serial.Ship is not null) return;
        foreach (var hours in s_earlierHours)
        {
            var ready = request.ReadySeconds - (hours * SecondsPerHour);
            if (ready < 0) break;
            if (Find(request with { ReadySeconds = ready }) is not { } earlier) continue;
            var change = Sentence.Of("help.ready-earlier", ("hours", hours), ("time", When(ready)));
            if (Add(AlternativeKind.OtherTime, change, earlier)) break;
        }
    }

    private void OtherModes()
    {
        var rows = problem.Scenario.Requirements.ToDictionary(r => r.Id, StringComparer.Ordinal);
        var footprints = new FootprintBuilder(problem.Scenario);
        IReadOnlyList<Load> Loads(Func<Requirement, Requirement> allow) =>
            [.. _serial.Loads.Select(l => new Load(allow(rows[l.Requirement]), l.Count))];

        if (_serial.Road is null) Try(TransportMode.Road, _serial with { Road = footprints.Road(Loads(r => r with { ByRoad = true })) });
        if (_serial.Rail is null) Try(TransportMode.Rail, _serial with { Rail = footprints.Rail(Loads(r => r with { ByRail = true })) });
        if (_serial.Water is null) Try(TransportMode.Water, _serial with { Water = footprints.Water(Loads(r =>
            r with { ByWater = true })) });

        void Try(TransportMode mode, Serial other)
        {
            // Without a footprint nothing has changed: the load is too long or too heavy for one train or barge.
            if (other == _serial) return;
            if (Find(requests.Of(other)) is { } itinerary)
                Add(AlternativeKind.OtherMode, Sentence.Of("help.mode-allowed", ("mode", LimitRelief.ModeName(mode))), itinerary);
        }
    }

    /// <summary>One search to all exits of the scenario that the serial did not ask for: the cheapest of them.</summary>
    private void OtherExits()
    {
        var others = exits.Except(_serial.Destinations, StringComparer.Ordinal).Except(_serial.Origins, StringComparer.Ordinal).ToList();
        if (others.Count == 0 || Find(requests.Of(_serial with { Destinations = others })) is not { } itinerary) return;
        var last = itinerary.Steps[^1];
        var node = last.Kind == StepKind.Transfer
            ? problem.Network.TransferTo[last.Index] : problem.Network.ArcTo(last.Index);
        Add(AlternativeKind.OtherExit, Sentence.Of("help.to", ("place", problem.Network.NodeId[node])), itinerary);
    }

    private void WaivedLimits(SearchRequest request)
    {
        if (request.Origins.Any(n => request.Bounds.Seconds[n] != ReverseBounds.Unreachable)) return;
        if (LimitRelief.Find(_serial, problem.Network, request.Profile) is not { Count: > 0 } broken) return;
        var links = broken.Select(b => b.Link).ToHashSet();
        var profile = ProfileCompiler.Compile(_serial, problem.Network, problem.Rules, links);
        if (Find(requests.WithProfile(_serial, profile)) is not { } itinerary) return;
        var words = LimitRelief.Words(broken, problem.Network);
        Add(AlternativeKind.WaivedLimit, Sentence.Of("help.waive-limits", ("limits", words)), itinerary);
    }

    private Itinerary? Find(SearchRequest request)
    {
        _cancellation.ThrowIfCancellationRequested();
        return search.Find(request, ledger, new SearchOptions(LabelsMax: LabelsMax), _cancellation).Itinerary;
    }

    private bool Add(AlternativeKind kind, Sentence change, Itinerary itinerary, bool mustBeLessLate = true)
    {
        var lateness = Math.Max(0, itinerary.FinishSeconds - _serial.DueSeconds);
        if (mustBeLessLate && lateness >= _latenessBelow) return false;
        _found.Add(new InsertionAlternative(
            kind, change, itinerary.FinishSeconds, lateness, itinerary.OwnCost + itinerary.CivilAtInsertion));
        return true;
    }

    private Phrase When(int seconds) => Phrase.Time(problem.Scenario.Clock.At(seconds));
}
