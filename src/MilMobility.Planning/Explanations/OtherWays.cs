using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Explanations;

/// <summary>Another way for a serial.</summary>
/// <param name="Kind">As in <see cref="Domain.Reports.SerialAlternative"/>.</param>
/// <param name="Change">What is changed, in words, or why there is none.</param>
/// <param name="Itinerary">The way; null where there is none.</param>
/// <param name="PricedAt">The request whose ready time its movement time counts from; null for the serial's own.</param>
internal sealed record OtherWay(string Kind, Sentence Change, Itinerary? Itinerary, SearchRequest? PricedAt = null);

/// <summary>
/// Other ways for a serial, each the cheapest of its kind in the plan as it stands without the serial: another mode, another route,
/// another exit, in earlier, leaving later. At most seven searches. Not thread-safe.
/// </summary>
/// <param name="problem">Problem.</param>
/// <param name="requests">Requests of the calling thread.</param>
/// <param name="find">Finds the cheapest itinerary of a request in the plan without the serial.</param>
internal sealed class OtherWays(PlanProblem problem, SerialRequests requests, Func<SearchRequest, Itinerary?> find)
{
    private const int SecondsPerHour = 3600;
    private const int EarlierSeconds = SecondsPerHour;
    private const int LaterSeconds = 3 * SecondsPerHour;

    /// <summary>Earlier ready times that are tried for what does not come by ship, hours.</summary>
    private const int ReadyEarlierHours = 6;

    /// <summary>Parts of a journey that another route must avoid: all but its ends, else its middle; shares of its length.</summary>
    private static readonly (double From, double To)[] s_avoided = [(0.15, 0.85), (0.35, 0.65)];

    private static readonly TransportMode[] s_modes = [TransportMode.Road, TransportMode.Rail, TransportMode.Water];

