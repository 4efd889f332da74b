using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Html;

namespace MilMobility.Reporting.Tests;

/// <summary>The page holds its data, needs nothing from outside, and takes no text for markup.</summary>
public sealed partial class HtmlReportTests
{
    [Fact]
    public void The_page_carries_the_plan_as_its_scripts_read_it()
    {
        using var data = Data(Page());
        var root = data.RootElement;
        Assert.Equal(["A-01", "B-01"], root.GetProperty("serials").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        Assert.Equal(3600, root.GetProperty("clock").GetProperty("offsets")[0][1].GetInt32());
        // Move over link 1 (l2) against its stored direction, from 7 920 to 9 360 s.
        Assert.Equal("[0,1,false,7920,9360]", root.GetProperty("serials")[0].GetProperty("steps")[2].GetRawText());
        var hour = Assert.Single(root.GetProperty("civil").GetProperty("by_hour").EnumerateArray());
        Assert.Equal(2, hour.GetProperty("hour").GetInt32());
        Assert.Equal(300_000_000, hour.GetProperty("road").GetInt64());
        // 40 pcu on 20 free ones: twice the free capacity.
        Assert.Equal(2.0, root.GetProperty("civil").GetProperty("modes")[0].GetProperty("peak").GetDouble());
    }

    [Fact]
    public void Marking_warnings_and_broken_rules_are_there_in_both_languages()
    {
        var report = TinyReport.Make(marking: ClassificationMarking.DepartmentalConfidential);
        var broken = new Violation("steps", ["A-01"], "l1", 0, 60, Sentence.Of("check.one-way", ("from", "a"), ("to", "b")));
        var warned = new Diagnostic("NET206", Severity.Warning, "my.yaml", 7, "in English")
        {
            Words = Sentence.Of("warning.patch-out-of-reach", ("where", Sentence.Of("select.road", ("what", "A15")))),
        };
        report = report with
        {
            Check = report.Check with { Violations = [broken] },
            Manifest = report.Manifest with { Warnings = [warned.ToSentence()] },
        };
        using var data = Data(Encoding.UTF8.GetString(HtmlReport.ToBytes(report)));
        Assert.Equal(
            ["DEPARTMENTAL CONFIDENTIAL", "DEPARTEMENTAAL VERTROUWELIJK"],
            data.RootElement.GetProperty("marking").EnumerateArray().Select(m => m.GetString()));
        Assert.Equal(
            "NET206 my.yaml:7 waarschuwing: ingreep op 'weg A15' verandert niets: geen verbindingen, of de uren of het "
            + "venster vallen buiten "
            + "de planperiode",
            Dutch(data.RootElement.GetProperty("run").GetProperty("warnings")[0]));
        Assert.Equal(
            "de verbinding heeft \u00e9\u00e9n richting, van a naar b",
            Dutch(data.RootElement.GetProperty("run").GetProperty("violations")[0].GetProperty("message")));

        string? Dutch(JsonElement at) => data.RootElement.GetProperty("sentences")[at.GetInt32()][1].GetString();
    }

    [Fact]
    public void A_corridor_shows_its_serials_vehicles_modes_and_civil_price()
    {
        using var data = Data(Page());
        var corridor = Assert.Single(data.RootElement.GetProperty("corridors").EnumerateArray());
        Assert.Equal("notional", corridor.GetProperty("marking").GetString());
        Assert.Equal(
            (2, 32, 1, 1, 0, 1, 12_492, 300_000_000L),
            (Int("serials"), Int("vehicles"), Int("road"), Int("rail"), Int("water"), Int("late"), Int("last_in"),
                corridor.GetProperty("civil").GetInt64()));

        int Int(string name) => corridor.GetProperty(name).GetInt32();
    }

    [Fact]
    public void A_cell_names_its_link_by_position_and_gives_its_numbers_in_order()
    {
        using var data = Data(Page());
        var cell = Assert.Single(data.RootElement.GetProperty("civil").GetProperty("cells").EnumerateArray());
        // Link 1 (l2), against its direction, hour 2: capacity 100, civil 80, military 40, displaced 20, 1.5 h, EUR 300.
        Assert.Equal("[1,0,2,100,80,40,20,1.5,300000000]", cell.GetRawText());
    }

    [Fact]
    public void A_report_without_explanations_front_or_valuation_says_so_by_null()
    {
        using var data = Data(Page());
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("explanations").ValueKind);
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("front").ValueKind);
        Assert.Equal(JsonValueKind.Null, data.RootElement.GetProperty("assessment").GetProperty("valuation").ValueKind);
    }

    [Fact]
    public void An_assessment_keeps_its_figures_and_of_the_cells_of_a_metric_those_that_change_most()
    {
        var report = TinyReport.Make();
        var cells = Enumerable.Range(0, 6_005).Select(hour => new AssessedCell("l4", true, hour, "rail.train-minutes-lost", 10, 10 + hour));
        report = report with
        {
            Impact = report.Impact with
            {
                Assessment = new CivilAssessment
                {
                    Metrics = [new CivilMetric("rail.train-minutes-lost", "Train-minutes lost", "min", Sentence.AsIs("what"),
                        Sentence.AsIs("where"))],
                    Modes =
                    [
                        new ModeAssessment(
                            TransportMode.Rail, [new CivilFigure("rail.train-minutes-lost", 4, 16.5, "derived")],
                            [new CivilBreakdown("hour", "0002", [new CivilFigure("rail.train-minutes-lost", 1, 3, "derived")])])
                        {
                            Cells = [.. cells],
                        },
                    ],
                },
            },
        };
        using var data = Data(Encoding.UTF8.GetString(HtmlReport.ToBytes(report)));
        var rail = Assert.Single(data.RootElement.GetProperty("assessment").GetProperty("modes").EnumerateArray());
        Assert.Equal("[[0,4,16.5,\"derived\"]]", rail.GetProperty("figures").GetRawText());
        Assert.Equal("0002", rail.GetProperty("breakdowns")[0].GetProperty("key").GetString());
        var kept = rail.GetProperty("cells");
        Assert.Equal((6_000, 6_005), (kept.GetArrayLength(), rail.GetProperty("cells_in_all").GetInt32()));
        // Metric 0 on link 3 (l4), along it, in the last hour: it changes most.
        Assert.Equal("[0,3,1,6004,10,6014]", kept[0].GetRawText());
    }

    [Fact]
    public void The_marking_stands_at_top_and_bottom() =>
        Assert.Equal(
            2, Regex.Count(
                Page(marking: ClassificationMarking.DepartmentalConfidential),
                "class=\"marking\"[^>]*>(<span data-marking>)?DEPARTMENTAL CONFIDENTIAL"));

    [Fact]
    public void The_page_refers_to_nothing_outside_itself()
    {
        var page = Page();
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        // Leaflet keeps one link in the text of its attribution control, which the page switches off; the link loads nothing.
        Assert.Contains("attributionControl: false", page, StringComparison.Ordinal);
        Assert.All(
            OutsideReference().Matches(page),
            match => Assert.StartsWith("href=\"https://leafletjs.com\"", page[match.Index..], StringComparison.Ordinal));
        Assert.DoesNotContain("{{", page[..page.IndexOf("<style>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_named_like_markup_stays_text()
    {
        const string Hostile = "</script><b>1 Bn</b>";
        var page = Page(unit: Hostile);
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
        using var data = Data(page);
        Assert.Equal(Hostile, data.RootElement.GetProperty("serials")[0].GetProperty("unit").GetString());
        // One block for the data, one for the scripts, and their ends.
        Assert.Equal(2, Regex.Count(page, "</script>"));
    }

    [Fact]
    public void A_title_is_escaped_and_never_taken_for_a_placeholder()
    {
        var page = Page(title: "<i>{{data}}</i>");
        Assert.Contains("<h1><span id=\"title\">&lt;i&gt;{{data}}&lt;/i&gt;</span> <small", page, StringComparison.Ordinal);
    }

    private static string Page(
        string unit = "1 Bn", string title = "Tiny", ClassificationMarking marking = ClassificationMarking.Public) =>
        Encoding.UTF8.GetString(HtmlReport.ToBytes(TinyReport.Make(unit, title, marking)));

    private static JsonDocument Data(string page)
    {
        const string Opening = "<script type=\"application/json\" id=\"data\">";
        var start = page.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]);
    }

    [GeneratedRegex(@"(src|href)\s*=\s*[""']?(https?:)?//|url\(\s*[""']?(https?:)?//|@import", RegexOptions.IgnoreCase, 5000)]
    private static partial Regex OutsideReference();
}
