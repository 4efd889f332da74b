using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Checking;

/// <summary>What `network check` found.</summary>
/// <param name="Modes">Counts per mode.</param>
/// <param name="QualityShares">Share of attribute values per quality, 0-1.</param>
/// <param name="Diagnostics">Findings; errors mean that the dataset should not be planned on.</param>
public sealed record NetworkCheckReport(
    IReadOnlyList<ModeCounts> Modes, IReadOnlyDictionary<string, double> QualityShares, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}

/// <summary>Size of a mode's network.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="Nodes">Nodes.</param>
/// <param name="Links">Links.</param>
/// <param name="LengthKm">Length of the links together, each counted once.</param>
/// <param name="Components">Parts not joined to each other by links of the mode; 0 for the sea, which has no links.</param>
public sealed record ModeCounts(TransportMode Mode, int Nodes, int Links, double LengthKm, int Components);
