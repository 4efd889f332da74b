using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Workbooks;

/// <summary>March tables and movement credit requests as a workbook, for whoever keys them in elsewhere.</summary>
public static class MarchWorkbook
{
    public static byte[] ToBytes(MissionReport report)
    {
        var legs = new LegSheets(report);
        return XlsxWorkbook.ToBytes([legs.MarchTable(), legs.CreditRequests()], report.Manifest.Marking);
    }
}
