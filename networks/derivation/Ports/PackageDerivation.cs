using System.Text.Encodings.Web;
using System.Text.Json;
using MilMobility.Exchange.Writing;

namespace MilMobility.Derivation.Ports;

/// <summary>
/// Writes datapackage.json (Frictionless Data Package 1.0) over the tables that exist: their columns from the files'
/// headers, types and units from the format's PackageSchema, default provenance from facts/*-column-provenance.csv, sources
/// from facts/sources.csv. Errors: a column without a type, a provenance of an unknown table, column or source.
/// </summary>
public static class PackageDerivation
{
    private const string Version = "1.0.0";
    private const string Created = "2026-11-21T00:00:00Z";

    // What the parts of the dataset that are not plain facts bring with them.
    private static readonly (string Name, string Title, string Path)[] Licenses =
    [
        ("EUPL-1.2", "European Union Public Licence 1.2: the compilation and its own assumptions",
            "https://eupl.eu/1.2/en"),
        ("ODbL-1.0", "Open Database License 1.0: rest areas, derived from OpenStreetMap",
            "https://opendatacommons.org/licenses/odbl/1-0/"),
        ("CC-BY-SA-4.0", "Attribution-ShareAlike 4.0: fairway classes and depths taken from the FIS copy",
            "https://creativecommons.org/licenses/by-sa/4.0/"),
    ];

    public static void Run(DerivationPaths paths)
    {
        var columns = new PackageColumns(paths);
        var tables = PackageSchema.Tables.Select(t => t.Name).Where(t => File.Exists(TablePath(paths, t))).ToList();
        var resources = tables.ConvertAll(t => Resource(paths, t, columns));
        columns.RequireAllUsed();
        var package = new Dictionary<string, object>
        {
            ["profile"] = "tabular-data-package",
            ["name"] = "nl-strategic-network",
            ["title"] = "The Dutch strategic road, rail and water network with its ports and corridors",
            ["description"] = "Civil infrastructure from public sources, at the level of junctions, stations, locks and basins. "
                + "Corridors are notional. See networks/README.md for the format and networks/derivation for its making.",
            ["version"] = Version,
            ["created"] = Created,
            ["marking"] = "PUBLIC",
            ["quality"] = "Each column has a default provenance, quality@source; a row's last column overrides it. "
                + "Qualities are measured, derived and assumed; an assumed limit is a labelled assumption, not a known one.",
            ["licenses"] = Licenses.Select(l => new Dictionary<string, string>
            {
                ["name"] = l.Name, ["title"] = l.Title, ["path"] = l.Path,
            }),
            ["sources"] = columns.Sources,
            ["resources"] = resources,
        };
        var options = new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        var json = JsonSerializer.Serialize(package, options);
        File.WriteAllText(Path.Combine(paths.Output, "datapackage.json"), json + "\n");
        Console.WriteLine($"package: {resources.Count} tables, {columns.Sources.Count} sources");
    }

    private static Dictionary<string, object> Resource(DerivationPaths paths, string table, PackageColumns columns)
    {
        using var reader = new StreamReader(TablePath(paths, table));
        var header = reader.ReadLine() ?? throw new InvalidDataException($"{table}.csv is empty");
        return PackageSchema.Resource(table, [.. header.Split(',').Select(c => columns.Field(table, c))]);
    }

    private static string TablePath(DerivationPaths paths, string table) => Path.Combine(paths.Output, table + ".csv");
}
