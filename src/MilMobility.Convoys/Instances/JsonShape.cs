using System.Text.Json;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Instances;

/// <summary>
/// Takes typed values out of a JSON document and reports what does not fit, by its path: a missing, unknown or repeated
/// property, a value of another kind. A value that does not fit reads as null; the document is then invalid.
/// </summary>
internal sealed class JsonShape(string file, DiagnosticBag bag)
{
    /// <summary>Properties of an object by name; unknown, repeated and missing ones are reported.</summary>
    public Dictionary<string, JsonElement>? Object(JsonElement element, string path, string[] required, string[] optional)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, element, "an object");
            return null;
        }

        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            if (!required.Contains(property.Name) && !optional.Contains(property.Name))
            {
                bag.Error("CMP003", file, 0, $"unknown property '{Join(path, property.Name)}'; must be one of "
                    + string.Join(", ", required.Concat(optional)));
            }
            else if (!found.TryAdd(property.Name, property.Value))
            {
                bag.Error("CMP003", file, 0, $"property '{Join(path, property.Name)}' stands twice; must stand once");
            }
        }

        foreach (var name in required)
        {
            if (!found.ContainsKey(name)) bag.Error("CMP003", file, 0, $"property '{Join(path, name)}' is missing; must be given");
        }

        return found;
    }

    public IEnumerable<(JsonElement Item, string Path)> Array(Dictionary<string, JsonElement> owner, string name, string path)
    {
        if (!owner.TryGetValue(name, out var element)) yield break;
        var at = Join(path, name);
        if (element.ValueKind != JsonValueKind.Array)
        {
            Wrong(at, element, "a list");
            yield break;
        }

        var i = 0;
        foreach (var item in element.EnumerateArray()) yield return (item, $"{at}[{i++}]");
    }

    public int? Whole(Dictionary<string, JsonElement> owner, string name, string path) =>
        owner.TryGetValue(name, out var element) ? Whole(element, Join(path, name)) : null;

    public int? Whole(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value)) return value;
        Wrong(path, element, $"a whole number, at most {InstanceRules.SecondsMax}");
        return null;
    }

    public long? Long(Dictionary<string, JsonElement> owner, string name, string path)
    {
        if (!owner.TryGetValue(name, out var element)) return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value)) return value;
        Wrong(Join(path, name), element, "a whole number");
        return null;
    }

    public string? Text(Dictionary<string, JsonElement> owner, string name, string path)
    {
        if (!owner.TryGetValue(name, out var element)) return null;
        if (element.ValueKind == JsonValueKind.String) return element.GetString();
        Wrong(Join(path, name), element, "a text");
        return null;
    }

    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Wrong(string path, JsonElement element, string allowed)
    {
        var raw = element.GetRawText();
        var shown = raw.Length <= 40 ? raw : $"{raw[..40]}...";
        bag.Error("CMP004", file, 0, $"{(path.Length == 0 ? "document" : path)} = {shown}; must be {allowed}");
    }
}
