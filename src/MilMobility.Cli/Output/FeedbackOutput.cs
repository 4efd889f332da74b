using MilMobility.Domain.Reports;
using MilMobility.Pipeline;
using MilMobility.Reporting.Text;

namespace MilMobility.Cli.Output;

/// <summary>Prints what a second run with corrected prices was fed and what it saved, for people.</summary>
public static class FeedbackOutput
{
    public static void Write(FeedbackRecord record, RunCompleted second)
    {
        Console.Out.WriteLine("Second run, with civil prices corrected by the assessment of the first plan:");
        foreach (var mode in record.Modes)
        {
            Console.Out.WriteLine(
                $"  {Formats.Words(mode.Mode)}: assessed {Formats.Number(mode.AssessedHours, 1)} h, "
                + $"priced {Formats.Number(mode.PricedHours, 1)} h; prices x {Formats.Number(mode.Factor, 2)}, "
                + $"{mode.Cells} cells by their own ratio");
        }

        Line("first", record.First);
        Line("second", record.Second);
        var saved = record.SavedMicroEuros;
        var verdict = saved > 0 ? $"The second saves {Formats.Euros(saved)}: take it."
            : saved == 0 ? "The second saves nothing: keep the first."
            : $"The second is {Formats.Euros(-saved)} worse: keep the first.";
        Console.Out.WriteLine($"{verdict} Its run folder: {second.Folder}");
    }

    private static void Line(string name, FeedbackFigures figures) => Console.Out.WriteLine(
        $"  {name,-6} movement {Formats.Euros(figures.Movement)}, civil {Formats.Euros(figures.Civil)} "
        + $"({(figures.IsAssessed ? "assessed" : "priced; no assessed euros")}), road {Hours(figures.RoadVehicleHours)} vehicle-h, "
        + $"rail {Hours(figures.TrainMinutes)} train-min, {Hours(figures.PassengerMinutes)} passenger-min, "
        + $"{Hours(figures.PathsWithoutPlace)} paths without a place, water {Hours(figures.BargeHours)} barge-h");

    private static string Hours(double? value) => value is { } hours ? Formats.Number(hours, 1) : "-";
}
