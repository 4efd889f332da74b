using System.Globalization;

namespace MilMobility.Derivation.Ports;

/// <summary>
/// Makes corridors.csv: the ports and exits of facts/corridor-ends.csv and, per mode, the links of the fastest paths
/// between them. Notional: it is the shortest way on a public map and nobody's plan. Dijkstra per port and mode.
/// </summary>
public static class CorridorDerivation
{
    public static readonly string[] Header = ["corridor", "name", "element", "ref", "marking"];

    private static readonly string[] Modes = ["road", "rail", "water"];

    public static List<IReadOnlyList<string>> Compile(DerivationPaths paths, PlaceNodes places)
    {
        var graphs = Modes.Select(m => (Mode: m, Graph: LinkGraph.Read(paths, m))).ToList();
        var rows = new List<IReadOnlyList<string>>();
        var ends = CsvTable.Read(Path.Combine(paths.Facts, "corridor-ends.csv"));
        foreach (var corridor in ends.GroupBy(e => e["corridor"]))
        {
            var name = corridor.First()["name"];
            void Add(string element, string reference) => rows.Add([corridor.Key, name, element, reference, "notional"]);
            foreach (var end in corridor) Add(end["element"], end["place"]);
            foreach (var (mode, graph) in graphs)
            {
                var ports = Nodes(places, mode, corridor, "port");
                var exits = Nodes(places, mode, corridor, "exit");
                var links = new SortedSet<string>(StringComparer.Ordinal);
                foreach (var port in ports) links.UnionWith(graph.FastestLinks(port, exits));
                foreach (var link in links) Add("link", link);
            }
        }

        return rows;
    }

    private static List<string> Nodes(
        PlaceNodes places, string mode, IEnumerable<Dictionary<string, string>> ends, string element) =>
        [.. ends.Where(e => e["element"] == element).Select(e => places.Node(mode, e["place"])).OfType<string>()];

    /// <summary>The links of one mode as a graph, weighted by free running time.</summary>
    private sealed class LinkGraph
    {
        private readonly Dictionary<string, List<(string To, double Hours, string Link)>> arcsFrom = [];

        public static LinkGraph Read(DerivationPaths paths, string mode)
        {
            var graph = new LinkGraph();
            var file = Path.Combine(paths.Output, $"{mode}-links.csv");
            if (!File.Exists(file)) return graph;
            foreach (var row in CsvTable.Read(file))
            {
                if (mode == "rail" && row["freight"] == "false") continue;
                var hours = Number(row["length_m"]) / 1000 / Number(row["speed_kmh"]);
                graph.Add(row["from"], row["to"], hours, row["id"]);
                if (row["two_way"] == "true") graph.Add(row["to"], row["from"], hours, row["id"]);
            }

            return graph;
        }

        /// <summary>Links of the fastest paths from a node to each target that it reaches.</summary>
        public IEnumerable<string> FastestLinks(string from, List<string> targets)
        {
            var hours = new Dictionary<string, double> { [from] = 0 };
            var arrivedBy = new Dictionary<string, (string Node, string Link)>();
            var queue = new PriorityQueue<string, (double Hours, string Node)>();
            queue.Enqueue(from, (0, from));
            while (queue.TryDequeue(out var node, out var key))
            {
                if (key.Hours > hours[node] || !arcsFrom.TryGetValue(node, out var arcs)) continue;
                foreach (var (to, arcHours, link) in arcs)
                {
                    var arrival = key.Hours + arcHours;
                    if (hours.TryGetValue(to, out var known) && known <= arrival) continue;
                    hours[to] = arrival;
                    arrivedBy[to] = (node, link);
                    queue.Enqueue(to, (arrival, to));
                }
            }

            foreach (var target in targets.Where(arrivedBy.ContainsKey))
            {
                for (var node = target; node != from; node = arrivedBy[node].Node) yield return arrivedBy[node].Link;
            }
        }

        private void Add(string from, string to, double hours, string link)
        {
            if (!arcsFrom.TryGetValue(from, out var arcs)) arcsFrom[from] = arcs = [];
            arcs.Add((to, hours, link));
        }

        private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
