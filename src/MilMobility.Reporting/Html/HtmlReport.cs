using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MilMobility.Domain.Reports;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>
/// The self-contained report page: one file with its styles, scripts and data, readable offline in any browser. A content
/// security policy forbids it every connection. Leaflet and uPlot are inlined from their npm packages at build.
/// </summary>
public static partial class HtmlReport
{
    private static readonly string[] Styles = ["leaflet.css", "uPlot.min.css", "report.css"];
    private static readonly string[] Scripts =
    [
        "locale.js", "leaflet.js", "uPlot.iife.min.js", "words.js", "texts.js", "core.js", "tables.js", "rowchart.js", "gantt.js",
        "occupancy.js", "spacetime.js", "map.js", "heads.js", "overlay.js", "facts.js", "summary.js", "decisions.js", "curves.js",
        "civil.js", "valuation.js", "explain.js", "schedule.js", "quality.js", "filters.js", "app.js",
    ];

    public static byte[] ToBytes(MissionReport report)
    {
        var data = JsonSerializer.Serialize(PageData.Of(report), ReportJson.Options);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = WebUtility.HtmlEncode(report.Scenario.Title),
            ["marking"] = WebUtility.HtmlEncode(Formats.Marking(report.Manifest.Marking)),
            ["corridorkey"] = report.Scenario.Corridors.All(c => c.Marking == "notional") ? "banner.notional" : "banner.own",
            ["corridors"] = WebUtility.HtmlEncode(Formats.Corridors(report.Scenario)),
            ["styles"] = string.Join('\n', Styles.Select(Asset)),
            ["scripts"] = string.Join('\n', Scripts.Select(Asset)).Replace("</script", "<\\/script", StringComparison.Ordinal),
            // The default encoder escapes <, > and &, so the data cannot end its element.
            ["data"] = data,
        };
        // One pass, so that a title that reads like a placeholder stays a title.
        var page = Placeholder().Replace(Asset("template.html"), match => parts[match.Groups[1].Value]);
        return Encoding.UTF8.GetBytes(page);
    }

    [GeneratedRegex(@"\{\{([a-z]+)\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();

    private static string Asset(string name)
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream($"page/{name}")
            ?? throw new InvalidOperationException($"the build left out the report asset '{name}'");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
