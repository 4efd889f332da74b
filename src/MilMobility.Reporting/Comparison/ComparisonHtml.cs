using MilMobility.Reporting.Paper;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Comparison;

/// <summary>A comparison as one self-contained page without scripts, to print or to send.</summary>
public static class ComparisonHtml
{
    private const int SerialsListed = 500;

    public static byte[] ToBytes(RunComparison c)
    {
        var paper = new PaperDocument($"{c.First.Label} and {c.Second.Label}", c.Marking);
        var sheet = paper.Sheet("Two runs compared");
        sheet.Facts(
            ("First", $"{c.First.Label} - {c.First.Title}"), ("Second", $"{c.Second.Label} - {c.Second.Title}"),
            ("Changes", "second less first"), ("Inputs", c.SameInput ? "the same, with the same seed and program" : "differ, see below"));
        foreach (var notice in c.Notices) sheet.Notice(notice);
        Figures(sheet, "What moved", c.Movement);
        Serials(sheet, c);
        Money(sheet, "What it cost: the objective", c.Objective.Select(m => (m.Name, m)));
        Figures(sheet, "What it does to civil traffic", c.Civil);
        Parts(sheet, c);
        Money(sheet, "Civil prices paid by the plans", c.Prices.Select(g => ($"{g.Dimension} {g.Money.Name}", g.Money)));
        Euros(sheet, c);
        Inputs(sheet, c);
        return paper.ToBytes();
    }

    private static void Figures(PaperSheet sheet, string title, IReadOnlyList<ComparedFigure> figures)
    {
        if (figures.Count == 0) return;
        sheet.Heading(title);
        sheet.Table(
            ["", "unit", "#first", "#second", "#change", ""],
            figures.Select(f => (string[])
            [
                f.Name, f.Unit, ComparisonWords.Number(f.First), ComparisonWords.Number(f.Second), ComparisonWords.Signed(f.Change),
                Verdict(f.Change, f.LessIsBetter),
            ]));
    }

    private static void Money(PaperSheet sheet, string title, IEnumerable<(string Name, ComparedMoney Money)> money)
    {
        string[][] rows =
        [
            .. money.Select(m => (string[])
            [
                m.Name, Formats.Euros(m.Money.First), Formats.Euros(m.Money.Second), ComparisonWords.Euros(m.Money.Change),
                Verdict(m.Money.Change, m.Name == "proven bound" ? null : true),
            ]),
        ];
        if (rows.Length == 0) return;
        sheet.Heading(title);
        sheet.Table(["", "#first", "#second", "#change", ""], rows);
    }

    private static void Parts(PaperSheet sheet, RunComparison c)
    {
        if (c.Parts.Count == 0) return;
        sheet.Heading("By manager and region");
        sheet.Table(
            ["part", "figure", "unit", "#first", "#second", "#change", ""],
            c.Parts.Select(p => (string[])
            [
                $"{p.Dimension} {p.Key}", p.Figure.Name, p.Figure.Unit, ComparisonWords.Number(p.Figure.First),
                ComparisonWords.Number(p.Figure.Second), ComparisonWords.Signed(p.Figure.Change),
                Verdict(p.Figure.Change, p.Figure.LessIsBetter),
            ]));
    }

    private static void Euros(PaperSheet sheet, RunComparison c)
    {
        if (c.Euros.Count == 0) return;
        sheet.Heading("Civil impact in euros, with its spread");
        sheet.Table(
            ["quantity valued", "#first", "#second", "#change", "#low", "#high", ""],
            c.Euros.Select(e => (string[])
            [
                e.Name, Formats.Euros(e.First.Central), Formats.Euros(e.Second.Central), ComparisonWords.Euros(e.Change.Central),
                ComparisonWords.Euros(e.Change.Low), ComparisonWords.Euros(e.Change.High), Verdict(e.Change.Central, true),
            ]));
    }

    private static void Serials(PaperSheet sheet, RunComparison c)
    {
        sheet.Heading("Serials that change");
        if (c.Serials.Count == 0)
        {
            sheet.Paragraph("Every serial goes the same way at the same time.");
            return;
        }

        sheet.Paragraph($"{ComparisonWords.Counted(c)}.");
        sheet.Table(
            ["serial", "what", "first", "second", "#in later by", "#own cost"],
            ComparisonWords.MostChanged(c).Take(SerialsListed).Select(s => (string[])
            [
                s.Serial, string.Join(", ", s.What), Way(s.First), Way(s.Second),
                s.LaterSeconds is { } later ? ComparisonWords.Duration(later) : "",
                s.CostMicroEuros is { } cost ? ComparisonWords.Euros(cost) : "",
            ]));
        if (c.Serials.Count > SerialsListed) sheet.Paragraph($"... and {c.Serials.Count - SerialsListed} more.");
    }

    private static void Inputs(PaperSheet sheet, RunComparison c)
    {
        sheet.Heading("Inputs and settings that differ");
        if (c.Settings.Count + c.Inputs.Count == 0) sheet.Paragraph("None that the runs recorded as files or settings.");
        else sheet.Table(["", "first", "second"], c.Settings.Concat(c.Inputs).Select(t => (string[])[t.Name, t.First, t.Second]));
        sheet.Paragraph($"Identities: {c.First.InputHash} and {c.Second.InputHash}.");
    }

    private static string Way(ComparedJourney? journey) => journey is null
        ? "stays" : $"{journey.Modes}: {journey.Route}; {Formats.LocalTime(journey.Start)} to {Formats.LocalTime(journey.Finish)}";

    private static string Verdict(double? change, bool? lessIsBetter) =>
        lessIsBetter is not { } less || change is null or 0 ? "" : change < 0 == less ? "better" : "worse";
}
