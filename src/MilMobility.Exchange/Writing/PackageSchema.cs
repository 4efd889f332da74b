using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// How datapackage.json describes the format's tables: their titles, and type, unit and constraints of each column, from
/// package-tables.csv and package-columns.csv beside this file. Thread-safe.
/// </summary>
public static class PackageSchema
{
    private const string FirstHour = "h00";

    private static readonly Dictionary<(string Table, string Column), IDictionary<string, string>> Columns =
        Read("package-columns.csv").ToDictionary(r => (r["table"], r["column"]));

    /// <summary>Name and title of every table of the format, in order.</summary>
    public static IReadOnlyList<(string Name, string Title)> Tables { get; } =
        [.. Read("package-tables.csv").Select(r => (r["name"], r["title"]))];

    /// <summary>The Frictionless field of a column: name, type, unit, constraints.</summary>
    public static Dictionary<string, object> Field(string table, string column)
    {
        var described = IsHour(column) ? FirstHour : column;
        // The row for this table, else for its family (`-nodes`), else for the column wherever it stands.
        var family = table[Math.Max(0, table.LastIndexOf('-'))..];
        var type = Columns.GetValueOrDefault((table, described))
            ?? Columns.GetValueOrDefault((family, described)) ?? Columns.GetValueOrDefault(("", described));
        var field = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = column,
            ["type"] = type?["type"] ?? "string",
        };
        if (type is null) return field;
        if (type["unit"].Length > 0) field["unit"] = type["unit"];
        var constraints = new Dictionary<string, object>(StringComparer.Ordinal);
        if (type["required"] == "true") constraints["required"] = true;
        if (column == "id") constraints["unique"] = true;
        if (type["enum"].Length > 0) constraints["enum"] = type["enum"].Split(' ');
        if (constraints.Count > 0) field["constraints"] = constraints;
        return field;
    }

    /// <summary>The resource of a table whose columns have the fields given.</summary>
    public static Dictionary<string, object> Resource(string table, IReadOnlyList<Dictionary<string, object>> fields) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = table,
            ["title"] = Tables.First(t => t.Name == table).Title,
            ["path"] = table + ".csv",
            ["profile"] = "tabular-data-resource",
            ["format"] = "csv",
            ["mediatype"] = "text/csv",
            ["encoding"] = "utf-8",
            ["schema"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["fields"] = fields,
                ["missingValues"] = new[] { "" },
            },
        };

    /// <summary>True for <c>h00</c> to <c>h23</c>, the hours of a civil profile.</summary>
    public static bool IsHour(string column) =>
        column.Length == 3 && column[0] == 'h' && char.IsAsciiDigit(column[1]) && char.IsAsciiDigit(column[2]);

    private static List<IDictionary<string, string>> Read(string file)
    {
        using var stream = typeof(PackageSchema).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"the program lacks its resource {file}");
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord!;
        var rows = new List<IDictionary<string, string>>();
        while (csv.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < header.Length; i++) row[header[i]] = csv.GetField(i) ?? "";
            rows.Add(row);
        }

        return rows;
    }
}
