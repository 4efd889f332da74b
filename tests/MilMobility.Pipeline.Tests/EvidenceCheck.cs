using System.Text;
using System.Text.Json;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Html;

namespace MilMobility.Pipeline.Tests;

/// <summary>
/// That every figure of a run's civil account names its metric, unit, reference and quality: in the records, and in the data that the
/// report
/// page draws.
/// </summary>
internal static class EvidenceCheck
{
    private static readonly string[] Qualities = ["measured", "derived", "assumed"];

    public static void EveryFigureIsNamed(MissionReport report)
    {
        InRecords(report.Impact.Assessment, [.. report.Impact.ValuesOfTime.Select(v => v.Category)]);
        InPage(Encoding.UTF8.GetString(HtmlReport.ToBytes(report)));
    }

    private static void InRecords(CivilAssessment assessment, HashSet<string> categories)
    {
        Assert.All(assessment.Metrics, m => Named(
            m.Id, m.Name, m.Unit, m.Definition.Text, m.Definition.TextNl, m.Reference.Text, m.Reference.TextNl));
        var metrics = assessment.Metrics.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(assessment.Metrics.Count, metrics.Count);
        foreach (var mode in assessment.Modes)
        {
            var figures = mode.Figures.Concat(mode.Breakdowns.SelectMany(b => b.Figures)).ToList();
            Assert.NotEmpty(figures);
            Assert.Empty(figures.Select(f => f.Metric).Concat(mode.Cells.Select(c => c.Metric)).Except(metrics));
            Assert.Empty(figures.Select(f => f.Quality).Except(Qualities));
        }

        var worth = assessment.Valuation!;
        Assert.Empty(worth.Rows.Select(r => r.Metric).Except(metrics));
        Assert.Empty(worth.Rows.Select(r => r.Category).Except(categories));
        Assert.Empty(worth.Rows.Select(r => r.Quality).Concat(worth.Carbon.Select(c => c.Quality)).Append(worth.Fairness.Quality)
            .Except(Qualities));
        Named(worth.PriceLevel, worth.Fairness.Measure, worth.Fairness.Reference.Text, worth.Fairness.Reference.TextNl);
        Assert.All(worth.Carbon, c => Named(c.Source));
    }

    private static void InPage(string html)
    {
        const string Opening = "id=\"data\">";
        var start = html.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        using var page = JsonDocument.Parse(html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)]);
        var account = page.RootElement.GetProperty("assessment");
        var metrics = account.GetProperty("metrics").EnumerateArray().ToList();
        Assert.NotEmpty(metrics);
        var sentences = page.RootElement.GetProperty("sentences").EnumerateArray().ToList();
        Assert.All(metrics, m => Named(
            Text(m, "id"), Text(m, "name"), Text(m, "unit"), Said(sentences, m, "definition"), Said(sentences, m, "reference")));
        foreach (var mode in account.GetProperty("modes").EnumerateArray())
        {
            var figures = mode.GetProperty("figures").EnumerateArray()
                .Concat(mode.GetProperty("breakdowns").EnumerateArray().SelectMany(b => b.GetProperty("figures").EnumerateArray()))
                .ToList();
            Assert.All(figures, f => Assert.InRange(f[0].GetInt32(), 0, metrics.Count - 1));
            Assert.Empty(figures.Select(f => f[3].GetString()).Except(Qualities));
            Assert.All(mode.GetProperty("cells").EnumerateArray(), c => Assert.InRange(c[0].GetInt32(), 0, metrics.Count - 1));
        }

        var worth = account.GetProperty("valuation");
        Assert.All(worth.GetProperty("rows").EnumerateArray(), r => Assert.Contains(Text(r, "quality"), Qualities));
        Assert.All(worth.GetProperty("carbon").EnumerateArray(), c => Named(Text(c, "quality"), Text(c, "source")));
        Named(Text(worth.GetProperty("fairness"), "quality"), Said(sentences, worth.GetProperty("fairness"), "reference"));
    }

    private static string Said(List<JsonElement> sentences, JsonElement element, string property) =>
        sentences[element.GetProperty(property).GetInt32()][0].GetString() ?? "";

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    private static void Named(params string[] texts) => Assert.All(texts, t => Assert.False(string.IsNullOrWhiteSpace(t), "a blank"));
}
