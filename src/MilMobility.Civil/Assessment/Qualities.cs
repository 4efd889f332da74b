namespace MilMobility.Civil.Assessment;

/// <summary>Quality flags in their order: a figure is as good as the weakest of what it is made from.</summary>
public static class Qualities
{
    public const string Measured = "measured";
    public const string Derived = "derived";
    public const string Assumed = "assumed";

    /// <summary>The weakest; <c>assumed</c> for anything that is no flag, and <c>measured</c> of nothing.</summary>
    public static string Weakest(IEnumerable<string> qualities)
    {
        var weakest = Measured;
        foreach (var quality in qualities)
        {
            if (quality == Measured) continue;
            if (quality != Derived) return Assumed;
            weakest = Derived;
        }

        return weakest;
    }
}
