namespace MilMobility.Networks.Compilation;

/// <summary>Compressed rows: groups items by key with a counting sort, items ascending within a key. O(keys + items).</summary>
internal static class Adjacency
{
    /// <param name="keyCount">Number of keys.</param>
    /// <param name="itemCount">Number of items.</param>
    /// <param name="keyOf">Key of an item, or -1 to leave it out.</param>
    /// <returns>[keys + 1] starts and the items in key order.</returns>
    public static (int[] Start, int[] Items) Build(int keyCount, int itemCount, Func<int, int> keyOf)
    {
        var start = new int[keyCount + 1];
        for (var item = 0; item < itemCount; item++)
        {
            var key = keyOf(item);
            if (key >= 0) start[key + 1]++;
        }

        for (var key = 0; key < keyCount; key++) start[key + 1] += start[key];
        var next = start.AsSpan(0, keyCount).ToArray();
        var items = new int[start[keyCount]];
        for (var item = 0; item < itemCount; item++)
        {
            var key = keyOf(item);
            if (key >= 0) items[next[key]++] = item;
        }

        return (start, items);
    }
}
