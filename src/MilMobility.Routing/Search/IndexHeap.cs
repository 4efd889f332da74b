namespace MilMobility.Routing.Search;

/// <summary>
/// Binary heap of (key, index) pairs, smallest key first; of equal keys the larger index, that is the younger entry, comes
/// first, so that a search dives on a plateau and its order is determined. Push and pop O(log n), no allocation beyond growth.
/// Not thread-safe.
/// </summary>
internal sealed class IndexHeap
{
    private long[] _keys = new long[1024];
    private int[] _items = new int[1024];

    public int Count { get; private set; }

    /// <summary>Smallest key; the heap must not be empty.</summary>
    public long MinKey => _keys[0];

    public void Clear() => Count = 0;

    public void Push(long key, int item)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, 2 * Count);
            Array.Resize(ref _items, 2 * Count);
        }

        var keys = _keys;
        var items = _items;
        var i = Count++;
        while (i > 0)
        {
            var parent = (i - 1) >> 1;
            if (!Before(key, item, keys[parent], items[parent])) break;
            keys[i] = keys[parent];
            items[i] = items[parent];
            i = parent;
        }

        keys[i] = key;
        items[i] = item;
    }

    public int Pop()
    {
        var keys = _keys;
        var items = _items;
        var top = items[0];
        var count = --Count;
        var key = keys[count];
        var item = items[count];
        var i = 0;
        while (true)
        {
            var child = (2 * i) + 1;
            if (child >= count) break;
            if (child + 1 < count && Before(keys[child + 1], items[child + 1], keys[child], items[child])) child++;
            if (!Before(keys[child], items[child], key, item)) break;
            keys[i] = keys[child];
            items[i] = items[child];
            i = child;
        }

        keys[i] = key;
        items[i] = item;
        return top;
    }

    private static bool Before(long key, int item, long otherKey, int otherItem) =>
        key < otherKey || (key == otherKey && item > otherItem);
}
