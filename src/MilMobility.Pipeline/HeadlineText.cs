using System.Globalization;
using System.Text;
using MilMobility.Domain.Scenarios;
using MilMobility.Reporting.Text;

namespace MilMobility.Pipeline;

/// <summary>
/// The headline as text: measures down and plans across, at most 100 columns wide in a terminal; in CSV a row for each plan. The
/// saving is what a plan has less than the first one.
/// </summary>
public static class HeadlineText
{
    private const int LabelWidth = 37;
    private const int PlanWidth = 20;
    private const string None = "-";

    public static string Terminal(Headline headline, LocalClock clock)
    {
        var text = new StringBuilder(new string(' ', LabelWidth));
        foreach (var row in headline.Rows) text.Append(row.Name.PadLeft(PlanWidth));
        text.Append('\n');
        foreach (var (label, values) in Lines(headline, clock))
        {
            text.Append(label.PadRight(LabelWidth));
            foreach (var value in values) text.Append(value.PadLeft(PlanWidth));
            text.Append('\n');
        }

        return text.Append(Notes(headline)).ToString();
    }

    public static string Markdown(Headline headline, LocalClock clock)
    {
        var text = new StringBuilder($"# {headline.Title}\n\nMarking: {Formats.Marking(headline.Marking)}\n\n");
        return text.Append(MarkdownTable(headline, clock)).Append('\n').Append(Notes(headline)).ToString();
    }

    public static string MarkdownTable(Headline headline, LocalClock clock)
    {
        var text = new StringBuilder($"| | {string.Join(" | ", headline.Rows.Select(r => r.Name))} |\n|---|");
        foreach (var _ in headline.Rows) text.Append("---:|");
        text.Append('\n');
        foreach (var (label, values) in Lines(headline, clock)) text.Append($"| {label} | {string.Join(" | ", values)} |\n");
        return text.ToString();
    }

    public static string Csv(Headline headline)
    {
        var text = new StringBuilder(
            "marking,plan,serials_moved,serials_unmoved,serials_late,lateness_eur,closure_s,keeps_deadline,time_eur,operating_eur,"
            + "unmoved_eur,priced_civil_eur,priced_road_vehicle_h,priced_train_min,priced_barge_h,assessed_road_vehicle_h,"
            + "assessed_train_min,assessed_passenger_min,assessed_paths_without_place,assessed_barge_h,"
            + "assessed_eur_low,assessed_eur_central,assessed_eur_high,solved_eur,bound_eur,gap,"
            + "saved_priced_eur,saved_assessed_eur,seconds\n");
        foreach (var row in headline.Rows)
        {
            var first = headline.Rows[0];
            object?[] cells =
            [
                Formats.Words(headline.Marking), row.Name, row.Moved, row.Unmoved, row.Late, Euros(row.LatenessMicroEuros),
                row.ClosureSeconds, row.KeepsDeadline ? "yes" : "no", Euros(row.Objective.Time), Euros(row.Objective.Operating),
                Euros(row.Objective.Unmoved), Euros(row.Objective.Civil), row.Priced.RoadVehicleHours, row.Priced.TrainMinutes,
                row.Priced.BargeHours, row.Assessed.RoadVehicleHours, row.Assessed.TrainMinutes,
                row.Assessed.PassengerMinutes, row.Assessed.PathsWithoutPlace, row.Assessed.BargeHours,
                Euros(row.Euros?.Low), Euros(row.Euros?.Central), Euros(row.Euros?.High), Euros(row.SolvedMicroEuros),
                Euros(row.BoundMicroEuros), row.Gap, Euros(first.Objective.Civil - row.Objective.Civil),
                Euros(first.Euros?.Central - row.Euros?.Central), row.Seconds,
            ];
            text.AppendJoin(',', cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Label, string[] Values)> Lines(Headline headline, LocalClock clock)
    {
        var first = headline.Rows[0];
        yield return Line("serials moved, unmoved, late", r => $"{r.Moved}, {r.Unmoved}, {r.Late}");
        yield return Line("weighted lateness", r => Formats.Euros(r.LatenessMicroEuros));
        yield return Line("last arrival, local", r => Formats.LocalTime(clock.At(r.ClosureSeconds)));
        yield return Line("no later than the first plan", r => r.KeepsDeadline ? "yes" : "NO");
        yield return Line("movement time", r => Formats.Euros(r.Objective.Time));
        yield return Line("operating", r => Formats.Euros(r.Objective.Operating));
        yield return Line("civil price, unweighted", r => Formats.Euros(r.Objective.Civil));
        yield return Line("  saved against the first plan", r => Saved(first.Objective.Civil, r.Objective.Civil));
        yield return Line("vehicle-hours lost: priced", r => Number(r.Priced.RoadVehicleHours));
        yield return Line("  assessed", r => Number(r.Assessed.RoadVehicleHours));
        yield return Line("train-minutes lost: priced", r => Number(r.Priced.TrainMinutes));
        yield return Line("  assessed", r => Number(r.Assessed.TrainMinutes));
        yield return Line("  passenger-minutes, assessed", r => Number(r.Assessed.PassengerMinutes));
        yield return Line("  paths without a place (norm 0)", r => Number(r.Assessed.PathsWithoutPlace));
        yield return Line("barge-hours waiting: priced", r => Number(r.Priced.BargeHours));
        yield return Line("  assessed", r => Number(r.Assessed.BargeHours));
        yield return Line("civil euros, assessed: central", r => Money(r.Euros?.Central));
        yield return Line("  low", r => Money(r.Euros?.Low));
        yield return Line("  high", r => Money(r.Euros?.High));
        yield return Line("  saved against the first plan", r => first.Euros is { } before && r.Euros is { } after
            ? Saved(before.Central, after.Central) : None);
        yield return Line("minimised", r => Formats.Euros(r.SolvedMicroEuros));
        yield return Line("  proven bound of it", r => Formats.Euros(r.BoundMicroEuros));
        yield return Line("  gap", r => Formats.Percent(r.Gap, 2));

        (string, string[]) Line(string label, Func<HeadlineRow, string> value) => (label, [.. headline.Rows.Select(value)]);
    }

    /// <summary>What the table compares, in sentences.</summary>
    public static string Notes(Headline headline) =>
        $"""

        The first plan ignores civil traffic; the second pays the civil price; the third pays it too, and
        leaves civil traffic at least {headline.FloorPercent} % of its demand in every hour. The second and third move what
        the first moves, no serial later than its due time or than in the first plan, and end no later{Tolerance(headline)}.
        Priced is what the price bands say that steer the planner; assessed is the account made
        afterwards. A dash: that mode, or its value, is not assessed.

        """;

    private static string Tolerance(Headline headline) =>
        headline.ToleranceSeconds == 0 ? "" : $"\nthan {Formats.Duration(headline.ToleranceSeconds)} after it";

    private static string Number(double? value) => value is { } number ? Formats.Number(number, 1) : None;

    private static string Money(long? microEuros) => microEuros is { } amount ? Formats.Euros(amount) : None;

    private static string Saved(long before, long after) => before == 0
        ? Formats.Euros(before - after) : $"{Formats.Euros(before - after)}, {Formats.Percent((before - after) / (double)before, 0)}";

    private static string Euros(long? microEuros) =>
        microEuros is { } amount ? (amount / 1_000_000m).ToString("F2", CultureInfo.InvariantCulture) : "";
}
