using System.Globalization;

namespace MilMobility.Derivation.Ports;

/// <summary>
/// Makes transfers.csv: for each port and terminal, every kind of facts/port-transfers.csv for which the place has a node
/// in both modes. `positions` is a number, or `ramps` or `cranes` of the port; a port without any has no such transfer.
/// `fixed_min` is the kind's own plus the way between the place's two nodes.
/// </summary>
public static class Transfers
{
    public static readonly string[] Header =
        ["id", "from", "to", "place", "kind", "fixed_min", "rate_vehicles_h", "positions", "provenance"];

    // Cranes of one basin that may be given to one mission at once; beyond it the quay would do nothing else.
    private const int CranesAtOnce = 4;

    // Great-circle pace over port roads, detours included.
    private const double PortRoadMetresPerMinute = 20_000 / 60.0;

    public static List<IReadOnlyList<string>> Compile(
        PlaceNodes places, List<Dictionary<string, string>> terms,
        List<Dictionary<string, string>> basins, List<Dictionary<string, string>> terminals)
    {
        var rows = new List<IReadOnlyList<string>>();
        var sites = basins.Select(b => (At: "port", Site: b)).Concat(terminals.Select(t => (At: "terminal", Site: t)));
        foreach (var (at, site) in sites)
        {
            var place = site["place"];
            foreach (var term in terms.Where(t => t["at"] == at))
            {
                var positions = Positions(term["positions"], site);
                if (positions == 0) continue;
                if (places.Node(term["from_mode"], place) is not { } from) continue;
                if (places.Node(term["to_mode"], place) is not { } to) continue;
                rows.Add(
                [
                    $"tr-{place}-{term["kind"]}", from, to, place, term["kind"],
                    FixedMinutes(places, place, term).ToString(CultureInfo.InvariantCulture), term["rate_vehicles_h"],
                    positions.ToString(CultureInfo.InvariantCulture), "",
                ]);
            }
        }

        return rows;
    }

    private static int FixedMinutes(PlaceNodes places, string place, Dictionary<string, string> term)
    {
        var metres = places.MetresBetween(term["from_mode"], term["to_mode"], place);
        return int.Parse(term["fixed_min"], CultureInfo.InvariantCulture)
            + (int)Math.Ceiling(metres / PortRoadMetresPerMinute);
    }

    private static int Positions(string positions, Dictionary<string, string> site) => positions switch
    {
        "ramps" => int.Parse(site["ro_ro_ramps"], CultureInfo.InvariantCulture),
        "cranes" => Math.Min(CranesAtOnce, int.Parse(site["cranes"], CultureInfo.InvariantCulture)),
        _ => int.Parse(positions, CultureInfo.InvariantCulture),
    };
}
