using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Search;

/// <summary>
/// One serial as the search takes it: where from and to, when, at what weights. Immutable; requests of equal serials share their
/// profile and bounds.
/// </summary>
public sealed record SearchRequest
{
    public required SerialProfile Profile { get; init; }
    public required ReverseBounds Bounds { get; init; }
    /// <summary>Node indices, any of which it may start from.</summary>
    public required int[] Origins { get; init; }
    public required int ReadySeconds { get; init; }
    public required int DueSeconds { get; init; }
    public required bool HardDue { get; init; }
    /// <summary>Latest finish whatever the due time is; beyond the horizon without one.</summary>
    public int FinishBySeconds { get; init; } = int.MaxValue;
    /// <summary>Berth window of its ship; the whole horizon without one.</summary>
    public required int ShipArrivesSeconds { get; init; }
    public required int ShipDepartsSeconds { get; init; }
    /// <summary>Micro-euros per second of the serial's movement.</summary>
    public required long TimeMicroEurosPerSecond { get; init; }
    /// <summary>Micro-euros per second of lateness, with the priority factor.</summary>
    public required long LateMicroEurosPerSecond { get; init; }
}

/// <summary>How a search is run.</summary>
/// <param name="CostBelow">Itineraries of this cost or more are of no use; prunes.</param>
/// <param name="Relaxed">
/// Search for a bound: pool counts do not bind and the itinerary is not tried against the ledger, so that the cost is never above
/// that of the best itinerary on the ledger's state.
/// </param>
/// <param name="LabelsMax">Labels made at most; the search ends with <see cref="SearchEnd.LabelLimit"/> beyond.</param>
/// <param name="Tolls">Extra prices of the resources, such as the duals of a master problem, or null.</param>
/// <param name="SlackPermille">
/// Slack of the dominance, per mille of the serial's static lower bound; 0 makes the search exact. Not used in relaxed mode.
/// </param>
/// <param name="FittingMax">
/// Distinct itineraries that the ledger takes, each alone, to collect in order of cost; 0 for none but the answer. Beyond the
/// answer the search goes on for <see cref="FittingPops"/> labels more; they are the next to come up, not the k cheapest of all.
/// </param>
/// <param name="Guided">False switches the guidance by reverse bounds off: the answer costs the same, later.</param>
/// <param name="Spares">
/// False keeps elapsed times that cannot come to bind: the answer costs the same, on a detailed network far later.
/// </param>
public sealed record SearchOptions(
    long CostBelow = long.MaxValue, bool Relaxed = false, int LabelsMax = SearchOptions.LabelsMaxDefault,
    ITollTable? Tolls = null, int SlackPermille = SearchOptions.SlackPermilleDefault, int FittingMax = 0, bool Guided = true,
    bool Spares = true)
{
    /// <summary>Labels taken from the queue after the answer, to collect more itineraries.</summary>
    public const int FittingPops = 1_000;

    public const int SlackPermilleDefault = 5;

    public const int LabelsMaxDefault = 1_500_000;
}

/// <summary>How a search ended.</summary>
public enum SearchEnd { Found, NoItinerary, LabelLimit }

/// <summary>Result of a search.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Itinerary">The cheapest itinerary, or null; in relaxed mode it is not reserved and may break a pool count.</param>
/// <param name="CostMicroEuros">Its cost including civil prices and tolls; long.MaxValue without one.</param>
/// <param name="BoundMicroEuros">Proven lower bound of the cost of any itinerary; long.MaxValue if none exists.</param>
/// <param name="Work">Work done: arcs and transfers followed, and pairs of labels compared.</param>
/// <param name="Labels">Labels taken from the queue.</param>
/// <param name="Settled">Of those, labels that were followed on: not goals, dominated or deferred.</param>
/// <param name="Fitting">Itineraries asked for by <see cref="SearchOptions.FittingMax"/>, cheapest first.</param>
public sealed record SearchResult(
    SearchEnd End, Itinerary? Itinerary, long CostMicroEuros, long BoundMicroEuros, long Work, int Labels, int Settled,
    IReadOnlyList<FittingItinerary> Fitting);

/// <summary>An itinerary that the ledger takes, with its cost including civil prices and tolls.</summary>
public sealed record FittingItinerary(Itinerary Itinerary, long CostMicroEuros);
