namespace MilMobility.Networks.Datasets;

/// <summary>
/// Line categories of EN 15528 (UIC 700): the mass per axle and per metre of length that a line carries. Loads in kg.
/// </summary>
public static class LineCategories
{
    private static readonly Dictionary<string, (int AxleLoadKg, int MetreLoadKg)> Loads = new(StringComparer.Ordinal)
    {
        ["A"] = (16_000, 5_000),
        ["B1"] = (18_000, 5_000),
        ["B2"] = (18_000, 6_400),
        ["C2"] = (20_000, 6_400),
        ["C3"] = (20_000, 7_200),
        ["C4"] = (20_000, 8_000),
        ["D2"] = (22_500, 6_400),
        ["D3"] = (22_500, 7_200),
        ["D4"] = (22_500, 8_000),
        ["E4"] = (25_000, 8_000),
        ["E5"] = (25_000, 8_800),
    };

    /// <summary>The categories known, for messages.</summary>
    public static IReadOnlyCollection<string> Known => Loads.Keys;

    public static bool TryGetLoads(string category, out int axleLoadKg, out int metreLoadKg)
    {
        var known = Loads.TryGetValue(category, out var loads);
        (axleLoadKg, metreLoadKg) = loads;
        return known;
    }
}
