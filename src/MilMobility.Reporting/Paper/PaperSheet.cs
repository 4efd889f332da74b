using System.Net;
using System.Text;
using MilMobility.Domain.Sentences;

namespace MilMobility.Reporting.Paper;

/// <summary>One sheet of a <see cref="PaperDocument"/>; what is added comes out in that order. All text is escaped; a text
/// that differs between the languages stands there in both, of which the page shows one.</summary>
public sealed class PaperSheet
{
    private readonly StringBuilder _body = new();
    private readonly Phrase _title;

    internal PaperSheet(Phrase title, string id)
    {
        _title = title;
        Id = id;
    }

    /// <summary>Fragment by which an index links to it.</summary>
    public string Id { get; }

    public void Heading(Phrase text) => Element("h2", text);

    public void Paragraph(Phrase text) => Element("p", text);

    /// <summary>What a reader must see before the rest.</summary>
    public void Notice(Phrase text) => _body.Append("<p class=\"notice\">").Append(Encoded(text)).Append("</p>\n");

    /// <summary>Names and values, two pairs on a line.</summary>
    public void Facts(params (Phrase Name, Phrase Value)[] facts)
    {
        _body.Append("<dl>");
        foreach (var (name, value) in facts)
            _body.Append("<dt>").Append(Encoded(name)).Append("</dt><dd>").Append(Encoded(value)).Append("</dd>");
        _body.Append("</dl>\n");
    }

    /// <summary>A table; a heading that begins with <c>#</c> is one of numbers, which stand to the right.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows) =>
        Phrases([.. headings.Select(h => (Phrase)h)], rows.Select(r => r.Select(cell => (Phrase)cell).ToList()));

    /// <summary>A table whose texts may differ between the languages.</summary>
    public void Phrases(IReadOnlyList<Phrase> headings, IEnumerable<IReadOnlyList<Phrase>> rows)
    {
        _body.Append("<table><thead><tr>");
        foreach (var heading in headings)
        {
            _body.Append(IsNumeric(heading) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                .Append(Encoded(new Phrase(heading.English.TrimStart('#'), heading.Dutch.TrimStart('#')))).Append("</th>");
        }

        _body.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            _body.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
                _body.Append(IsNumeric(headings[i]) ? "<td class=\"n\">" : "<td>").Append(Encoded(row[i])).Append("</td>");
            _body.Append("</tr>\n");
        }

        _body.Append("</tbody></table>\n");
    }

    /// <summary>A line to fill in by hand.</summary>
    public void Blank(string label) =>
        _body.Append("<p>").Append(Encoded(label)).Append("</p><div class=\"blank\"></div>\n");

    /// <summary>Links to other sheets.</summary>
    public void Index(IEnumerable<(string Text, PaperSheet Sheet)> entries)
    {
        _body.Append("<nav><ul>");
        foreach (var (text, sheet) in entries)
            _body.Append("<li><a href=\"#").Append(sheet.Id).Append("\">").Append(Encoded(text)).Append("</a></li>");
        _body.Append("</ul></nav>\n");
    }

    internal void WriteTo(StringBuilder page, string marking) => page
        .Append("<section class=\"sheet\" id=\"").Append(Id).Append("\" tabindex=\"0\">")
        .Append("<div class=\"marking\">").Append(marking).Append("</div><h1>").Append(Encoded(_title)).Append("</h1>\n").Append(_body)
        .Append("<div class=\"marking\">").Append(marking).Append("</div></section>\n");

    private void Element(string name, Phrase text) =>
        _body.Append('<').Append(name).Append('>').Append(Encoded(text)).Append("</").Append(name).Append(">\n");

    private static bool IsNumeric(Phrase heading) => heading.English.StartsWith('#');

    internal static string Encoded(Phrase text) => text.English == text.Dutch
        ? WebUtility.HtmlEncode(text.English)
        : $"<span lang=\"en\">{WebUtility.HtmlEncode(text.English)}</span><span lang=\"nl\">{WebUtility.HtmlEncode(text.Dutch)}</span>";
}
