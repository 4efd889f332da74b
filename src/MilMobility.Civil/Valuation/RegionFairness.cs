using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;

namespace MilMobility.Civil.Valuation;

/// <summary>
/// How a burden is divided over regions: euros per 1,000 inhabitants, the heaviest first, and the Gini coefficient weighted by inhabitants,
/// G = sum over i, j of w(i) w(j) |b(i) - b(j)| / (2 b), with w the shares of inhabitants, b(i) the burden per inhabitant and b its
/// mean: 0 when all bear the same, 1 - w(i) when i bears all. A region that gains counts as bearing nothing, for G has no meaning below 0.
/// Source: Gini, Variabilita e mutabilita, 1912; Sen, On Economic Inequality, 1973.
/// </summary>
public static class RegionFairness
{
    private const double PerInhabitants = 1000;

    /// <param name="euros">Burden by region; regions without inhabitants (abroad) are left out.</param>
    /// <param name="inhabitants">By region, above 0.</param>
    public static Fairness Of(IReadOnlyDictionary<string, double> euros, IReadOnlyDictionary<string, double> inhabitants)
    {
        var regions = inhabitants
            .Select(r => new RegionBurden(r.Key, PerInhabitants * euros.GetValueOrDefault(r.Key) / r.Value))
            .OrderByDescending(r => r.Burden).ThenBy(r => r.Region, StringComparer.Ordinal).ToList();
        var gini = Gini([.. regions.Select(r => r.Burden)], [.. regions.Select(r => inhabitants[r.Region])]);
        return new Fairness("euros per 1,000 inhabitants", regions, gini)
        {
            Reference = Sentence.Of("reference.euros.gini"),
        };
    }

    /// <summary>Weighted Gini coefficient; 0 when there is nothing to divide.</summary>
    public static double Gini(IReadOnlyList<double> burdens, IReadOnlyList<double> weights)
    {
        var total = weights.Sum();
        double mean = 0, differences = 0;
        for (var i = 0; i < burdens.Count; i++)
        {
            mean += weights[i] / total * Math.Max(0, burdens[i]);
            for (var j = 0; j < i; j++)
            {
                differences += 2 * (weights[i] / total) * (weights[j] / total)
                    * Math.Abs(Math.Max(0, burdens[i]) - Math.Max(0, burdens[j]));
            }
        }

        return mean <= 0 ? 0 : differences / (2 * mean);
    }
}
