using MilMobility.Domain.Units;

namespace MilMobility.Exchange.Comparison;

/// <summary>How one dataset, the second, differs from another, the first.</summary>
/// <param name="Package">Differences of name, version and marking. Name and version alone do not make datasets unequal.</param>
/// <param name="Tables">Every table with what was added, removed and changed.</param>
/// <param name="Lengths">Links and their length per mode.</param>
public sealed record NetworkComparison(
    DatasetName First, DatasetName Second, bool Equal, IReadOnlyList<FieldChange> Package, IReadOnlyList<TableComparison> Tables,
    IReadOnlyList<ModeLengths> Lengths);

/// <summary>Which dataset it is.</summary>
public sealed record DatasetName(string Folder, string Name, string Version, ClassificationMarking Marking);

/// <summary>The rows of a table that differ, by their keys, in ordinal order.</summary>
public sealed record TableComparison(
    string Table, string Group, TransportMode? Mode, int FirstRows, int SecondRows, IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed, IReadOnlyList<RowChange> Changed)
{
    public bool Equal => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;
}

/// <summary>A row that both have, with different values.</summary>
public sealed record RowChange(string Key, IReadOnlyList<FieldChange> Fields);

/// <summary>
/// A value that differs, as the tables have it; the field <c>speed_kmh provenance</c> is the quality and source of speed_kmh.
/// </summary>
public sealed record FieldChange(string Field, string From, string To);

/// <summary>Nodes, links and length of a mode in both datasets.</summary>
public sealed record ModeLengths(
    TransportMode Mode, int FirstNodes, int SecondNodes, int FirstLinks, int SecondLinks, double FirstKm, double SecondKm)
{
    public double DifferenceKm => SecondKm - FirstKm;
}
