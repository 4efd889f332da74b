namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// How well flows fit those that the data state. GEH = sqrt(2 (m - c)^2 / (m + c)) of hourly flows m and c (Design Manual for Roads and
/// Bridges 12.2.1); below 5 is the usual aim.
/// </summary>
/// <param name="Roads">Roads compared.</param>
/// <param name="R2">1 - squared errors / squared deviations from the mean; below 0 the mean fits better than the model.</param>
/// <param name="GehMedian">Median GEH.</param>
/// <param name="ShareBelow5">Share of roads with a GEH below 5.</param>
/// <param name="KmRatio">Vehicle-km of the model over those of the data.</param>
public sealed record DemandFit(int Roads, double R2, double GehMedian, double ShareBelow5, double KmRatio)
{
    /// <summary>Compares vehicles per hour by road; without roads there is nothing to fit, and nothing says that it does not.</summary>
    public static DemandFit Of(IReadOnlyList<double> modelled, IReadOnlyList<double> stated, IReadOnlyList<double> km)
    {
        if (stated.Count == 0) return new DemandFit(0, 0, 0, 0, 1);
        var mean = stated.Average();
        var errors = modelled.Zip(stated, (m, c) => (m - c) * (m - c)).Sum();
        var geh = modelled.Zip(stated, Geh).Order().ToList();
        var (half, even) = (geh.Count / 2, geh.Count % 2 == 0);
        return new DemandFit(
            geh.Count, 1 - (errors / stated.Sum(c => (c - mean) * (c - mean))), even ? (geh[half - 1] + geh[half]) / 2 : geh[half],
            geh.Count(g => g < 5) / (double)geh.Count, Km(modelled) / Km(stated));

        double Km(IReadOnlyList<double> flows) => flows.Zip(km, (f, k) => f * k).Sum();
    }

    private static double Geh(double modelled, double stated) =>
        modelled + stated <= 0 ? 0 : Math.Sqrt(2 * (modelled - stated) * (modelled - stated) / (modelled + stated));
}
