using System.Globalization;
using System.Net;
using System.Text;
using MilMobility.Reporting.Audiences.Parliament;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>
/// A public report as a page: one file without scripts, Dutch first and English after it, each on pages of its own when printed with the
/// marking in the margins of every page. A content security policy forbids it every connection.
/// </summary>
public static class PublicPage
{
    private const string Style = """
        :root { color: #1b1f24; background: #fff; font: 16px/1.5 system-ui, "Segoe UI", Arial, sans-serif; }
        body { margin: 0 auto; max-width: 54rem; padding: 0 1rem 3rem; }
        .marking { text-align: center; font-weight: 700; letter-spacing: .05em; padding: .4rem; border: 1px solid #1b1f24; margin: 1rem 0; }
        nav a { margin-right: 1rem; }
        a { color: #0b4f8a; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .3rem; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #c9d1d9; vertical-align: top; }
        th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .note { color: #444c56; }
        .scrolled { overflow-x: auto; }
        @media print {
          @page {
            size: A4; margin: 20mm 15mm;
            @top-center { content: "MARKING"; font-weight: 700; } @bottom-center { content: "MARKING"; font-weight: 700; }
          }
          nav { display: none; } body { max-width: none; padding: 0; font-size: 11pt; }
          tr, h2 { break-inside: avoid; break-after: auto; } h2 { break-after: avoid; } thead { display: table-header-group; }
          section.language + section.language { break-before: page; }
          .marking.foot { display: none; }
        }
        """;

    public static byte[] ToBytes(PublicReport report)
    {
        var marking = WebUtility.HtmlEncode(Formats.Marking(report.Marking));
        var page = new StringBuilder();
        page.Append(
            "<!doctype html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            + "<title>Samenvatting voor het parlement / Summary for parliament</title>\n<style>\n");
        page.Append(Style.Replace("MARKING", Formats.Marking(report.Marking), StringComparison.Ordinal))
            .Append("\n</style>\n</head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"marking head\">{marking}</div>\n");
        page.Append("<nav aria-label=\"Taal / Language\">")
            .Append("<a href=\"#nl\">Nederlands</a><a href=\"#en\" lang=\"en\">English</a></nav>\n<main>\n");
        Language(page, report, dutch: true);
        Language(page, report, dutch: false);
        page.Append(CultureInfo.InvariantCulture, $"</main>\n<div class=\"marking foot\">{marking}</div>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Language(StringBuilder page, PublicReport report, bool dutch)
    {
        var language = dutch ? "nl" : "en";
        page.Append(CultureInfo.InvariantCulture, $"<section class=\"language\" id=\"{language}\" lang=\"{language}\">\n");
        page.Append(dutch ? "<h1>Samenvatting voor het parlement</h1>\n" : "<h1>Summary for parliament</h1>\n");
        page.Append("<p>").Append(Period(report, dutch)).Append("</p>\n");
        foreach (var section in PublicRows.Of(report).GroupBy(r => r.Section, StringComparer.Ordinal)) Table(page, [.. section], dutch);
        page.Append("<p class=\"note\">").Append(dutch
            ? $"Elk getal is apart afgerond, op twee cijfers en niet fijner dan de stap van zijn eenheid; sommen kunnen in het laatste "
                + $"cijfer afwijken. Wat kleiner is dan een stap, staat er als \u201cminder dan\u201d die stap. Geen getal komt van "
                    + $"minder dan {report.MinimumGroup} transporten: kleinere groepen zijn samengenomen of weggelaten (een streepje). "
                + "Burgervolumes en routes zijn ramingen."
            : $"Each number is rounded on its own, to two digits and no finer than the step of its unit; sums may differ in the last "
                + $"digit. "
                + "What is less than a step is told as \u201cless than\u201d that step. No number comes from fewer "
                + $"than {report.MinimumGroup} transports: smaller groups are put together or withheld (a dash). "
                + "Civil volumes and routes are estimates.");
        page.Append("</p>\n</section>\n");
    }

    private static string Period(PublicReport report, bool dutch)
    {
        var days = dutch ? $"De periode duurt {report.Days} dagen." : $"The period is {report.Days} days.";
        if (report.Closure is not { } closure) return days;
        var (english, nl) = PublicWords.Of(closure.Part);
        return dutch
            ? $"{days} Het laatste transport komt aan op dag {closure.Day}, {nl.ToLowerInvariant()}."
            : $"{days} The last transport arrives on day {closure.Day}, {english.ToLowerInvariant()}.";
    }

    private static void Table(StringBuilder page, List<PublicRow> rows, bool dutch)
    {
        var section = rows[0].Section;
        var (english, nl) = PublicSections.Of(section);
        page.Append(
            CultureInfo.InvariantCulture,
            $"<h2>{(dutch ? nl : english)}</h2>\n<div class=\"scrolled\"><table data-section=\"{section}\">\n<thead><tr>");
        page.Append(dutch ? "<th scope=\"col\">Onderwerp</th>" : "<th scope=\"col\">Subject</th>");
        foreach (var heading in Headings(section, rows[0].Values.Count, dutch))
            page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"n\">{heading}</th>");
        page.Append(dutch ? "<th scope=\"col\">Eenheid</th>" : "<th scope=\"col\">Unit</th>").Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            var name = WebUtility.HtmlEncode(PublicSections.NameOf(row, dutch));
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th>");
            foreach (var value in row.Values)
                page.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{PublicRows.Number(value, row.Unit, dutch)}</td>");
            page.Append(CultureInfo.InvariantCulture, $"<td>{WebUtility.HtmlEncode(PublicSections.UnitOf(row, dutch))}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string[] Headings(string section, int values, bool dutch) => (values, section, dutch) switch
    {
        (1, _, true) => ["Waarde"],
        (1, _, false) => ["Value"],
        (_, PublicRows.Euros, true) => ["Laag", "Midden", "Hoog"],
        (_, PublicRows.Euros, false) => ["Low", "Central", "High"],
        (_, _, true) => ["Zonder", "Met", "Verschil"],
        (_, _, false) => ["Without", "With", "Change"],
    };
}
