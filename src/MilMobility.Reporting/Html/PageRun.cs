using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Html;

/// <summary>How good the plan is and where its numbers come from, for the page.</summary>
internal static class PageRun
{
    public static object Of(MissionReport report) => new
    {
        Objective = Objective(report.Plan),
        Terms = Terms(report.Plan),
        Total = report.Plan.Objective.TotalMicroEuros,
        Bound = report.Plan.BoundMicroEuros,
        report.Plan.Gap,
        report.Plan.BoundMethod,
        Violated = report.Check.Violations.Count,
        Check = report.Check.RulesChecked.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new object[] { r.Key, r.Value }),
        Violations = report.Check.Violations.Select(v => new { v.Rule, v.Serials, v.Subject, From = v.FromSeconds, v.Message }),
        Trace = report.Manifest.Trace.Select(t => new object[]
        {
            Math.Round(t.Seconds, 2), t.ObjectiveMicroEuros, t.BoundMicroEuros, t.Stage,
        }),
        NetworkQuality = report.Manifest.QualityShares,
        Values = report.Impact.ValuesOfTime.Select(v => new
        {
            v.Category, Low = v.EurosPerHourLow, Euros = v.EurosPerHour, High = v.EurosPerHourHigh, v.Unit, v.PriceLevel, v.Source, v.Date,
            v.Quality, v.SpreadSource,
        }),
        report.Manifest.Warnings,
        Record = Record(report.Manifest),
        Inputs = report.Manifest.Inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new[] { i.Key, i.Value }),
    };

    private static IEnumerable<object[]> Objective(MovementPlan plan) =>
    [
        ["time", plan.Objective.Time],
        ["lateness", plan.Objective.Lateness],
        ["operating", plan.Objective.Operating],
        ["civil", plan.Objective.Civil],
        ["unmoved", plan.Objective.Unmoved],
    ];

    /// <summary>In lexicographic mode each term in its order with its own bound.</summary>
    private static IEnumerable<object[]> Terms(MovementPlan plan) =>
        plan.Terms.Select(t => new object[] { t.Term, t.ValueMicroEuros, t.BoundMicroEuros });

    private static string Seconds(double? seconds) => seconds is { } s ? $"{s:F1} s" : "not reached";

    private static IEnumerable<string[]> Record(RunManifest manifest) =>
    [
        ["program", $"{manifest.Program} {manifest.ProgramVersion}"],
        ["solver engine", manifest.EngineVersion],
        ["scenario", manifest.ScenarioFile],
        ["network", $"{manifest.NetworkName} {manifest.NetworkVersion}"],
        ["seed", $"{manifest.Seed}"],
        ["identity (inputs, seed, version)", manifest.InputHash],
        ["started (UTC)", $"{manifest.StartedUtc.UtcDateTime:yyyy-MM-dd HH:mm:ss}"],
        ["seconds by stage", string.Join(", ", manifest.StageSeconds.Select(s => $"{s.Key} {s.Value:F1}"))],
        ["first plan after", Seconds(manifest.Milestones.FirstPlanSeconds)],
        [
            "proven gap of 5 %, 2 %, 1 % after",
            $"{Seconds(manifest.Milestones.Gap5Seconds)}, {Seconds(manifest.Milestones.Gap2Seconds)}, "
                + Seconds(manifest.Milestones.Gap1Seconds),
        ],
        ["peak memory", $"{manifest.PeakMemoryBytes / 1048576} MB"],
        ["reproducible", manifest.Reproducible ? "yes" : "no: ended by the clock or by cancel"],
        .. manifest.Feedback is { } feedback ? FeedbackWords.Of(feedback) : [],
    ];
}
