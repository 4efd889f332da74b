namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Corners between sections, from the positions of their nodes: the dataset states few of the turns that tracks allow, so a corner sharper
/// than <see cref="DegreesMax"/> counts as one that a train takes by turning back only.
/// </summary>
public static class RailCorners
{
    public const double DegreesMax = 100;

    /// <summary>Degrees by which a train turns; 0 is straight on.</summary>
    /// <param name="rail">Sections.</param>
    /// <param name="from">Node that it comes from.</param>
    /// <param name="node">Node of the corner.</param>
    /// <param name="to">Node that it goes to.</param>
    public static double Degrees(RailSections rail, int from, int node, int to)
    {
        var network = rail.Network;
        var eastPerDegree = Math.Cos(network.NodeLat[node] * Math.PI / 180);
        var (x1, y1) = ((network.NodeLon[node] - network.NodeLon[from]) * eastPerDegree, network.NodeLat[node] - network.NodeLat[from]);
        var (x2, y2) = ((network.NodeLon[to] - network.NodeLon[node]) * eastPerDegree, network.NodeLat[to] - network.NodeLat[node]);
        return Math.Abs(Math.Atan2((x1 * y2) - (y1 * x2), (x1 * x2) + (y1 * y2))) * 180 / Math.PI;
    }

    /// <summary>Ways are 2s along section s and 2s + 1 against it.</summary>
    public static bool IsSharp(RailSections rail, int way, int next)
    {
        var (section, forward) = (way >> 1, (way & 1) == 0);
        return Degrees(
            rail, rail.NodeAt(section, forward, false), rail.NodeAt(section, forward, true),
            rail.NodeAt(next >> 1, (next & 1) == 0, true)) > DegreesMax;
    }
}
