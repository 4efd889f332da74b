using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Planning.Unmoved;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Explanations;

/// <summary>Journeys, resources, times and money as an explanation names them. Thread-safe; immutable.</summary>
internal sealed class JourneyWords
{
    private readonly CompiledNetwork _network;
    private readonly LocalClock _clock;
    private readonly string[] _nodeName;
    private readonly string[] _linkName;

    public JourneyWords(CompiledNetwork network, LocalClock clock)
    {
        _network = network;
        _clock = clock;
        var nodes = network.Dataset.Nodes.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        var links = network.Dataset.Links.ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);
        _nodeName = [.. network.NodeId.Select(id => nodes.GetValueOrDefault(id, id))];
        _linkName = [.. network.LinkId.Select(id => links.GetValueOrDefault(id) is { Length: > 0 } name ? name : id)];
    }

    public string NodeName(int node) => _nodeName[node];

    /// <summary>Roads, lines and fairways in order, a bar where the mode changes.</summary>
    public JourneyOutline Outline(Itinerary itinerary)
    {
        var modes = new List<TransportMode>();
        var route = new List<string>();
        var last = "";
        var metres = 0L;
        foreach (var step in itinerary.Steps)
        {
            if (step.Kind != StepKind.Move) continue;
            var link = step.Index >> 1;
            metres += _network.LinkLengthMetres[link];
            var mode = _network.LinkMode[link];
            if (modes.Count == 0 || modes[^1] != mode)
            {
                if (modes.Count > 0) route.Add("|");
                modes.Add(mode);
                last = "";
            }

            if (_linkName[link] == last) continue;
            last = _linkName[link];
            route.Add(last);
        }

        var text = string.Join(", ", route).Replace(", |, ", " | ", StringComparison.Ordinal);
        var first = itinerary.Steps.First(s => s.Kind != StepKind.Hold);
        var (from, to) = (Start(first), End(itinerary.Steps.Last(s => s.Kind != StepKind.Hold)));
        return new JourneyOutline(
            modes, text, _network.NodeId[from], _network.NodeId[to], metres / 1000.0, first.StartSeconds, itinerary.FinishSeconds);
    }

    /// <summary><c>by rail over Betuweroute</c>.</summary>
    public static Sentence By(JourneyOutline journey) => journey.Modes.Count == 0
        ? Sentence.Of("journey.transfers")
        : Sentence.Of(
            "journey.by", ("modes", Phrase.And(journey.Modes.Distinct().Select(m => (Phrase)LimitRelief.ByMode(m)))),
            ("route", Shortened(journey.Route)));

    /// <summary><c>Mon 8 Mar 14:05</c>, local, as the tables have it.</summary>
    public Phrase When(int seconds) => Phrase.Time(_clock.At(seconds));

    /// <summary>The end without its date where that is the start's.</summary>
    public Phrase Span(int from, int to) => Phrase.Span(_clock.At(from), _clock.At(to));

    /// <summary>Kind, id and name of the resource that a use takes.</summary>
    public (string Kind, string Id, Sentence Name) Resource(ResourceUse use)
    {
        switch (use.Kind)
        {
            case UseKind.Arc:
                return ("link", _network.LinkId[use.Index >> 1], LinkWords(use.Index));
            case UseKind.Rate when use.Index < _network.ArcCount:
                return ("capacity", _network.LinkId[use.Index >> 1], LinkWords(use.Index));
            case UseKind.Rate:
                return Node("capacity", _network.LockNode[use.Index - _network.ArcCount]);
            case UseKind.Lock:
                return Node("lock", _network.LockNode[use.Index]);
            case UseKind.Hold:
                return Node("hold", use.Index);
            case UseKind.Position:
                var transfer = Array.IndexOf(_network.TransferGroup, use.Index);
                return (
                    "transfer", _network.TransferId[transfer],
                    Sentence.Of(
                        "transfer.at", ("transfer", ResourceWords.TransferKind(_network, transfer)),
                        ("place", _nodeName[_network.TransferFrom[transfer]])));
            case UseKind.Cap:
                var words = _network.Levers.Caps[use.Index].Words;
                return ("cap", words.Text, words);
            default:
                return ("pool", ((PoolKind)use.Index).ToString(), ResourceWords.Pool((PoolKind)use.Index));
        }
    }

    /// <summary>When a use wants its resource; a rate cell its hour, a cap its period.</summary>
    public (int From, int To) Span(ResourceUse use) => use.Kind switch
    {
        UseKind.Cap => CapPeriod(use),
        UseKind.Rate => (use.From * 3600, (use.From + 1) * 3600),
        UseKind.Arc => (use.From, use.To + use.Amount),
        _ => (use.From, use.To),
    };

    private (int From, int To) CapPeriod(ResourceUse use)
    {
        var starts = _network.Levers.Caps[use.Index].CellStart;
        // The last period ends with the plan; it is told as long as the one before.
        var last = starts.Length > 1 ? starts[^1] + starts[^1] - starts[^2] : starts[^1] + 86_400;
        return (starts[use.From], use.To < starts.Length ? starts[use.To] : last);
    }

    private (string Kind, string Id, Sentence Name) Node(string kind, int node) =>
        (kind, _network.NodeId[node], Sentence.AsIs(_nodeName[node]));

    private Sentence LinkWords(int arc) =>
        Sentence.AsIs($"{_linkName[arc >> 1]} {_nodeName[_network.ArcFrom(arc)]} - {_nodeName[_network.ArcTo(arc)]}");

    private int Start(ItineraryStep step) => step.Kind == StepKind.Move
        ? _network.ArcFrom(step.Index) : _network.TransferFrom[step.Index];

    private int End(ItineraryStep step) => step.Kind == StepKind.Move ? _network.ArcTo(step.Index) : _network.TransferTo[step.Index];

    /// <summary>A route of many roads by its first and last ones.</summary>
    private static string Shortened(string route)
    {
        var names = route.Split(", ");
        return names.Length <= 6 ? route : $"{string.Join(", ", names[..3])} ... {string.Join(", ", names[^2..])}";
    }
}
