namespace MilMobility.Solvers;

/// <summary>
/// When a solve stops by itself, and the seed of its choices. With the work limit binding and not the time, the same model,
/// seed and limits give the same answer on every machine.
/// </summary>
public sealed record SolveLimits
{
    /// <summary>Longest time limit accepted; cancellation needs a finite one.</summary>
    public static readonly TimeSpan TimeMax = TimeSpan.FromDays(1);

    /// <param name="time">Wall-clock limit, above 0 and at most a day.</param>
    /// <param name="work">Work limit in the solver's deterministic units, above 0: CP-SAT's deterministic seconds (about
    /// a second each on a fast machine), thousands of simplex iterations (linear programs), or branch-and-bound nodes
    /// (mixed-integer; the first node alone can be long, so its time limit must be one to live with).</param>
    /// <param name="seed">Seed, at least 0.</param>
    public SolveLimits(TimeSpan time, double work, int seed)
    {
        if (time <= TimeSpan.Zero || time > TimeMax)
            throw new ArgumentOutOfRangeException(nameof(time), time, "must be above 0 and at most a day");
        if (!(work > 0) || !double.IsFinite(work))
            throw new ArgumentOutOfRangeException(nameof(work), work, "must be above 0 and finite");
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        Time = time;
        Work = work;
        Seed = seed;
    }

    public TimeSpan Time { get; }

    public double Work { get; }

    public int Seed { get; }
}
