using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Holding per node: that of the first facility, in dataset order, that states a capacity in a unit of the node's mode (rule 2 of
/// the movement model). Nodes without one, ships' berths among them, hold nothing.
/// </summary>
internal sealed record HoldColumns(int[] Capacity, HoldUnit[] Unit, int[] LengthMetres)
{
    public static HoldColumns Of(NetworkDataset dataset, IReadOnlyDictionary<string, int> nodeIndex)
    {
        var columns = new HoldColumns(
            new int[dataset.Nodes.Count], new HoldUnit[dataset.Nodes.Count], new int[dataset.Nodes.Count]);
        Array.Fill(columns.LengthMetres, CompiledNetwork.NoLimit);
        foreach (var facility in dataset.Facilities)
        {
            if (facility.HoldCapacity is not { } capacity || facility.HoldUnit == HoldUnit.None) continue;
            var node = nodeIndex[facility.Node];
            if (columns.Unit[node] != HoldUnit.None) continue;
            if (Vocabulary.ModeOf(facility.HoldUnit) != dataset.Nodes[node].Mode) continue;
            columns.Capacity[node] = capacity;
            columns.Unit[node] = facility.HoldUnit;
            columns.LengthMetres[node] = facility.MaxLengthMetres ?? CompiledNetwork.NoLimit;
        }

        return columns;
    }
}
