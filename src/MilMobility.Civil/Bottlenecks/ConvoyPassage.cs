namespace MilMobility.Civil.Bottlenecks;

/// <summary>A column drives along one directed road.</summary>
/// <param name="Road">Position of the road in its network, 0-based.</param>
/// <param name="EnterHours">When the head enters, in hours.</param>
/// <param name="SpeedKmh">Speed there, > 0.</param>
/// <param name="ColumnKm">Length of the column with the gaps between its packets, at least 0.</param>
/// <param name="NextRoad">The road it enters next; -1 where its march ends.</param>
public readonly record struct ConvoyPassage(int Road, double EnterHours, double SpeedKmh, double ColumnKm, int NextRoad = -1)
{
    /// <summary>How long it takes to pass a point.</summary>
    public double PassHours => ColumnKm / SpeedKmh;
}
