namespace MilMobility.Civil.Pricing;

/// <summary>The civil floor of a resource in an hour (rule 20 of the movement model).</summary>
/// <param name="Percent">Share of the civil demand that stays protected, 0-100; the bands are made with it.</param>
/// <param name="UnitsPerHour">Units that civil traffic can always have, whatever its demand.</param>
internal readonly record struct CivilFloorOfHour(int Percent, int UnitsPerHour)
{
    /// <summary>Demands are sums of shares of capacities, exact to far less.</summary>
    private const double Rounding = 1e-9;

    /// <summary>
    /// Cuts bands off where the floor in units begins: at max(0, c - max(d, u)) of residual capacity and max(0, d - u) of displaced
    /// traffic, both rounded down. What is left rises as before.
    /// </summary>
    /// <param name="bands">Bands of the hour.</param>
    /// <param name="capacity">Capacity, units.</param>
    /// <param name="demand">Civil demand, units; 0 where residual and displaced traffic are rounded together, as on rail.</param>
    public CivilBand[] End(CivilBand[] bands, double capacity, double demand)
    {
        if (UnitsPerHour == 0) return bands;
        var left = (int)Math.Floor(Math.Max(0, capacity - Math.Max(demand, UnitsPerHour)) + Rounding)
            + (int)Math.Floor(Math.Max(0, demand - UnitsPerHour) + Rounding);
        var kept = new List<CivilBand>(bands.Length);
        foreach (var band in bands)
        {
            var width = Math.Min(left, band.Width);
            left -= width;
            if (width > 0 || kept.Count == 0) kept.Add(band with { Width = width });
        }

        return [.. kept];
    }
}
