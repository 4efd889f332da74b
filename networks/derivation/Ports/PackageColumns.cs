using MilMobility.Exchange.Writing;

namespace MilMobility.Derivation.Ports;

/// <summary>The descriptions of all columns and the sources they name, from facts/, for datapackage.json.</summary>
public sealed class PackageColumns
{
    private const string FirstHour = "h00";

    private readonly Dictionary<(string Table, string Column), string> provenance = [];
    private readonly HashSet<(string Table, string Column)> used = [];

    public PackageColumns(DerivationPaths paths)
    {
        Sources = CsvTable.Read(Path.Combine(paths.Facts, "sources.csv"));
        var known = Sources.Select(s => s["name"]).ToHashSet();
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
        var described = PackageSchema.IsHour(column) ? FirstHour : column;
        var field = PackageSchema.Field(table, column);
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
}
