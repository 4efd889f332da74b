using System.CommandLine;

namespace MilMobility.Cli.Parsing;

/// <summary>How a verb's work is tied to its command.</summary>
public static class VerbAction
{
    /// <summary>
    /// Runs the work on another thread. The library takes over Ctrl-C only once the action has given it a task, so that work
    /// which does not pause would be killed by Ctrl-C instead of being asked to stop.
    /// </summary>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work) =>
        command.SetAction((parsed, cancel) => Task.Run(() => work(parsed, cancel), CancellationToken.None));

    /// <inheritdoc cref="Does(Command, Func{ParseResult, CancellationToken, Task{int}})"/>
    public static void Does(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancel) => Task.Run(() => work(parsed, cancel), CancellationToken.None));
}
