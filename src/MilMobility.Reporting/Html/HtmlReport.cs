using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Html;

/// <summary>The self-contained report page.</summary>
public static class HtmlReport
{
    public static byte[] ToBytes(MissionReport report) => System.Text.Encoding.UTF8.GetBytes(report.Scenario.Title);
}
