using MilMobility.Civil.Assessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Valuation;

/// <summary>
/// Extra emissions by mode, an indicator: changes of metrics times emission factors of <c>civil-parameters.csv</c>. Road: hours lost at the
/// factor of a standing engine and kilometres more or less driven; rail: the detour of diverted freight paths; water: hours of waiting
/// barges. Where a metric is not split by class of vehicle, all of it counts as cars. Retimed trains, openings of bridges and the
/// military vehicles themselves are not in it.
/// </summary>
public static class CarbonRules
{
    private static readonly Rule[] Rules =
    [
        new(TransportMode.Road, "road.vehicle-hours-lost", "car", "carbon.road.car.kg_per_hour_lost"),
        new(TransportMode.Road, "road.vehicle-hours-lost", "freight", "carbon.road.freight.kg_per_hour_lost"),
        new(TransportMode.Road, "road.vehicle-km", "car", "carbon.road.car.kg_per_km"),
        new(TransportMode.Road, "road.vehicle-km", "freight", "carbon.road.freight.kg_per_km"),
        new(TransportMode.Rail, "rail.paths-diverted", "", "carbon.rail.freight.kg_per_train_km", "carbon.rail.freight.detour_km"),
        new(TransportMode.Water, "water.barge-hours-waiting", "", "carbon.water.barge.kg_per_hour_waiting"),
    ];

    /// <summary>Names of the factors that the rules need.</summary>
    public static IReadOnlyList<string> Factors { get; } =
        [.. Rules.SelectMany(r => new[] { r.Factor, r.Times }).Where(f => f.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>One for each mode with a change that has a factor.</summary>
    public static IReadOnlyList<CarbonChange> Apply(ModeFigures figures, ValuationParameters parameters)
    {
        var changes = new List<CarbonChange>();
        foreach (var mode in Rules.GroupBy(r => r.Mode))
        {
            var kg = 0.0;
            var rows = new List<ParameterRow>();
            var qualities = new List<string>();
            foreach (var rule in mode)
            {
                var amount = Amount(figures, rule);
                if (amount == 0) continue;
                var used = new[] { rule.Factor, rule.Times }.Where(f => f.Length > 0).Select(f => parameters.Carbon[f]).ToList();
                kg += used.Aggregate(amount, (product, row) => product * row.Value);
                rows.AddRange(used);
                qualities.Add(figures.Of(rule.Mode, rule.Metric)?.Quality ?? Qualities.Assumed);
            }

            if (rows.Count == 0) continue;
            var sources = rows.Where(r => r.Source.Length > 0).Select(r => $"{r.Source}, {r.Date}").Distinct(StringComparer.Ordinal);
            changes.Add(new CarbonChange(
                mode.Key, kg, Qualities.Weakest(qualities.Concat(rows.Select(r => r.Quality))), string.Join("; ", sources)));
        }

        return changes;
    }

    private static double Amount(ModeFigures figures, Rule rule)
    {
        var change = figures.Of(rule.Mode, rule.Metric)?.Change ?? 0;
        if (rule.Part.Length == 0) return change;
        var parts = figures.Changes(rule.Mode, rule.Metric, "vehicle-class");
        return parts.Count > 0 ? parts.GetValueOrDefault(rule.Part) : rule.Part == "car" ? change : 0;
    }

    /// <summary>The change of a metric, or of its part of a class of vehicles, times a factor and perhaps another.</summary>
    private sealed record Rule(TransportMode Mode, string Metric, string Part, string Factor, string Times = "");
}
