using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Comparison;

/// <summary>
/// Two datasets with different ids, compared by where their nodes are: which nodes have a counterpart, and how long the first one's
/// links are as shortest paths in the second.
/// </summary>
/// <param name="WithinMetres">Greatest distance of a node from its counterpart.</param>
/// <param name="Links">Every link of the first whose ends both have a counterpart, the largest relative difference first.</param>
public sealed record PlaceComparison(
    DatasetName First, DatasetName Second, int WithinMetres, IReadOnlyList<ModeLengths> Lengths, IReadOnlyList<ModeMatch> Modes,
    IReadOnlyList<NodeMatch> Nodes, IReadOnlyList<string> WithoutCounterpart, IReadOnlyList<LinkMatch> Links);

/// <summary>How well a mode's nodes and links match.</summary>
/// <param name="Matched">Nodes of the first with a counterpart in the second.</param>
/// <param name="MeanDistanceMetres">Mean distance of the matched nodes.</param>
/// <param name="LinksCompared">Links whose ends both have a counterpart and a path between them.</param>
/// <param name="LinksWithoutPath">Links whose ends both have a counterpart, but no path of up to three times their length.</param>
/// <param name="FirstKm">Length of the compared links.</param>
/// <param name="SecondKm">Length of their paths in the second.</param>
/// <param name="MedianRatio">Median of path by link; 0 without links.</param>
/// <param name="WithinTenPercent">Share of the compared links whose path is within 10 % of them, 0-1.</param>
public sealed record ModeMatch(
    TransportMode Mode, int FirstNodes, int SecondNodes, int Matched, double MeanDistanceMetres, int LinksCompared, int LinksWithoutPath,
    double FirstKm, double SecondKm, double MedianRatio, double WithinTenPercent);

/// <summary>A node of the first and its counterpart in the second.</summary>
public sealed record NodeMatch(TransportMode Mode, string First, string Second, double DistanceMetres, bool SameName);

/// <summary>A link of the first, and the shortest path between the counterparts of its ends; null if there is none.</summary>
public sealed record LinkMatch(TransportMode Mode, string Link, int FirstMetres, int? SecondMetres)
{
    /// <summary>Path by link; 0 without a path.</summary>
    public double Ratio => SecondMetres is { } metres ? metres / (double)FirstMetres : 0;
}
