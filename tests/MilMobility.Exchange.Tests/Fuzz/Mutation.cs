using System.Buffers.Binary;
using System.Text;

namespace MilMobility.Exchange.Tests.Fuzz;

/// <summary>
/// Ways to spoil an input: bits, bytes, truncation, cut, doubled and foreign ranges, and lies in length fields (fixed-width little
/// and big endian, varints, decimal digits). One to four of them are stacked.
/// </summary>
internal static class Mutation
{
    /// <summary>Longest range that is doubled or inserted, bytes: inputs stay small, so that many can be tried.</summary>
    private const int RangeBytesMax = 256;

    private static readonly long[] Lies =
    [
        0, 1, 2, 4, 7, 8, 16, 127, 128, 255, 256, 1_000, 32_767, 32_768, 65_535, 65_536, 16_777_215, 1_000_000_000, int.MaxValue - 1,
        int.MaxValue, int.MinValue, uint.MaxValue, 1L << 32, 1L << 33, long.MaxValue, long.MinValue, -1, -2, -8, -50, -100,
    ];

    private static readonly string[] TextLies =
    [
        "-1", "0", "1e308", "-1e308", "1e999", "NaN", "Infinity", "99999999999999999999", "2147483648", "-2147483649", "0.0000001", "\"",
            "\"\"",
        ",", ";", "\n", "\r\n", "\0", "\uFEFF", "[", "]", "{", "}", "<", ">", "null", "true", "\\u0000", "é", "\t", "'", "~",
    ];

    /// <summary>A mutant of one of the corpus inputs, drawn from the random numbers alone.</summary>
    public static byte[] Of(IReadOnlyList<byte[]> corpus, Random random)
    {
        var input = (byte[])corpus[random.Next(corpus.Count)].Clone();
        for (var stacked = 1 + random.Next(4); stacked > 0; stacked--) input = Once(input, corpus, random);
        return input;
    }

    private static byte[] Once(byte[] input, IReadOnlyList<byte[]> corpus, Random random)
    {
        if (input.Length == 0) return [.. Bytes(random, 1 + random.Next(32))];
        var at = random.Next(input.Length);
        switch (random.Next(13))
        {
            case 0:
                return input[..at];
            case 1 or 2:
                input[at] ^= (byte)(1 << random.Next(8));
                return input;
            case 3:
                Bytes(random, Math.Min(1 + random.Next(16), input.Length - at)).CopyTo(input.AsSpan(at));
                return input;
            case 4 or 5 or 6:
                Lie(input, at, random);
                return input;
            case 7:
                return Spliced(input, at, 0, Varint(Lies[random.Next(Lies.Length)]));
            case 8:
                return Spliced(input, at, Math.Min(random.Next(RangeBytesMax), input.Length - at), []);
            case 9:
                return Spliced(input, at, 0, input.AsSpan(at, Math.Min(random.Next(RangeBytesMax), input.Length - at)));
            case 10:
                return Spliced(input, at, 0, Bytes(random, 1 + random.Next(16)));
            case 11:
                var other = corpus[random.Next(corpus.Count)];
                return [.. input.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))];
            default:
                return Spliced(input, at, random.Next(Math.Min(12, input.Length - at)),
                    Encoding.UTF8.GetBytes(TextLies[random.Next(TextLies.Length)]));
        }
    }

    /// <summary>Overwrites two, four or eight bytes, little or big endian, with a number that a length field should not hold.</summary>
    private static void Lie(byte[] input, int at, Random random)
    {
        var width = 2 << random.Next(3);
        // Most formats align their fields, so an aligned place meets a length more often.
        if (random.Next(2) == 0) at -= at % width;
        Span<byte> field = stackalloc byte[8];
        var lie = random.Next(4) == 0 ? input.Length + random.Next(-3, 4) : Lies[random.Next(Lies.Length)];
        if (random.Next(2) == 0) BinaryPrimitives.WriteInt64LittleEndian(field, lie);
        else BinaryPrimitives.WriteInt64BigEndian(field[..8], lie << (64 - (8 * width)));
        field[..Math.Min(width, input.Length - at)].CopyTo(input.AsSpan(at));
    }

    private static byte[] Spliced(byte[] input, int at, int removed, ReadOnlySpan<byte> inserted) =>
        [.. input.AsSpan(0, at), .. inserted, .. input.AsSpan(at + removed)];

    private static byte[] Varint(long value)
    {
        var bytes = new List<byte>(10);
        var rest = (ulong)value;
        for (; rest > 127; rest >>= 7) bytes.Add((byte)(rest | 128));
        bytes.Add((byte)rest);
        return [.. bytes];
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
