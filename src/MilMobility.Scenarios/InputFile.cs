using System.Security.Cryptography;
using System.Text;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Scenarios;

/// <summary>
/// An input file read whole, up to a stated size: its text and the SHA-256 of its bytes. Reads at most the limit plus one byte,
/// so that memory stays bounded whatever the path names.
/// </summary>
/// <param name="Text">Decoded text, without byte-order mark.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hex.</param>
internal sealed record InputFile(string Text, string Sha256)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a file; null after a diagnostic: <paramref name="code"/>001 when it cannot be read, 002 when it is too large or no text.
    /// </summary>
    public static InputFile? Read(string path, string shownPath, string code, int bytesMax, DiagnosticBag bag, CancellationToken stop)
    {
        byte[] bytes;
        int length;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            (bytes, length) = ReadUpTo(stream, bytesMax + 1, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var why = e is FileNotFoundException or DirectoryNotFoundException ? "no such file" : e.Message.ReplaceLineEndings(" ");
            bag.Error(code + "001", shownPath, 0, $"cannot be read: {why}; must be a readable file");
            return null;
        }

        if (length > bytesMax)
        {
            bag.Error(code + "002", shownPath, 0, $"is larger than {bytesMax / 1_048_576} MB; must be at most that");
            return null;
        }

        return Decode(bytes.AsSpan(0, length), shownPath, code, bag);
    }

    private static InputFile? Decode(ReadOnlySpan<byte> bytes, string shownPath, string code, DiagnosticBag bag)
    {
        var body = bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        var bad = FirstBad(body);
        if (bad < 0) return new InputFile(Strict.GetString(body), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var line = 1 + body[..bad].Count((byte)'\n');
        bag.Error(code + "002", shownPath, line,
            $"is not text: byte 0x{body[bad]:x2}; must be UTF-8 without control characters (in a spreadsheet: save as \"CSV UTF-8\")");
        return null;
    }

    // The index of the first byte that is neither UTF-8 nor a permitted character, or -1.
    private static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length)
        {
            var b = bytes[at];
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7f) return at;
            if (b < 0x80)
            {
                at++;
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var used) != System.Buffers.OperationStatus.Done) return at;
            at += used;
        }

        return -1;
    }

    private static (byte[] Bytes, int Length) ReadUpTo(FileStream stream, int countMax, CancellationToken stop)
    {
        var known = stream.CanSeek ? Math.Min(stream.Length + 1, countMax) : 65_536;
        var buffer = new byte[Math.Max(1, known)];
        var length = 0;
        while (length < countMax)
        {
            stop.ThrowIfCancellationRequested();
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, countMax));
            var read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0) break;
            length += read;
        }

        return (buffer, length);
    }
}
