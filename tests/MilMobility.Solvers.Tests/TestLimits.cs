namespace MilMobility.Solvers.Tests;

internal static class TestLimits
{
    /// <summary>More than any model of these tests needs.</summary>
    public static SolveLimits Ample => new(TimeSpan.FromSeconds(30), work: 30, seed: 1);
}
