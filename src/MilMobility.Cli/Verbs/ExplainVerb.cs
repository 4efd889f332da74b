using System.CommandLine;
using System.Text.Json;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Reports;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Cli.Verbs;

/// <summary>
/// `milmob explain RUN SERIAL`: why a serial takes its route, what binds, what else it could do. Without a serial: where the run's
/// serials wait for one another and which pay most for it, as the run kept it.
/// </summary>
public static class ExplainVerb
{
    public static Command Command()
    {
        var (run, json) = (Arguments.Run(), Arguments.Json());
        var serial = new Argument<string?>("serial")
        {
            Description = "Serial id; left out: the run's bottlenecks and what the network's sharing costs its serials.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "explain",
            "Say why a serial takes its route and time, what binds it, and what the alternatives would cost. For planners: it names "
                + "assets.")
        {
            run, serial, json,
        };
        command.Does((parsed, cancel) => parsed.GetValue(serial) is { } id
            ? One(parsed.GetRequiredValue(run), id, parsed.GetValue(json), cancel)
            : All(parsed.GetRequiredValue(run), parsed.GetValue(json)));
        return command;
    }

    private static int One(string folder, string serial, bool json, CancellationToken cancel)
    {
        switch (Explanations.Of(folder, serial, cancel))
        {
            case SerialExplained explained:
                if (json) Terminal.WriteJson(new ExplainDocument("done", ExitCodes.Done, explained.Explanation, explained.Method));
                else ExplainOutput.Write(explained);
                return ExitCodes.Done;
            case ExplanationCheckFailed failed:
                if (json) Terminal.WriteJson(CheckVerb.Document(failed.Check));
                Console.Error.WriteLine($"The plan does not hold: violations {failed.Check.Violations.Count}. 'milmob check' lists them.");
                return ExitCodes.CheckFailed;
            case ExplanationRejected rejected:
                return Refusal.Invalid(rejected.Diagnostics, json);
            default:
                throw new InvalidOperationException("unknown outcome of an explanation");
        }
    }

    private static int All(string folder, bool json)
    {
        MissionReport report;
        try
        {
            report = RunFolder.Read(folder);
        }
        catch (JsonException fault)
        {
            return Refusal.Invalid("RUN001", folder, $"is not a run folder that this program wrote: {fault.Message}", json);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refusal.Invalid("RUN001", folder, $"cannot be read as a run folder: {fault.Message}", json);
        }

        if (report.Explanations.Serials.Count == 0)
            return Refusal.Invalid("RUN005", folder, "holds no explanations; run the scenario again, or name a serial", json);
        if (json) Terminal.WriteJson(new ExplanationsDocument("done", ExitCodes.Done, report.Explanations));
        else ExplainOutput.Write(report);
        return ExitCodes.Done;
    }
}
