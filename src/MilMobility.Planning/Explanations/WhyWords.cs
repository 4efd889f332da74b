using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;

namespace MilMobility.Planning.Explanations;

/// <summary>The figures of an explanation in one to three sentences. Thread-safe; no state.</summary>
internal static class WhyWords
{
    /// <summary>Differences below this share of the cost are no difference: the search's dominance has such a slack.</summary>
    private const double SameShare = 0.005;

    public static Sentence Of(SerialExplanation e, Sentence? unmoved, JourneyWords words)
    {
        if (e.Journey is not { } journey)
        {
            var stays = Sentence.Of("why.stays", ("reason", unmoved ?? Sentence.Of("why.nothing-found")));
            return e.Independent is { } alone ? stays.Then(Alone("why.alone", alone, words)) : stays;
        }

        var why = Alone("why.goes", journey, words);
        var sharing = e.SharingMicroEuros ?? 0;
        if (e.IndependentCost is null) why = why.Then(Sentence.Of("why.no-independent"));
        else if (sharing <= SameShare * e.Own.TotalMicroEuros) why = why.Then(Sentence.Of("why.nothing-binds"));
        else why = why.Then(Sharing(e, sharing, words));
        return Next(e) is { } next ? why.Then(next) : why;
    }

    private static Sentence Alone(string id, JourneyOutline journey, JourneyWords words) =>
        Sentence.Of(id, ("journey", JourneyWords.By(journey)), ("time", words.When(journey.FinishSeconds)));

    private static Sentence Sharing(SerialExplanation e, long sharing, JourneyWords words)
    {
        var alone = e.Independent!;
        var where = e.Binds.Count == 0
            ? Sentence.Of("why.binds-waiting") : Sentence.Of("why.binds-first", ("binds", e.Binds[0].Words));
        Phrase same = alone.Route == e.Journey!.Route ? Sentence.Of("why.same-way") : JourneyWords.By(alone);
        return Sentence.Of(
            "why.sharing", ("journey", same), ("time", words.When(alone.FinishSeconds)), ("euros", Phrase.Euros(sharing)),
            ("where", where));
    }

    /// <summary>The cheapest other mode, or else the cheapest other route, with what is dearer about it.</summary>
    private static Sentence? Next(SerialExplanation e)
    {
        var other = Cheapest(e, "mode") ?? Cheapest(e, "route");
        if (other is not { Journey: { } journey, Delta: { } delta }) return null;
        (string, Phrase)[] costs = [("difference", Signed(delta.TotalMicroEuros)), ("terms", Terms(delta))];
        return other.Kind == "mode"
            ? Sentence.Of("why.next-mode", [("journey", JourneyWords.By(journey)), .. costs]) : Sentence.Of("why.next-route", costs);
    }

    private static SerialAlternative? Cheapest(SerialExplanation e, string kind) => e.Alternatives
        .Where(a => a.Kind == kind && a.Delta is not null).MinBy(a => a.Delta!.TotalMicroEuros);

    private static Sentence Signed(long microEuros) =>
        Sentence.Of(microEuros >= 0 ? "cost.more" : "cost.less", ("euros", Phrase.Euros(Math.Abs(microEuros))));

    /// <summary>Terms that change by a euro or more.</summary>
    private static Phrase Terms(CostTerms d)
    {
        (string Name, long Value)[] terms =
            [("cost.time", d.Time), ("cost.lateness", d.Lateness), ("cost.operating", d.Operating), ("cost.civil", d.Civil)];
        var changed = terms.Where(t => Math.Abs(t.Value) >= 1_000_000).OrderByDescending(t => Math.Abs(t.Value)).ToList();
        return changed.Count == 0 ? Sentence.Of("cost.within-a-euro") : Phrase.Joined(", ", changed.Select(Term));
    }

    private static Phrase Term((string Name, long Value) term)
    {
        var (english, dutch) = Phrase.Euros(Math.Abs(term.Value));
        var signed = term.Value > 0 ? new Phrase($"+{english}", $"+{dutch}") : new Phrase($"-{english}", $"\u2212{dutch}");
        return Sentence.Of(term.Name, ("euros", signed));
    }
}
