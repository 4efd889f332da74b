using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Html;

/// <summary>Why each serial goes as it does, and where serials wait for others; null for readers who have neither.</summary>
internal static class PageExplanations
{
    public static object? Of(MissionReport report, PageSentences sentences)
    {
        var all = report.Explanations;
        if (all.Serials.Count == 0 && all.Bottlenecks.Count == 0) return null;
        var nodes = report.Map.Nodes.ToDictionary(n => n.Id, n => n.Name, StringComparer.Ordinal);
        return new
        {
            Serials = all.Serials.Select(s => new
            {
                s.Serial, Why = sentences.Of(s.Why), Own = Terms(s.Own), Journey = Journey(s.Journey, nodes),
                    Alone = Journey(s.Independent, nodes),
                AloneCost = s.IndependentCost is { } cost ? Terms(cost) : null, Sharing = s.SharingMicroEuros,
                Binds = s.Binds.Select(b => new
                {
                    b.Kind, b.Resource, From = b.FromSeconds, To = b.ToSeconds, b.HeldBy, Words = sentences.Of(b.Words),
                        Worth = b.WorthMicroEuros,
                }),
                Alternatives = s.Alternatives.Select(a => new
                {
                    a.Kind, Change = sentences.Of(a.Change), Journey = Journey(a.Journey, nodes), Delta = a.Delta is { } delta
                        ? Terms(delta) : null,
                }),
            }),
            Bottlenecks = all.Bottlenecks.Select(b => new
            {
                b.Kind, b.Resource, Name = sentences.Of(b.Name), b.Hour, Worth = b.WorthMicroEuros, b.Serials,
            }),
            Method = sentences.Of(all.Method),
        };
    }

    private static object? Journey(JourneyOutline? journey, Dictionary<string, string> nodes) => journey is null ? null : new
    {
        Modes = journey.Modes.Select(PageMap.Name), journey.Route, From = nodes.GetValueOrDefault(journey.From, journey.From),
        To = nodes.GetValueOrDefault(journey.To, journey.To), Km = Math.Round(journey.Km, 1), Start = journey.StartSeconds,
        Finish = journey.FinishSeconds,
    };

    /// <summary>Time, lateness, operating, civil, unmoved, total.</summary>
    private static long[] Terms(CostTerms t) => [t.Time, t.Lateness, t.Operating, t.Civil, t.Unmoved, t.TotalMicroEuros];
}
