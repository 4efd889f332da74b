using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Comparison;
using Spectre.Console;

namespace MilMobility.Reporting.Tests;

/// <summary>The tiny run beside one whose column leaves half an hour later, for 7 euros more, and whose train stays.</summary>
public sealed partial class ComparisonTests
{
    private const int HalfHour = 1800;

    [Fact]
    public void A_run_compared_with_itself_has_no_change_at_all()
    {
        var run = Assessed(TinyReport.Make(), 12, 3);
        var same = RunComparer.Of(run, run, "a", "a");
        Assert.True(same.SameInput);
        Assert.Empty(same.Notices);
        Assert.Empty(same.Settings);
        Assert.Empty(same.Inputs);
        Assert.Empty(same.Serials);
        Assert.NotEmpty(same.Civil);
        Assert.NotEmpty(same.Euros);
        Assert.All(same.Movement.Concat(same.Civil), f => Assert.Equal(0, f.Change));
        Assert.All(same.Parts, p => Assert.Equal(0, p.Figure.Change));
        Assert.All(same.Objective, m => Assert.Equal(0, m.Change));
        Assert.All(same.Prices, g => Assert.Equal(0, g.Money.Change));
        Assert.All(same.Euros, e => Assert.Equal(default, e.Change));
    }

    [Fact]
    public void The_other_way_round_every_change_has_the_other_sign()
    {
        var (a, b) = (Assessed(TinyReport.Make(), 12, 3), Assessed(Later(), 20, 4));
        var (there, back) = (RunComparer.Of(a, b, "a", "b"), RunComparer.Of(b, a, "b", "a"));
        Assert.Equal(there.Movement.Select(f => f.Change), back.Movement.Select(f => -f.Change));
        Assert.Equal(there.Civil.Select(f => f.Change), back.Civil.Select(f => -f.Change));
        Assert.Equal(there.Parts.Select(p => p.Figure.Change), back.Parts.Select(p => -p.Figure.Change));
        Assert.Equal(there.Objective.Select(m => m.Change), back.Objective.Select(m => -m.Change));
        Assert.Equal(there.Prices.Select(g => g.Money.Change), back.Prices.Select(g => -g.Money.Change));
        Assert.Equal(there.Euros.Select(e => e.Change.High), back.Euros.Select(e => -e.Change.High));
        Assert.Equal(there.Serials.Select(s => s.LaterSeconds), back.Serials.Select(s => -s.LaterSeconds));
        Assert.Equal(there.Serials.Select(s => s.CostMicroEuros), back.Serials.Select(s => -s.CostMicroEuros));
        Assert.Equal(there.Serials.Select(s => s.Serial), back.Serials.Select(s => s.Serial));
    }

    [Fact]
    public void What_moved_what_it_saved_and_what_it_cost_are_told_apart()
    {
        var c = RunComparer.Of(Assessed(TinyReport.Make(), 12, 3), Assessed(Later(), 20, 4), "a", "b");
        Assert.Equal(-1, c.Movement.Single(f => f.Id == "serials-moved").Change);
        Assert.Equal(1, c.Movement.Single(f => f.Id == "serials-unmoved").Change);
        // The column of 20 was 12,492 - 10,000 = 2,492 s late.
        Assert.Equal(20.0 * HalfHour / 3600, c.Movement.Single(f => f.Id == "lateness").Change!.Value, 9);
        Assert.Equal(8, Assert.Single(c.Civil).Change);
        Assert.Equal(1_000_000, c.Euros.Single(e => e.Name.Text == "total").Change.Central);
        Assert.Equal(2_000_000, c.Euros.Single(e => e.Name.Text == "total").Change.High);
        Assert.Collection(
            c.Serials,
            s => Assert.Equal(("A-01", "time", 1800L, 7_000_000L), (s.Serial, string.Join(' ', s.What), s.LaterSeconds, s.CostMicroEuros)),
            s => Assert.Equal(("B-01", "unmoved", null), (s.Serial, string.Join(' ', s.What), s.LaterSeconds)));
    }

    [Fact]
    public void Another_scenario_or_network_is_allowed_and_said_first()
    {
        var a = TinyReport.Make();
        var b = a with
        {
            Scenario = a.Scenario with { Name = "other" },
            Manifest = a.Manifest with
            {
                NetworkVersion = "2", InputHash = "ef56", Seed = 8,
                Inputs = new Dictionary<string, string> { ["tiny.yaml"] = "ab13", ["patch.yaml"] = "77" },
            },
        };
        var c = RunComparer.Of(a, b, "a", "b");
        Assert.False(c.SameInput);
        Assert.Contains(c.Notices, n => n.Text.Contains("different scenarios", StringComparison.Ordinal));
        Assert.Contains(c.Notices, n => n.Text.Contains("networks differ", StringComparison.Ordinal));
        Assert.Equal(new ComparedText(Sentence.Of("compare.seed"), Sentence.AsIs("7"), Sentence.AsIs("8")), Assert.Single(c.Settings));
        Assert.Equal(
            [("patch.yaml", "", "77"), ("tiny.yaml", "ab12", "ab13")], c.Inputs.Select(i => (i.Name.Text, i.First.Text, i.Second.Text)));
    }

