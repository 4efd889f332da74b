using System.Net;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Paper;

/// <summary>
/// A printable HTML file: sheets that each begin on a new page, the marking at the head and foot of every sheet and of every printed
/// page. No script, no font, picture or address from elsewhere; all text is escaped. Not thread-safe.
/// </summary>
public sealed class PaperDocument
{
    private const string Style = """
        :root{color-scheme:light}*{box-sizing:border-box}
        body{font:11pt/1.35 "Liberation Sans",Arial,Helvetica,sans-serif;color:#111;background:#e8eaed;margin:0}
        .sheet{background:#fff;max-width:277mm;margin:6mm auto;padding:8mm 10mm;box-shadow:0 1px 4px #0004;position:relative}
        .marking{text-align:center;font-weight:700;letter-spacing:.08em;border:1px solid #111;padding:1mm;margin-bottom:4mm;font-size:10pt}
        .sheet>.marking:last-child{margin:5mm 0 0}
        h1{font-size:15pt;margin:0 0 3mm}h2{font-size:12pt;margin:5mm 0 2mm;border-bottom:1px solid #555}
        p{margin:1.5mm 0;max-width:90ch}.notice{border-left:4px solid #8a4b00;padding:1mm 3mm;background:#fff4e0}
        table{border-collapse:collapse;width:100%;font-size:9pt;margin:1mm 0 3mm}
        th,td{border:1px solid #999;padding:.8mm 1.5mm;text-align:left;vertical-align:top}
        th{background:#eee}td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        dl{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:.6mm 4mm;margin:2mm 0;font-size:9.5pt}
        dt{color:#444}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
        .blank{border-bottom:1px solid #555;height:7mm;margin:1mm 0}
        nav ul{columns:3;font-size:9pt;padding-left:5mm}a{color:#0b4a8f}
        .runmark{display:none}
        @page{size:A4 landscape;margin:14mm 10mm}
        @media print{body{background:#fff}.sheet{box-shadow:none;margin:0;padding:0;max-width:none;break-before:page}
        .sheet:first-of-type{break-before:auto}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}
        .runmark{display:block;position:fixed;left:0;right:0;text-align:center;font-size:8pt;font-weight:700}
        .runmark.top{top:-9mm}.runmark.foot{bottom:-9mm}}
        @media (max-width:700px){dl{grid-template-columns:max-content 1fr}nav ul{columns:1}.sheet{padding:4mm;overflow-x:auto}}
        """;

    private readonly string _title;
    private readonly string _marking;
    private readonly string _language;
    private readonly List<PaperSheet> _sheets = [];

    /// <param name="title">Title of the file.</param>
    /// <param name="marking">Marking of every page.</param>
    /// <param name="language">Language of its words.</param>
    public PaperDocument(string title, ClassificationMarking marking, string language = "en")
    {
        _title = title;
        _marking = Formats.Marking(marking);
        _language = language;
    }

    /// <summary>Begins a sheet.</summary>
    public PaperSheet Sheet(string title)
    {
        var sheet = new PaperSheet(title, $"s{_sheets.Count + 1}");
        _sheets.Add(sheet);
        return sheet;
    }

    public byte[] ToBytes()
    {
        var marking = WebUtility.HtmlEncode(_marking);
        var page = new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"").Append(_language).Append("\"><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append("<title>").Append(marking).Append(": ").Append(WebUtility.HtmlEncode(_title)).Append("</title>\n<style>")
            .Append(Style).Append("</style></head><body>\n")
            .Append("<div class=\"runmark top\" aria-hidden=\"true\">").Append(marking).Append("</div>")
            .Append("<div class=\"runmark foot\" aria-hidden=\"true\">").Append(marking).Append("</div>\n<main>\n");
        foreach (var sheet in _sheets) sheet.WriteTo(page, marking);
        return Encoding.UTF8.GetBytes(page.Append("</main></body></html>\n").ToString());
    }
}
