using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Ends, groups and adjacency of the transfers. Transfers of one place and kind form a group that shares its positions; groups are
/// numbered by first appearance, and have the most positions that any of their rows states (rule 8 of the movement model).
/// </summary>
internal sealed record TransferColumns(
    int[] From, int[] To, int[] Group, int[] GroupPositions, (int[] Start, int[] Items) Out, (int[] Start, int[] Items) In)
{
    public static TransferColumns Of(NetworkDataset dataset, IReadOnlyDictionary<string, int> nodeIndex)
    {
        var transfers = dataset.Transfers;
        int[] from = [.. transfers.Select(t => nodeIndex[t.From])];
        int[] to = [.. transfers.Select(t => nodeIndex[t.To])];
        var groupOf = new Dictionary<(string Place, string Kind), int>();
        var group = new int[transfers.Count];
        var positions = new List<int>();
        for (var f = 0; f < transfers.Count; f++)
        {
            var key = (transfers[f].Place, transfers[f].Kind);
            if (!groupOf.TryGetValue(key, out group[f]))
            {
                groupOf[key] = group[f] = positions.Count;
                positions.Add(transfers[f].Positions);
            }

            positions[group[f]] = Math.Max(positions[group[f]], transfers[f].Positions);
        }

        return new TransferColumns(
            from, to, group, [.. positions],
            Adjacency.Build(dataset.Nodes.Count, transfers.Count, f => from[f]),
            Adjacency.Build(dataset.Nodes.Count, transfers.Count, f => to[f]));
    }
}
