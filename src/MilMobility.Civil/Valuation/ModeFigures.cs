using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.Valuation;

/// <summary>Looks figures up in what the modes were assessed at. Immutable.</summary>
public sealed class ModeFigures(IReadOnlyList<ModeAssessment> modes)
{
    /// <summary>The mode's figure; null where it has none.</summary>
    public CivilFigure? Of(TransportMode mode, string metric) =>
        modes.Where(m => m.Mode == mode).SelectMany(m => m.Figures).FirstOrDefault(f => f.Metric == metric);

    /// <summary>Changes of a metric by the keys of a dimension; empty where it is not broken down so.</summary>
    public IReadOnlyDictionary<string, double> Changes(TransportMode mode, string metric, string dimension)
    {
        var changes = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var part in modes.Where(m => m.Mode == mode).SelectMany(m => m.Breakdowns).Where(b => b.Dimension == dimension))
        {
            if (part.Figures.FirstOrDefault(f => f.Metric == metric) is { } figure) changes[part.Key] = figure.Change;
        }

        return changes;
    }

    /// <summary>Train-minutes of the civil paths of a category that the plan moves.</summary>
    public double PathMinutes(string category) =>
        modes.SelectMany(m => m.Paths).Where(p => p.Category == category).Sum(p => p.TrainMinutes);
}
