using MilMobility.Cli.Verbs;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Pipeline;
using MilMobility.Reporting.Itineraries;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>What became of inserted movements, for people or as JSON.</summary>
public static class InsertOutput
{
    private const int ViolationsListed = 20;

    public static void Write(InsertionOutcome outcome, bool json)
    {
        switch (outcome)
        {
            case InsertionDone done when json:
                Terminal.WriteJson(Document(done));
                break;
            case InsertionDone done:
                Print(done);
                break;
            case InsertionRejected rejected:
                Refusal.Invalid(rejected.Diagnostics, json);
                break;
            case InsertionCheckFailed failed:
                foreach (var violation in failed.Check.Violations.Take(ViolationsListed))
                    Console.Error.WriteLine($"{violation.Rule}: {violation.Message}");
                Console.Error.WriteLine("The independent check found violations; nothing is written.");
                if (json) Terminal.WriteJson(CheckVerb.Document(failed.Check));
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static InsertDocument Document(InsertionDone done) => new(
        done.Result.Refused.Count > 0 ? "unmoved-serials" : "done", done.ExitCode, done.Folder, done.InsertMilliseconds,
        done.Result.CostMicroEuros, done.Result.CivilMicroEuros, done.Result.Inserted, done.Result.Refused,
        done.Report.Plan.Objective, done.Report.Plan.BoundMicroEuros);

    private static void Print(InsertionDone done)
    {
        var legs = new Legs(done.Report.Map);
        foreach (var inserted in done.Result.Inserted) Print(inserted, done.Report, legs);
        foreach (var refused in done.Result.Refused) Print(refused, done.Report);
        var (fits, all) = (done.Result.Inserted.Count, done.Result.Inserted.Count + done.Result.Refused.Count);
        Console.Out.WriteLine(
            $"{fits} of {all} serials fit, in {done.InsertMilliseconds:F0} ms; they add {Formats.Euros(done.Result.CostMicroEuros)}, "
            + $"of it {Formats.Euros(done.Result.CivilMicroEuros)} civil. The whole plan holds "
            + $"({Formats.Number(done.Report.Check.RulesChecked.Values.Sum())} tests).");
        Console.Out.WriteLine(done.Folder is { } folder
            ? $"Run folder {folder}." : "Nothing was written; --out FOLDER keeps the plan.");
    }

    private static void Print(InsertedSerial inserted, MissionReport report, Legs legs)
    {
        var planned = inserted.Planned;
        var late = planned.LatenessSeconds > 0 ? $"[red]late by {Formats.Duration(planned.LatenessSeconds)}[/]" : "on time";
        Terminal.Out.MarkupLine(
            $"[bold]{Markup.Escape(planned.Serial.Id)}[/] ({planned.Serial.VehicleCount} vehicles) fits: in by "
            + $"{Local(report, planned.FinishSeconds)}, due {Local(report, planned.Serial.DueSeconds)}, {late}; "
            + $"adds {Formats.Euros(inserted.CostMicroEuros)}, of it {Formats.Euros(inserted.CivilMicroEuros)} civil");
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("mode", "from", "to", "head leaves", "tail in", "km", "route");
        foreach (var leg in legs.Of(planned))
        {
            table.AddRow(
                Formats.Words(leg.Mode), Markup.Escape(leg.Points[0].Name), Markup.Escape(leg.Points[^1].Name),
                Local(report, leg.StartSeconds), Local(report, leg.EndSeconds), Formats.Number(leg.Km), Markup.Escape(leg.Route));
        }

        Terminal.Out.Write(table);
        if (inserted.LateBecause.Text.Length > 0) Console.Out.WriteLine($"Late because: {inserted.LateBecause}");
        Alternatives(inserted.Alternatives, report);
    }

    private static void Print(RefusedSerial refused, MissionReport report)
    {
        var serial = refused.Unmoved.Serial;
        Terminal.Out.MarkupLine(
            $"[bold]{Markup.Escape(serial.Id)}[/] ({serial.VehicleCount} vehicles) [red]does not fit[/]: "
            + Formats.Words(refused.Unmoved.Reason));
        Console.Out.WriteLine(refused.Unmoved.Detail);
        if (refused.Alternatives.Count > 0) Alternatives(refused.Alternatives, report);
        else foreach (var words in refused.Unmoved.Alternatives) Console.Out.WriteLine($"  {words}");
    }

    private static void Alternatives(IReadOnlyList<InsertionAlternative> alternatives, MissionReport report)
    {
        if (alternatives.Count == 0) return;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("what would fit", "in by", "late by", "adds");
        foreach (var other in alternatives)
        {
            table.AddRow(
                Markup.Escape(other.Change.Text), Local(report, other.FinishSeconds),
                other.LatenessSeconds > 0 ? Formats.Duration(other.LatenessSeconds) : "-", Formats.Euros(other.CostMicroEuros));
        }

        Terminal.Out.Write(table);
    }

    private static string Local(MissionReport report, int seconds) => Formats.LocalTime(report.Clock.At(seconds));
}
