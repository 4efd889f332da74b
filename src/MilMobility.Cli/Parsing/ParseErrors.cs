using System.CommandLine;
using System.CommandLine.Parsing;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Cli.Parsing;

/// <summary>What is wrong with a command line, each with what is allowed there and the nearest word that exists.</summary>
public static class ParseErrors
{
    public const string Code = "CLI001";

    // A word of the length of a verb with this many edits is still the same word mistyped.
    private const int EditsMax = 2;

    public static IReadOnlyList<Diagnostic> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var messages = new List<string>();
        if (command.Subcommands.Count > 0 && command.Action is null)
        {
            messages.Add(parsed.UnmatchedTokens.Count == 0 ? MissingVerb(command) : UnknownVerb(command, parsed.UnmatchedTokens[0]));
        }
        else
        {
            messages.AddRange(Unmatched(command, parsed.UnmatchedTokens));
            messages.AddRange(parsed.Errors
                .Where(e => !parsed.UnmatchedTokens.Any(t => e.Message.Contains($"'{t}'", StringComparison.Ordinal)))
                .Select(e => Message(e, command)));
        }

        return [.. messages.Select(m => new Diagnostic(Code, Severity.Error, "", 0, m))];
    }

    /// <summary>The command line to ask for help with, for the verb at hand.</summary>
    public static string Hint(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result?.Command is not (null or RootCommand);)
        {
            names.Push(result.Command.Name);
            result = result.Parent as CommandResult;
        }

        return $"'{string.Join(' ', names.Prepend("milmob").Append("--help"))}' shows what is possible.";
    }

    private static string MissingVerb(Command command) =>
        $"no verb after '{Name(command)}'; must be one of {Listed(command.Subcommands.Select(c => c.Name))}";

    private static string UnknownVerb(Command command, string token)
    {
        if (token.StartsWith('-')) return UnknownOption(command, token);
        var names = command.Subcommands.Select(c => c.Name).ToList();
        return $"unknown verb '{token}'; {Nearest(token, names) ?? $"must be one of {Listed(names)}"}";
    }

    private static IEnumerable<string> Unmatched(Command command, IReadOnlyList<string> tokens)
    {
        var afterUnknownOption = false;
        foreach (var token in tokens)
        {
            var isOption = token.StartsWith('-') && token.Length > 1;
            if (isOption) yield return UnknownOption(command, token);
            // What follows an unknown option is most likely its value.
            else if (!afterUnknownOption) yield return $"'{token}' is one argument too many for '{Name(command)}'";
            afterUnknownOption = isOption;
        }
    }

    private static string Message(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value: {option.Description}",
        ArgumentResult { Tokens.Count: 0, Parent: OptionResult { Option: var option } } =>
            $"{option.Name} needs a value: {option.Description}",
        CommandResult or ArgumentResult { Tokens.Count: 0 } =>
            string.Join("; ", command.Arguments.Select(a => $"'{Name(command)}' needs <{a.Name}>: {a.Description}")),
        _ => error.Message,
    };

    private static string UnknownOption(Command command, string token)
    {
        var names = command.Options.Where(o => !o.Hidden).Select(o => o.Name).ToList();
        return $"unknown option '{token}' of '{Name(command)}'; {Nearest(token, names) ?? $"must be one of {Listed(names)}"}";
    }

    private static string Name(Command command) => command is RootCommand ? "milmob" : command.Name;

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);

    private static string? Nearest(string word, IEnumerable<string> names)
    {
        var best = names.MinBy(name => Edits(word, name));
        return best is not null && Edits(word, best) <= EditsMax ? $"did you mean '{best}'?" : null;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
