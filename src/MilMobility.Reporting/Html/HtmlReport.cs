using System.Net;
using System.Text;
using System.Text.Json;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Json;

namespace MilMobility.Reporting.Html;

/// <summary>
/// The self-contained report page: one file with its styles, scripts and data, readable offline in any browser. A content
/// security policy forbids it every connection. Leaflet and uPlot are inlined from their npm packages at build.
/// </summary>
public static class HtmlReport
{
    private static readonly string[] Styles = ["leaflet.css", "uPlot.min.css", "report.css"];
    private static readonly string[] Scripts =
        ["leaflet.js", "uPlot.iife.min.js", "report.js", "map.js", "timeline.js", "impact.js"];

    public static byte[] ToBytes(MissionReport report)
    {
        var data = JsonSerializer.Serialize(PageData.Of(report), ReportJson.Options);
        var page = new StringBuilder(Asset("template.html"));
        page.Replace("{{title}}", WebUtility.HtmlEncode(report.Scenario.Title));
        page.Replace("{{marking}}", WebUtility.HtmlEncode(report.Manifest.Marking.ToString()));
        page.Replace("{{styles}}", string.Join('\n', Styles.Select(Asset)));
        page.Replace("{{scripts}}", string.Join('\n', Scripts.Select(Asset)).Replace("</script", "<\\/script", StringComparison.Ordinal));
        // The default encoder escapes <, > and &, so the data cannot end its element.
        page.Replace("{{data}}", data);
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"the build left out the report asset '{name}'");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
