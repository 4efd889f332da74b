using System.Text.Json;

namespace MilMobility.Browser.Tests;

/// <summary>What must hold of the report page of any run, in a browser.</summary>
public abstract class ReportPageTests(ReportDrive drive)
{
    private const int BytesMax = 8 * 1024 * 1024;
    private const int PhoneWidth = 390;

    private JsonElement Found => drive.Found;

    [Fact]
    public void The_page_is_one_file_below_the_limit() => Assert.InRange(Found.GetProperty("bytes").GetInt64(), 100_000, BytesMax);

    [Fact]
    public void Nothing_is_asked_of_the_network() => Assert.Empty(Strings(Found.GetProperty("requests")));

    [Fact]
    public void The_console_stays_without_errors() => Assert.Empty(Strings(Found.GetProperty("errors")));

    [Fact]
    public void The_summary_fits_one_screen_and_says_when_the_last_serial_closes()
    {
        var summary = Step("summary");
        Assert.InRange(summary.GetProperty("height").GetInt32(), 1, 800);
        var closure = Strings(summary.GetProperty("tiles"))[0].Split('\n');
        Assert.Equal("Last serial closes", closure[0]);
        Assert.Matches(@"^\w{3} \d+ \w{3} \d\d:\d\d$", closure[1]);
    }

    [Fact]
    public void The_first_tab_stop_skips_to_the_content() => Assert.Equal("skip", Step("skip").GetString());

    [Fact]
    public void Arrows_go_from_tab_to_tab()
    {
        Assert.Equal("tab-map", Step("tabs").GetProperty("next").GetString());
        Assert.Equal("tab-summary", Step("tabs").GetProperty("home").GetString());
    }

    [Fact]
    public void The_slider_plays_pauses_and_takes_the_keyboard()
    {
        var (before, after, paused, keyed) = (At("before"), At("after"), At("paused"), At("keyed"));
        Assert.True(after > before, $"played from {before} to {after}");
        Assert.Equal(after, paused);
        Assert.Equal(paused + 300, keyed);
        Assert.NotEqual(
            Step("slider").GetProperty("before").GetProperty("label").GetString(),
            Step("slider").GetProperty("after").GetProperty("label").GetString());

        int At(string moment) => Step("slider").GetProperty(moment).GetProperty("at").GetInt32();
    }

    [Fact]
    public void A_click_on_a_link_shows_its_facts_with_quality_and_source_and_escape_closes_them()
    {
        var link = Step("link");
        Assert.Equal(link.GetProperty("wanted").GetString(), link.GetProperty("title").GetString());
        Assert.All(Strings(link.GetProperty("flags")), flag => Assert.Contains(flag, (string[])["measured", "derived", "assumed"]));
        Assert.NotEmpty(Strings(link.GetProperty("flags")));
        Assert.True(link.GetProperty("closed").GetBoolean());
    }

    [Fact]
    public void A_filter_leaves_the_serials_that_match_and_clearing_brings_the_others_back()
    {
        var filter = Step("filter");
        Assert.Equal(filter.GetProperty("wanted").GetInt32(), filter.GetProperty("filtered").GetInt32());
        Assert.Equal(filter.GetProperty("all").GetInt32(), filter.GetProperty("cleared").GetInt32());
    }

    [Fact]
    public void The_search_finds_a_serial_by_its_id() =>
        Assert.StartsWith(
            Step("search").GetProperty("id").GetString()!, Step("search").GetProperty("title").GetString(), StringComparison.Ordinal);

    [Fact]
    public void A_heading_sorts_its_column_down_and_then_up()
    {
        var (down, up) = (Numbers(Step("sort").GetProperty("down")), Numbers(Step("sort").GetProperty("up")));
        Assert.Equal("descending", Step("sort").GetProperty("stated").GetString());
        Assert.NotEmpty(down);
        Assert.Equal(down.OrderDescending(), down);
        Assert.Equal(up.Order(), up);
    }

    [Fact]
    public void The_timeline_is_drawn_and_read_by_keyboard()
    {
        var gantt = Step("gantt");
        Assert.InRange(gantt.GetProperty("painted").GetInt32(), 1, 3);
        Assert.NotEqual("", gantt.GetProperty("said").GetString());
    }

