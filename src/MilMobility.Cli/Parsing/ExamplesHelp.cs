using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MilMobility.Cli.Output;

namespace MilMobility.Cli.Parsing;

/// <summary>The library's help, followed by examples of the verb, and for the program as a whole by its exit codes.</summary>
public sealed class ExamplesHelp(HelpAction standard) : SynchronousCommandLineAction
{
    private const string ExitCodeList = """
        Exit codes:
          0    done
          1    a fault of the program or the machine
          2    invalid input: every error is listed, nothing is written
          3    a plan, but some serials cannot move; each with its reason
          4    no plan, or no equilibrium within the gap, within the limits
          5    the independent check found violations
          130  cancelled with Ctrl-C: the best plan so far is written

        Results go to standard output, progress and errors to standard error.
        """;

    /// <summary>Help is given also where an argument is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        if (Console.IsOutputRedirected) standard.MaxWidth = Terminal.Columns;
        var code = standard.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(command)) output.WriteLine($"  {example}");
        output.WriteLine();
        if (command is RootCommand) output.WriteLine(ExitCodeList);
        return code;
    }
}
