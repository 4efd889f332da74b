using System.Globalization;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Tables;

/// <summary>The convergence trace as CSV: one row for each change of the best objective or of the bound, the last one the plan's.</summary>
public static class ConvergenceTable
{
    private static readonly string[] Headings = ["elapsed_s", "work", "stage", "objective_eur", "bound_eur", "gap"];

    public static byte[] ToBytes(IReadOnlyList<TracePoint> trace, ClassificationMarking marking) =>
        CsvText.Of(trace.Select(Row).Prepend(Headings), marking);

    private static string[] Row(TracePoint p) =>
    [
        Text($"{p.Seconds:F3}"), Text($"{p.Work}"), p.Stage, Text($"{Money.ToEuros(p.ObjectiveMicroEuros):F6}"),
        Text($"{Money.ToEuros(p.BoundMicroEuros):F6}"), Text($"{p.Gap:F6}"),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
