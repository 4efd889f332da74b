namespace MilMobility.Equilibrium.Paths;

/// <summary>
/// Nodes by label, smallest first: an indexed heap of four children, without allocation after its construction. Not
/// thread-safe.
/// </summary>
internal sealed class NodeHeap(int nodes)
{
    private const int Children = 4;

    private readonly int[] _nodes = new int[nodes];
    private readonly double[] _labels = new double[nodes];
    private readonly int[] _places = NewPlaces(nodes);

    public int Count { get; private set; }

    /// <summary>Adds a node, or lowers its label.</summary>
    public void Push(int node, double label)
    {
        var place = _places[node];
        if (place < 0) place = Count++;
        while (place > 0)
        {
            var parent = (place - 1) / Children;
            if (_labels[parent] <= label) break;
            Set(place, _nodes[parent], _labels[parent]);
            place = parent;
        }

        Set(place, node, label);
    }

    public int Pop()
    {
        var top = _nodes[0];
        _places[top] = -1;
        Count--;
        if (Count == 0) return top;
        var (node, label) = (_nodes[Count], _labels[Count]);
        var place = 0;
        while (true)
        {
            var first = (place * Children) + 1;
            if (first >= Count) break;
            var best = first;
            var last = Math.Min(first + Children, Count);
            for (var child = first + 1; child < last; child++)
                if (_labels[child] < _labels[best]) best = child;
            if (_labels[best] >= label) break;
            Set(place, _nodes[best], _labels[best]);
            place = best;
        }

        Set(place, node, label);
        return top;
    }

    private static int[] NewPlaces(int nodes)
    {
        var places = new int[nodes];
        Array.Fill(places, -1);
        return places;
    }

    private void Set(int place, int node, double label)
    {
        _nodes[place] = node;
        _labels[place] = label;
        _places[node] = place;
    }
}
