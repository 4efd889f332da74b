using MilMobility.Domain.Sentences;
using MilMobility.Reporting.Paper;

namespace MilMobility.Reporting.Comparison;

/// <summary>A comparison as one self-contained page in English and Dutch, to print or to send.</summary>
public static class ComparisonHtml
{
    private const int SerialsListed = 500;

    public static byte[] ToBytes(RunComparison c)
    {
        var title = Sentence.Of("compare.runs", ("first", c.First.Label), ("second", c.Second.Label));
        var paper = PaperDocument.InTwoLanguages(title, c.Marking);
        var sheet = paper.Sheet(Word("title"));
        sheet.Facts(
            (Word("first-run"), $"{c.First.Label} - {c.First.Title}"), (Word("second-run"), $"{c.Second.Label} - {c.Second.Title}"),
            (Word("changes"), Word("second-less-first")), (Word("inputs"), Word(c.SameInput ? "same-inputs" : "inputs-differ")));
        foreach (var notice in c.Notices) sheet.Notice(notice);
        Figures(sheet, "what-moved", c.Movement);
        Serials(sheet, c);
        Money(sheet, "what-it-cost", c.Objective.Select(m => ((Phrase)m.Name, m)));
        Figures(sheet, "civil-traffic", c.Civil);
        Parts(sheet, c);
        Money(sheet, "prices", c.Prices.Select(g => (ComparisonWords.Part(g.Dimension, g.Money.Name.Text), g.Money)));
        Euros(sheet, c);
        Inputs(sheet, c);
        return paper.ToBytes();
    }

    private static void Figures(PaperSheet sheet, string title, IReadOnlyList<ComparedFigure> figures)
    {
        if (figures.Count == 0) return;
        sheet.Heading(Word(title));
        sheet.Phrases(
            ["", Word("unit"), Number("first"), Number("second"), Number("change"), ""],
            figures.Select(f => (Phrase[])
            [
                f.Name, f.Unit, ComparisonWords.Number(f.First), ComparisonWords.Number(f.Second), ComparisonWords.Signed(f.Change),
                Verdict(f.Change, f.LessIsBetter),
            ]));
    }

    private static void Money(PaperSheet sheet, string title, IEnumerable<(Phrase Name, ComparedMoney Money)> money)
    {
        Phrase[][] rows =
        [
            .. money.Select(m => (Phrase[])
            [
                m.Name, Phrase.Euros(m.Money.First), Phrase.Euros(m.Money.Second), ComparisonWords.Euros(m.Money.Change),
                Verdict(m.Money.Change, m.Money.Name.Id == ComparisonWords.Bound ? null : true),
            ]),
        ];
        if (rows.Length == 0) return;
        sheet.Heading(Word(title));
        sheet.Phrases(["", Number("first"), Number("second"), Number("change"), ""], rows);
    }

    private static void Parts(PaperSheet sheet, RunComparison c)
    {
        if (c.Parts.Count == 0) return;
        sheet.Heading(Word("parts"));
        sheet.Phrases(
            [Word("part"), Word("figure"), Word("unit"), Number("first"), Number("second"), Number("change"), ""],
            c.Parts.Select(p => (Phrase[])
            [
                ComparisonWords.Part(p.Dimension, p.Key), p.Figure.Name, p.Figure.Unit, ComparisonWords.Number(p.Figure.First),
                ComparisonWords.Number(p.Figure.Second), ComparisonWords.Signed(p.Figure.Change),
                Verdict(p.Figure.Change, p.Figure.LessIsBetter),
            ]));
    }

    private static void Euros(PaperSheet sheet, RunComparison c)
    {
        if (c.Euros.Count == 0) return;
        sheet.Heading(Word("euros"));
        sheet.Phrases(
            [Word("valued"), Number("first"), Number("second"), Number("change"), Number("low"), Number("high"), ""],
            c.Euros.Select(e => (Phrase[])
            [
                e.Name, Phrase.Euros(e.First.Central), Phrase.Euros(e.Second.Central), ComparisonWords.Euros(e.Change.Central),
                ComparisonWords.Euros(e.Change.Low), ComparisonWords.Euros(e.Change.High), Verdict(e.Change.Central, true),
            ]));
    }

    private static void Serials(PaperSheet sheet, RunComparison c)
    {
        sheet.Heading(Word("serials-changed"));
        if (c.Serials.Count == 0)
        {
            sheet.Paragraph(Word("no-serials"));
            return;
        }

        var counted = ComparisonWords.Counted(c);
        sheet.Paragraph(new Phrase($"{counted.English}.", $"{counted.Dutch}."));
        sheet.Phrases(
            [Word("serial"), Word("what"), Word("first"), Word("second"), Number("in-later"), Number("own-cost")],
            ComparisonWords.MostChanged(c).Take(SerialsListed).Select(s => (Phrase[])
            [
                s.Serial, ComparisonWords.What(s), Way(s.First), Way(s.Second),
                s.LaterSeconds is { } later ? ComparisonWords.Duration(later) : "",
                s.CostMicroEuros is { } cost ? ComparisonWords.Euros(cost) : "",
            ]));
        if (c.Serials.Count > SerialsListed)
            sheet.Paragraph(Sentence.Of("compare.more", ("count", Phrase.Number(c.Serials.Count - SerialsListed))));
    }

    private static void Inputs(PaperSheet sheet, RunComparison c)
    {
        sheet.Heading(Word("what-differs"));
        if (c.Settings.Count + c.Inputs.Count == 0) sheet.Paragraph(Word("nothing-recorded"));
        else
        {
            sheet.Phrases(
                ["", Word("first"), Word("second")], c.Settings.Concat(c.Inputs).Select(t => (Phrase[])[t.Name, t.First, t.Second]));
        }

        sheet.Paragraph(Sentence.Of("compare.identities", ("first", c.First.InputHash), ("second", c.Second.InputHash)));
    }

    private static Phrase Way(ComparedJourney? journey) => journey is null
        ? Word("stays")
        : Sentence.Of(
            "compare.way", ("modes", journey.Modes), ("route", journey.Route), ("start", Phrase.Time(journey.Start)),
            ("finish", Phrase.Time(journey.Finish)));

    private static Phrase Verdict(double? change, bool? lessIsBetter) =>
        lessIsBetter is not { } less || change is null or 0 ? "" : Word(change < 0 == less ? "better" : "worse");

    private static Phrase Word(string id) => Sentence.Of($"compare.{id}");

    /// <summary>The heading of a column of numbers.</summary>
    private static Phrase Number(string id)
    {
        var word = Word(id);
        return new Phrase($"#{word.English}", $"#{word.Dutch}");
    }
}
