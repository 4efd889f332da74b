using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Generation;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Solutions;
using MilMobility.Domain.Diagnostics;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob cmp solve|check|generate`: the abstract convoy movement problem.</summary>
public static class CmpVerb
{
    public static Command Command() =>
        new("cmp", "The abstract convoy movement problem: convoys on a graph, without civil traffic.")
        {
            CmpSolve.Command(), Check(), Generate(),
        };

    /// <summary>The instance argument of `solve` and `check`.</summary>
    public static Argument<string> Instance() => new("instance") { Description = "Instance file (JSON)." };

    private static Command Check()
    {
        var (instance, json) = (Instance(), Arguments.Json());
        var solution = new Argument<string>("solution") { Description = "Solution file (JSON), of this program or any other." };
        var command = new Command(
            "check", "Check a solution against its instance independently; exit 0 only without violations, 3 if convoys stay unmoved.")
        {
            instance, solution, json,
        };
        command.Does((parsed, _) => Check(
            ConvoyInstanceReader.Read(parsed.GetRequiredValue(instance)), ConvoySolutionReader.Read(parsed.GetRequiredValue(solution)),
            parsed.GetValue(json)));
        return command;
    }

    private static int Check(Loaded<ConvoyInstance> instance, Loaded<ConvoySolution> solution, bool json)
    {
        if ((instance, solution) is not (Valid<ConvoyInstance> { Value: var problem }, Valid<ConvoySolution> { Value: var plan }))
            return Refusal.Invalid([.. instance.Diagnostics, .. solution.Diagnostics], json);
        var check = ConvoyChecker.Check(problem, plan);
        CmpOutput.Write(check, json);
        return CmpOutput.ExitCode(check);
    }

    private static Command Generate()
    {
        var family = new Option<string>("--family")
        {
            Description = $"Family: {string.Join(", ", ConvoyFamilies.Names)}.",
            HelpName = "name",
            Required = true,
        };
        family.AcceptOnlyFromAmong([.. ConvoyFamilies.Names]);
        var nodes = Arguments.Whole("--nodes", 1, 1_000_000, "Nodes of the graph; a grid takes --width and --height.");
        var convoys = Arguments.Whole("--convoys", 1, 100_000, "Convoys.");
        var width = Arguments.Whole("--width", 2, 1000, "Nodes of a grid from west to east; default 10.");
        var height = Arguments.Whole("--height", 2, 1000, "Nodes of a grid from north to south; default 10.");
        var halfEdges = Arguments.Whole("--half-edges", 1, 100, "Length of a grid's convoys in half edges; default 2, one edge.");
        var seed = Arguments.Whole("--seed", 0, int.MaxValue, "Seed; default 1.");
        var (output, json) = (Output("Instance file to write; default standard output."), Arguments.Json());
        var command = new Command("generate", "Make an instance of a family of the literature; the same on every machine.")
        {
            family, nodes, convoys, width, height, halfEdges, seed, output, json,
        };
        command.Does((parsed, _) => Generate(
            new FamilyRequest(
                parsed.GetRequiredValue(family), parsed.GetValue(nodes), parsed.GetValue(convoys), parsed.GetValue(width),
                parsed.GetValue(height), parsed.GetValue(halfEdges), parsed.GetValue(seed) ?? 1),
            parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Generate(FamilyRequest request, string? output, bool json)
    {
        ConvoyInstance instance;
        try
        {
            instance = ConvoyFamilies.Make(request);
        }
        catch (ArgumentException fault)
        {
            return Refusal.Invalid(ParseErrors.Code, "", fault.Message, json);
        }

        if (output is null) ConvoyInstanceWriter.Write(instance, Console.Out);
        else AtomicFile.Write(output, writer => ConvoyInstanceWriter.Write(instance, writer));
        return ExitCodes.Done;
    }

    /// <summary>A file to write.</summary>
    public static Option<string?> Output(string description) => new("--out", "-o") { Description = description, HelpName = "file" };
}
