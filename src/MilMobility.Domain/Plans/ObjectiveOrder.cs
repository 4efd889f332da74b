namespace MilMobility.Domain.Plans;

/// <summary>
/// The lexicographic order of objectives: unmoved, then lateness, then civil displacement, then cost (movement time and operating).
/// Exact in whole micro-euros: one micro-euro of an earlier term decides whatever the later ones are.
/// </summary>
public static class ObjectiveOrder
{
    public static IReadOnlyList<string> Names { get; } = ["unmoved", "lateness", "civil", "cost"];

    /// <summary>The four terms in their order.</summary>
    public static IReadOnlyList<long> Terms(PlanObjective objective) =>
        [objective.Unmoved, objective.Lateness, objective.Civil, objective.Time + objective.Operating];

    /// <summary>Less than 0 if the first comes before the second, 0 if all terms are equal.</summary>
    public static int Compare(PlanObjective first, PlanObjective second)
    {
        var (a, b) = (Terms(first), Terms(second));
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        }

        return 0;
    }
}
