using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// Writes a draft as a dataset folder (networks/README.md): datapackage.json and one CSV file a table, each column with the
/// provenance that most of its values have and rows that differ in their last column. The folder is made whole under a temporary
/// name beside it, read back, and only then renamed, so that a reader never sees half a dataset and an invalid one is never
/// left. The same draft gives the same bytes. O(rows); static and thread-safe.
/// </summary>
public static class DatasetWriter
{
    /// <returns>The dataset as read back, or what is wrong with it; then nothing is written.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is written.</exception>
    public static Loaded<NetworkDataset> Write(NetworkDraft draft, string folder, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var full = Path.GetFullPath(folder);
        if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any() && !IsDataset(full))
        {
            bag.Error(DraftCodes.OutputExists, folder, 0, "the folder holds files and no datapackage.json; must be empty or a dataset");
            return new Invalid<NetworkDataset>(bag.ToList());
        }

        var keys = DraftKeys.Assign(draft, bag);
        if (bag.HasErrors) return new Invalid<NetworkDataset>(bag.ToList());
        var temporary = $"{full}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            WriteFiles(draft, keys, temporary, cancellation);
            var read = DatasetReader.Read(temporary, cancellation);
            if (read is not Valid<NetworkDataset> valid) return new Invalid<NetworkDataset>(Renamed(read.Diagnostics, temporary, folder));
            Replace(full, temporary);
            return new Valid<NetworkDataset>(Relocated(valid.Value, folder), Renamed(valid.Diagnostics, temporary, folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error(DraftCodes.OutputUnwritable, folder, 0, $"cannot be written: {fault.Message}");
            return new Invalid<NetworkDataset>(bag.ToList());
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }

    private static bool IsDataset(string folder) => File.Exists(Path.Combine(folder, DataPackageReader.FileName));

    private static IReadOnlyList<Diagnostic> Renamed(IReadOnlyList<Diagnostic> diagnostics, string temporary, string folder) =>
        [.. diagnostics.Select(d => d with { File = d.File.Replace(temporary, folder, StringComparison.Ordinal) })];

    /// <summary>The dataset as if it had been read where it now is.</summary>
    private static NetworkDataset Relocated(NetworkDataset dataset, string folder)
    {
        var files = TableSchemas.All.ToDictionary(t => t.FileName, t => Path.Combine(folder, t.FileName), StringComparer.Ordinal);
        return dataset with
        {
            Folder = folder,
            Nodes = [.. dataset.Nodes.Select(r => r with { File = Of(r.File) })],
            Links = [.. dataset.Links.Select(r => r with { File = Of(r.File) })],
            Facilities = [.. dataset.Facilities.Select(r => r with { File = Of(r.File) })],
            Turns = [.. dataset.Turns.Select(r => r with { File = Of(r.File) })],
            Structures = [.. dataset.Structures.Select(r => r with { File = Of(r.File) })],
            MovableBridges = [.. dataset.MovableBridges.Select(r => r with { File = Of(r.File) })],
            Transfers = [.. dataset.Transfers.Select(r => r with { File = Of(r.File) })],
            CivilProfiles = [.. dataset.CivilProfiles.Select(r => r with { File = Of(r.File) })],
            Zones = [.. dataset.Zones.Select(r => r with { File = Of(r.File) })],
            Corridors = [.. dataset.Corridors.Select(r => r with { File = Of(r.File) })],
        };

        string Of(string file) => files[Path.GetFileName(file)];
    }

    private static void Replace(string folder, string temporary)
    {
        var old = $"{temporary}.old";
        if (Directory.Exists(folder)) Directory.Move(folder, old);
        Directory.Move(temporary, folder);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }

    private static void WriteFiles(NetworkDraft draft, DraftKeys keys, string folder, CancellationToken cancellation)
    {
        var tables = new DraftTables(draft, keys);
        var resources = new List<Dictionary<string, object>>();
        foreach (var table in TableSchemas.All)
        {
            cancellation.ThrowIfCancellationRequested();
            if (table.IsOptional && !tables.HasRows(table)) continue;
            var provenance = new ColumnProvenance(table, draft.Sources);
            var buffer = new TableBuffer(table);
            tables.ForEachRow(buffer, provenance.Count);
            WriteTable(Path.Combine(folder, table.FileName), tables, buffer, provenance, cancellation);
            resources.Add(PackageSchema.Resource(table.Name, Fields(table, provenance, draft)));
        }

        WritePackage(draft, Path.Combine(folder, DataPackageReader.FileName), resources);
    }

    private static void WriteTable(
        string path, DraftTables tables, TableBuffer buffer, ColumnProvenance provenance, CancellationToken cancellation)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var column in buffer.Table.Columns) csv.WriteField(column);
        csv.NextRecord();
        var defaults = provenance.Defaults();
        var hasProvenance = buffer.Has(TableSchemas.Provenance);
        tables.ForEachRow(buffer, row =>
        {
            cancellation.ThrowIfCancellationRequested();
            if (hasProvenance) row.Set(TableSchemas.Provenance, provenance.Overrides(row, defaults));
            foreach (var cell in row.Cells) csv.WriteField(cell);
            csv.NextRecord();
        });
        csv.Flush();
        writer.Flush();
        stream.Flush(flushToDisk: true);
    }

    private static List<Dictionary<string, object>> Fields(
        TableSchema table, ColumnProvenance provenance, NetworkDraft draft)
    {
        var fields = new List<Dictionary<string, object>>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var field = PackageSchema.Field(table.Name, table.Columns[i]);
            var described = draft.DescriptionOrigins.TryGetValue((table.Name, table.Columns[i]), out var stated);
            if ((provenance.DefaultOf(i) ?? (described ? stated : null)) is { } origin) field["provenance"] = provenance.Text(origin);
            fields.Add(field);
        }

        return fields;
    }

    private static void WritePackage(NetworkDraft draft, string path, List<Dictionary<string, object>> resources)
    {
        var package = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["profile"] = "tabular-data-package",
            ["name"] = draft.Name,
            ["title"] = draft.Title,
            ["version"] = draft.Version,
            ["marking"] = draft.Marking switch
            {
                ClassificationMarking.Public => "PUBLIC",
                ClassificationMarking.Internal => "INTERNAL",
                _ => "DEPARTMENTAL-CONFIDENTIAL",
            },
            ["sources"] = draft.Sources.Select(s => new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = s.Name,
                ["title"] = s.Title,
                ["path"] = s.Path,
                ["date"] = s.Date,
                ["license"] = s.License,
            }),
            ["resources"] = resources,
        };
        var options = new JsonSerializerOptions
        {
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        JsonSerializer.Serialize(stream, package, options);
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }
}
