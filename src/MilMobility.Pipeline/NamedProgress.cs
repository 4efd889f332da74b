namespace MilMobility.Pipeline;

/// <summary>Progress of one of several solves, with its name, and the whole's part done in place of the solve's.</summary>
internal sealed class NamedProgress(IProgress<RunProgress> whole, string name, double fraction) : IProgress<RunProgress>
{
    public void Report(RunProgress value) => whole.Report(value with { Detail = $"{name}, {value.Detail}", Fraction = fraction });
}
