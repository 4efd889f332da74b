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
/// no quality, nor have columns without any provenance (ids, names). Not thread-safe.
/// </summary>
internal sealed class ProvenanceTally(DataPackage package)
{
    /// <summary>A civil row's 24 hours have two origins, their level and their shape; a row may state either.</summary>
    private static readonly string[] CivilKeys = ["level", "shape"];

    private readonly long[] _counts = new long[3];

    /// <summary>Shares by quality, 0-1, summing to 1; all zero without values.</summary>
    public IReadOnlyDictionary<string, double> Shares()
    {
        var total = Math.Max(1, _counts.Sum());
        return ProvenanceText.Qualities.ToDictionary(
            q => q.Key, q => _counts[(int)q.Value] / (double)total, StringComparer.Ordinal);
    }

    /// <summary>Counts a row's values and returns the worst quality among them; `assumed` where nothing is stated.</summary>
    public Quality Add(TableSchema table, TableRow row)
    {
        var overrides = ReadOverrides(table, row);
        Quality? worst = null;
        foreach (var column in table.Columns)
        {
            if (column == TableSchemas.Provenance || row.Raw(column).Length == 0) continue;
            if (QualityOf(table, column, overrides) is not { } quality) continue;
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

    private static bool IsHour(string column) => column.Length == 3 && column[0] == 'h' && char.IsAsciiDigit(column[1]);

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
                row.Warning(NetworkCodes.UnknownSource,
                    $"provenance names source {FileDiagnostics.Quote(source)}, which {DataPackageReader.FileName} does not list");
            }

            overrides[column] = quality;
        }

        return overrides;
    }
}
