using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Merging;

/// <summary>The nodes of one mode of a draft by position, in cells of 0.02 degrees, for what is near.</summary>
internal sealed class NodeGrid
{
    private const double CellDegrees = 0.02;
    /// <summary>A degree of longitude at 54 degrees north, the least in the area of use, metres.</summary>
    private const double CellMetresMin = CellDegrees * 65_000;

    private readonly NetworkDraft _draft;
    private readonly Dictionary<(int, int), List<int>> _cells = [];

    public NodeGrid(NetworkDraft draft, TransportMode mode)
    {
        _draft = draft;
        for (var i = 0; i < draft.NodeCount; i++)
        {
            if (draft.Nodes[i].Mode != mode) continue;
            Count++;
            var key = Cell(draft.Nodes[i].Lat, draft.Nodes[i].Lon);
            if (!_cells.TryGetValue(key, out var cell)) _cells[key] = cell = [];
            cell.Add(i);
        }
    }

    public int Count { get; }

    /// <summary>Nodes within a distance, nearest first.</summary>
    public List<(int Node, double Metres)> Within(double lat, double lon, double metresMax)
    {
        var reach = (int)Math.Ceiling(metresMax / CellMetresMin);
        var (row, column) = Cell(lat, lon);
        var found = new List<(int Node, double Metres)>();
        for (var i = row - reach; i <= row + reach; i++)
        {
            for (var j = column - reach; j <= column + reach; j++)
            {
                foreach (var node in _cells.GetValueOrDefault((i, j)) ?? [])
                {
                    var metres = Distance.Metres(lat, lon, _draft.Nodes[node].Lat, _draft.Nodes[node].Lon);
                    if (metres <= metresMax) found.Add((node, metres));
                }
            }
        }

        found.Sort((a, b) => a.Metres != b.Metres ? a.Metres.CompareTo(b.Metres) : a.Node.CompareTo(b.Node));
        return found;
    }

    private static (int, int) Cell(double lat, double lon) =>
        ((int)Math.Floor(lat / CellDegrees), (int)Math.Floor(lon / CellDegrees));
}
