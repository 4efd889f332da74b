using System.Globalization;
using MilMobility.Derivation.Water;

namespace MilMobility.Derivation.Ports;

/// <summary>
/// The node of each shared place in each mode, read from the node tables that are already compiled. A mode whose table
/// does not exist yet has no nodes. Errors: two nodes of one mode that claim one place.
/// </summary>
public sealed class PlaceNodes
{
    private static readonly string[] Modes = ["road", "rail", "water", "sea"];

    private readonly Dictionary<(string Mode, string Place), (string Id, GeoPoint Position)> nodes = [];

    public static PlaceNodes Read(DerivationPaths paths)
    {
        var places = new PlaceNodes();
        foreach (var mode in Modes)
        {
            var file = Path.Combine(paths.Output, $"{mode}-nodes.csv");
            if (!File.Exists(file)) continue;
            foreach (var row in CsvTable.Read(file).Where(r => r["place"].Length > 0))
            {
                var position = new GeoPoint(
                    double.Parse(row["lat"], CultureInfo.InvariantCulture),
                    double.Parse(row["lon"], CultureInfo.InvariantCulture));
                if (places.nodes.TryAdd((mode, row["place"]), (row["id"], position))) continue;
                throw new InvalidDataException(
                    $"{file}: '{row["id"]}' and '{places.nodes[(mode, row["place"])].Id}' both claim '{row["place"]}'");
            }
        }

        return places;
    }

    /// <summary>The node's id, or null where the place does not exist in that mode.</summary>
    public string? Node(string mode, string place) =>
        nodes.TryGetValue((mode, place), out var node) ? node.Id : null;

    /// <summary>Great-circle metres between the nodes of a place in two modes in which it exists.</summary>
    public double MetresBetween(string mode, string other, string place) =>
        nodes[(mode, place)].Position.MetresTo(nodes[(other, place)].Position);
}
