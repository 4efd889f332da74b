using MilMobility.Domain.Units;
using MilMobility.Exchange.Attributes;

namespace MilMobility.Exchange.Information;

/// <summary>What a dataset holds, how good it is and where it comes from.</summary>
/// <param name="Modes">Sizes per mode, the sea with nodes only.</param>
/// <param name="Components">Parts not joined to each other by any link or transfer, over all modes.</param>
/// <param name="CivilProfiles">Rows of civil traffic profiles.</param>
/// <param name="QualityShares">Share of all attribute values per quality, 0-1.</param>
/// <param name="Attributes">Values per attribute and quality.</param>
/// <param name="Sources">The sources, with the number of values that name each.</param>
public sealed record NetworkInformation(
    string Name, string Title, string Version, string Created, ClassificationMarking Marking, IReadOnlyList<ModeInformation> Modes,
    int Components, IReadOnlyList<KindCount> Facilities, IReadOnlyList<KindCount> Transfers, int CivilProfiles,
    IReadOnlyList<string> Corridors, IReadOnlyDictionary<string, double> QualityShares, IReadOnlyList<AttributeQuality> Attributes,
    IReadOnlyList<SourceUse> Sources, IReadOnlyList<DataLicense> Licenses);

/// <summary>A mode's network.</summary>
/// <param name="LengthKm">Length of the links together, each counted once.</param>
/// <param name="Components">Parts not joined to each other by links of the mode; 0 for the sea, which has none.</param>
/// <param name="LargestComponentNodes">Nodes of the largest part.</param>
public sealed record ModeInformation(
    TransportMode Mode, int Nodes, int Links, double LengthKm, int Components, int LargestComponentNodes,
    IReadOnlyList<KindCount> NodeKinds, IReadOnlyList<ClassLength> LinkClasses);

/// <summary>How many there are of a kind.</summary>
public sealed record KindCount(string Kind, int Count);

/// <summary>Links of a class and their length together.</summary>
public sealed record ClassLength(string Class, int Links, double LengthKm);

/// <summary>Values of a column by quality; the 24 hours of a civil profile count as one.</summary>
public sealed record AttributeQuality(string Table, string Column, int Measured, int Derived, int Assumed)
{
    public int Values => Measured + Derived + Assumed;
}

/// <summary>A source and how many values name it.</summary>
public sealed record SourceUse(string Name, string Title, string Path, string Date, string License, int Values);
