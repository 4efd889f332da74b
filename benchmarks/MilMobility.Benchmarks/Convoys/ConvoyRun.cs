namespace MilMobility.Benchmarks.Convoys;

/// <summary>One measured run, a line of the log from which the table is made.</summary>
/// <param name="Case">Line of the table.</param>
/// <param name="Seed">Seed of instance and search.</param>
/// <param name="Variant">What was switched, or the baseline's solver; <see cref="Plain"/> for nothing.</param>
/// <param name="ObjectiveSeconds">Sum of finish - ready of the convoys that move; null without a plan.</param>
/// <param name="BoundSeconds">Proven lower bound of a plan that moves every convoy.</param>
/// <param name="Unmoved">Convoys that stay.</param>
/// <param name="FirstPlanSeconds">Seconds to the first plan; null without one.</param>
/// <param name="WithinSeconds">Seconds to a proven gap of 5, 2 and 1 percent; null where it was not reached.</param>
/// <param name="Seconds">Wall clock of the run, without making the instance.</param>
/// <param name="PeakBytes">Peak working set of the process.</param>
/// <param name="IsClashFree">What the independent checker says; true without a plan means nothing.</param>
/// <param name="Note">Anything that the numbers do not say.</param>
/// <param name="Machine">Processor, cores, commit and load.</param>
internal sealed record ConvoyRun(
    string Case, int Seed, string Variant, long? ObjectiveSeconds, long BoundSeconds, int Unmoved, double? FirstPlanSeconds,
    IReadOnlyList<double?> WithinSeconds, double Seconds, long PeakBytes, bool IsClashFree, string Note, RunMachine Machine)
{
    public const string Plain = "all on";

    public static IReadOnlyList<double> Shares { get; } = [0.05, 0.02, 0.01];

    /// <summary>(objective - bound) / objective with every convoy moved, null without such a plan.</summary>
    public double? Gap => Unmoved > 0 || ObjectiveSeconds is not > 0 ? null : (ObjectiveSeconds - BoundSeconds) / (double)ObjectiveSeconds;
}

/// <summary>Where a run was taken.</summary>
/// <param name="Processor">Its name.</param>
/// <param name="Cores">Logical cores.</param>
/// <param name="Commit">Commit; <c>+</c> behind it if files had changed.</param>
/// <param name="Utc">When the run ended.</param>
/// <param name="Load">Load average over 1, 5 and 15 minutes.</param>
internal sealed record RunMachine(string Processor, int Cores, string Commit, DateTimeOffset Utc, string Load);