    [Fact]
    public void The_same_input_by_another_path_is_no_difference()
    {
        var a = TinyReport.Make();
        var b = a with { Manifest = a.Manifest with { Inputs = new Dictionary<string, string> { ["elsewhere/tiny.yaml"] = "ab12" } } };
        Assert.Empty(RunComparer.Of(a, b, "a", "b").Inputs);
    }

    [Fact]
    public void Text_fits_100_columns_and_the_page_says_the_same()
    {
        var c = RunComparer.Of(
            Assessed(TinyReport.Make(marking: ClassificationMarking.Internal), 12, 3), Assessed(Later(), 20, 4), "runs/a", "runs/<b>");
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = 100;
        ComparisonText.Write(console, c);
        Assert.All(text.ToString().Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
        Assert.Contains("INTERNAL", text.ToString(), StringComparison.Ordinal);

        var page = Encoding.UTF8.GetString(ComparisonHtml.ToBytes(c));
        Assert.Contains("runs/&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.Contains("INTERNAL", page, StringComparison.Ordinal);
        foreach (var said in new[] { "+30 min", "+EUR 7", "+8", "1 unmoved now" })
        {
            Assert.Contains(said, text.ToString(), StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_is_in_dutch_too_and_runs_no_script_but_its_language_switch()
    {
        var other = Assessed(Later(), 20, 4);
        var b = other with
        {
            Scenario = other.Scenario with { Name = "other" },
            Plan = other.Plan with { Start = other.Plan.Start.AddDays(1) },
            Manifest = other.Manifest with { NetworkVersion = "2", Reproducible = false, Seed = 8,
                Objective = ObjectiveMode.Lexicographic },
        };
        var page = Encoding.UTF8.GetString(ComparisonHtml.ToBytes(
            RunComparer.Of(Assessed(TinyReport.Make(marking: ClassificationMarking.Internal), 12, 3), b, "runs/a", "runs/b")));

        var script = Script().Match(page).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'", page, StringComparison.Ordinal);
        Assert.Single(Script().Matches(page));

        var body = page[page.IndexOf("<main>", StringComparison.Ordinal)..].Replace(script, "", StringComparison.Ordinal);
        var dutch = Markup().Replace(English().Replace(body, ""), " ");
        Assert.DoesNotMatch(EnglishWords(), dutch);
        string[] said =
        [
            "INTERN", "Twee runs vergeleken", "tweede min eerste", "runs van verschillende scenario's", "De netwerken verschillen",
            "startwaarde", "lexicografisch", "Voertuigverliesuren", "voertuiguur", "1 nu niet verplaatst", "+30 min", "+\u20ac\u00a07",
            "blijft staan", "weg: ", "slechter", "beheerder Manager",
        ];
        Assert.All(said, words => Assert.Contains(words, WebUtility.HtmlDecode(dutch), StringComparison.Ordinal));
        Assert.Contains("Two runs compared", Markup().Replace(Dutch().Replace(body, ""), " "), StringComparison.Ordinal);
    }

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex Script();

    [GeneratedRegex("<span lang=\"en\">.*?</span>", RegexOptions.Singleline, 1000)]
    private static partial Regex English();

    [GeneratedRegex("<span lang=\"nl\">.*?</span>", RegexOptions.Singleline, 1000)]
    private static partial Regex Dutch();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Markup();

    /// <summary>Words that English sentences cannot do without and Dutch ones do not have.</summary>
    [GeneratedRegex(@"\b(the|and|with|its|would|which|are|from|that|by|for|not|less|first|change|road)\b(?![.-])",
        RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWords();

    /// <summary>The column half an hour later for 7 euros more; the train stays.</summary>
    private static MissionReport Later()
    {
        var run = TinyReport.Make();
        var (road, rail) = (run.Plan.Planned[0], run.Plan.Planned[1]);
        var later = road with
        {
            Steps = [.. road.Steps.Select(s => s with { StartSeconds = s.StartSeconds + HalfHour, EndSeconds = s.EndSeconds + HalfHour })],
            FinishSeconds = road.FinishSeconds + HalfHour,
            Cost = road.Cost with { Operating = road.Cost.Operating + 7_000_000 },
        };
        return run with
        {
            Plan = run.Plan with
            {
                Planned = [later],
                Unmoved = [new UnmovedSerial(rail.Serial, UnmovedReason.NoCapacity, Sentence.AsIs("the yard is full"), [])],
            },
            Manifest = run.Manifest with { InputHash = "other" },
        };
    }

    private static MissionReport Assessed(MissionReport run, double lost, long euros)
    {
        CivilFigure[] figures = [new CivilFigure("road.vehicle-hours-lost", 100, 100 + lost, "derived")];
        var spread = new EuroSpread(euros * 500_000, euros * 1_000_000, euros * 2_000_000);
        return run with
        {
            Impact = run.Impact with
            {
                Assessment = new CivilAssessment
                {
                    Metrics = [new CivilMetric("road.vehicle-hours-lost", "Vehicle-hours lost", "vehicle-h", Sentence.AsIs("lost"),
                        Sentence.AsIs("none"))],
                    Modes = [new ModeAssessment(TransportMode.Road, figures, [new CivilBreakdown("manager", "Manager", figures)])],
                    Valuation = new CivilValuation(
                        [new ValuedChange(TransportMode.Road, "road.vehicle-hours-lost", lost, "freight", spread, "assumed")], spread,
                        new Fairness("euros", [], 0), []),
                },
            },
        };
    }
}
