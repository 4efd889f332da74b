using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Cli.Verbs;
using MilMobility.Pipeline;

namespace MilMobility.Cli;

/// <summary>The verbs of `milmob`. Thin: each parses its arguments, calls the pipeline or the store, and prints.</summary>
public static class CommandTree
{
    /// <summary>Time after Ctrl-C in which the best plan so far is assembled, checked, assessed and written.</summary>
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string[] args)
    {
        var json = args.Contains("--json", StringComparer.Ordinal);
        // No response files: '@name' is an ordinary argument.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && !IsSuggestion(parsed))
        {
            var code = Refusal.Invalid(ParseErrors.Of(parsed), json);
            await Console.Error.WriteLineAsync(ParseErrors.Hint(parsed));
            return code;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = s_stopLimit });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("cancelled");
            if (json) Terminal.WriteJson(new NoPlanDocument("cancelled", ExitCodes.Cancelled, "cancelled"));
            return ExitCodes.Cancelled;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Refusal.Invalid("CLI002", "", fault.Message, json);
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"CLI900 a fault of the program; please report it with what follows\n{fault}");
            if (json) Terminal.WriteJson(new NoPlanDocument("fault", ExitCodes.Fault, fault.Message));
            return ExitCodes.Fault;
        }
    }

    /// <summary>A shell asks how a line may go on; the line is not finished, so that it has errors.</summary>
    private static bool IsSuggestion(ParseResult parsed) =>
        parsed.RootCommandResult.Command is RootCommand root
        && root.Directives.OfType<SuggestDirective>().Any(directive => parsed.GetResult(directive) is not null);

    /// <summary>All verbs, with their options and help.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Plans Host Nation Support transit through the Netherlands and shows what it costs civil traffic.")
        {
            RunVerb.Command(),
            CheckVerb.Command(),
            ReportVerb.Command(),
            CompareVerb.Command(),
            ExplainVerb.Command(),
            InsertVerb.Command(),
            ParetoVerb.Command(),
            HeadlineVerb.Command(),
            NetworkVerb.Command(),
            AssignVerb.Command(),
            CmpVerb.Command(),
        };
        foreach (var command in QueueVerbs.Commands()) root.Add(command);
        foreach (var command in JobVerbs.Commands()) root.Add(command);
        root.Add(CompletionVerb.Command());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        return root;
    }
}
