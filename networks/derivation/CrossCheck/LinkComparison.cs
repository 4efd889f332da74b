using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>A link of the embedded network and what the imported one has between the same places.</summary>
/// <param name="Link">The link.</param>
/// <param name="FromOff">Metres from its start to the imported network; null if that is out of reach.</param>
/// <param name="ToOff">The same of its end.</param>
/// <param name="ExtentMetres">How far the junctions at its ends reach, together.</param>
/// <param name="Along">The way that keeps beside the link's own line as far as it can; null if there is none.</param>
/// <param name="Shortest">The shortest way of all; null if there is none.</param>
public sealed record LinkComparison(
    LinkRow Link, double? FromOff, double? ToOff, double ExtentMetres, ImportedWay? Along, ImportedWay? Shortest)
{
    /// <summary>How much longer the imported way along the link is, as a share of the link's length.</summary>
    public double? LengthDifference => Along is null ? null : (Along.Metres / Link.LengthMetres) - 1;

    /// <summary>How much longer the imported way along the link takes, as a share of the link's time.</summary>
    public double? TimeDifference
        => Along is null ? null : (Along.Hours / (Link.LengthMetres / 1000.0 / Link.SpeedKmh)) - 1;
}
