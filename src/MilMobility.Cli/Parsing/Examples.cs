using System.CommandLine;

namespace MilMobility.Cli.Parsing;

/// <summary>Lines that a user may type as they stand, for every verb.</summary>
public static class Examples
{
    /// <summary>By the verb with the verbs before it; the program as a whole is the empty one.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByVerb { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [""] =
        [
            "milmob run seeds/hand-check.yaml", "milmob check runs/hand-check", "milmob report runs/hand-check -f march-table",
        ],
        ["run"] =
        [
            "milmob run seeds/hand-check.yaml", "milmob run seeds/hand-check.yaml -o runs/seed-2 --seed 2",
            "milmob run seeds/corps-transit.yaml --time-limit 120 --json > result.json",
        ],
        ["check"] = ["milmob check runs/hand-check", "milmob check runs/hand-check --json"],
        ["report"] =
        [
            "milmob report runs/hand-check", "milmob report runs/hand-check -f march-table > march-table.csv",
            "milmob report runs/hand-check -f documents -o documents/",
            "milmob report runs/hand-check --audience civil --manager ProRail -o for-prorail/",
            "milmob report runs/hand-check --audience public -o for-parliament/",
        ],
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
        ["headline"] = ["milmob headline seeds/three-corridor-transit.yaml --floor 100 -o runs/headline"],
        ["network"] = ["milmob network check networks/nl", "milmob network info networks/nl --map nl.svg"],
        ["network check"] = ["milmob network check networks/nl", "milmob network check networks/nl --json"],
        ["network info"] = ["milmob network info networks/nl", "milmob network info networks/nl --map nl.svg --json > nl.json"],
        ["network import"] =
        [
            "milmob network import --osm region.osm.pbf --name region --contract --out my-region",
            "milmob network import --vild vild --prorail prorail --nwb nwb --fis fis --sites networks/nl --out full-nl",
        ],
        ["network diff"] =
        [
            "milmob network diff networks/nl my-nl", "milmob network diff networks/nl full-nl --by place --within 2000",
        ],
        ["network export"] =
        [
            "milmob network export networks/nl --format gpkg --out nl.gpkg", "milmob network export networks/nl -f kml -o nl.kml",
        ],
        ["assign"] =
        [
            "milmob assign --network SiouxFalls_net.tntp --trips SiouxFalls_trips.tntp --gap 1e-10",
            "milmob assign --network net.tntp --trips trips.tntp --close-links 3-4,10-12 --flows flows.csv --json",
        ],
        ["cmp"] =
        [
            "milmob cmp generate --family planar --nodes 300 --convoys 20 --seed 1 -o planar.json",
            "milmob cmp solve planar.json --time-limit 10 -o plan.json", "milmob cmp check planar.json plan.json",
        ],
        ["cmp solve"] = ["milmob cmp solve planar.json --time-limit 10 -o plan.json", "milmob cmp solve planar.json --gap 1 --json"],
        ["cmp check"] = ["milmob cmp check planar.json plan.json"],
        ["cmp generate"] =
        [
            "milmob cmp generate --family planar --nodes 300 --convoys 20 --seed 1 -o planar.json",
            "milmob cmp generate --family grid --width 30 --height 30 --convoys 100 -o grid.json",
        ],
        ["worker"] = ["milmob worker", "milmob worker --store /srv/milmobility"],
        ["submit"] = ["milmob submit seeds/corps-transit.yaml", "milmob submit seeds/corps-transit.yaml --seed 2"],
        ["jobs"] = ["milmob jobs", "milmob jobs --json"],
        ["watch"] = ["milmob watch 1"],
        ["cancel"] = ["milmob cancel 1"],
        ["fetch"] = ["milmob fetch 1 -o runs/corps-transit"],
        ["completion"] =
        [
            "milmob completion bash > ~/.local/share/bash-completion/completions/milmob",
            "milmob completion fish > ~/.config/fish/completions/milmob.fish",
        ],
    };

    /// <summary>The examples of a verb; every verb has some (a test goes through them).</summary>
    public static IReadOnlyList<string> Of(Command command) => ByVerb[Path(command)];

    /// <summary>The verb with the verbs before it, such as `network import`; empty for the program as a whole.</summary>
    public static string Path(Command command) =>
        string.Join(' ', Up(command).TakeWhile(c => c is not RootCommand).Select(c => c.Name).Reverse());

    private static IEnumerable<Command> Up(Command command)
    {
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault()) yield return at;
    }
}
