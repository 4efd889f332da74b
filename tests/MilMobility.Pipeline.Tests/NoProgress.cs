namespace MilMobility.Pipeline.Tests;

/// <summary>For runs that nobody watches.</summary>
internal sealed class NoProgress : IProgress<RunProgress>
{
    public void Report(RunProgress value)
    {
        // Nobody watches.
    }
}
