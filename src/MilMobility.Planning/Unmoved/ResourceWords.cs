using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;

namespace MilMobility.Planning.Unmoved;

/// <summary>A use of a resource that is refused, in words with its values; names of pools, transfers and units. Thread-safe; no
/// state.</summary>
internal static class ResourceWords
{
    public static Sentence Of(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var network = problem.Network;
        return use.Kind switch
        {
            UseKind.Arc => Sentence.Of("refused.link", ("id", network.LinkId[use.Index >> 1]), ("time", When(use.From, problem))),
            UseKind.Rate => RateWords(use, problem, ledger),
            UseKind.Lock => Sentence.Of(
                "refused.lock", ("id", network.NodeId[network.LockNode[use.Index]]), ("time", When(use.From, problem)),
                ("count", use.Amount)),
            UseKind.Hold => Sentence.Of(
                "refused.hold", ("id", network.NodeId[use.Index]), ("span", Span(use, problem)), ("amount", use.Amount),
                ("capacity", network.NodeHoldCapacity[use.Index]), ("unit", Unit(network.NodeHoldUnit[use.Index]))),
            UseKind.Cap => CapWords(use, problem, ledger),
            UseKind.Position => PositionWords(use, problem),
            _ => Sentence.Of(
                "refused.pool", ("pool", Pool((PoolKind)use.Index)), ("span", Span(use, problem)), ("amount", use.Amount),
                ("count", problem.Rules.PoolCount[use.Index])),
        };
    }

    public static Sentence Pool(PoolKind kind) => Sentence.Of($"pool.{kind.ToString().ToLowerInvariant()}");

    /// <summary>Kind of a transfer; a dataset's own kind is called what it is.</summary>
    public static Sentence TransferKind(CompiledNetwork network, int transfer)
    {
        var kind = network.TransferKind[transfer];
        return SentenceCatalogue.Has($"transfer.{kind}") ? Sentence.Of($"transfer.{kind}") : Sentence.AsIs(kind.Replace('-', ' '));
    }

    private static Sentence Unit(HoldUnit unit) => Sentence.Of($"hold-unit.{unit.ToString().ToLowerInvariant()}");

    private static Sentence RateWords(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var network = problem.Network;
        var prices = problem.Prices;
        var (message, name) = use.Index < network.ArcCount
            ? ("refused.rate-link", network.LinkId[use.Index >> 1])
            : ("refused.rate-lock", network.NodeId[network.LockNode[use.Index - network.ArcCount]]);
        var set = prices.SetOfCell[(use.Index * prices.HourCount) + use.From];
        var width = 0L;
        for (var band = prices.SetStart[set]; band < prices.SetStart[set + 1]; band++) width += prices.BandWidth[band];
        return Sentence.Of(
            message, ("id", name), ("time", When(use.From * 3600, problem)), ("amount", use.Amount),
            ("used", Phrase.Number(ledger.RateUse(use.Index, use.From))), ("width", Phrase.Number(width)));
    }

    private static Sentence CapWords(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var cap = problem.Network.Levers.Caps[use.Index];
        return Sentence.Of(
            cap.InVehicles ? "refused.cap-vehicles" : "refused.cap-serials", ("most", cap.Most), ("where", cap.Words),
            ("time", When(cap.CellStart[use.From], problem)), ("amount", use.Amount),
            ("used", Phrase.Number(ledger.CapUse(use.Index, use.From))));
    }

    private static Sentence PositionWords(ResourceUse use, PlanProblem problem)
    {
        var network = problem.Network;
        var transfer = Array.IndexOf(network.TransferGroup, use.Index);
        return Sentence.Of(
            "refused.transfer", ("kind", TransferKind(network, transfer)), ("id", network.NodeId[network.TransferFrom[transfer]]),
            ("span", Span(use, problem)), ("count", network.GroupPositions[use.Index]));
    }

    private static Phrase When(int seconds, PlanProblem problem) => Phrase.Time(problem.Scenario.Clock.At(seconds));

    private static Phrase Span(ResourceUse use, PlanProblem problem) =>
        Phrase.Span(problem.Scenario.Clock.At(use.From), problem.Scenario.Clock.At(use.To));
}
