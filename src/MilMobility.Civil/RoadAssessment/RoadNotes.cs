using MilMobility.Civil.RoadDemand;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>What the figures of the road assessment assume, how sharp they are and what they leave out.</summary>
internal static class RoadNotes
{
    public static IReadOnlyList<Sentence> OfQueues(IReadOnlyDictionary<int, QueuedRoad> queues) =>
        [Sentence.Of("note.road.no-zones"), Sentence.Of("note.road.columns"), Queues(queues)];

    public static IReadOnlyList<Sentence> OfEquilibria(
        IReadOnlyList<RoadHourImpact> impacts, IReadOnlyList<TripMatrices> trips, IReadOnlyDictionary<int, QueuedRoad> queues)
    {
        if (impacts.Count == 0) return [Sentence.Of("note.road.no-impact")];
        return
        [
            Sentence.Of(
                "note.road.equilibria", ("hours", impacts.Count), ("gap", Phrase.Scientific(impacts.Max(i => i.RelativeGap))),
                ("resolution", Phrase.UpTo(impacts.Sum(i => i.ResolutionHours), 2))),
            Sentence.Of("note.road.columns"),
            Queues(queues),
            .. trips.SelectMany(matrices => matrices.Fits.Where(f => f.Adjusted.Roads > 0).Select(fit => Fit(matrices, fit))),
            Sentence.Of("note.road.trips"),
        ];
    }

    private static Sentence Fit(TripMatrices matrices, TripFit fit) => Sentence.Of(
        "note.road.fit",
        ("category", Named("traffic", fit.Category)), ("class", Named("hours", matrices.Class.Name)),
        ("day", Sentence.Of(Day(matrices.Day))), ("roads", fit.Adjusted.Roads),
        ("r2-before", Phrase.Number(fit.Prior.R2, 2)), ("r2", Phrase.Number(fit.Adjusted.R2, 2)),
        ("geh-before", Phrase.Number(fit.Prior.GehMedian, 1)), ("geh", Phrase.Number(fit.Adjusted.GehMedian, 1)),
        ("share-before", Phrase.Number(100 * fit.Prior.ShareBelow5)), ("share", Phrase.Number(100 * fit.Adjusted.ShareBelow5)),
        ("km-before", Phrase.Number(fit.Prior.KmRatio, 2)), ("km", Phrase.Number(fit.Adjusted.KmRatio, 2)),
        ("trips-before", Phrase.Number(fit.TripsPrior)), ("trips", Phrase.Number(fit.TripsAdjusted)));

    /// <summary>A class as the catalogue calls it; a dataset's own is called what it is.</summary>
    private static Sentence Named(string kind, string name) =>
        SentenceCatalogue.Has($"{kind}.{name}") ? Sentence.Of($"{kind}.{name}") : Sentence.AsIs(name);

    private static Sentence Queues(IReadOnlyDictionary<int, QueuedRoad> queues)
    {
        var standing = queues.Values.Count(q => !q.IsCleared);
        return standing == 0
            ? Sentence.Of("note.road.queues", ("roads", queues.Count))
            : Sentence.Of("note.road.queues-standing", ("roads", queues.Count), ("standing", standing));
    }

    private static string Day(DayTypes day) => day switch
    {
        DayTypes.Saturday => "day.saturday", DayTypes.Sunday => "day.sunday", _ => "day.weekday",
    };
}
