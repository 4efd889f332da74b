using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Verbs;
using MilMobility.Pipeline;

namespace MilMobility.Cli;

/// <summary>The verbs of `milmob`. Thin: each parses its arguments, calls the pipeline or the store, and prints.</summary>
public static class CommandTree
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"CLI001 {error.Message}");
            await Console.Error.WriteLineAsync("Say 'milmob --help', or 'milmob VERB --help'.");
            return ExitCodes.InvalidInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("cancelled");
            return ExitCodes.Cancelled;
        }
        catch (IOException fault)
        {
            await Console.Error.WriteLineAsync($"CLI002 {fault.Message}");
            return ExitCodes.InvalidInput;
        }
        catch (UnauthorizedAccessException fault)
        {
            await Console.Error.WriteLineAsync($"CLI002 {fault.Message}");
            return ExitCodes.InvalidInput;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("MilMobility: plans Host Nation Support transit and shows what it costs civil traffic.")
        {
            RunVerb.Command(),
            CheckVerb.Command(),
            ReportVerb.Command(),
            NetworkVerb.Command(),
        };
        foreach (var command in WorkerVerbs.Commands()) root.Add(command);
        return root;
    }
}
