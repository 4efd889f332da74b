using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>
/// A run as a <see cref="PublicReport"/>. Which modes are withheld is decided once for all tables, and which regions and parts of the
/// day once for all metrics of a mode: a figure that is withheld in one table cannot be had from another, whatever the values of
/// time. A mode of too few transports is withheld alone, and with it every sum over modes that it is part of; among the numbers of
/// transports, whose sum is worth more, another mode is withheld beside it. A change of 0 is shown, since nothing follows from it.
/// O(steps + cells).
/// </summary>
public sealed class PublicReduction
{
    /// <summary>Least minimum that may be asked for: of two contributors each would know the other.</summary>
    public const int MinimumGroupLeast = 3;

    public const int MinimumGroupUsual = 5;

    private readonly MissionReport _report;
    private readonly int _minimum;
    private readonly Contributions _contributions;
    private readonly IReadOnlySet<string> _modesShown;
    private readonly IReadOnlySet<string> _modesCounted;
    private readonly Dictionary<string, MinimumGroups> _regionsOfMode;
    private readonly bool _isEnough;

    private PublicReduction(MissionReport report, int minimumGroup)
    {
        _report = report;
        _minimum = Math.Max(minimumGroup, MinimumGroupLeast);
        _contributions = new Contributions(report);
        _isEnough = report.Plan.Planned.Count + report.Plan.Unmoved.Count >= _minimum;
        _modesShown = _contributions.Modes().Where(g => g.Size >= _minimum).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        _modesCounted = MinimumGroups.Of(_contributions.Modes(), _minimum).Shown;
        _regionsOfMode = PublicWords.Modes.ToDictionary(word => word, RegionsOf, StringComparer.Ordinal);
    }

    public static PublicReport Of(MissionReport report, int minimumGroup) => new PublicReduction(report, minimumGroup).Report();

    private PublicReport Report()
    {
        var plan = _report.Plan;
        return new PublicReport
        {
            Marking = _report.Manifest.Marking,
            MinimumGroup = _minimum,
            Days = (plan.HorizonSeconds + 86_399) / 86_400,
            Closure = Closure(),
            Transports = Transports(),
            Vehicles = plan.Planned.Count >= _minimum ? Rounding.TwoDigits(plan.Planned.Sum(p => p.Serial.VehicleCount)) : null,
            ByMode = [.. _contributions.Modes().Select(g => Shown(_modesCounted, g.Key, g.Transports.Count, Rounding.Count))],
            ByRegion = ByRegion(),
            Figures = [.. PublicWords.Metrics.Select(Figure).OfType<PublicFigure>()],
            FiguresByRegion = [.. PublicWords.Metrics.Where(m => m.Adds).SelectMany(FigureByRegion)],
            FiguresByDayPart = [.. PublicWords.Metrics.Where(m => m.Adds).SelectMany(FigureByDayPart)],
            Euros = Euros(),
            Burden = Burden(),
            Gini = Burden().Count > 0 ? Rounding.Twentieth(_report.Impact.Assessment.Valuation!.Fairness.Gini) : null,
            Carbon = Carbon(),
            GapPercent = Rounding.PercentUp(plan.Gap),
            AssumedPercent = Rounding.PercentUp(_report.Impact.QualityShares.GetValueOrDefault("assumed")),
        };
    }

    private PublicMoment? Closure()
    {
        if (_report.Plan.Planned.Count < _minimum) return null;
        var (start, end) = (_report.Clock.At(0), _report.Clock.At(_report.Plan.Planned.Max(p => p.FinishSeconds)));
        return new PublicMoment((end.Date - start.Date).Days + 1, PublicWords.DayPart(end.Hour));
    }

    private IReadOnlyList<PublicCount> Transports()
    {
        var late = _report.Plan.Planned.ToLookup(p => p.LatenessSeconds > 0, p => p.Serial.Id);
        ContributingGroup[] groups =
        [
            new("on-time", late[false].ToHashSet(StringComparer.Ordinal)),
            new("late", late[true].ToHashSet(StringComparer.Ordinal)),
            new("unmoved", _report.Plan.Unmoved.Select(u => u.Serial.Id).ToHashSet(StringComparer.Ordinal)),
        ];
        var split = MinimumGroups.Of(groups, _minimum);
        var total = groups.Sum(g => g.Transports.Count);
        return
        [
            new PublicCount("total", _isEnough ? Rounding.Count(total) : null),
            .. groups.Select(g => new PublicCount(
                g.Key, split.Merged.Contains(g.Key) || !_isEnough ? null : Rounding.Count(g.Transports.Count))),
        ];
    }

    private List<PublicCount> ByRegion()
    {
        var groups = _contributions.Regions().ToList();
        var split = MinimumGroups.Of(groups, _minimum);
        var rows = groups.Where(g => split.Shown.Contains(g.Key))
            .Select(g => new PublicCount(g.Key, Rounding.Count(g.Transports.Count))).ToList();
        if (split.Merged.Count == 0) return rows;
        var merged = groups.Where(g => split.Merged.Contains(g.Key)).SelectMany(g => g.Transports).Distinct(StringComparer.Ordinal).Count();
        rows.Add(new PublicCount(PublicWords.Other, split.MergedMayShow ? Rounding.Count(merged) : null));
        return rows;
    }

    private PublicFigure? Figure(PublicMetric metric)
    {
        var figure = Assessed(metric)?.Figures.FirstOrDefault(f => f.Metric == metric.Id);
        if (figure is null) return null;
        var before = Rounding.ToStep(figure.Before, metric.Unit);
        return figure.Change == 0 || _modesShown.Contains(ModeWord(metric))
            ? new PublicFigure(
                metric.Id, metric.Unit, before, Rounding.ToStep(figure.After, metric.Unit), Rounding.ToStep(figure.Change, metric.Unit))
            : new PublicFigure(metric.Id, metric.Unit, before, null, null);
    }

