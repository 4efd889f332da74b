namespace MilMobility.Derivation.Rail;

/// <summary>What must hold of the rail tables before they are written; collects every breach and throws.</summary>
public static class RailChecks
{
    private const double MostDetour = 1.6;
    private const double GreatCircleSlackM = 150;

    private static readonly string[] Places =
    [
        "rotterdam-maasvlakte", "rotterdam-europoort", "rotterdam-botlek", "rotterdam-pernis", "rotterdam-waalhaven",
        "moerdijk", "vlissingen-sloehaven", "terneuzen", "amsterdam-westhaven", "ijmuiden", "den-helder", "harlingen",
        "delfzijl", "eemshaven", "venlo", "tilburg", "born", "coevorden", "veendam", "oss", "stein", "valburg",
        "exit-nieuweschans", "exit-coevorden", "exit-oldenzaal", "exit-enschede", "exit-zevenaar", "exit-venlo",
        "exit-heerlen", "exit-eijsden", "exit-budel", "exit-roosendaal", "exit-sas-van-gent",
        "site-veluwe", "site-brabant", "site-north",
    ];

    public static void Run(IReadOnlyList<RailNode> nodes, IReadOnlyList<RailLink> links)
    {
        var breaches = new List<string>();
        var byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        breaches.AddRange(links.GroupBy(link => link.Id).Where(group => group.Count() > 1).Select(group => $"link twice: {group.Key}"));
        breaches.AddRange(links.Where(link => !byId.ContainsKey(link.From) || !byId.ContainsKey(link.To))
            .Select(link => $"unknown end: {link.Id}"));
        breaches.AddRange(Places.Where(place => nodes.All(node => node.Place != place)).Select(place => $"no node at {place}"));
        breaches.AddRange(nodes.Where(node => node.Place.Length > 0).GroupBy(node => node.Place)
            .Where(group => group.Count() > 1).Select(group => $"place twice: {group.Key}"));
        if (breaches.Count == 0)
        {
            breaches.AddRange(Components(nodes, links));
            breaches.AddRange(DeadEnds(nodes, links));
            breaches.AddRange(links.SelectMany(link => Lengths(link, byId)));
        }

        if (breaches.Count > 0)
            throw new InvalidDataException("rail tables:\n  " + string.Join("\n  ", breaches));
    }

    private static IEnumerable<string> Components(IReadOnlyList<RailNode> nodes, IReadOnlyList<RailLink> links)
    {
        foreach (var freight in new[] { false, true })
        {
            var next = links.Where(link => link.Freight || !freight)
                .SelectMany(link => new[] { (link.From, link.To), (From: link.To, To: link.From) })
                .ToLookup(pair => pair.From, pair => pair.To);
            var reached = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(["rail-kijfhoek"]);
            while (open.TryPop(out var id))
            {
                if (!reached.Add(id)) continue;
                foreach (var other in next[id]) open.Push(other);
            }

            // A passenger-only border has no freight link at all.
            foreach (var node in nodes.Where(node => !reached.Contains(node.Id) && (!freight || next.Contains(node.Id))))
                yield return $"not connected to Kijfhoek{(freight ? " by freight lines" : "")}: {node.Id}";
        }
    }

    private static IEnumerable<string> DeadEnds(IReadOnlyList<RailNode> nodes, IReadOnlyList<RailLink> links)
    {
        var degree = links.SelectMany(link => new[] { link.From, link.To }).CountBy(id => id)
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return nodes.Where(node => degree.GetValueOrDefault(node.Id) < 2)
            .Where(node => node.Kind is not ("border" or "port" or "terminal" or "yard" or "site" or "station"))
            .Select(node => $"dead end: {node.Id} ({node.Kind})");
    }

    private static IEnumerable<string> Lengths(RailLink link, Dictionary<string, RailNode> nodes)
    {
        var (a, b) = (nodes[link.From], nodes[link.To]);
        var circleM = Text.GreatCircleM(a.Lat, a.Lon, b.Lat, b.Lon);
        if (link.LengthM < circleM - GreatCircleSlackM)
            yield return $"shorter than the great circle ({circleM:F0} m): {link.Id} {link.LengthM}";
        if (link.LengthM > MostDetour * circleM && link.LengthReason.Length == 0)
            yield return $"longer than {MostDetour} x the great circle ({circleM:F0} m) without a reason: {link.Id} {link.LengthM}";
    }
}
