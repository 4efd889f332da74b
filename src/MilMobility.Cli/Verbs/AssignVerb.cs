using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MilMobility.Cli.Assignment;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob assign`: the civil equilibrium alone, of an instance in TNTP files.</summary>
public static class AssignVerb
{
    private const double FreightCarUnits = 2;

    public static Command Command()
    {
        var network = FileOption("--network", "Network file (_net.tntp).", isRequired: true);
        var trips = FileOption("--trips", "Trip table of the cars (_trips.tntp).", isRequired: true);
        var freight = FileOption("--freight-trips", "Trip table of lorries, in vehicles; they take the same time as cars.");
        var units = Real("--freight-pcu", 1e-3, 1_000, FreightCarUnits, "Passenger cars that a lorry counts as; default 2.");
        var gap = Real("--gap", 0, 1, 1e-6, "Relative gap that is enough: total cost / cost of shortest paths - 1; default 1e-6.");
        var toll = Real(
            "--toll-weight", double.MinValue, double.MaxValue, 0, "Time per unit of toll, from the instance's README; default 0.");
        var distance = Real(
            "--distance-weight", double.MinValue, double.MaxValue, 0, "Time per unit of length, from the instance's README; default 0.");
        var close = Links();
        var iterations = Arguments.Whole("--max-iterations", 1, int.MaxValue, "Rounds over all origins; default 1000.");
        var time = Arguments.Whole("--time-limit", 1, 86_400, "Wall-clock limit in seconds; flows that hit it are not reproducible.");
        var flows = FileOption("--flows", "Link flows to write, as CSV; an earlier file is replaced.");
        var json = Arguments.Json();
        var command = new Command("assign", "Civil equilibrium of an instance in TNTP files: no trip has a cheaper path than its own.")
        {
            network, trips, freight, units, gap, toll, distance, close, iterations, time, flows, json,
        };
        command.Does((parsed, cancel) =>
        {
            var request = new TntpRequest(
                parsed.GetRequiredValue(network)!, parsed.GetRequiredValue(trips)!, parsed.GetValue(freight), parsed.GetValue(units),
                parsed.GetValue(toll), parsed.GetValue(distance), parsed.GetValue(close));
            using var progress = new AssignProgress();
            var options = new EquilibriumOptions { RelativeGap = parsed.GetValue(gap), Progress = progress };
            if (parsed.GetValue(iterations) is { } most) options = options with { IterationsMax = most };
            if (parsed.GetValue(time) is { } seconds) options = options with { TimeLimit = TimeSpan.FromSeconds(seconds) };
            return Assign(request, options, parsed.GetValue(flows), parsed.GetValue(json), cancel);
        });
        return command;
    }

    private static int Assign(TntpRequest request, EquilibriumOptions options, string? flows, bool json, CancellationToken cancel)
    {
        if (TntpAssignment.Read(request, cancel) is var read && read is not Valid<TntpAssignment>)
            return Refusal.Invalid(read.Diagnostics, json);
        var instance = ((Valid<TntpAssignment>)read).Value;
        Terminal.WriteDiagnostics(read.Diagnostics);
        var found = UserEquilibrium.Find(instance.Network, instance.Classes, options, cancel);
        if (found is not Valid<EquilibriumSolution> { Value: var solution }) return Refusal.Invalid(found.Diagnostics, json);
        Terminal.WriteDiagnostics(found.Diagnostics);
        if (flows is not null) AtomicFile.Write(flows, writer => AssignOutput.WriteFlows(instance, solution, writer));
        AssignOutput.Write(instance, solution, request, options, flows, json);
        return AssignOutput.ExitCode(solution);
    }

    private static Option<string?> FileOption(string name, string description, bool isRequired = false) =>
        new(name) { Description = description, HelpName = "file", Required = isRequired };

    private static Option<double> Real(string name, double min, double max, double standard, string description) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
                return value;
            result.AddError(min > double.MinValue ? $"{name} = '{text}'; must be a number from {min} to {max}"
                : $"{name} = '{text}'; must be a number");
            return standard;
        },
    };

    /// <summary>Links by their ends, such as 3-4,10-12.</summary>
    private static Option<IReadOnlyList<(int From, int To)>> Links() => new("--close-links")
    {
        Description = "Links that no traffic may use, by their nodes: 3-4,10-12.",
        HelpName = "links",
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            var links = new List<(int From, int To)>();
            foreach (var word in (result.Tokens.Count > 0 ? result.Tokens[0].Value : "").Split(','))
            {
                var ends = word.Split('-');
                if (ends.Length == 2 && TryNode(ends[0], out var from) && TryNode(ends[1], out var to)) links.Add((from, to));
                else result.AddError($"--close-links: '{word}'; must be two nodes such as 3-4, several with commas");
            }

            return links;
        },
    };

    private static bool TryNode(string text, out int node) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out node) && node > 0;
}
