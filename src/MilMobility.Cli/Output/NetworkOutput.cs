using MilMobility.Networks.Checking;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>The check of a dataset as people read it.</summary>
public static class NetworkOutput
{
    public static void Write(NetworkCheckReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("mode");
        foreach (var heading in new[] { "nodes", "links", "km", "components" }) table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var mode in report.Modes)
        {
            table.AddRow(
                mode.Mode.ToString().ToLowerInvariant(), Formats.Number(mode.Nodes), Formats.Number(mode.Links),
                Formats.Number(mode.LengthKm), $"{mode.Components}");
        }

        Terminal.Out.Write(table);
        var shares = report.QualityShares.Select(q => $"{q.Key} {Formats.Percent(q.Value, 0)}");
        Console.Out.WriteLine($"Attribute values: {string.Join(", ", shares)}.");
        Console.Out.WriteLine(report.HasErrors
            ? "The dataset has errors: do not plan on it."
            : report.Diagnostics.Count > 0 ? $"The dataset holds, with {report.Diagnostics.Count} warnings." : "The dataset holds.");
    }
}
