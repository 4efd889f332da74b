using System.Text.Json;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Attributes;

/// <summary>A source that a dataset lists.</summary>
public sealed record DataSource(string Name, string Title, string Path, string Date, string License);

/// <summary>A licence under which a dataset, or a part of it, may be used.</summary>
public sealed record DataLicense(string Name, string Title, string Path);

/// <summary>
/// What datapackage.json says beyond what plans need: title, licences, sources, and the default provenance of each column.
/// The file was read and checked by <see cref="DatasetReader"/> before; what is absent here is empty.
/// </summary>
public sealed record DatasetDescription
{
    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Created { get; init; }
    public required IReadOnlyList<DataSource> Sources { get; init; }
    public required IReadOnlyList<DataLicense> Licenses { get; init; }

    /// <summary>Per table and column the quality and source that hold where a row states nothing else.</summary>
    public required IReadOnlyDictionary<(string Table, string Column), (Quality Quality, string Source)> Defaults { get; init; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static DatasetDescription Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, DataPackageReader.FileName)));
        var root = document.RootElement;
        var defaults = new Dictionary<(string, string), (Quality, string)>();
        foreach (var resource in Items(root, "resources"))
        {
            if (!resource.TryGetProperty("schema", out var schema)) continue;
            foreach (var field in Items(schema, "fields"))
            {
                if (ProvenanceText.TryParse(Text(field, "provenance"), out var quality, out var source))
                    defaults[(Text(resource, "name"), Text(field, "name"))] = (quality, source);
            }
        }

        return new DatasetDescription
        {
            Title = Text(root, "title"),
            Description = Text(root, "description"),
            Created = Text(root, "created"),
            Sources =
            [
                .. Items(root, "sources").Select(s => new DataSource(
                    Text(s, "name"), Text(s, "title"), Text(s, "path"), Text(s, "date"), Text(s, "license"))),
            ],
            Licenses = [.. Items(root, "licenses").Select(l => new DataLicense(Text(l, "name"), Text(l, "title"), Text(l, "path")))],
            Defaults = defaults,
        };
    }

    private static IEnumerable<JsonElement> Items(JsonElement parent, string key) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(key, out var array)
        && array.ValueKind == JsonValueKind.Array
            ? array.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object)
            : [];

    private static string Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
