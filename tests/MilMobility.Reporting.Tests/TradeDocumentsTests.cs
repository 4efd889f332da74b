using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Documents;
using MilMobility.Reporting.Documents.Indicators;
using MilMobility.Reporting.Geo;
using MilMobility.Reporting.Workbooks;

namespace MilMobility.Reporting.Tests;

/// <summary>Documents of the tiny run: a column of 20 from Depot to Border with a halt of 45 min at Rest, and a train.</summary>
public sealed class TradeDocumentsTests
{
    private const string Marked = "DEPARTMENTAL CONFIDENTIAL";

    private static readonly MissionReport s_run = TinyReport.Make(
        unit: "1 <Bn> & =SUM(A1)", marking: ClassificationMarking.DepartmentalConfidential);

    [Fact]
    public void Every_page_of_every_document_is_marked_and_asks_nothing_of_anywhere()
    {
        var pages = TradeDocuments.All(s_run).Where(f => f.Name.EndsWith(".html", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, pages.Count);
        foreach (var (name, bytes) in pages)
        {
            var page = Encoding.UTF8.GetString(bytes);
            var sheets = page.Split("<section class=\"sheet\"").Length - 1;
            Assert.True(sheets > 0, name);
            // Head and foot of each sheet, head and foot of each printed page, and the title.
            Assert.Equal((2 * sheets) + 3, page.Split(Marked).Length - 1);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<Bn>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_march_table_has_a_page_for_each_column_with_due_and_clear_at_its_critical_points()
    {
        var page = Html("march-tables.html");
        Assert.Equal(1, page.Split("<section class=\"sheet\"").Length - 1);
        Assert.Contains("28-NLD-A-01", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Highest load class (MLC)</dt><dd>W 24</dd>", page, StringComparison.Ordinal);
        // 20 vehicles on 1,000 m.
        Assert.Contains("<dd>20.0 vehicles/km</dd>", page, StringComparison.Ordinal);
        // Off at second 7,200 = 01:00 local, tail clear 72 s later; the release point is reached after summer time began.
        Assert.Contains(
            "<td>Depot</td><td></td><td class=\"n\">0.0</td><td>27 Mar 23:00</td><td>28 Mar 01:00</td><td>28 Mar 01:01</td>", page,
            StringComparison.Ordinal);
        Assert.Contains("280100+0100 MAR 27", page, StringComparison.Ordinal);
        Assert.Contains("280328+0200 MAR 27", Html("movement-credit-requests.html"), StringComparison.Ordinal);
        Assert.Contains("Rest 28 Mar 01:36, 45 min", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_request_has_the_train_and_its_timing_points()
    {
        var page = Html("train-path-requests.html");
        Assert.Contains("<dd>320 m, 14 wagons</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>1 150.5 t</dd>", page, StringComparison.Ordinal);
        // 22.5 t an axle and 6.4 t a metre are line category D2 of EN 15528.
        Assert.Contains("<dd>D2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("<dd>1 (C)</dd>", page, StringComparison.Ordinal);
        // From Yard an hour after 23:00, 22.5 minutes to Exit.
        Assert.Contains("<td>28 Mar 00:00:00</td><td>origin</td>", page, StringComparison.Ordinal);
        Assert.Contains("<td>28 Mar 00:22:30</td><td></td><td>destination</td>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_000, 5_000, "A")]
    [InlineData(18_000, 5_001, "B2")]
    [InlineData(22_500, 7_200, "D3")]
    [InlineData(22_501, 6_400, "E4")]
    [InlineData(25_001, 6_400, "beyond E5")]
    public void The_line_category_is_the_lightest_that_carries_the_train(int axleKg, int metreKg, string category)
    {
        var rail = s_run.Plan.Planned[1].Serial.Rail! with { AxleLoadKg = axleKg, MetreLoadKg = metreKg };
        Assert.Equal(category, TrainPathRequests.LineCategory(rail));
    }

    [Fact]
    public void A_briefing_says_who_is_there_when_and_how_full_it_is()
    {
        var rest = PlaceEvents.Of(s_run).Single(p => p.Id == "r3");
        var wait = Assert.Single(rest.Events);
        Assert.Equal(("A-01", 9360, 12_060), (wait.Planned.Serial.Id, wait.FromSeconds, wait.ToSeconds));
        // 9,360 s to 12,060 s touches the third and the fourth hour.
        Assert.Equal([2, 3], PlaceBriefings.Occupancy(rest.Events).Keys);
        var page = Html("place-briefings.html");
        Assert.Contains("Briefing: Rest", page, StringComparison.Ordinal);
        Assert.Contains("Briefing: Berth", page, StringComparison.Ordinal);
        Assert.Contains("leaves by road", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Occupancy_is_the_most_at_once_within_the_hour()
    {
        var planned = s_run.Plan.Planned[0];
        PlaceEvent Wait(int from, int to, int amount) => new(planned, from, to, "waits", "yard, tracks", amount);
        // 2 until 4,000, then 3 from 5,000 beside 1 that stays on until 7,200 exactly.
        var levels = PlaceBriefings.Occupancy([Wait(0, 4000, 2), Wait(3000, 7200, 1), Wait(5000, 6000, 3)]);
        Assert.Equal([0, 1], levels.Keys);
        Assert.Equal(3, levels[0]["yard, tracks"]);
        Assert.Equal(4, levels[1]["yard, tracks"]);
    }

    [Fact]
    public void The_workbook_is_valid_has_its_sheets_and_types_its_cells()
    {
        using var stream = new MemoryStream(RunWorkbook.ToBytes(s_run));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document,
            TestContext.Current.CancellationToken).Select(e => e.Description));
        var book = document.WorkbookPart!;
        var sheets = book.Workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal(
            [
                "serials", "legs", "march table", "train paths", "voyages", "civil impact", "civil impact by part", "values", "indicators",
                "manifest",
            ],
            sheets.Select(s => s.Name!.Value!));
        foreach (var sheet in sheets)
        {
            var part = (WorksheetPart)book.GetPartById(sheet.Id!.Value!);
            var page = part.Worksheet.GetFirstChild<HeaderFooter>()!;
            Assert.Contains(Marked, page.OddHeader!.Text, StringComparison.Ordinal);
            Assert.Contains(Marked, page.OddFooter!.Text, StringComparison.Ordinal);
            Assert.NotNull(part.Worksheet.GetFirstChild<AutoFilter>());
            Assert.NotNull(part.Worksheet.Descendants<Pane>().Single());
        }

        var serials = ((WorksheetPart)book.GetPartById(sheets[0].Id!.Value!)).Worksheet.Descendants<Row>().ToList();
        var cells = serials[1].Elements<Cell>().ToList();
        Assert.Equal("1 <Bn> & =SUM(A1)", cells[2].InnerText);
        Assert.Equal(CellValues.InlineString, cells[2].DataType!.Value);
        Assert.Equal("20", cells[5].CellValue!.Text);
        // In at second 12,492, which is 3 h 28 min 12 s after 22:00 UTC: 01:28:12 UTC, and summer time is two hours ahead.
        var arrives = DateTime.FromOADate(double.Parse(cells[11].CellValue!.Text, CultureInfo.InvariantCulture));
        Assert.Equal(new DateTime(2027, 3, 28, 3, 28, 12), arrives, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void The_same_run_gives_the_same_workbook_to_the_byte()
    {
        var first = RunWorkbook.ToBytes(s_run);
        Assert.Equal(first, RunWorkbook.ToBytes(s_run));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void Kml_has_a_placemark_for_each_leg_with_its_span_and_line()
    {
        XNamespace kml = "http://www.opengis.net/kml/2.2";
        var document = XDocument.Parse(Encoding.UTF8.GetString(MovementsKml.ToBytes(s_run)).TrimStart('\uFEFF'));
        Assert.Contains(Marked, document.Descendants(kml + "name").First().Value, StringComparison.Ordinal);
        var road = document.Descendants(kml + "Placemark").First();
        Assert.Equal("A-01", road.Element(kml + "name")!.Value);
        Assert.Equal("2027-03-28T01:00:00+01:00", road.Descendants(kml + "begin").Single().Value);
        Assert.Equal("2027-03-28T03:28:12+02:00", road.Descendants(kml + "end").Single().Value);
        // l1 with its bend, l2 backwards, l3; longitude first.
        Assert.Equal(
            "5.00000,51.00000 5.05000,51.05000 5.10000,51.00000 5.30000,51.00000 5.40000,51.00000",
            road.Descendants(kml + "coordinates").Single().Value);
        Assert.Equal(2, document.Descendants(kml + "Placemark").Count());
    }

    [Fact]
    public void Indicators_are_rounded_and_small_groups_are_not_told()
    {
        var few = RunIndicators.Of(s_run);
        Assert.Equal(few.Select(i => i.Id).Distinct(), few.Select(i => i.Id));
        Assert.All(few.Where(i => i.Id.StartsWith('M')), i => Assert.Null(i.Value));
        var road = s_run.Plan.Planned[0];
        var many = s_run with
        {
            Plan = s_run.Plan with
            {
                // Six columns of 20 and one of 7, which is 127 to the nearest ten; the seventh is on time.
                Planned =
                [
                    .. Enumerable.Range(1, 6).Select(i => road with { Serial = road.Serial with { Id = $"A-0{i}" } }),
                    road with { Serial = road.Serial with { Id = "A-07", VehicleCount = 7, DueSeconds = 20_000 } },
                ],
            },
        };
        double? Value(string id) => RunIndicators.Of(many).Single(i => i.Id == id).Value;
        Assert.Equal(130, Value("M1"));
        Assert.Equal(100, Value("M2"));
        // 7 of 127.
        Assert.Equal(5.5, Value("M3"));
        Assert.Equal(0.1, Value("M4"));
        Assert.Equal(100, Value("M6"));
    }

    [Fact]
    public void A_report_without_plan_and_figures_gives_documents_that_say_so()
    {
        var empty = s_run with
        {
            Plan = s_run.Plan with { Planned = [], Unmoved = [] }, Map = new NetworkMap([], [], []),
            Impact = s_run.Impact with { Assessment = CivilAssessment.None, ValuesOfTime = [] },
            Manifest = s_run.Manifest with { Inputs = new Dictionary<string, string>(), Trace = [], Warnings = [] },
        };
        var files = TradeDocuments.All(empty).Select(f => f.Name)
            .Concat([$"run of {RunWorkbook.ToBytes(empty).Length} bytes", $"map of {MovementsKml.ToBytes(empty).Length} bytes"]);
        Assert.Equal(9, files.Count());
        Assert.Contains("No column moves by road.", Text(empty, "march-tables.html"), StringComparison.Ordinal);
        Assert.Contains("Nothing stops anywhere.", Text(empty, "place-briefings.html"), StringComparison.Ordinal);
    }

    private static string Html(string name) => Text(s_run, name);

    private static string Text(MissionReport report, string name) =>
        Encoding.UTF8.GetString(TradeDocuments.All(report).Single(f => f.Name == name).Bytes);
}
