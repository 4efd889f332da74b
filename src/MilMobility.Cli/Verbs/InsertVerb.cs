using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob insert RUN --movement FILE`: further movements in a plan that stands, in milliseconds.</summary>
public static class InsertVerb
{
    public static Command Command()
    {
        var (run, json, overwrite) = (Arguments.Run(), Arguments.Json(), Arguments.Overwrite());
        var movement = new Option<string>("--movement", "-m")
        {
            Description = "File of movements (YAML, the scenario's own fields), or one movement as text in braces: "
                + "from, to, ready, due, and a load: vehicles and like (a vehicle type or requirement row of the scenario).",
            HelpName = "file or text",
            Required = true,
        };
        var output = Arguments.Output("none: the plan is shown and not kept");
        var command = new Command(
            "insert",
            "Insert movements into a finished plan without moving anything in it; where one does not fit, say why and what would.")
        {
            run, movement, output, overwrite, json,
        };
        command.Does((parsed, cancel) =>
        {
            var outcome = InsertionRun.Run(
                parsed.GetRequiredValue(run), parsed.GetRequiredValue(movement), parsed.GetValue(output), parsed.GetValue(overwrite),
                cancel);
            InsertOutput.Write(outcome, parsed.GetValue(json));
            return outcome.ExitCode;
        });
        return command;
    }
}
