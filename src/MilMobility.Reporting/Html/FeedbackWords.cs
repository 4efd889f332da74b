using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;

namespace MilMobility.Reporting.Html;

/// <summary>What a run with corrected prices was fed and what it saved, as rows of the run's record: a name and a value each.</summary>
internal static class FeedbackWords
{
    public static IEnumerable<Sentence[]> Of(FeedbackRecord record)
    {
        var modes = Phrase.Joined(", ", record.Modes.Select(Mode));
        var folder = Path.GetFileName(record.FedBy);
        yield return [Sentence.Of("feedback.fed-by"), new Sentence("", $"{folder}: {modes.English}", $"{folder}: {modes.Dutch}")];
        yield return [Sentence.Of("feedback.first"), Figures(record.First)];
        yield return [Sentence.Of("feedback.second"), Figures(record.Second)];
        yield return
        [
            Sentence.Of("feedback.saved"),
            Sentence.Of($"feedback.keep-{record.Recommended}", ("euros", Phrase.Euros(record.SavedMicroEuros))),
        ];
    }

    private static Phrase Mode(FeedbackMode mode) => Sentence.Of(
        "feedback.mode", ("mode", Phrase.Mode(mode.Mode)), ("factor", Phrase.Number(mode.Factor, 2)), ("cells", Phrase.Number(mode.Cells)));

    private static Sentence Figures(FeedbackFigures figures) => Sentence.Of(
        "feedback.figures", ("movement", Phrase.Euros(figures.Movement)), ("civil", Phrase.Euros(figures.Civil)),
        ("road", Number(figures.RoadVehicleHours)), ("trains", Number(figures.TrainMinutes)),
        ("passengers", Number(figures.PassengerMinutes)), ("paths", Number(figures.PathsWithoutPlace)),
        ("barges", Number(figures.BargeHours)));

    private static Phrase Number(double? value) => value is { } number ? Phrase.Number(number, 1) : "-";
}
