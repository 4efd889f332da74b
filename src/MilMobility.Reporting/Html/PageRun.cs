using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Html;

/// <summary>How good the plan is and where its numbers come from, for the page.</summary>
internal static class PageRun
{
    public static object Of(MissionReport report, PageSentences sentences) => new
    {
        Objective = Objective(report.Plan),
        Terms = Terms(report.Plan),
        Total = report.Plan.Objective.TotalMicroEuros,
        Bound = report.Plan.BoundMicroEuros,
        report.Plan.Gap,
        report.Plan.BoundMethod,
        Violated = report.Check.Violations.Count,
        Check = report.Check.RulesChecked.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new object[] { r.Key, r.Value }),
        Violations = report.Check.Violations.Select(v => new { v.Rule, v.Serials, v.Subject, From = v.FromSeconds,
            Message = sentences.Of(v.Message) }),
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
        Warnings = sentences.Of(report.Manifest.Warnings),
        Record = Record(report.Manifest, sentences),
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

    /// <summary>What made the run, in values that the page words: null where there is nothing to say.</summary>
    private static object? Record(RunManifest manifest, PageSentences sentences) => manifest.StageSeconds.Count == 0 ? null : new
    {
        Program = $"{manifest.Program} {manifest.ProgramVersion}",
        Engine = manifest.EngineVersion,
        Scenario = manifest.ScenarioFile,
        Network = $"{manifest.NetworkName} {manifest.NetworkVersion}",
        Seed = $"{manifest.Seed}",
        Identity = manifest.InputHash,
        Started = $"{manifest.StartedUtc.UtcDateTime:yyyy-MM-dd HH:mm:ss}",
        Stages = manifest.StageSeconds.Select(s => new object[] { s.Key, s.Value }),
        FirstPlan = manifest.Milestones.FirstPlanSeconds,
        Gaps = new[] { manifest.Milestones.Gap5Seconds, manifest.Milestones.Gap2Seconds, manifest.Milestones.Gap1Seconds },
        Megabytes = manifest.PeakMemoryBytes / 1048576,
        manifest.Reproducible,
        Feedback = manifest.Feedback is { } feedback ? FeedbackWords.Of(feedback).Select(sentences.Of).ToList() : [],
    };
}
