using System.Globalization;
using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>Everything the cross-check found.</summary>
/// <param name="Embedded">The embedded network.</param>
/// <param name="Offs">Metres from each node to the imported network, by id; null if out of reach.</param>
/// <param name="Links">One finding a link.</param>
/// <param name="Routes">Random routes.</param>
public sealed record CrossCheckResult(
    NetworkDataset Embedded, IReadOnlyDictionary<string, double?> Offs, IReadOnlyList<LinkFinding> Links,
    IReadOnlyList<RouteComparison> Routes);

/// <summary>Writes networks/CROSSCHECK.md: per mode how well lengths agree, then every difference with its cause.</summary>
public static class CrossCheckReport
{
    private const double NearMetres = 500;

    private static readonly TransportMode[] Modes = [TransportMode.Road, TransportMode.Rail, TransportMode.Water];

    private static readonly Dictionary<Cause, string> CauseNames = new()
    {
        [Cause.Agrees] = "agrees",
        [Cause.OwnFact] = "from the facts",
        [Cause.Junction] = "extent of a junction",
        [Cause.ParallelRoad] = "another road beside it",
        [Cause.BeyondEnd] = "end off the imported network",
        [Cause.ByHand] = "looked at by hand",
        [Cause.Unexplained] = "**unexplained**",
    };

    public static string Text(CrossCheckResult result)
    {
        var text = new StringBuilder();
        text.Append(Invariant($"""
            # The embedded network against the importers' output

            Written by `dotnet run --project networks/derivation -- crosscheck`; do not edit. The importers (`src/MilMobility.Exchange`)
            read VILD, ProRail's tracks and NWB-Vaarwegen with FIS at full detail, uncontracted. Between the places of each link of
            `networks/nl` the shortest way is sought on that network. Both come from the same registers, by different programs at
            different detail: the comparison finds slips of selection, joining and contraction, not errors of the registers.
            Tolerance: {100 * Explanations.Tolerance:F0} % or {Explanations.ToleranceMetres:F0} m, whichever is more.


            """).ReplaceLineEndings("\n"));
        Lengths(text, result);
        Routes(text, result);
        Nodes(text, result);
        Outliers(text, result);
        Limits(text, result);
        return text.ToString();
    }

    private static void Lengths(StringBuilder text, CrossCheckResult result)
    {
        text.Append("## Links\n\n| mode | links | with an imported way | median difference | 95 % within | agree |");
        text.Append(string.Concat(CauseNames.Values.Skip(1).Select(name => $" {name} |"))).Append('\n');
        text.Append("|---|--:|--:|--:|--:|--:|").Append(string.Concat(CauseNames.Skip(1).Select(_ => "--:|"))).Append('\n');
        foreach (var mode in Modes)
        {
            var links = result.Links.Where(f => f.Comparison.Link.Mode == mode).ToList();
            var ratios = links.Where(f => f.ImportedMetres is not null && f.Cause != Cause.OwnFact)
                .Select(f => (f.ImportedMetres!.Value / f.Comparison.Link.LengthMetres) - 1).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {Name(mode)} | {links.Count} | {ratios.Count} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Percent(Quantile(ratios, 0.5))} |");
            text.Append(CultureInfo.InvariantCulture, $" {Percent(Quantile(ratios.Select(Math.Abs), 0.95))} |");
            foreach (var cause in CauseNames.Keys)
                text.Append(CultureInfo.InvariantCulture, $" {links.Count(f => f.Cause == cause)} |");
            text.Append('\n');
        }