    private IEnumerable<PublicPart> FigureByRegion(PublicMetric metric)
    {
        var changes = Changes(metric, "region", PublicWords.Region);
        var split = _regionsOfMode[ModeWord(metric)];
        return Parts(metric, changes, split, PublicWords.Provinces.Append(PublicWords.Elsewhere));
    }

    private IEnumerable<PublicPart> FigureByDayPart(PublicMetric metric)
    {
        var changes = Changes(metric, "hour", key => int.TryParse(key, out var hour) ? _contributions.DayPartOf(hour) : "");
        var split = MinimumGroups.Of(_contributions.DayParts(Contributions.ModeOf(ModeWord(metric))), _minimum);
        // Parts of the day are few: those that are too small are withheld, not put together.
        return Parts(metric, changes, split, PublicWords.DayParts).Where(p => p.Part != PublicWords.Other);
    }

    private IEnumerable<PublicPart> Parts(
        PublicMetric metric, Dictionary<string, double> changes, MinimumGroups split, IEnumerable<string> order)
    {
        if (!_modesShown.Contains(ModeWord(metric))) yield break;
        foreach (var part in order)
        {
            if (split.Shown.Contains(part) && changes.TryGetValue(part, out var change) && change != 0)
                yield return new PublicPart(metric.Id, part, Rounding.ToStep(change, metric.Unit));
        }

        var merged = changes.Where(c => split.Merged.Contains(c.Key) && c.Value != 0).Sum(c => c.Value);
        if (merged != 0 && split.MergedMayShow)
            yield return new PublicPart(metric.Id, PublicWords.Other, Rounding.ToStep(merged, metric.Unit));
    }

    private List<PublicEuros> Euros()
    {
        if (_report.Impact.Assessment.Valuation is not { } valuation) return [];
        var rows = PublicWords.Modes.Select(word =>
        {
            var sum = valuation.Rows.Where(r => r.Mode == Contributions.ModeOf(word))
                .Aggregate(new EuroSpread(0, 0, 0), (all, row) => all + row.Euros);
            return Spread(word, sum, sum == default || _modesShown.Contains(word));
        }).ToList();
        rows.Add(Spread("total", valuation.Total, _isEnough && rows.TrueForAll(r => r.Central is not null)));
        return rows;

        static PublicEuros Spread(string id, EuroSpread s, bool isShown) =>
            isShown ? new PublicEuros(id, Rounded(s.Low), Rounded(s.Central), Rounded(s.High)) : new PublicEuros(id, null, null, null);

        static double Rounded(long micro) => Rounding.ToStep((double)Money.ToEuros(micro), PublicSteps.Euros);
    }

    /// <summary>A province's burden is the sum of its modes: it is shown only where each mode's part of it may be.</summary>
    private List<PublicCount> Burden()
    {
        if (_report.Impact.Assessment.Valuation is not { } valuation || !_isEnough) return [];
        if (_contributions.Modes().Any(g => g.Transports.Count > 0 && !_modesShown.Contains(g.Key))) return [];
        var merged = _regionsOfMode.Values.SelectMany(s => s.Merged).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. valuation.Fairness.Regions.Where(r => PublicWords.Provinces.Contains(r.Region, StringComparer.Ordinal))
                .OrderBy(r => r.Region, StringComparer.Ordinal)
                .Select(r => new PublicCount(
                    r.Region, merged.Contains(r.Region) ? null : Rounding.ToStep(r.Burden, PublicSteps.Burden))),
        ];
    }

    private List<PublicCount> Carbon() =>
    [
        .. PublicWords.Modes.SelectMany(word => (_report.Impact.Assessment.Valuation?.Carbon ?? [])
            .Where(c => c.Mode == Contributions.ModeOf(word)).GroupBy(c => c.Mode)
            .Select(g => Shown(_modesShown, word, g.Sum(c => c.KgCo2), kg => Rounding.ToStep(kg, PublicSteps.Carbon)))),
    ];

    private static PublicCount Shown(IReadOnlySet<string> shown, string mode, double value, Func<double, double> rounded) =>
        new(mode, value == 0 || shown.Contains(mode) ? rounded(value) : null);

    private ModeAssessment? Assessed(PublicMetric metric) =>
        _report.Impact.Assessment.Modes.FirstOrDefault(m => m.Mode == Contributions.ModeOf(ModeWord(metric)));

    private Dictionary<string, double> Changes(PublicMetric metric, string dimension, Func<string, string> part) =>
        (Assessed(metric)?.Breakdowns ?? []).Where(b => b.Dimension == dimension)
            .SelectMany(b => b.Figures.Where(f => f.Metric == metric.Id).Select(f => (Part: part(b.Key), f.Change)))
            .GroupBy(c => c.Part, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.Change), StringComparer.Ordinal);

    private MinimumGroups RegionsOf(string word)
    {
        var mode = Contributions.ModeOf(word);
        var affected = (_report.Impact.Assessment.Modes.FirstOrDefault(m => m.Mode == mode)?.Breakdowns ?? [])
            .Where(b => b.Dimension == "region").Select(b => PublicWords.Region(b.Key)).ToHashSet(StringComparer.Ordinal);
        return MinimumGroups.Of(_contributions.Regions(mode, affected), _minimum);
    }

    private static string ModeWord(PublicMetric metric) => metric.Id[..metric.Id.IndexOf('.', StringComparison.Ordinal)];
}
