namespace MilMobility.Derivation.CrossCheck;

/// <summary>Why the two networks differ on a link.</summary>
public enum Cause
{
    /// <summary>They do not.</summary>
    Agrees,
    /// <summary>The link comes from the facts: abroad, opened after the source, or an access of our own.</summary>
    OwnFact,
    /// <summary>A junction is one node here and several points there.</summary>
    Junction,
    /// <summary>The imported way follows another road beside it.</summary>
    ParallelRoad,
    /// <summary>The embedded node stands beyond the end of what is imported.</summary>
    BeyondEnd,
    /// <summary>Looked at by hand, in `facts/crosscheck-explanations.csv`.</summary>
    ByHand,
    /// <summary>Not explained.</summary>
    Unexplained,
}

/// <summary>A compared link and why it differs.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="ImportedMetres">Length of the imported way nearest to the link's; null if there is none.</param>
/// <param name="Cause">Why they differ.</param>
/// <param name="Note">What the table says about it.</param>
public sealed record LinkFinding(LinkComparison Comparison, double? ImportedMetres, Cause Cause, string Note);
