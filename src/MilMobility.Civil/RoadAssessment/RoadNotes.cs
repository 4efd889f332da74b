using System.Globalization;
using MilMobility.Civil.RoadDemand;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>What the figures of the road assessment assume, how sharp they are and what they leave out.</summary>
internal static class RoadNotes
{
    private const string Columns =
        "A column takes one lane for its pass time and for what it needs longer than others do for the road; nobody overtakes it on "
        + "a single lane, and where roads meet on one level every other approach waits for the whole column (RVV 1990, article 16): "
        + "with signals, turning lanes or gaps between packets fewer do.";

    public static IReadOnlyList<string> OfQueues(IReadOnlyDictionary<int, QueuedRoad> queues) =>
    [
        "The dataset has no zones that reach each other, so there is no traffic equilibrium: vehicle-hours lost are those of the "
        + "queues, by the flows of road-civil.csv, and nobody diverts.",
        Columns, Queues(queues),
    ];

    public static IReadOnlyList<string> OfEquilibria(
        IReadOnlyList<RoadHourImpact> impacts, IReadOnlyList<TripMatrices> trips, IReadOnlyDictionary<int, QueuedRoad> queues)
    {
        if (impacts.Count == 0) return ["No column takes capacity from a road in any hour: the impact is exactly 0."];
        var notes = new List<string>
        {
            Text($"Two user equilibria for each of {impacts.Count} hours, relative gap at most {impacts.Max(i => i.RelativeGap):0.0e+0}: ")
            + Text($"the vehicle-hours lost are sharp to {impacts.Sum(i => i.ResolutionHours):0.##} vehicle-h at worst. ")
            + "All drivers know of the columns and none stays at home; the capacity of an hour is its mean, so that a queue shorter than "
            + "the hour is spread over it. Some drivers know and some do not: expect what happens between this figure and the queue delay.",
            Columns, Queues(queues),
        };
        foreach (var matrices in trips)
            notes.AddRange(matrices.Fits.Where(f => f.Adjusted.Roads > 0).Select(fit => Fit(matrices, fit)));
        notes.Add(
            "Trips between municipalities and border crossings by a gravity model of inhabitants, adjusted to the flows of "
            + "road-civil.csv with weights by their quality; most of these are themselves a share of the capacity by class of road "
            + "(assumed), so the fit says how well two models agree. Not in it: trips within a municipality, places of work, ports as "
            + "origins of freight, slower roads by patches, and closed ones where the scenario also has curfews by road.");
        return notes;
    }

    private static string Fit(TripMatrices matrices, TripFit fit) => Text(
        $"Flows of {fit.Category}, {matrices.Class.Name} on a {Day(matrices.Day)}, against those stated for {fit.Adjusted.Roads} road ")
        + Text($"directions: R2 {fit.Prior.R2:0.00} -> {fit.Adjusted.R2:0.00}, median GEH {fit.Prior.GehMedian:0.0} -> ")
        + Text($"{fit.Adjusted.GehMedian:0.0}, GEH below 5 on {fit.Prior.ShareBelow5:0 %} -> {fit.Adjusted.ShareBelow5:0 %}, vehicle-km ")
        + Text($"{fit.Prior.KmRatio:0.00} -> {fit.Adjusted.KmRatio:0.00} of those stated, {fit.TripsPrior:0} -> ")
        + Text($"{fit.TripsAdjusted:0} trips per hour ")
        + "(gravity model -> adjusted to the flows).";

    private static string Queues(IReadOnlyDictionary<int, QueuedRoad> queues)
    {
        var standing = queues.Values.Count(q => !q.IsCleared);
        return Text($"Queues form on {queues.Count} road directions; each is followed by itself, over the hours until it is gone")
            + (standing == 0 ? "." : Text($", except on {standing} where it outlasts the hours looked at."));
    }

    private static string Day(DayTypes day) => day switch
    {
        DayTypes.Saturday => "Saturday", DayTypes.Sunday => "Sunday", _ => "weekday",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
