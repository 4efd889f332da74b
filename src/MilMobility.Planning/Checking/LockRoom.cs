using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Lockages that civil vessels need at a lock (rule 20), from the raw rows: so many of the usual barge, and of recreational craft, as
/// fit in
/// a chamber in rows and columns. The usual barge is that of the lowest CEMT class of the fairways at the lock, or of the largest lower one
/// that a chamber takes. Where none fits, or the dataset states no sizes, a lockage takes one vessel. O(links) per call.
/// </summary>
internal static class LockRoom
{
    private const int LargestClass = 7;

    /// <summary>Lengths are whole metres, beams whole centimetres; a fit is never lost to a rounding.</summary>
    private const double Rounding = 1e-9;

    public static double Lockages(NetworkDataset dataset, FacilityRow facility, double barges, double craft)
    {
        var lowest = dataset.Links.Where(l => l.Mode == TransportMode.Water && (l.From == facility.Node || l.To == facility.Node))
            .Min(l => l.CemtClass) ?? LargestClass;
        var ofBarges = Enumerable.Range(1, Math.Min(lowest, LargestClass)).Reverse()
            .Select(rank => Places(dataset, facility, $"water.barge.cemt-{rank}")).FirstOrDefault(places => places > 0);
        var ofCraft = Places(dataset, facility, "water.recreation");
        var chambers = facility.Chambers.Count;
        return chambers * ((barges / (ofBarges == 0 ? chambers : ofBarges)) + (craft / (ofCraft == 0 ? chambers : ofCraft)));
    }

    /// <summary>Vessels of a kind in one lockage of each chamber, summed.</summary>
    private static int Places(NetworkDataset dataset, FacilityRow facility, string vessel)
    {
        var length = dataset.CivilParameters.GetValueOrDefault($"{vessel}.length_m");
        var beam = dataset.CivilParameters.GetValueOrDefault($"{vessel}.beam_m");
        if (length <= 0 || beam <= 0) return 0;
        return facility.Chambers.Sum(c =>
            (int)((c.LengthMetres / length) + Rounding) * (int)((c.WidthCm / (100 * beam)) + Rounding));
    }
}
