using System.Net;
using System.Security.Cryptography;
using System.Text;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Paper;

/// <summary>
/// A printable HTML file: sheets that each begin on a new page, the marking at the head and foot of every sheet and of every printed
/// page. No font, picture or address from elsewhere; all text is escaped. Its one script is the language switch of a document in two
/// languages, which the content security policy allows by its hash; without scripts such a document is English. Not thread-safe.
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

    private const string TwoLanguages = """

        html[lang=en] span[lang=nl],html[lang=nl] span[lang=en]{display:none}
        .languages{max-width:277mm;margin:4mm auto 0;padding:0 2mm;display:flex;justify-content:flex-end;gap:2mm}
        .languages button{font:inherit;font-size:10pt;padding:1mm 3mm;border:1px solid #555;border-radius:1mm;background:#fff;color:#111}
        .languages button[aria-pressed=true]{background:#1c2430;color:#fff}
        @media print{.languages{display:none}}
        """;

    private const string Switch = """
        const root = document.documentElement, buttons = [...document.querySelectorAll('[data-language]')];
        function show(language) {
          root.lang = language;
          document.title = root.dataset[language];
          for (const b of buttons) b.setAttribute('aria-pressed', b.dataset.language === language ? 'true' : 'false');
        }
        for (const b of buttons)
          b.addEventListener('click', () => {
            show(b.dataset.language);
            history.replaceState(null, '', `#${b.dataset.language}`);
          });
        show(location.hash === '#nl' || (!location.hash && navigator.language?.startsWith('nl')) ? 'nl' : 'en');
        """;

    private readonly Phrase _title;
    private readonly Phrase _marking;
    private readonly string _language;
    private readonly bool _hasSwitch;
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

    private PaperDocument(Phrase title, ClassificationMarking marking)
    {
        _title = title;
        _marking = Formats.Marked(marking);
        _language = "en";
        _hasSwitch = true;
    }

    /// <summary>A document in English and Dutch, with the switch of the report page.</summary>
    public static PaperDocument InTwoLanguages(Phrase title, ClassificationMarking marking) => new(title, marking);

    /// <summary>Begins a sheet.</summary>
    public PaperSheet Sheet(Phrase title)
    {
        var sheet = new PaperSheet(title, $"s{_sheets.Count + 1}");
        _sheets.Add(sheet);
        return sheet;
    }

    public byte[] ToBytes()
    {
        var marking = PaperSheet.Encoded(_marking);
        var scripts = _hasSwitch ? $"; script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Switch)))}'" : "";
        var page = new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"").Append(_language).Append('"')
            .Append(_hasSwitch ? $" data-en=\"{Title(_title.English)}\" data-nl=\"{Title(_title.Dutch)}\"" : "")
            .Append("><head><meta charset=\"utf-8\">")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'")
            .Append(scripts).Append("\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
            .Append("<title>").Append(Title(_title.English)).Append("</title>\n<style>")
            .Append(Style).Append(_hasSwitch ? TwoLanguages : "").Append("</style></head><body>\n")
            .Append("<div class=\"runmark top\" aria-hidden=\"true\">").Append(marking).Append("</div>")
            .Append("<div class=\"runmark foot\" aria-hidden=\"true\">").Append(marking).Append("</div>\n");
        if (_hasSwitch)
        {
            page.Append("<div class=\"languages\" role=\"group\" aria-label=\"Language / Taal\">")
                .Append("<button type=\"button\" data-language=\"en\" lang=\"en\">English</button>")
                .Append("<button type=\"button\" data-language=\"nl\" lang=\"nl\">Nederlands</button></div>\n");
        }

        page.Append("<main>\n");
        foreach (var sheet in _sheets) sheet.WriteTo(page, marking);
        page.Append("</main>").Append(_hasSwitch ? $"<script>{Switch}</script>" : "").Append("</body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private string Title(string title) => WebUtility.HtmlEncode(
        $"{(title == _title.Dutch && _hasSwitch ? _marking.Dutch : _marking.English)}: {title}");
}
