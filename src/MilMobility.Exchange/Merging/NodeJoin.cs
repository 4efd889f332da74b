namespace MilMobility.Exchange.Merging;

/// <summary>How one site found its node, for whoever wants to inspect a merge.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Place">Its place; empty if it has none.</param>
/// <param name="Node">Id or name of the node it was joined to, as it was called before.</param>
/// <param name="Rule">The rule that decided: <c>name</c>, <c>kind</c>, <c>distance</c>, <c>connector</c>, <c>bridge</c>.</param>
/// <param name="Metres">Distance between the two.</param>
/// <param name="RunnerUp">The next best node; empty if there was none.</param>
/// <param name="RunnerUpMetres">Its distance; 0 if there was none.</param>
public sealed record NodeJoin(
    string Site, string Place, string Node, string Rule, double Metres, string RunnerUp, double RunnerUpMetres);