    private readonly string[] _exits =
        [.. problem.Serials.SelectMany(s => s.Destinations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What was found, with a null itinerary where the words say why there is none.</summary>
    /// <param name="k">Serial.</param>
    /// <param name="planned">Its journey in the plan; null for one that stays.</param>
    public IEnumerable<OtherWay> Of(int k, Itinerary? planned)
    {
        var (serial, request) = (problem.Serials[k], problem.Requests[k]);
        if (planned is null)
        {
            if (Exit(serial) is { } elsewhere) yield return elsewhere;
            if (Ready(serial, request) is { } before) yield return before;
            yield break;
        }

        foreach (var way in Modes(serial, planned)) yield return way;
        yield return Route(serial, planned);
        if (Exit(serial) is { } exit) yield return exit;
        yield return Earlier(request, planned);
        if (Ready(serial, request) is { } ready) yield return ready;
        yield return Later(request, planned);
    }

    /// <summary>The best without the mode that carries it farthest; then the third mode too, if the second was not it.</summary>
    private IEnumerable<OtherWay> Modes(Serial serial, Itinerary planned)
    {
        var main = MainMode(planned);
        var others = s_modes.Where(m => m != main).ToList();
        foreach (var mode in others.Where(m => !Has(serial, m)))
            yield return new OtherWay("mode", Sentence.Of("other.mode-refused", ("mode", LimitRelief.ModeName(mode))), null);
        var open = others.Where(m => Has(serial, m)).ToList();
        if (open.Count == 0) yield break;
        var best = Without(serial, main);
        if (best is null)
        {
            yield return new OtherWay("mode", Sentence.Of("other.not-mode", ("mode", LimitRelief.ModeName(main))), null);
            yield break;
        }

        var first = MainMode(best);
        yield return new OtherWay("mode", Mostly(first), best);
        foreach (var mode in open.Where(m => m != first))
        {
            var third = Without(serial, main, first);
            var words = third is null ? Sentence.Of("other.mode-late", ("mode", LimitRelief.ModeName(mode))) : Mostly(mode);
            yield return new OtherWay("mode", words, third);
        }
    }

    private static Sentence Mostly(TransportMode mode) => Sentence.Of("other.mostly", ("mode", LimitRelief.ByMode(mode)));

    private Itinerary? Without(Serial serial, params TransportMode[] modes)
    {
        var reduced = serial with
        {
            Road = modes.Contains(TransportMode.Road) ? null : serial.Road,
            Rail = modes.Contains(TransportMode.Rail) ? null : serial.Rail,
            Water = modes.Contains(TransportMode.Water) ? null : serial.Water,
        };
        return FindReachable(requests.Of(reduced));
    }

    private OtherWay Route(Serial serial, Itinerary planned)
    {
        foreach (var (from, to) in s_avoided)
        {
            var links = Middle(planned, from, to);
            if (links.Count == 0) continue;
            var profile = ProfileCompiler.CompileWithout(serial, problem.Network, problem.Rules, links);
            if (FindReachable(requests.WithProfile(serial, profile)) is { } other)
                return new OtherWay("route", Sentence.Of("other.without-links", ("count", links.Count)), other);
        }

        return new OtherWay("route", Sentence.Of("other.no-route"), null);
    }

    /// <summary>Links whose middle lies within a part of the journey's length.</summary>
    private List<int> Middle(Itinerary planned, double from, double to)
    {
        var moves = planned.Steps.Where(s => s.Kind == StepKind.Move).Select(s => s.Index >> 1).ToList();
        var total = moves.Sum(l => (double)problem.Network.LinkLengthMetres[l]);
        var middle = new List<int>();
        var done = 0.0;
        foreach (var link in moves)
        {
            var length = problem.Network.LinkLengthMetres[link];
            var share = total == 0 ? 0 : (done + (length / 2.0)) / total;
            if (share >= from && share <= to && !middle.Contains(link)) middle.Add(link);
            done += length;
        }

        return middle;
    }

    private OtherWay? Exit(Serial serial)
    {
        var others = _exits.Except(serial.Destinations, StringComparer.Ordinal).Except(serial.Origins, StringComparer.Ordinal).ToList();
        if (others.Count == 0) return null;
        return FindReachable(requests.Of(serial with { Destinations = others })) is { } other
            ? new OtherWay("exit", Sentence.Of("other.exit"), other) : null;
    }

    private OtherWay Earlier(SearchRequest request, Itinerary planned)
    {
        var limit = planned.FinishSeconds - EarlierSeconds;
        var earlier = limit <= request.ReadySeconds ? null : find(request with { DueSeconds = limit, HardDue = true });
        return new OtherWay("earlier", Sentence.Of(earlier is null ? "other.no-earlier" : "other.earlier"), earlier);
    }

    /// <summary>A ship sets its own time.</summary>
    private OtherWay? Ready(Serial serial, SearchRequest request)
    {
        var ready = Math.Max(0, request.ReadySeconds - (ReadyEarlierHours * SecondsPerHour));
        if (serial.Ship is not null || ready == request.ReadySeconds) return null;
        var hours = (request.ReadySeconds - ready) / (double)SecondsPerHour;
        var earlier = request with { ReadySeconds = ready };
        return find(earlier) is { } other
            ? new OtherWay("earlier", Sentence.Of("other.ready", ("hours", Phrase.UpTo(hours, 1))), other, earlier) : null;
    }

    private OtherWay Later(SearchRequest request, Itinerary planned)
    {
        var leaves = planned.Steps.First(s => s.Kind != StepKind.Hold).StartSeconds + LaterSeconds;
        var other = find(request with { ReadySeconds = leaves });
        return new OtherWay("later", Sentence.Of(other is null ? "other.no-later" : "other.later"), other);
    }

    private Itinerary? FindReachable(SearchRequest request) =>
        request.Origins.Any(n => request.Bounds.Seconds[n] != ReverseBounds.Unreachable) ? find(request) : null;

    private TransportMode MainMode(Itinerary itinerary)
    {
        var metres = new long[4];
        foreach (var step in itinerary.Steps.Where(s => s.Kind == StepKind.Move))
            metres[(int)problem.Network.LinkMode[step.Index >> 1]] += problem.Network.LinkLengthMetres[step.Index >> 1];
        return (TransportMode)Array.IndexOf(metres, metres.Max());
    }

    private static bool Has(Serial serial, TransportMode mode) => mode switch
    {
        TransportMode.Road => serial.Road is not null,
        TransportMode.Rail => serial.Rail is not null,
        _ => serial.Water is not null,
    };
}
