using MilMobility.Domain.Reports;

namespace MilMobility.Planning.Explanations;

/// <summary>The figures of an explanation in one to three sentences. Thread-safe; no state.</summary>
internal static class WhyWords
{
    /// <summary>Differences below this share of the cost are no difference: the search's dominance has such a slack.</summary>
    private const double SameShare = 0.005;

    public static string Of(SerialExplanation e, string? unmoved, JourneyWords words)
    {
        if (e.Journey is not { } journey)
            return $"It stays: {unmoved ?? "nothing was found for it"}." + Alone(e, words);
        var sentences = new List<string> { $"It goes {JourneyWords.By(journey)}, arriving {words.When(journey.FinishSeconds)}." };
        var sharing = e.SharingMicroEuros ?? 0;
        if (e.IndependentCost is null) sentences.Add("On the empty network no journey was found within the search's limits.");
        else if (sharing <= SameShare * e.Own.TotalMicroEuros)
            sentences.Add("That costs what its cheapest journey costs if nobody else moves: nothing binds it.");
        else sentences.Add(Sharing(e, sharing, words));
        if (Next(e) is { } next) sentences.Add(next);
        return string.Join(' ', sentences);
    }

    private static string Sharing(SerialExplanation e, long sharing, JourneyWords words)
    {
        var alone = e.Independent!;
        var where = e.Binds.Count == 0 ? "what binds is where it would have to wait" : $"what binds first: {e.Binds[0].Words}";
        var same = alone.Route == e.Journey!.Route ? "the same way" : JourneyWords.By(alone);
        return $"If nobody else moved it would go {same}, arriving {words.When(alone.FinishSeconds)}, "
            + $"{JourneyWords.Euros(sharing)} cheaper; {where}.";
    }

    private static string Alone(SerialExplanation e, JourneyWords words) => e.Independent is { } alone
        ? $" If nobody else moved it would go {JourneyWords.By(alone)}, arriving {words.When(alone.FinishSeconds)}." : "";

    /// <summary>The cheapest other mode, or else the cheapest other route, with what is dearer about it.</summary>
    private static string? Next(SerialExplanation e)
    {
        var other = Cheapest(e, "mode") ?? Cheapest(e, "route");
        if (other is not { Journey: { } journey, Delta: { } delta }) return null;
        var what = other.Kind == "mode" ? $"The best other mode ({JourneyWords.By(journey)})" : "The best other route";
        return $"{what} costs {Signed(delta.TotalMicroEuros)}: {Terms(delta)}.";
    }

    private static SerialAlternative? Cheapest(SerialExplanation e, string kind) => e.Alternatives
        .Where(a => a.Kind == kind && a.Delta is not null).MinBy(a => a.Delta!.TotalMicroEuros);

    private static string Signed(long microEuros) =>
        microEuros >= 0 ? $"{JourneyWords.Euros(microEuros)} more" : $"{JourneyWords.Euros(-microEuros)} less";

    /// <summary>Terms that change by a euro or more.</summary>
    private static string Terms(CostTerms d)
    {
        (string Name, long Value)[] terms =
            [("time", d.Time), ("lateness", d.Lateness), ("operating", d.Operating), ("civil", d.Civil)];
        var changed = terms.Where(t => Math.Abs(t.Value) >= 1_000_000).OrderByDescending(t => Math.Abs(t.Value)).ToList();
        return changed.Count == 0 ? "all terms within a euro"
            : string.Join(", ", changed.Select(t => $"{t.Name} {(t.Value > 0 ? "+" : "-")}{JourneyWords.Euros(Math.Abs(t.Value))}"));
    }
}
