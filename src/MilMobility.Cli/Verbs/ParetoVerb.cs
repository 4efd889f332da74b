using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;
using MilMobility.Reporting.Text;
using Spectre.Console;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob pareto SCENARIO`: movement cost and lateness against civil displacement, a checked plan for every point.</summary>
public static class ParetoVerb
{
    private const int ViolationsListed = 20;

    public static Command Command()
    {
        var shared = new SweepArguments("pareto", "; a sweep that was broken off there goes on", "1", "the scenario's, or 300");
        var points = Arguments.Points();
        var command = shared.Command(
            "pareto",
            "Plan the scenario within falling civil budgets: what less displacement costs, each point a checked plan with its bound.",
            points);
        command.Does((parsed, cancel) => RunAsync(
            new ParetoRequest(shared.Request(parsed), parsed.GetValue(points)), shared.IsJson(parsed), cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParetoRequest request, bool json, CancellationToken cancel)
    {
        ParetoOutcome outcome;
        using (var progress = new ProgressLine())
        {
            outcome = await ParetoRun.RunAsync(request, progress, cancel);
        }

        switch (outcome)
        {
            case ParetoDone done when json:
                Terminal.WriteJson(new ParetoDocument(done.Cancelled ? "cancelled" : "done", done.ExitCode, done.Folder, done.Front));
                break;
            case ParetoDone done:
                Print(done);
                break;
            case ParetoRejected rejected:
                return Refusal.Invalid(rejected.Diagnostics, json);
            case ParetoCheckFailed failed:
                foreach (var violation in failed.Check.Violations.Take(ViolationsListed))
                    await Console.Error.WriteLineAsync($"{violation.Rule}: {violation.Message}");
                if (json) Terminal.WriteJson(CheckVerb.Document(failed.Check));
                break;
            case ParetoWithoutPlan without:
                await Console.Error.WriteLineAsync(without.Reason);
                if (json) Terminal.WriteJson(new NoPlanDocument("no-plan", without.ExitCode, without.Reason));
                break;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }

        return outcome.ExitCode;
    }

    private static void Print(ParetoDone done)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in new[] { "plan", "civil budget", "civil price", "movement cost", "late", "unmoved", "bound", "gap", "" })
            table.AddColumn(heading is "plan" or "" ? new TableColumn(heading) : new TableColumn(heading).RightAligned());
        foreach (var p in done.Front.Points)
        {
            table.AddRow(
                p.Folder, Formats.Euros(p.EpsilonMicroEuros), Formats.Euros(p.CivilMicroEuros), Formats.Euros(p.MovementMicroEuros),
                $"{Formats.Number(p.LateVehicleHours, 1)} vehicle-h", $"{p.SerialsUnmoved}", Formats.Euros(p.BoundMicroEuros),
                Formats.Percent(p.Gap), p.Dominated ? "beaten by another" : "");
        }

        Terminal.Out.Write(table);
        Console.Out.WriteLine(
            "Movement cost is time, lateness, operating and unmoved at the scenario's weights; the civil price is unweighted. "
            + "The bound is that of any plan within the budget.");
        Console.Out.WriteLine($"Front {done.Folder}: front.svg, front.csv, front.json, and a run folder for each plan.");
        if (done.Cancelled) Console.Error.WriteLine("Cancelled: these are the points so far; the same command goes on.");
    }
}
