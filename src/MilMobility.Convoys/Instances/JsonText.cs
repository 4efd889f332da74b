using System.Text.Json;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Instances;

/// <summary>Reads a JSON file to a document, or reports why not.</summary>
internal static class JsonText
{
    private const int BytesMax = 256 * 1024 * 1024;

    /// <summary>Bytes of a file, null after a finding.</summary>
    public static byte[]? Read(string path, DiagnosticBag bag)
    {
        try
        {
            if (!File.Exists(path))
            {
                bag.Error("CMP001", path, 0, "cannot be read: no such file; must be a readable file");
                return null;
            }

            if (new FileInfo(path).Length <= BytesMax) return File.ReadAllBytes(path);
            bag.Error("CMP001", path, 0, $"is larger than {BytesMax / (1024 * 1024)} MB; must be smaller");
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error("CMP001", path, 0, $"cannot be read: {fault.Message}; must be a readable file");
            return null;
        }
    }

    /// <summary>Document of a text, null after a finding with the line.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> utf8, string file, DiagnosticBag bag)
    {
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException fault)
        {
            bag.Error("CMP002", file, (int)Math.Min(int.MaxValue, (fault.LineNumber ?? -1) + 1), "is no JSON; must be one JSON document");
            return null;
        }
    }
}
