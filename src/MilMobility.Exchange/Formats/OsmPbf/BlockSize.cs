using Google.Protobuf;

namespace MilMobility.Exchange.Formats.OsmPbf;

/// <summary>
/// Counts the texts and elements of a PrimitiveBlock before it is decoded into objects: two bytes can claim an element that costs
/// two hundred, so a block of the permitted 32 MiB could otherwise cost gigabytes.
/// </summary>
internal static class BlockSize
{
    /// <summary>Most texts and elements of one block; writers put about 8,000 elements in one.</summary>
    public const int MessagesMax = 1 << 19;

    private const int StringTableField = 1;
    private const int GroupField = 2;

    /// <summary>Number of texts, nodes, dense groups, ways, relations; counting stops above the limit.</summary>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no message.</exception>
    public static int CountMessages(ReadOnlyMemory<byte> block)
    {
        var count = 0;
        var input = new CodedInputStream(block.ToArray());
        while (input.ReadTag() is var tag && tag != 0 && count <= MessagesMax)
        {
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited
                || WireFormat.GetTagFieldNumber(tag) is not (StringTableField or GroupField))
            {
                input.SkipLastField();
                continue;
            }

            count += 1 + CountFields(input);
        }

        return count;
    }

    private static int CountFields(CodedInputStream input)
    {
        var end = input.ReadLength() + input.Position;
        var count = 0;
        while (input.Position < end && count <= MessagesMax && input.ReadTag() != 0)
        {
            input.SkipLastField();
            count++;
        }

        return count;
    }
}