    [Fact]
    public void A_table_downloads_as_csv_with_the_marking_and_a_line_for_each_row()
    {
        var csv = Step("csv");
        Assert.Equal("serials.csv", csv.GetProperty("name").GetString());
        Assert.Equal(Step("filter").GetProperty("all").GetInt32() + 2, csv.GetProperty("lines").GetInt32());
        Assert.Contains("PUBLIC", csv.GetProperty("first").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_language_switch_changes_every_text_and_the_dates()
    {
        var (english, dutch) = (Step("language").GetProperty("english"), Step("language").GetProperty("dutch"));
        Assert.Equal(("en", "nl"), (english.GetProperty("lang").GetString(), dutch.GetProperty("lang").GetString()));
        Assert.Equal(("Timelines", "Tijdlijnen"), (english.GetProperty("tab").GetString(), dutch.GetProperty("tab").GetString()));
        Assert.StartsWith("Laatste serial binnen", dutch.GetProperty("tile").GetString(), StringComparison.Ordinal);
        Assert.Empty(Strings(Step("language").GetProperty("missing")));
    }

    [Fact]
    public void The_marking_is_in_the_language_of_the_page_in_banners_and_margins()
    {
        foreach (var (language, marking, other) in new[] { ("english", "PUBLIC", "OPENBAAR"), ("dutch", "OPENBAAR", "PUBLIC") })
        {
            var found = Step("language").GetProperty(language);
            Assert.Equal([marking, marking], Strings(found.GetProperty("markings")));
            Assert.Contains($"\"{marking}\"", found.GetProperty("margins").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain(other, found.GetProperty("margins").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_comparison_page_has_the_language_switch_and_is_wholly_dutch_in_dutch()
    {
        var (english, dutch) = (Step("compared").GetProperty("english"), Step("compared").GetProperty("dutch"));
        Assert.Equal(("en", "Two runs compared", "INTERNAL", "INTERNAL: run and run/2"), Read(english));
        Assert.Equal(("nl", "Twee runs vergeleken", "INTERN", "INTERN: run en run/2"), Read(dutch));
        Assert.Empty(Strings(Step("compared").GetProperty("english_left")));
        Assert.Empty(Strings(Step("compared").GetProperty("violations")));

        static (string?, string?, string?, string?) Read(JsonElement page) =>
            (Text(page, "lang"), Text(page, "heading"), Text(page, "marking"), Text(page, "title"));
        static string? Text(JsonElement page, string name) => page.GetProperty(name).GetString();
    }

    [Fact]
    public void No_english_is_left_on_the_dutch_page() => Assert.Empty(Strings(Step("language").GetProperty("english_left")));

    [Fact]
    public void Every_view_passes_wcag_a_and_aa_with_contrast_and_labels()
    {
        var views = Step("access").EnumerateArray().ToList();
        Assert.InRange(views.Count, 10, 30);
        Assert.All(views, view =>
        {
            Assert.True(view.GetProperty("contrast_checked").GetBoolean());
            Assert.Empty(Strings(view.GetProperty("violations")).Select(v =>
                $"{view.GetProperty("lang")} {view.GetProperty("view")}: {v}"));
        });
    }

    [Fact]
    public void The_print_has_the_marking_on_every_page_and_the_page_is_as_before()
    {
        var print = Step("print");
        Assert.InRange(print.GetProperty("pages").GetInt32(), 3, 400);
        Assert.InRange(print.GetProperty("words").GetInt32(), 1_000, int.MaxValue);
        Assert.Empty(Numbers(print.GetProperty("unmarked")));
        Assert.True(print.GetProperty("back").GetBoolean());
    }

    [Fact]
    public void No_view_is_wider_than_a_phone() =>
        Assert.All(Step("narrow").EnumerateObject(), view => Assert.True(
            view.Value.GetInt32() <= PhoneWidth, $"{view.Name}: {view.Value} px"));

    /// <summary>What a step of the driver found; fails with its message if the step could not be done.</summary>
    private JsonElement Step(string name)
    {
        var step = Found.GetProperty(name);
        if (step.ValueKind == JsonValueKind.Object && step.TryGetProperty("failed", out var message)) Assert.Fail($"{name}: {message}");
        return step;
    }

    private static List<string> Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];

    private static List<double> Numbers(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}

/// <inheritdoc/>
public sealed class HandCheckPageTests(HandCheckDrive drive) : ReportPageTests(drive), IClassFixture<HandCheckDrive>;

/// <inheritdoc/>
public sealed class BrigadePageTests(BrigadeDrive drive) : ReportPageTests(drive), IClassFixture<BrigadeDrive>;
