using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Overlays;

/// <summary>What a row of an overlay does to the dataset's row of the same key.</summary>
internal enum OverlayChange
{
    /// <summary>There must be none; the row is new.</summary>
    Add,

    /// <summary>Its cells that are not empty take the place of the dataset's; the others stay.</summary>
    Set,

    /// <summary>The whole row takes the place of the dataset's.</summary>
    Replace,
}

/// <summary>A row of an overlay's table, as written.</summary>
/// <param name="Change">What it does.</param>
/// <param name="Key">Its key columns, joined by a blank.</param>
/// <param name="Fields">Its cells in the order of the table's columns, empty where the overlay has no such column.</param>
/// <param name="Line">Line in the overlay's file.</param>
/// <param name="Diagnostics">Findings of the overlay's file.</param>
internal sealed record OverlayRow(
    OverlayChange Change, string Key, IReadOnlyList<string> Fields, int Line, FileDiagnostics Diagnostics)
{
    /// <summary>A row of the dataset has this key.</summary>
    public bool IsMet { get; set; }
}
