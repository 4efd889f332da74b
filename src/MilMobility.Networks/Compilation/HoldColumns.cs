using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// Holding per node, from its facilities with a hold capacity: their capacities are added, and the shortest of their lengths
/// limits all, so that whatever is promised fits wherever it is put. The dataset reader has seen to it that the units of one node
/// agree. Nodes without such a facility, ships' berths among them, hold nothing.
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
            if (facility.HoldCapacity is not { } capacity) continue;
            var node = nodeIndex[facility.Node];
            columns.Capacity[node] += capacity;
            columns.Unit[node] = facility.HoldUnit;
            columns.LengthMetres[node] =
                Math.Min(columns.LengthMetres[node], facility.MaxLengthMetres ?? CompiledNetwork.NoLimit);
        }

        return columns;
    }
}
