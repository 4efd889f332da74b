namespace MilMobility.Pipeline;

/// <summary>
/// Progress of one solve as part of a sweep: named by its civil weight, and the sweep's part done in place of the solve's.
/// </summary>
internal sealed class SolveProgress(IProgress<RunProgress> sweep, long civilPercent, double fraction) : IProgress<RunProgress>
{
    public void Report(RunProgress value) =>
        sweep.Report(value with { Detail = $"civil weight {civilPercent} %, {value.Detail}", Fraction = fraction });
}
