namespace MilMobility.Exchange.Information;

/// <summary>
/// Which of a fixed set of names are joined, directly or through others. Union by size with path halving, so nearly O(1) a join
/// (Tarjan 1975, doi:10.1145/321879.321884). Not thread-safe.
/// </summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly int[] _parent;
    private readonly int[] _size;

    public DisjointSets(IEnumerable<string> names)
    {
        foreach (var name in names) _index.TryAdd(name, _index.Count);
        _parent = [.. Enumerable.Range(0, _index.Count)];
        _size = [.. Enumerable.Repeat(1, _index.Count)];
        Count = _index.Count;
    }

    /// <summary>Sets there are.</summary>
    public int Count { get; private set; }

    /// <summary>Members of the largest set; 0 without names.</summary>
    public int LargestSize => _index.Values.Select(i => _size[Root(i)]).DefaultIfEmpty(0).Max();

    public void Join(string a, string b)
    {
        var (rootA, rootB) = (Root(_index[a]), Root(_index[b]));
        if (rootA == rootB) return;
        if (_size[rootA] < _size[rootB]) (rootA, rootB) = (rootB, rootA);
        _parent[rootB] = rootA;
        _size[rootA] += _size[rootB];
        Count--;
    }

    private int Root(int i)
    {
        while (_parent[i] != i)
        {
            _parent[i] = _parent[_parent[i]];
            i = _parent[i];
        }

        return i;
    }
}
