using MilMobility.Domain.Sentences;

namespace MilMobility.Networks.Datasets;

/// <summary>Parses <c>quality@source</c>.</summary>
internal static class ProvenanceText
{
    public const string Form = "measured@source, derived@source or assumed@source";

    public static IReadOnlyDictionary<string, Quality> Qualities { get; } = new Dictionary<string, Quality>(StringComparer.Ordinal)
    {
        ["measured"] = Quality.Measured,
        ["derived"] = Quality.Derived,
        ["assumed"] = Quality.Assumed,
    };

    public static bool TryParse(string text, out Quality quality, out string source)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        source = at < 0 ? "" : text[(at + 1)..];
        quality = Quality.Assumed;
        return source.Length > 0 && Qualities.TryGetValue(text[..at], out quality);
    }
}

/// <summary>
/// Counts attribute values per quality: a column's default from the package, overridden by the row's provenance. Empty values have
/// no quality, nor have the columns that identify a row. A value that states none counts as assumed, and its column is reported. The
/// 24 hours of a profile are one attribute, or they would outweigh all others. Not thread-safe.
/// </summary>
internal sealed class ProvenanceTally(DataPackage package)
{
    /// <summary>A civil row's 24 hours have two origins, their level and their shape; a row may state either.</summary>
    public static readonly string[] CivilKeys = ["level", "shape"];

    /// <summary>Columns that say which thing a row is about, not what it is like.</summary>
    private static readonly HashSet<string> Identifying = new(StringComparer.Ordinal)
    {
        "id", "from", "to", "from_link", "to_link", "link", "node",
        "name", "kind", "place", "region", "manager", "road", "line", "fairway", "class", "two_way",
        "tunnel", "length_reason", "via", "hold_unit", "scope", "category", "day_type", "unit", TableSchemas.Provenance,
    };

    private readonly long[] _counts = new long[3];
    private readonly Dictionary<(string Table, string Column), long> _unstated = [];

    /// <summary>Whether a column says which thing a row is about, so that its values have no quality of their own.</summary>
    public static bool IsIdentifying(string column) => Identifying.Contains(column);

    /// <summary>Shares by quality, 0-1, summing to 1; all zero without values.</summary>
    public IReadOnlyDictionary<string, double> Shares()
    {
        var total = Math.Max(1, _counts.Sum());
        return ProvenanceText.Qualities.ToDictionary(
            q => q.Key, q => _counts[(int)q.Value] / (double)total, StringComparer.Ordinal);
    }

    /// <summary>Warns of the columns whose values state no quality, one warning each.</summary>
    public void ReportUnstated(FileDiagnostics diagnostics)
    {
        // A table that is not in the package at all is reported as such.
        foreach (var ((table, column), count) in _unstated.Where(c => package.Fields.ContainsKey(c.Key.Table)))
        {
            diagnostics.Warning(NetworkCodes.NoProvenance, 0,
                Sentence.Of("warning.no-provenance", ("column", column), ("table", table), ("count", Phrase.Number(count))));
        }
    }

    /// <summary>Counts a row's values and returns the worst quality among them; `assumed` where nothing is stated.</summary>
    public Quality Add(TableSchema table, TableRow row)
    {
        var overrides = ReadOverrides(table, row);
        Quality? worst = null;
        foreach (var column in table.Columns)
        {
            if (row.Raw(column).Length == 0 || (IsHour(column) && column != "h00")) continue;
            if (!table.Columns.Contains(TableSchemas.Provenance)) continue;
            if (QualityOf(table, column, overrides) is not { } quality)
            {
                if (Identifying.Contains(column)) continue;
                quality = Quality.Assumed;
                _unstated[(table.Name, column)] = _unstated.GetValueOrDefault((table.Name, column)) + 1;
            }

            _counts[(int)quality]++;
            if (worst is null || quality > worst) worst = quality;
        }

        return worst ?? Quality.Assumed;
    }

    public void Add(Quality quality) => _counts[(int)quality]++;

    private Quality? QualityOf(TableSchema table, string column, Dictionary<string, Quality> overrides)
    {
        if (overrides.TryGetValue(column, out var own)) return own;
        if (IsHour(column) && CivilKeys.Any(overrides.ContainsKey))
            return CivilKeys.Where(overrides.ContainsKey).Max(key => overrides[key]);
        return package.FieldQualities.TryGetValue((table.Name, column), out var standard) ? standard : null;
    }

    public static bool IsHour(string column) => column.Length == 3 && column[0] == 'h' && char.IsAsciiDigit(column[1]);

    private Dictionary<string, Quality> ReadOverrides(TableSchema table, TableRow row)
    {
        var overrides = new Dictionary<string, Quality>(StringComparer.Ordinal);
        if (!table.Columns.Contains(TableSchemas.Provenance)) return overrides;
        foreach (var entry in row.Raw(TableSchemas.Provenance).Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var column = equals < 0 ? "" : entry[..equals].Trim();
            var known = table.Columns.Contains(column)
                || (table.Columns.Contains("h00") && CivilKeys.Contains(column));
            if (!known || !ProvenanceText.TryParse(entry[(equals + 1)..].Trim(), out var quality, out var source))
            {
                row.Error(NetworkCodes.BadProvenance,
                    $"provenance has {FileDiagnostics.Quote(entry)}; must be a column, '=' and {ProvenanceText.Form}");
                continue;
            }

            if (!package.Sources.Contains(source))
            {
                row.Warning(
                    NetworkCodes.UnknownSource, "warning.row-source", ("source", FileDiagnostics.Quote(source)),
                    ("file", DataPackageReader.FileName));
            }

            overrides[column] = quality;
        }

        return overrides;
    }
}
