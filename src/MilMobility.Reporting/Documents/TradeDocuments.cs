using MilMobility.Domain.Reports;
using MilMobility.Reporting.Workbooks;
using MilMobility.Reporting.Writers;

namespace MilMobility.Reporting.Documents;

/// <summary>
/// The documents that the trade carries on with: printable sheets for convoys, trains, barges and places, workbooks, and the summary
/// with its indicators. All of a report that may be reduced: what is not in it is not in them. Pure.
/// </summary>
public static class TradeDocuments
{
    /// <summary>Every document of a report, by file name.</summary>
    public static IEnumerable<ReportFile> All(MissionReport report)
    {
        var march = new MarchDocuments(report);
        yield return new ReportFile("march-tables.html", march.MarchTables());
        yield return new ReportFile("movement-credit-requests.html", march.CreditRequests());
        yield return new ReportFile("march-tables.xlsx", MarchWorkbook.ToBytes(report));
        yield return new ReportFile("train-path-requests.html", TrainPathRequests.ToBytes(report));
        yield return new ReportFile("voyages.html", VoyageList.ToBytes(report));
        yield return new ReportFile("place-briefings.html", PlaceBriefings.ToBytes(report));
        yield return new ReportFile("summary.html", ParliamentSummary.ToBytes(report));
    }
}
