using System.Text.Json;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// Reads datapackage.json (Frictionless Data Package 1.0, as far as networks/README.md uses it). Faults are reported by their
/// place in the document, since JSON values have no lines; a fault leaves out what it concerns and nothing else.
/// </summary>
internal static class DataPackageReader
{
    public const string FileName = "datapackage.json";
    public const int BytesMax = 4 * 1024 * 1024;

    public static DataPackage Read(byte[] json, FileDiagnostics diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return Read(document.RootElement, diagnostics);
            diagnostics.Error(NetworkCodes.PackageInvalid, 1, "the document must be a JSON object");
        }
        catch (JsonException exception)
        {
            diagnostics.Error(
                NetworkCodes.PackageInvalid, (int)(exception.LineNumber ?? 0) + 1, $"is not valid JSON: {exception.Message}");
        }

        return DataPackage.Unknown;
    }

    /// <summary>What an overlay's package says: name and marking, and if it wants version, sources, provenance and resources.</summary>
    public static OverlayHead? ReadHead(byte[] json, FileDiagnostics diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return ReadHead(document.RootElement, diagnostics);
            diagnostics.Error(NetworkCodes.PackageInvalid, 1, "the document must be a JSON object");
        }
        catch (JsonException exception)
        {
            diagnostics.Error(
                NetworkCodes.PackageInvalid, (int)(exception.LineNumber ?? 0) + 1, $"is not valid JSON: {exception.Message}");
        }

        return null;
    }

    private static OverlayHead ReadHead(JsonElement root, FileDiagnostics diagnostics)
    {
        var name = Text(root, "name");
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            diagnostics.Error(NetworkCodes.PackageInvalid, 0,
                $"'name' = {FileDiagnostics.Quote(name)}; must be lower-case letters, digits and hyphens");
        }

        var sources = new HashSet<string>(StringComparer.Ordinal) { name };
        if (root.TryGetProperty("sources", out _))
            foreach (var source in Items(root, "sources", "sources", diagnostics)) sources.Add(Text(source, "name"));
        var resources = root.TryGetProperty("resources", out _)
            ? Items(root, "resources", "resources", diagnostics).ConvertAll(r => Text(r, "name")) : [];
        var provenance = Text(root, "provenance") is { Length: > 0 } stated ? stated : $"assumed@{name}";
        if (!ProvenanceText.TryParse(provenance, out _, out var origin))
        {
            diagnostics.Error(NetworkCodes.BadProvenance, 0,
                $"'provenance' = {FileDiagnostics.Quote(provenance)}; must be {ProvenanceText.Form}");
        }

        sources.Add(origin);
        return new OverlayHead(name, Text(root, "version"), ReadMarking(root, diagnostics), sources, provenance, resources);
    }

    private static DataPackage Read(JsonElement root, FileDiagnostics diagnostics)
    {
        var list = Items(root, "sources", "sources", diagnostics)
            .ConvertAll(s => new PackageSource(Text(s, "name"), Text(s, "title"), Text(s, "date"), Text(s, "license")));
        var sources = list.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        var qualities = new Dictionary<(string, string), Quality>();
        var provenances = new Dictionary<(string, string), string>();
        var fieldsOf = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var resource in Items(root, "resources", "resources", diagnostics))
        {
            var name = Text(resource, "name");
            if (!TableSchemas.All.Any(t => t.Name == name))
            {
                diagnostics.Warning(
                    NetworkCodes.TableUnknown, 0, Sentence.Of("warning.unknown-table", ("name", FileDiagnostics.Quote(name))));
                continue;
            }

            if (Text(resource, "path") != name + ".csv")
            {
                diagnostics.Error(NetworkCodes.PackageInvalid, 0,
                    $"resource '{name}' has path {FileDiagnostics.Quote(Text(resource, "path"))}; must be '{name}.csv'");
            }

            if (!fieldsOf.TryAdd(name, ReadFields(resource, name, sources, qualities, provenances, diagnostics)))
                diagnostics.Error(NetworkCodes.PackageInvalid, 0, $"resource '{name}' stands twice");
        }

        foreach (var key in new[] { "name", "version" })
        {
            if (Text(root, key).Length == 0)
                diagnostics.Error(NetworkCodes.PackageInvalid, 0, $"'{key}' is missing or not a text");
        }

        return new DataPackage(
            Text(root, "name"), Text(root, "version"), ReadMarking(root, diagnostics), sources, qualities, fieldsOf)
        {
            FieldProvenances = provenances,
            SourceList = list,
        };
    }

    private static List<string> ReadFields(
        JsonElement resource, string table, HashSet<string> sources, Dictionary<(string, string), Quality> qualities,
        Dictionary<(string, string), string> provenances, FileDiagnostics diagnostics)
    {
        var names = new List<string>();
        var place = $"schema of resource '{table}'";
        if (!resource.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Object)
        {
            diagnostics.Error(NetworkCodes.PackageInvalid, 0, $"resource '{table}' has no 'schema' object");
            return names;
        }

        foreach (var field in Items(schema, "fields", place, diagnostics))
        {
            var name = Text(field, "name");
            names.Add(name);
            var provenance = Text(field, "provenance");
            if (provenance.Length == 0) continue;
            if (!ProvenanceText.TryParse(provenance, out var quality, out var source))
            {
                diagnostics.Error(NetworkCodes.BadProvenance, 0,
                    $"{place}: field '{name}' has provenance {FileDiagnostics.Quote(provenance)}; must be {ProvenanceText.Form}");
                continue;
            }

            if (!sources.Contains(source))
            {
                diagnostics.Warning(
                    NetworkCodes.UnknownSource, 0,
                    Sentence.Of("warning.field-source", ("table", table), ("field", name), ("source", FileDiagnostics.Quote(source))));
            }

            qualities[(table, name)] = quality;
            provenances[(table, name)] = provenance;
        }

        return names;
    }

    private static ClassificationMarking ReadMarking(JsonElement root, FileDiagnostics diagnostics)
    {
        var text = Text(root, "marking");
        if (AcceptedMarking.IsAboveAll(text))
        {
            diagnostics.Error(NetworkCodes.MarkingRefused, 0,
                $"marking {FileDiagnostics.Quote(text)} is above what any build of this program accepts; it is not accredited "
                + "for classified information");
            return ClassificationMarking.DepartmentalConfidential;
        }

        var marking = ReadMarking(text, diagnostics);
        if (marking > AcceptedMarking.Highest)
        {
            diagnostics.Error(NetworkCodes.MarkingRefused, 0,
                $"marking {FileDiagnostics.Quote(text)} is above {AcceptedMarking.Highest}, the highest that this build accepts");
        }

        return marking;
    }

    private static ClassificationMarking ReadMarking(string text, FileDiagnostics diagnostics)
    {
        switch (text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant())
        {
            case "PUBLIC": return ClassificationMarking.Public;
            case "INTERNAL": return ClassificationMarking.Internal;
            case "DEPARTMENTALCONFIDENTIAL" or "DEP.VERTROUWELIJK" or "DEPARTEMENTAALVERTROUWELIJK":
                return ClassificationMarking.DepartmentalConfidential;
            default:
                diagnostics.Warning(
                    NetworkCodes.MarkingUnknown, 0, Sentence.Of("warning.unknown-marking", ("text", FileDiagnostics.Quote(text))));
                return ClassificationMarking.DepartmentalConfidential;
        }
    }

    /// <summary>The objects of an array; reports a missing array and items that are no objects.</summary>
    private static List<JsonElement> Items(JsonElement parent, string key, string place, FileDiagnostics diagnostics)
    {
        if (!parent.TryGetProperty(key, out var array) || array.ValueKind != JsonValueKind.Array)
        {
            diagnostics.Error(NetworkCodes.PackageInvalid, 0, $"{place}: '{key}' is missing or not an array");
            return [];
        }

        var items = array.EnumerateArray().ToList();
        if (items.Exists(i => i.ValueKind != JsonValueKind.Object))
            diagnostics.Error(NetworkCodes.PackageInvalid, 0, $"{place}: every item of '{key}' must be an object");
        return [.. items.Where(i => i.ValueKind == JsonValueKind.Object)];
    }

    /// <summary>The text under a key; empty if it is absent or no text.</summary>
    private static string Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
