namespace MilMobility.Domain.Reports;

/// <summary>When planning reached what: seconds since it began, null for what it never reached.</summary>
/// <param name="FirstPlanSeconds">First plan.</param>
/// <param name="Gap5Seconds">Proven gap of 5 percent.</param>
/// <param name="Gap2Seconds">Proven gap of 2 percent.</param>
/// <param name="Gap1Seconds">Proven gap of 1 percent.</param>
public sealed record ConvergenceMilestones(double? FirstPlanSeconds, double? Gap5Seconds, double? Gap2Seconds, double? Gap1Seconds)
{
    public static ConvergenceMilestones Of(IReadOnlyList<TracePoint> trace)
    {
        double? Until(double gap) => trace.FirstOrDefault(p => p.Gap <= gap)?.Seconds;
        return new ConvergenceMilestones(trace.Count == 0 ? null : trace[0].Seconds, Until(0.05), Until(0.02), Until(0.01));
    }
}
