using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MilMobility.Pipeline;

/// <summary>Hashes of a run's inputs, and the identity they give it together with the seed and the program's version.</summary>
public static class InputHashes
{
    /// <summary>SHA-256 by path: scenario, requirements, patch files, and every file of the dataset and its overlays.</summary>
    public static SortedDictionary<string, string> Of(MissionInput input)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, hash) in input.Scenario.FileHashes) hashes[path] = hash;
        foreach (var (name, hash) in input.Dataset.FileHashes) hashes[$"{input.Dataset.Name}/{name}"] = hash;
        for (var i = 0; i < input.Dataset.Overlays.Count; i++)
        {
            // Two overlays may have one name; their order is part of the input.
            var overlay = input.Dataset.Overlays[i];
            foreach (var (name, hash) in overlay.FileHashes) hashes[$"overlay {i + 1}: {overlay.Name}/{name}"] = hash;
        }

        return hashes;
    }

    /// <summary>SHA-256 over hashes (not paths), seed and version: equal for equal input wherever it lies.</summary>
    public static string Identity(IEnumerable<string> hashes, int seed, string version)
    {
        // In the order of the hashes: the order of the paths would change with the folder.
        var ordered = hashes.Order(StringComparer.Ordinal);
        var text = string.Join('\n', ordered.Append(seed.ToString(CultureInfo.InvariantCulture)).Append(version));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
