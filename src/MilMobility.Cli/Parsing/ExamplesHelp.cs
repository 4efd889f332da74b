using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

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

    private static readonly Dictionary<string, string[]> s_examples = new(StringComparer.Ordinal)
    {
        ["milmob"] =
        [
            "milmob run seeds/hand-check.yaml", "milmob check runs/hand-check", "milmob report runs/hand-check -f march-table",
        ],
        ["run"] =
        [
            "milmob run seeds/hand-check.yaml", "milmob run seeds/hand-check.yaml -o runs/seed-2 --seed 2",
            "milmob run seeds/corps-transit.yaml --time-limit 120 --json > result.json",
        ],
        ["check"] = ["milmob check runs/hand-check", "milmob check runs/hand-check --json"],
        ["report"] = ["milmob report runs/hand-check", "milmob report runs/hand-check -f march-table > march-table.csv"],
        ["compare"] =
        [
            "milmob compare runs/three-corridor-transit runs/three-corridor-transit+low-water",
            "milmob compare runs/before runs/after -o difference.html --json > difference.json",
        ],
        ["explain"] = ["milmob explain runs/hand-check", "milmob explain runs/hand-check M02-01"],
        ["insert"] =
        [
            "milmob insert runs/corps-transit --movement late-arrivals.yaml -o runs/corps-transit-2",
            "milmob insert runs/hand-check -m \"{from: site-veluwe, to: exit-zevenaar, due: D 20:00, vehicles: 20, like: truck 8x8}\"",
        ],
        ["pareto"] = ["milmob pareto seeds/three-corridor-transit.yaml --points 8 -o runs/front"],
        ["network"] = ["milmob network check networks/nl", "milmob network info networks/nl --map nl.svg"],
        ["info"] = ["milmob network info networks/nl", "milmob network info networks/nl --map nl.svg --json > nl.json"],
        ["diff"] = ["milmob network diff networks/nl my-nl", "milmob network diff networks/nl full-nl --by place --within 2000"],
        ["export"] = ["milmob network export networks/nl --format gpkg --out nl.gpkg",
            "milmob network export networks/nl -f kml -o nl.kml"],
        ["assign"] =
        [
            "milmob assign --network SiouxFalls_net.tntp --trips SiouxFalls_trips.tntp --gap 1e-10",
            "milmob assign --network net.tntp --trips trips.tntp --close-links 3-4,10-12 --flows flows.csv --json",
        ],
        ["cmp"] =
        [
            "milmob cmp generate --family planar --nodes 300 --convoys 20 --seed 1 -o planar.json",
            "milmob cmp solve planar.json --time 10 -o plan.json", "milmob cmp check planar.json plan.json",
        ],
        ["worker"] = ["milmob worker", "milmob worker --store /srv/milmobility"],
        ["submit"] = ["milmob submit seeds/corps-transit.yaml", "milmob submit seeds/corps-transit.yaml --seed 2"],
        ["watch"] = ["milmob watch 1"],
        ["cancel"] = ["milmob cancel 1"],
        ["completion"] =
        [
            "milmob completion bash > ~/.local/share/bash-completion/completions/milmob",
            "milmob completion fish > ~/.config/fish/completions/milmob.fish",
        ],
        ["fetch"] = ["milmob fetch 1 -o runs/corps-transit"],
    };

    /// <summary>Help is given also where an argument is missing.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = standard.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var output = parseResult.InvocationConfiguration.Output;
        if (s_examples.TryGetValue(command is RootCommand ? "milmob" : command.Name, out var examples))
        {
            output.WriteLine("Examples:");
            foreach (var example in examples) output.WriteLine($"  {example}");
            output.WriteLine();
        }

        if (command is RootCommand) output.WriteLine(ExitCodeList);
        return code;
    }
}
