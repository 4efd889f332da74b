using System.CommandLine;
using System.Text.RegularExpressions;
using MilMobility.Cli.Parsing;

namespace MilMobility.Cli.Tests;

/// <summary>A wrong command line is answered with what is allowed there; help says what is possible.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("rum x.yaml", "CLI001 unknown verb 'rum'; did you mean 'run'?", "milmob --help")]
    [InlineData("", "CLI001 no verb after 'milmob'; must be one of run, check", "milmob --help")]
    [InlineData("run x.yaml --ot y", "CLI001 unknown option '--ot' of 'run'; did you mean '--out'?", "milmob run --help")]
    [InlineData("run x.yaml --colour", "CLI001 unknown option '--colour' of 'run'; must be one of --patch", "milmob run --help")]
    [InlineData("run", "CLI001 'run' needs <scenario>: Scenario file (YAML).", "milmob run --help")]
    [InlineData("run a b", "CLI001 'b' is one argument too many for 'run'", "milmob run --help")]
    [InlineData("run a --seed x", "CLI001 --seed = 'x'; must be a whole number from 0 to 2147483647", "milmob run --help")]
    [InlineData("run a --time-limit 0", "CLI001 --time-limit = '0'; must be a whole number from 1 to 86400", "milmob run --help")]
    [InlineData("watch first", "CLI001 job = 'first'; must be a whole number", "milmob watch --help")]
    [InlineData("network chek x", "CLI001 unknown verb 'chek'; did you mean 'check'?", "milmob network --help")]
    [InlineData("completion tcsh", "CLI001 shell = 'tcsh'; must be one of bash, zsh, fish, pwsh", "milmob completion --help")]
    [InlineData("report x -f xml", "CLI001 --format = 'xml'; must be one of table, json", "milmob report --help")]
    public async Task A_wrong_command_line_is_answered_with_what_is_allowed(string line, string finding, string hint)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith(finding, Assert.Single(ended.Findings), StringComparison.Ordinal);
        Assert.Contains($"'{hint}' shows what is possible.", ended.Err, StringComparison.Ordinal);
        Assert.Equal("", ended.Out);
    }

    [Theory]
    [InlineData("--help", "Exit codes:", "milmob run seeds/hand-check.yaml")]
    [InlineData("run --help", "--time-limit <number>", "Examples:")]
    [InlineData("fetch --help", "default runs/job-<number>", "milmob fetch 1")]
    public async Task Help_names_options_and_gives_examples(string line, string part, string example)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync(line.Split(' '));

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(part, ended.Out, StringComparison.Ordinal);
        Assert.Contains(example, ended.Out, StringComparison.Ordinal);
        Assert.Equal("", ended.Err);
    }

    [Fact]
    public void Every_verb_has_examples_and_each_can_be_typed_as_it_stands()
    {
        var root = CommandTree.Root();
        var verbs = Below(root).Select(Examples.Path).Order().ToList();

        Assert.Equal(verbs, Examples.ByVerb.Keys.Order());
        Assert.All(Examples.ByVerb.SelectMany(pair => pair.Value), example =>
        {
            var typed = Regex.Matches(example.Split(" > ")[0], "\"([^\"]*)\"|[^ ]+").Select(m => m.Groups[1].Success ? m.Groups[1].Value
                : m.Value);
            Assert.Equal("milmob", typed.First());
            Assert.Empty(root.Parse([.. typed.Skip(1)]).Errors);
        });

        static IEnumerable<Command> Below(Command command) => command.Subcommands.SelectMany(Below).Prepend(command);
    }

    [Theory]
    [InlineData("report --help")]
    [InlineData("network import --help")]
    public async Task Help_fits_a_common_terminal(string line)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync(line.Split(' '));
        Assert.All(ended.Out.Split('\n').TakeWhile(l => l.TrimEnd() != "Examples:"), l => Assert.InRange(l.TrimEnd().Length, 0, 100));
    }

    [Theory]
    [InlineData("check no-such-run", "RUN001 no-such-run")]
    [InlineData("report no-such-run", "RUN001 no-such-run")]
    [InlineData("explain no-such-run", "RUN001 no-such-run")]
    [InlineData("explain no-such-run S1", "RUN001 no-such-run")]
    [InlineData("network check no-such-network", "NET001 no-such-network")]
    [InlineData("watch 7 --store store", "CLI003 ")]
    [InlineData("cancel 7 --store store", "CLI003 ")]
    [InlineData("fetch 7 --store store", "CLI003 ")]
    public async Task What_is_not_there_is_named(string line, string finding)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync(line.Split(' '));

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith(finding, Assert.Single(ended.Findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _milmob milmob")]
    [InlineData("zsh", "#compdef milmob")]
    [InlineData("fish", "complete -c milmob")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName milmob")]
    public async Task A_shell_gets_its_completion_script(string shell, string line)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync("completion", shell);
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains(line, ended.Out, StringComparison.Ordinal);
        Assert.Contains("[suggest:", ended.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("milmob comp", "compare", "completion")]
    [InlineData("milmob explain --j", "--json", "--json")]
    [InlineData("milmob completion ", "bash", "pwsh")]
    public async Task What_a_shell_asks_for_is_suggested_though_the_line_is_not_finished(string line, string first, string second)
    {
        using var folder = new CallFolder();
        var ended = await folder.MilmobAsync($"[suggest:{line.Length}]", line);
        Assert.True(ended.ExitCode == 0, ended.Err);
        var suggestions = ended.Out.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Contains(first, suggestions);
        Assert.Contains(second, suggestions);
    }
}
