namespace MilMobility.Convoys.Monolithic;

/// <summary>
/// What the monolithic model keeps of an instance. With everything left out it is exact; each restriction keeps its plans plans of
/// the instance but makes its bound a bound of the restricted model only, which is then not reported.
/// </summary>
public sealed record MonolithicOptions
{
    /// <summary>
    /// Seconds between departures, from each ready time on, and length of the slots that occupations are rounded outwards to. Exact
    /// if it divides every ready, travel and pass time: given who goes first everywhere, the earliest plan has only such times.
    /// Null for the largest exact one.
    /// </summary>
    public int? StepSeconds { get; init; }

    /// <summary>Paths per convoy whose arcs it may use, the shortest and detours around it; null for all arcs.</summary>
    public int? PathsMax { get; init; }

    /// <summary>Latest finish after the convoy's earliest one, null for as late as it may be.</summary>
    public int? DelaySecondsMax { get; init; }

    /// <summary>
    /// Proven: some plan has this total delay, sum of finish - earliest finish, with every convoy moved. A
    /// <see cref="DelaySecondsMax"/> of at least that is no restriction, because no convoy of a better plan is later.
    /// </summary>
    public long? KnownDelaySeconds { get; init; }

    /// <summary>Most 0-1 variables; beyond it the model is reported too large. The engine holds 2 GiB.</summary>
    public int VariablesMax { get; init; } = 1_000_000;

    /// <summary>Most entries of the rows together.</summary>
    public int EntriesMax { get; init; } = 20_000_000;
}
