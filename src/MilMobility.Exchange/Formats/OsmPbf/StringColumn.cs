using Google.Protobuf;
using Google.Protobuf.Collections;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>Texts of a block, decoded from UTF-8 once and only if they are asked for. Not thread-safe.</summary>
internal sealed class StringColumn(RepeatedField<ByteString> bytes)
{
    private readonly string?[] _texts = new string?[bytes.Count];

    public int Count => _texts.Length;

    public string this[int index] => _texts[index] ??= bytes[index].ToStringUtf8();
}
