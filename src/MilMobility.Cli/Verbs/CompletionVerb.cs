using System.CommandLine;
using System.CommandLine.Parsing;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>
/// `milmob completion SHELL`: the script that lets a shell complete verbs, options and their values. It asks the program itself (the
/// parser's <c>[suggest]</c> directive), so that it never lags behind; where the program suggests nothing, the shell completes files.
/// </summary>
public static class CompletionVerb
{
    private const string Bash = """
        # milmob completion bash > ~/.local/share/bash-completion/completions/milmob
        _milmob() {
          local line="${COMP_LINE:0:COMP_POINT}" word="${COMP_WORDS[COMP_CWORD]}" suggestions
          suggestions="$(milmob "[suggest:${#line}]" "$line" 2>/dev/null)"
          mapfile -t COMPREPLY < <(compgen -W "$suggestions" -- "$word")
        }
        complete -o default -F _milmob milmob
        """;

    private const string Zsh = """
        #compdef milmob
        # milmob completion zsh > "${fpath[1]}/_milmob"
        _milmob() {
          local -a suggestions
          local line="${BUFFER[1,CURSOR]}"
          suggestions=("${(@f)$(milmob "[suggest:${#line}]" "$line" 2>/dev/null)}")
          suggestions=("${(@)suggestions:#}")
          if (( ${#suggestions} )); then compadd -- "${suggestions[@]}"; fi
          _files
        }
        if [ "$funcstack[1]" = "_milmob" ]; then _milmob "$@"; else compdef _milmob milmob; fi
        """;

    private const string Fish = """
        # milmob completion fish > ~/.config/fish/completions/milmob.fish
        function __milmob_complete
          set -l line (commandline -cp)
          milmob "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c milmob -a '(__milmob_complete)'
        """;

    private const string Pwsh = """
        # milmob completion pwsh | Out-String | Invoke-Expression    (in $PROFILE)
        Register-ArgumentCompleter -Native -CommandName milmob -ScriptBlock {
          param($word, $ast, $position)
          $line = $ast.ToString()
          milmob "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    private static readonly Dictionary<string, string> s_scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = Pwsh,
    };

    public static Command Command()
    {
        var shell = new Argument<string>("shell")
        {
            Description = $"One of {string.Join(", ", s_scripts.Keys)}.",
            CustomParser = result => Shell(result),
        };
        shell.CompletionSources.Add(_ => s_scripts.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new Command("completion", "Print the script that lets a shell complete verbs, options and values.") { shell };
        command.Does((parsed, _) =>
        {
            Console.Out.Write($"{s_scripts[parsed.GetRequiredValue(shell)]}\n");
            return ExitCodes.Done;
        });
        return command;
    }

    private static string? Shell(ArgumentResult result)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (s_scripts.ContainsKey(text)) return text;
        result.AddError($"shell = '{text}'; must be one of {string.Join(", ", s_scripts.Keys)}");
        return null;
    }
}
