using MilMobility.Domain.Civil;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>
/// The account of the civil impact: metrics as positions in their list, figures as [metric, before, after, quality]. Large lists
/// keep what changes most, so that the page stays small; how many there were is said.
/// </summary>
internal static class PageAssessment
{
    private const int CellsPerMetric = 6_000;
    private const int PathsListed = 300;
    private const int TrainPathsDrawn = 8_000;

    public static object Of(CivilAssessment assessment, PageIndex index, PageSentences sentences)
    {
        var metrics = assessment.Metrics.Select((m, i) => (m.Id, i)).ToDictionary(m => m.Id, m => m.i, StringComparer.Ordinal);
        return new
        {
            Metrics = assessment.Metrics.Select(m => new
            {
                m.Id, m.Name, NameNl = MetricWords.Name(m).TextNl, m.Unit, Definition = sentences.Of(m.Definition),
                    Reference = sentences.Of(m.Reference), m.LessIsBetter,
                    m.Norm,
            }),
            Modes = assessment.Modes.Select(m => Mode(m, metrics, index, sentences)),
            Valuation = assessment.Valuation is { } worth ? Valuation(worth, sentences) : null,
        };
    }

    private static object Mode(
        ModeAssessment mode, Dictionary<string, int> metrics, PageIndex index, PageSentences sentences) => new
    {
        Mode = PageMap.Name(mode.Mode),
        Figures = mode.Figures.Select(f => Figure(f, metrics)),
        Breakdowns = mode.Breakdowns.Select(b => new
        {
            b.Dimension, b.Key, Figures = b.Figures.Select(f => Figure(f, metrics)),
        }),
        Cells = Cells(mode.Cells, metrics, index),
        CellsInAll = mode.Cells.Count,
        Paths = mode.Paths.Take(PathsListed).Select(p => new
        {
            p.Category, Links = p.Links.Select(index.Link), p.Hour, p.Step, Paths = Rounded(p.Paths),
            TrainMinutes = Rounded(p.TrainMinutes), PassengerMinutes = Rounded(p.PassengerMinutes), p.Because,
        }),
        PathsInAll = mode.Paths.Count,
        // Category, links, direction of each, times in and out of each, what happens to it, by how many seconds.
        TrainPaths = mode.TrainPaths.Take(TrainPathsDrawn).Select(p => new object[]
        {
            p.Category, p.Links.Select(index.Link), p.Forward.Select(f => f ? 1 : 0),
            p.EnterSeconds.Zip(p.LeaveSeconds, (enter, leave) => new[] { enter, leave }).SelectMany(t => t), p.Step, p.ShiftSeconds,
        }),
        TrainPathsInAll = mode.TrainPaths.Count,
        Notes = sentences.Of(mode.Notes),
    };

    private static object[] Figure(CivilFigure figure, Dictionary<string, int> metrics) =>
        [metrics.GetValueOrDefault(figure.Metric, -1), Rounded(figure.Before), Rounded(figure.After), figure.Quality];

    /// <summary>Of each metric the cells that change most: metric, link or node, direction, hour, before, after.</summary>
    private static IEnumerable<object[]> Cells(
        IReadOnlyList<AssessedCell> cells, Dictionary<string, int> metrics, PageIndex index) => cells
        .GroupBy(c => c.Metric, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        .SelectMany(g => g.OrderByDescending(c => Math.Abs(c.After - c.Before)).ThenBy(c => c.Resource, StringComparer.Ordinal)
            .ThenBy(c => c.Hour).Take(CellsPerMetric))
        .Select(c => new object[]
        {
            metrics.GetValueOrDefault(c.Metric, -1), index.Resource(c.Resource), c.Forward ? 1 : 0, c.Hour, Rounded(c.Before),
            Rounded(c.After),
        });

    private static object Valuation(CivilValuation worth, PageSentences sentences) => new
    {
        Rows = worth.Rows.Select(r => new
        {
            Mode = PageMap.Name(r.Mode), r.Metric, Quantity = Rounded(r.Quantity), r.Category, Euros = Spread(r.Euros), r.Quality,
        }),
        Total = Spread(worth.Total),
        Fairness = new
        {
            worth.Fairness.Measure, worth.Fairness.Gini, worth.Fairness.Quality,
            Reference = sentences.Of(worth.Fairness.Reference),
            Regions = worth.Fairness.Regions.Select(r => new object[] { r.Region, Math.Round(r.Burden, 4) }),
        },
        Carbon = worth.Carbon.Select(c => new { Mode = PageMap.Name(c.Mode), Kg = Rounded(c.KgCo2), c.Quality, c.Source }),
        worth.PriceLevel,
        Notes = sentences.Of(worth.Notes),
    };

    private static long[] Spread(EuroSpread euros) => [euros.Low, euros.Central, euros.High];

    private static double Rounded(double value) => Math.Round(value, 2);
}
