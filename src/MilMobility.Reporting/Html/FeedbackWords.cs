using MilMobility.Domain.Reports;
using MilMobility.Reporting.Text;

namespace MilMobility.Reporting.Html;

/// <summary>What a run with corrected prices was fed and what it saved, as rows of the run's record.</summary>
internal static class FeedbackWords
{
    public static IEnumerable<string[]> Of(FeedbackRecord record)
    {
        yield return
        [
            "civil prices corrected by the assessment of",
            $"{Path.GetFileName(record.FedBy)}: {string.Join(", ", record.Modes.Select(Mode))}",
        ];
        yield return ["first plan", Figures(record.First)];
        yield return ["second plan, this one", Figures(record.Second)];
        yield return ["saved by the second", $"{Formats.Euros(record.SavedMicroEuros)}; keep the {record.Recommended}"];
    }

    private static string Mode(FeedbackMode mode) =>
        $"{Formats.Words(mode.Mode)} prices x {Formats.Number(mode.Factor, 2)}, {mode.Cells} cells by their own ratio";

    private static string Figures(FeedbackFigures figures) =>
        $"movement {Formats.Euros(figures.Movement)}, civil {Formats.Euros(figures.Civil)}; "
        + $"road {Number(figures.RoadVehicleHours)} vehicle-h; rail {Number(figures.TrainMinutes)} train-min, "
        + $"{Number(figures.PassengerMinutes)} passenger-min, {Number(figures.PathsWithoutPlace)} paths without a place; "
        + $"water {Number(figures.BargeHours)} barge-h";

    private static string Number(double? value) => value is { } number ? Formats.Number(number, 1) : "-";
}
