using MilMobility.Domain.Sentences;

namespace MilMobility.Civil.RailAssessment;

/// <summary>What the figures of the railway assume and leave out, for their readers.</summary>
public static class RailNotes
{
    public static IReadOnlyList<Sentence> Of(RailRules rules, IReadOnlyList<RailPattern> patterns, RailTally tally)
    {
        var trains = patterns.Sum(p => p.Trains.Sum()) / (double)patterns.Count;
        var leftOut = patterns.Sum(p => p.LeftOut) / (double)patterns.Count;
        var share = leftOut <= 0 ? 0 : 100 * leftOut / (trains + leftOut);
        var sections = trains <= 0 ? 0 : patterns.Sum(p => p.SectionCount) / (trains * patterns.Count);
        var minutes = patterns.Select(p => p.Displaced.Sum(d => d.Minutes(rules))).ToList();
        var without = tally.Figures().Single(f => f.Metric == RailMetrics.WithoutPlace).After;
        var notes = new List<Sentence>();
        if (without > 0)
        {
            notes.Add(Sentence.Of(
                "note.rail.without-place", ("trains", Phrase.UpTo(without, 2)),
                ("passenger", Phrase.UpTo(rules.PassengerSlackSeconds / 60.0, 1)),
                ("freight", Phrase.UpTo(rules.FreightSlackSeconds / 60.0, 1))));
        }

        notes.AddRange(Sectors(patterns).Select(Floor));
        notes.Add(Sentence.Of(
            "note.rail.pattern", ("trains", Phrase.Number(trains)), ("sections", Phrase.Number(sections, 1)),
            ("timetables", patterns.Count), ("least", Phrase.Number(minutes.Min())), ("most", Phrase.Number(minutes.Max()))));
        notes.Add(Sentence.Of(
            "note.rail.left-out", ("left", Phrase.UpTo(leftOut, 1)), ("all", Phrase.UpTo(trains + leftOut, 1)),
            ("share", Phrase.Number(share, 2))));
        notes.AddRange([Sentence.Of("note.rail.joined"), Sentence.Of("note.rail.waiting"), Sentence.Of("note.rail.order")]);
        notes.Add(Sentence.Of("note.rail.bands"));
        return notes;
    }

    /// <summary>What each sector's floor protects and keeps, in the mean of the patterns.</summary>
    internal static IEnumerable<(string Sector, double Trains, double Kept, double Below)> Sectors(
        IReadOnlyList<RailPattern> patterns) =>
        patterns.SelectMany(p => p.Sectors).GroupBy(s => s.Sector, StringComparer.Ordinal).Select(g => (
            g.Key, g.Sum(s => s.Trains) / (double)patterns.Count, g.Sum(s => s.Kept) / (double)patterns.Count,
            g.Sum(s => s.Below) / (double)patterns.Count));

    private static Sentence Floor((string Sector, double Trains, double Kept, double Below) floor)
    {
        List<(string, Phrase)> values =
        [
            ("sector", Sentence.Of($"sector.{floor.Sector}")), ("kept", Phrase.UpTo(floor.Kept, 2)),
            ("trains", Phrase.UpTo(floor.Trains, 2)),
        ];
        if (floor.Below <= 0) return Sentence.Of("note.rail.floor-kept", values);
        return Sentence.Of("note.rail.floor-missed", [.. values, ("below", Phrase.UpTo(floor.Below, 2))]);
    }
}
