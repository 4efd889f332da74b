namespace MilMobility.Derivation.Ports;

/// <summary>The descriptions of all columns and the sources they name, from facts/, for datapackage.json.</summary>
public sealed class PackageColumns
{
    private const string FirstHour = "h00";

    private readonly Dictionary<(string Table, string Column), Dictionary<string, string>> types;
    private readonly Dictionary<(string Table, string Column), string> provenance = [];
    private readonly HashSet<(string Table, string Column)> used = [];

    public PackageColumns(DerivationPaths paths)
    {
        Sources = CsvTable.Read(Path.Combine(paths.Facts, "sources.csv"));
        var known = Sources.Select(s => s["name"]).ToHashSet();
        types = CsvTable.Read(Path.Combine(paths.Facts, "package-columns.csv"))
            .ToDictionary(r => (r["table"], r["column"]));
        foreach (var file in Directory.GetFiles(paths.Facts, "*-column-provenance.csv").Order(StringComparer.Ordinal))
        {
            foreach (var row in CsvTable.Read(file))
            {
                var source = row["provenance"][(row["provenance"].IndexOf('@', StringComparison.Ordinal) + 1)..];
                if (!known.Contains(source))
                    throw new InvalidDataException($"{file}: '{row["provenance"]}' names a source that sources.csv lacks");
                provenance.Add((row["table"], row["column"]), row["provenance"]);
            }
        }
    }

    public List<Dictionary<string, string>> Sources { get; }

    /// <summary>The Frictionless field of a column: type, unit, constraints and our default provenance.</summary>
    public Dictionary<string, object> Field(string table, string column)
    {
        var described = IsHour(column) ? FirstHour : column;
        var type = Described(table, described);
        var field = new Dictionary<string, object> { ["name"] = column, ["type"] = type?["type"] ?? "string" };
        if (type is { } t)
        {
            if (t["unit"].Length > 0) field["unit"] = t["unit"];
            var constraints = new Dictionary<string, object>();
            if (t["required"] == "true") constraints["required"] = true;
            if (column == "id") constraints["unique"] = true;
            if (t["enum"].Length > 0) constraints["enum"] = t["enum"].Split(' ');
            if (constraints.Count > 0) field["constraints"] = constraints;
        }

        if (provenance.TryGetValue((table, described), out var origin))
        {
            field["provenance"] = origin;
            used.Add((table, described));
        }

        return field;
    }

    /// <summary>A provenance that no column took is a slip in the facts; it may belong to a table not compiled yet.</summary>
    public void RequireAllUsed()
    {
        var tables = used.Select(u => u.Table).ToHashSet();
        var unused = provenance.Keys.Where(k => !used.Contains(k) && tables.Contains(k.Table)).ToList();
        if (unused.Count > 0)
        {
            var columns = string.Join(", ", unused.Select(u => $"{u.Table}.{u.Column}"));
            throw new InvalidDataException($"provenance of columns that do not exist: {columns}");
        }
    }

    /// <summary>The row for this table, else for its family (`-nodes`), else for the column wherever it stands.</summary>
    private Dictionary<string, string>? Described(string table, string column)
    {
        var family = table[Math.Max(0, table.LastIndexOf('-'))..];
        return types.GetValueOrDefault((table, column))
            ?? types.GetValueOrDefault((family, column))
            ?? types.GetValueOrDefault(("", column));
    }

    private static bool IsHour(string column) =>
        column.Length == 3 && column[0] == 'h' && char.IsAsciiDigit(column[1]) && char.IsAsciiDigit(column[2]);
}
