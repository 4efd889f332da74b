using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Datasets;

/// <summary>
/// Provenance of every row of a dataset that the dataset reader accepted: each column's default from datapackage.json, and the
/// rows' own. A row is found by the text that identifies it in its table (<see cref="Key"/>). Not thread-safe.
/// </summary>
internal sealed class RowOrigins
{
    private readonly Dictionary<(string Table, string Key), Dictionary<string, Provenance>> _own = [];
    private readonly Dictionary<string, Dictionary<string, Provenance>> _defaults = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _cemtOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, byte> _sources = new(StringComparer.Ordinal);
    private readonly NetworkDraft _draft;

    private RowOrigins(NetworkDraft draft) => _draft = draft;

    public string Title { get; private set; } = "";

    /// <summary>Parameters with their units and sources, which the dataset itself does not keep.</summary>
    public List<DraftParameter> Parameters { get; } = [];

    public static RowOrigins Read(NetworkDataset dataset, NetworkDraft draft, CancellationToken cancellation)
    {
        var origins = new RowOrigins(draft);
        var json = File.ReadAllBytes(Path.Combine(dataset.Folder, DataPackageReader.FileName));
        using (var document = JsonDocument.Parse(json)) origins.ReadPackage(document.RootElement);

        // The rows were read without a fault a moment ago: what is found now was reported then.
        var ignored = new DiagnosticBag();
        foreach (var table in TableSchemas.All)
        {
            var path = Path.Combine(dataset.Folder, table.FileName);
            if (table.IsOptional && !File.Exists(path)) continue;
            using var stream = File.OpenRead(path);
            TableReader.Read(stream, table, new FileDiagnostics(path, ignored), row => origins.Add(table, row), cancellation);
        }

        return origins;
    }

    /// <summary>
    /// What identifies a row without an id: a profile's scope, category and kind of day; a turn's node and links; a structure's link
    /// and kind.
    /// </summary>
    public static string Key(params ReadOnlySpan<string> parts) => string.Join(' ', parts);

    /// <summary>The CEMT class of a water link as written; empty if it has none.</summary>
    public string CemtOf(string link) => _cemtOf.GetValueOrDefault(link, "");

    public Provenance Of(string table, string key, string column)
    {
        if (_own.TryGetValue((table, key), out var own) && own.TryGetValue(column, out var origin)) return origin;
        return _defaults.TryGetValue(table, out var defaults) && defaults.TryGetValue(column, out origin) ? origin : Unstated();
    }

    /// <summary>Provenances of a whole row, defaults of its table included.</summary>
    public RowOrigin Of(string table, string key)
    {
        var all = new Dictionary<string, Provenance>(_defaults.GetValueOrDefault(table) ?? [], StringComparer.Ordinal);
        if (_own.TryGetValue((table, key), out var own))
        {
            foreach (var (column, origin) in own) all[column] = origin;
        }

        return new RowOrigin(all.Count > 0 ? default : Unstated()) { Overrides = all };
    }

    private void ReadPackage(JsonElement root)
    {
        Title = Text(root, "title");
        foreach (var source in root.GetProperty("sources").EnumerateArray())
        {
            var name = Text(source, "name");
            _sources[name] = _draft.AddSource(
                new DraftSource(name, Text(source, "title"), Text(source, "path"), Text(source, "date"), Text(source, "license")));
        }

        foreach (var resource in root.GetProperty("resources").EnumerateArray())
        {
            var table = Text(resource, "name");
            var defaults = _defaults[table] = new Dictionary<string, Provenance>(StringComparer.Ordinal);
            foreach (var field in resource.GetProperty("schema").GetProperty("fields").EnumerateArray())
            {
                if (Parse(Text(field, "provenance")) is not { } origin) continue;
                defaults[Text(field, "name")] = origin;
                _draft.DescriptionOrigins.TryAdd((table, Text(field, "name")), origin);
            }
        }
    }

    private void Add(TableSchema table, TableRow row)
    {
        if (table.Name == "civil-parameters")
        {
            var p = SiteTables.Parameter(row);
            Parameters.Add(new DraftParameter(p.Name, p.Value, p.Unit, p.Source, p.Date, ProvenanceText.Qualities[p.Quality]));
            return;
        }

        if (!table.Columns.Contains(TableSchemas.Provenance)) return;
        if (table.Name == "water-links" && row.Raw("cemt") is { Length: > 0 } cemt) _cemtOf[row.Raw("id")] = cemt;
        var text = row.Raw(TableSchemas.Provenance);
        if (text.Length == 0) return;
        var key = table.Columns.Contains("scope") ? Key(row.Raw("scope"), row.Raw("category"), row.Raw("day_type"))
            : table.Columns.Contains("from_link") ? Key(row.Raw("node"), row.Raw("from_link"), row.Raw("to_link"))
            : table.Columns.Contains("link") ? Key(row.Raw("link"), row.Raw("kind"))
            : row.Raw("id");
        var own = _own[(table.Name, key)] = new Dictionary<string, Provenance>(StringComparer.Ordinal);
        foreach (var entry in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Parse(entry[(equals + 1)..].Trim()) is { } origin) own[entry[..equals].Trim()] = origin;
        }
    }

    /// <summary>A source that the package does not list, which the reader warned of, counts as unstated.</summary>
    private Provenance? Parse(string text)
    {
        if (!ProvenanceText.TryParse(text, out var quality, out var source)) return null;
        return _sources.TryGetValue(source, out var index) ? new Provenance(quality, index) : Unstated() with { Quality = quality };
    }

    private Provenance Unstated() =>
        new(Quality.Assumed, _draft.AddSource(new DraftSource("unstated", "Values without a provenance", "", "", "")));

    private static string Text(JsonElement parent, string key) =>
        parent.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
