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
        if (without > 0) notes.Add(Sentence.Of("note.rail.without-place", ("trains", Phrase.UpTo(without, 2))));
        notes.Add(Sentence.Of(
            "note.rail.pattern", ("trains", Phrase.Number(trains)), ("sections", Phrase.Number(sections, 1)),
            ("timetables", patterns.Count), ("least", Phrase.Number(minutes.Min())), ("most", Phrase.Number(minutes.Max()))));
        notes.Add(Sentence.Of(
            "note.rail.left-out", ("left", Phrase.UpTo(leftOut, 1)), ("all", Phrase.UpTo(trains + leftOut, 1)),
            ("share", Phrase.Number(share, 2))));
        notes.AddRange([Sentence.Of("note.rail.joined"), Sentence.Of("note.rail.waiting"), Sentence.Of("note.rail.order")]);
        return notes;
    }
}