        text.Append('\n');
    }

    private static void Routes(StringBuilder text, CrossCheckResult result)
    {
        text.Append("## Routes\n\n")
            .Append("Shortest routes of 20 to 150 km between random nodes, against the imported way beside them: where a link ends in a\n")
            .Append("junction cancels out. A reversal is a turn that the tracks do not allow; `networks/nl` has no turns, so that ")
            .Append("its trains\nturn there free of charge.\n\n")
            .Append("| mode | routes | with an imported way | 5 % | median | 95 % | need a reversal |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var mode in Modes)
        {
            var routes = result.Routes.Where(r => r.Mode == mode).ToList();
            var ratios = routes.Where(r => r.ImportedMetres is not null && !r.Reverses)
                .Select(r => (r.ImportedMetres!.Value / r.EmbeddedMetres) - 1).ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {Name(mode)} | {routes.Count} | {ratios.Count}");
            text.Append(CultureInfo.InvariantCulture, $" | {Percent(Quantile(ratios, 0.05))} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Percent(Quantile(ratios, 0.5))} | {Percent(Quantile(ratios, 0.95))} | ");
            text.Append(CultureInfo.InvariantCulture, $"{routes.Count(r => r.Reverses)} |\n");
        }

        text.Append('\n');
    }

    private static void Nodes(StringBuilder text, CrossCheckResult result)
    {
        text.Append("## Nodes\n\n")
            .Append("Distance from each node to the nearest imported link of its mode. Sea nodes have no imported counterpart.\n\n")
            .Append("| mode | kind | nodes | median, m | 95 %, m | out of reach |\n|---|---|--:|--:|--:|--:|\n");
        foreach (var group in result.Embedded.Nodes.Where(n => Modes.Contains(n.Mode)).GroupBy(n => (n.Mode, n.Kind))
            .OrderBy(g => g.Key.Mode).ThenBy(g => g.Key.Kind, StringComparer.Ordinal))
        {
            var offs = group.Select(n => result.Offs[n.Id]).ToList();
            var known = offs.OfType<double>().ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {Name(group.Key.Mode)} | {group.Key.Kind} | {offs.Count} | ");
            text.Append(CultureInfo.InvariantCulture, $"{Quantile(known, 0.5):F0} | {Quantile(known, 0.95):F0}");
            text.Append(CultureInfo.InvariantCulture, $" | {offs.Count - known.Count} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nNodes more than {NearMetres:F0} m off:\n\n| node");
        text.Append(CultureInfo.InvariantCulture, $" | kind | off, m | because |\n|---|---|--:|---|\n");
        foreach (var node in result.Embedded.Nodes.Where(n => Modes.Contains(n.Mode) && result.Offs[n.Id] is null or > NearMetres)
            .OrderBy(n => n.Mode).ThenBy(n => n.Id, StringComparer.Ordinal))
        {
            var off = result.Offs[node.Id] is { } metres ? metres.ToString("F0", CultureInfo.InvariantCulture) : "out of reach";
            text.Append(CultureInfo.InvariantCulture, $"| {node.Id} | {node.Kind} | {off} | {Because(node)} |\n");
        }

        text.Append('\n');
    }

    private static string Because(NodeRow node) => (node.Mode, node.Region, node.Kind) switch
    {
        (_, "DE" or "BE", _) => "beyond the border; from the facts",
        (TransportMode.Road, _, "port" or "terminal" or "site" or "airfield" or "hospital" or "yard") =>
            "off the numbered roads that the VILD knows; its access link is from the facts",
        (TransportMode.Road, _, _) => "on a road that the VILD does not have, or that the import leaves out",
        (TransportMode.Rail, _, _) => "on tracks beside the sections between the import's nodes, or not joined to the Dutch network",
        _ => "a basin beside the fairway",
    };

    private static void Outliers(StringBuilder text, CrossCheckResult result)
    {
        text.Append("## Links that differ\n\n| link | here, m | imported, m | difference | cause | |\n|---|--:|--:|--:|---|---|\n");
        foreach (var finding in result.Links.Where(f => f.Cause != Cause.Agrees).OrderBy(f => f.Comparison.Link.Mode)
            .ThenByDescending(f => f.Cause).ThenBy(f => f.Comparison.Link.Id, StringComparer.Ordinal))
        {
            var link = finding.Comparison.Link;
            text.Append(CultureInfo.InvariantCulture, $"| {link.Id} | {link.LengthMetres} | ");
            text.Append(finding.ImportedMetres is { } metres
                ? Invariant($"{metres:F0} | {Percent((metres / link.LengthMetres) - 1)} | ")
                : "- | - | ");
            text.Append(CultureInfo.InvariantCulture, $"{CauseNames[finding.Cause]} | {finding.Note} |\n");
        }

        text.Append('\n');
    }

    private static void Limits(StringBuilder text, CrossCheckResult result)
    {
        var (findings, compared) = LimitFindings.Of(result.Links);
        text.Append("## Limits\n\nCompared where both networks know one. Lanes and speeds of imported roads are assumptions by class; ")
            .Append("heights, masses and\ntunnel categories are in none of the registers.\n\n")
            .Append("| limit | compared | differ |\n|---|--:|--:|\n");
        foreach (var (what, count) in compared)
            text.Append(CultureInfo.InvariantCulture, $"| {what} | {count} | {findings.Count(f => f.What == what)} |\n");
        text.Append("\n| link | limit | here | imported | because |\n|---|---|--:|--:|---|\n");
        foreach (var f in findings.OrderBy(f => f.What, StringComparer.Ordinal).ThenBy(f => f.Link, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| {f.Link} | {f.What} | {f.Embedded} | {f.Imported} | {f.Cause} |\n");
    }

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[(int)Math.Round(share * (sorted.Count - 1))];
    }

    private static string Percent(double share) => Invariant($"{100 * share:+0.0;-0.0;0.0} %");

    private static string Name(TransportMode mode) => mode.ToString().ToLowerInvariant();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
