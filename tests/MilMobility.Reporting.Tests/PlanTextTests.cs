using MilMobility.Domain.Plans;
using MilMobility.Domain.Sentences;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Reporting.Tests;

/// <summary>The terminal's text at three widths: the key figures stand in each, and no line is wider than the window.</summary>
public sealed class PlanTextTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void Key_figures_stand_at_every_width(int width)
    {
        var text = Text(width);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        string[] figures =
        [
            "Marking PUBLIC", "phase grey", "2 of 2 (32 vehicles)", "1, late 1", "Sun 28 Mar 03:28", "EUR 3 000",
            "EUR 2 700 (independent optima)",
            "10.0 %", "EUR 300 (volumes measured 25 %, assumed 75 %)", "holds (12 tests of 2 rules)", "c1 North", "41 min", "75.00 %",
        ];
        Assert.All(figures, figure => Assert.Contains(figure, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_terminal_says_which_columns_it_leaves_out()
    {
        Assert.Contains("are shown from 140 columns", Text(80), StringComparison.Ordinal);
        Assert.DoesNotContain("are shown from", Text(160), StringComparison.Ordinal);
        Assert.Contains("first out", Text(160), StringComparison.Ordinal);
    }

    [Fact]
    public void Unmoved_serials_of_one_reason_share_a_row_with_what_would_help()
    {
        var unmoved = new[] { "A-02", "A-03" }.Select(id => new UnmovedSerial(
            TinyReport.RoadSerial(id, "1 Bn"), UnmovedReason.NoRoute, Sentence.AsIs("bridge [B1] carries 60"),
                [Sentence.AsIs("by rail")])).ToList();
        var text = Text(160, unmoved);
        Assert.Contains("2 of 4 (32 vehicles)", text, StringComparison.Ordinal);
        Assert.Contains("2 no route", text, StringComparison.Ordinal);
        var row = Assert.Single(text.Split('\n'), line => line.Contains("A-02, A-03", StringComparison.Ordinal));
        Assert.Contains("40", row, StringComparison.Ordinal);
        Assert.Contains("bridge [B1] carries 60", row, StringComparison.Ordinal);
        Assert.Contains("by rail", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 min")]
    [InlineData(3599, "59 min")]
    [InlineData(3600, "1 h 00")]
    [InlineData(11_100, "3 h 05")]
    public void Durations_read_as_hours_and_minutes(long seconds, string text) => Assert.Equal(text, Formats.Duration(seconds));

    [Fact]
    public void Euros_have_thousands_and_no_cents() => Assert.Equal("EUR 1 234 568", Formats.Euros(1_234_567_800_000));

    private static string Text(int width, IReadOnlyList<UnmovedSerial>? unmoved = null)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = width;
        PlanText.Write(console, TinyReport.Make(unmoved: unmoved));
        return writer.ToString();
    }
}
