namespace MilMobility.Convoys.Search;

/// <summary>
/// Queue of labels by key, smallest first; of equal keys the label made last, so that the search runs on to its goal instead of
/// settling everything that is as near. A heap with four children per node. Grows, never shrinks; not thread-safe.
/// </summary>
internal sealed class LabelHeap
{
    private const int Children = 4;

    private (long Key, int Label)[] _items = new (long, int)[1024];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Push(long key, int label)
    {
        if (Count == _items.Length) Array.Resize(ref _items, 2 * Count);
        var at = Count++;
        while (at > 0)
        {
            var parent = (at - 1) / Children;
            if (!Before(key, label, _items[parent])) break;
            _items[at] = _items[parent];
            at = parent;
        }

        _items[at] = (key, label);
    }

    public (long Key, int Label) Pop()
    {
        var items = _items;
        var top = items[0];
        var (key, label) = items[--Count];
        var at = 0;
        while (true)
        {
            var first = (Children * at) + 1;
            if (first >= Count) break;
            var best = first;
            var end = Math.Min(first + Children, Count);
            for (var child = first + 1; child < end; child++)
            {
                if (Before(items[child].Key, items[child].Label, items[best])) best = child;
            }

            if (!Before(items[best].Key, items[best].Label, (key, label))) break;
            items[at] = items[best];
            at = best;
        }

        items[at] = (key, label);
        return top;
    }

    private static bool Before(long key, int label, (long Key, int Label) other) =>
        key != other.Key ? key < other.Key : label > other.Label;
}
