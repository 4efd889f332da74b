using MilMobility.Domain.Checks;

namespace MilMobility.Convoys.Checking;

/// <summary>What the independent check of a solution found.</summary>
/// <param name="Violations">
/// Every broken rule; empty means that the solution holds. The rules are those of <see cref="ConvoyRule"/>.
/// </param>
/// <param name="RulesChecked">How often each rule was tried, so that an empty check cannot pass for a good one.</param>
/// <param name="ObjectiveSeconds">Objective as the checker computes it, over the convoys with a journey.</param>
/// <param name="Unmoved">Convoys without a journey; no violation.</param>
public sealed record ConvoyCheck(
    IReadOnlyList<Violation> Violations, IReadOnlyDictionary<string, long> RulesChecked, long ObjectiveSeconds,
    IReadOnlyList<string> Unmoved)
{
    public bool Holds => Violations.Count == 0;
}

/// <summary>The rules that the checker knows, by the words that it reports.</summary>
public static class ConvoyRule
{
    /// <summary>A journey is of a convoy of the instance, which has no other; it has a time for each node.</summary>
    public const string Journey = "journey";

    /// <summary>The path leads from origin to destination along edges.</summary>
    public const string Path = "path";

    /// <summary>The head takes each edge's travel time, without waiting.</summary>
    public const string Travel = "travel";

    /// <summary>Departure not before ready; tail in by the due time and the horizon.</summary>
    public const string Window = "window";

    /// <summary>At most one convoy at a node.</summary>
    public const string Node = "node";

    /// <summary>Never two directions on one edge.</summary>
    public const string Opposite = "opposite";

    /// <summary>The objective stated is that of the journeys, and the bound is not above it when every convoy moves.</summary>
    public const string Objective = "objective";
}
