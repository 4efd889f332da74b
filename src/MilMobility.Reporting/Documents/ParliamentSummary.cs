using System.Globalization;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Documents.Indicators;
using MilMobility.Reporting.Paper;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Documents;

/// <summary>The indicators of a run on one sheet, with definitions and rounding, for readers who compare runs over the years.</summary>
internal static class ParliamentSummary
{
    public static byte[] ToBytes(MissionReport report)
    {
        var paper = new PaperDocument($"Summary: {report.Scenario.Title}", report.Manifest.Marking);
        var sheet = paper.Sheet($"Military transit and civil traffic: {report.Scenario.Title}");
        sheet.Notice("The corridors and volumes are notional. Figures are model outcomes, rounded as stated.");
        sheet.Facts(
            ("Phase", Formats.Words(report.Scenario.Phase)), ("Period from", Formats.LocalTime(report.Clock.At(0))),
            ("Network", $"{report.Manifest.NetworkName} {report.Manifest.NetworkVersion}"),
            ("Quality of the network's values", Formats.Shares(report.Manifest.QualityShares)));
        sheet.Table(
            ["id", "indicator", "#value", "unit", "quality", "definition", "#rounded to"],
            RunIndicators.Of(report).Select(i => (string[])
            [
                i.Id, i.Name, i.Value is { } value ? Text(value) : "not stated", i.Unit, i.Quality, i.Definition, Text(i.RoundedTo),
            ]));
        sheet.Paragraph(
            $"Groups of fewer than {RunIndicators.SerialsMin} columns, trains or barges are not stated. An id keeps its definition, unit "
            + "and rounding in every run; a definition that changes gets a new id.");
        return paper.ToBytes();
    }

    private static string Text(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture).Replace(',', ' ');
}
