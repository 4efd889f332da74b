using System.Globalization;

namespace MilMobility.Civil.RailAssessment;

/// <summary>What the figures of the railway assume and leave out, for their readers.</summary>
public static class RailNotes
{
    public static IReadOnlyList<string> Of(RailRules rules, IReadOnlyList<RailPattern> patterns, RailTally tally)
    {
        var trains = patterns.Sum(p => p.Trains.Sum()) / (double)patterns.Count;
        var leftOut = patterns.Sum(p => p.LeftOut) / (double)patterns.Count;
        var share = leftOut <= 0 ? 0 : 100 * leftOut / (trains + leftOut);
        var sections = trains <= 0 ? 0 : patterns.Sum(p => p.SectionCount) / (trains * patterns.Count);
        var minutes = patterns.Select(p => p.Displaced.Sum(d => d.Minutes(rules))).ToList();
        var without = tally.Figures().Single(f => f.Metric == RailMetrics.WithoutPlace).After;
        var notes = new List<string>();
        if (without > 0)
        {
            notes.Add(Text($"{without:0.##} civil trains find no place within the regime: the plan asks for more than the regime gives ")
                + "there, although the price bands, which count trains per hour, let it pass. They count as cancelled.");
        }

        notes.Add(Text($"Trains per hour were expanded to {trains:0} through trains of {sections:0.0} sections on average, at even ")
            + Text($"intervals; the dataset has no minutes, so figures are the mean of {patterns.Count} timetables with other minutes: ")
            + Text($"train-minutes {minutes.Min():0} to {minutes.Max():0}."));
        notes.Add(Text($"{leftOut:0.#} of {trains + leftOut:0.#} trains ({share:0.00} %) found no place without the plan already; ")
            + "no figure counts them.");
        notes.Add("Sections are joined to through trains where their volumes go on, straight ahead first; the series that really run are "
            + "not in the dataset.");
        notes.Add("Trains wait at stations, yards and passing places without a limit on their number; a delay is made up only where the "
            + "train waited anyway; connections and later turns of the same train are not followed.");
        notes.Add("Trains are put back one by one, intercities first: another order may lose less.");
        return notes;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
