namespace MilMobility.Routing.Search;

/// <summary>
/// Tolls of the resources of <see cref="TollResources"/>: per resource a price per unit and second, or per grid second, at least
/// 0, that a use pays for what it covers. Read by several searches at once; must not change while one runs.
/// </summary>
public interface ITollTable
{
    /// <summary>The numbering of the resources.</summary>
    TollResources Resources { get; }

    /// <summary>True if no use of the resource costs anything at any time.</summary>
    bool IsFree(int resource);

    /// <summary>Micro-euros that one unit of the resource costs over [from, to), at least 0.</summary>
    long Of(int resource, int from, int to);

    /// <summary>
    /// A start s at or after <paramref name="from"/> such that a use of the same length costs the same from every start in
    /// [from, s]; the later, the fewer labels a search makes.
    /// </summary>
    int SameUntil(int resource, int from, int length);
}
