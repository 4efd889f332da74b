namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>Tags of one element, decoded when they are asked for; valid while the element is visited.</summary>
public readonly ref struct OsmTags
{
    private readonly StringColumn? _strings;
    private readonly ReadOnlySpan<int> _keysAndValues;

    /// <param name="strings">Texts of the block.</param>
    /// <param name="keysAndValues">Indices of key, value, key, value, ..., all within the texts.</param>
    internal OsmTags(StringColumn strings, ReadOnlySpan<int> keysAndValues)
    {
        _strings = strings;
        _keysAndValues = keysAndValues;
    }

    public int Count => _keysAndValues.Length / 2;

    /// <summary>Value of a key; null if the element does not have it.</summary>
    public string? this[string key]
    {
        get
        {
            for (var i = 0; i < _keysAndValues.Length; i += 2)
                if (_strings![_keysAndValues[i]] == key) return _strings[_keysAndValues[i + 1]];
            return null;
        }
    }

    public (string Key, string Value) At(int tag) => (_strings![_keysAndValues[2 * tag]], _strings[_keysAndValues[(2 * tag) + 1]]);
}
