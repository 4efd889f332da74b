namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>The railway at planning level: nodes, sections, turns, and what the track model says about each section.</summary>
/// <param name="Nodes">By index; those that no section reaches are kept here, so that indexes stand.</param>
/// <param name="Graph">Sections and turns between them.</param>
/// <param name="Profiles">By section.</param>
public sealed record PlanningLevel(
    IReadOnlyList<PlanningNode> Nodes, SectionGraph Graph, IReadOnlyList<SectionProfile> Profiles)
{
    /// <summary>Rounds of looking for junctions between the sections found; two suffice for the Dutch network.</summary>
    private const int JunctionRoundsMax = 5;

    /// <summary>
    /// Derives the planning level: nodes, sections between them, nodes where sections part, and again until none do. Nodes that no
    /// section reaches are left out and handed to <paramref name="onIsolated"/>.
    /// </summary>
    public static PlanningLevel Of(NamedTrackModel named, Action<PlanningNode> onIsolated, CancellationToken cancellation)
    {
        var grid = new TrackGrid(named.Model);
        var nodes = PlanningNodes.Of(named, grid);
        var graph = BypassFilter.Filtered(SectionGraph.Of(named.Model, nodes, cancellation));
        for (var round = 0; round < JunctionRoundsMax; round++)
        {
            var junctions = LineJunctions.Of(graph, nodes, named, grid);
            if (junctions.Count == 0) break;
            nodes.AddRange(junctions);
            graph = BypassFilter.Filtered(SectionGraph.Of(named.Model, nodes, cancellation));
        }

        foreach (var isolated in nodes.Where((_, i) => graph.EndsAt[i].Count == 0)) onIsolated(isolated);
        var profiles = graph.Sections.Select(section =>
        {
            cancellation.ThrowIfCancellationRequested();
            return SectionProfile.Of(section, named.Model, grid);
        });
        return new PlanningLevel(nodes, graph, [.. profiles]);
    }
}
