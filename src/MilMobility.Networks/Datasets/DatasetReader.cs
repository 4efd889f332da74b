using System.Security.Cryptography;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Networks.Overlays;

namespace MilMobility.Networks.Datasets;

/// <summary>
/// Reads a dataset folder: datapackage.json and the CSV tables of networks/README.md. Every fault of every file is collected and
/// reported at once, coded (<see cref="NetworkCodes"/>), with file, line, value found and what is allowed. Tables are streamed;
/// memory is bounded by the rows kept, not by what a file holds. O(bytes). Static and safe to call from any thread.
/// </summary>
public static class DatasetReader
{
    /// <param name="folder">The folder, as the user wrote it; diagnostics repeat it.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static Loaded<NetworkDataset> Read(string folder, CancellationToken cancellation) => Read(folder, [], cancellation);

    /// <param name="folder">The folder, as the user wrote it; diagnostics repeat it.</param>
    /// <param name="overlayFolders">Overlays to join, in order.</param>
    /// <param name="cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
    public static Loaded<NetworkDataset> Read(
        string folder, IReadOnlyList<string> overlayFolders, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        var overlays = OverlayJoin.Read(overlayFolders, bag, cancellation);
        if (!Directory.Exists(folder))
        {
            bag.Error(NetworkCodes.FolderMissing, folder, 0, "the dataset folder does not exist");
            return new Invalid<NetworkDataset>(bag.ToList());
        }

        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var package = ReadPackage(folder, bag, hashes);
        var sources = overlays.Overlays.SelectMany(o => o.Sources).Concat(package.Sources).ToHashSet(StringComparer.Ordinal);
        // A package that could not be read stays the one that stands in for it.
        if (package != DataPackage.Unknown) package = package with { Sources = sources };
        var tally = new ProvenanceTally(package);
        var tables = new DatasetTables(tally);
        var nodesAreWhole = true;
        foreach (var table in TableSchemas.All)
        {
            cancellation.ThrowIfCancellationRequested();
            var whole = ReadTable(folder, table, package, overlays, tables, bag, hashes, cancellation);
            nodesAreWhole &= whole || !table.Name.EndsWith("-nodes", StringComparison.Ordinal);
        }

        var packageDiagnostics = new FileDiagnostics(Path.Combine(folder, DataPackageReader.FileName), bag);
        if (package != DataPackage.Unknown) tally.ReportUnstated(packageDiagnostics);

        // Without all nodes nearly every reference would be reported, and none of the reports would help.
        if (nodesAreWhole) ReferenceCheck.Run(tables, bag);
        if (bag.HasErrors) return new Invalid<NetworkDataset>(bag.ToList());
        var dataset = new NetworkDataset
        {
            Folder = folder,
            Name = package.Name,
            Version = package.Version,
            Marking = overlays.Overlays.Select(o => o.Summary.Marking).Append(package.Marking).Max(),
            Overlays = [.. overlays.Overlays.Select(o => o.Summary)],
            Nodes = tables.Nodes,
            Links = tables.Links,
            Facilities = tables.Facilities,
            Turns = tables.Turns,
            Structures = tables.Structures,
            MovableBridges = tables.MovableBridges,
            Transfers = tables.Transfers,
            CivilProfiles = tables.CivilProfiles,
            Zones = tables.Zones,
            Corridors = tables.Corridors,
            ValuesOfTime = tables.ValuesOfTime,
            CivilParameters = tables.CivilParameters.ToDictionary(p => p.Key, p => p.Value.Value, StringComparer.Ordinal),
            CivilParameterRows = tables.CivilParameters,
            QualityShares = tally.Shares(),
            ColumnProvenance = package.FieldProvenances,
            Sources = package.SourceList,
            FileHashes = hashes,
        };
        return new Valid<NetworkDataset>(dataset, bag.ToList());
    }

    private static DataPackage ReadPackage(string folder, DiagnosticBag bag, Dictionary<string, string> hashes)
    {
        var path = Path.Combine(folder, DataPackageReader.FileName);
        var diagnostics = new FileDiagnostics(path, bag);
        if (!File.Exists(path))
        {
            diagnostics.Error(NetworkCodes.PackageMissing, 0, "the file does not exist; it names the tables and their sources");
            return DataPackage.Unknown;
        }

        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > DataPackageReader.BytesMax)
            {
                diagnostics.Error(NetworkCodes.TooLong, 0,
                    $"the file has {stream.Length} bytes; must be at most {DataPackageReader.BytesMax}");
                return DataPackage.Unknown;
            }

            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            hashes[DataPackageReader.FileName] = Convert.ToHexStringLower(SHA256.HashData(json));
            var package = DataPackageReader.Read(json, diagnostics);
            if (package != DataPackage.Unknown) CheckTables(package, diagnostics);
            return package;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(NetworkCodes.FileUnreadable, 0, $"cannot be read: {exception.Message}");
            return DataPackage.Unknown;
        }
    }

    private static void CheckTables(DataPackage package, FileDiagnostics diagnostics)
    {
        foreach (var table in TableSchemas.All)
        {
            if (!package.Fields.TryGetValue(table.Name, out var fields))
            {
                if (table.IsOptional) continue;
                diagnostics.Error(NetworkCodes.TableNotInPackage, 0, $"table '{table.Name}' is not among the resources");
            }
            else if (!fields.SequenceEqual(table.Columns.Where(c => table.RequiredColumns.Contains(c) || fields.Contains(c))))
            {
                diagnostics.Error(NetworkCodes.FieldMismatch, 0,
                    $"resource '{table.Name}' has fields {FileDiagnostics.Quote(string.Join(", ", fields.Except(table.Columns)))} "
                    + $"too many and {FileDiagnostics.Quote(string.Join(", ", table.Columns.Except(fields)))} too few; "
                    + "must be the table's columns in order");
            }
        }
    }

    private static bool ReadTable(
        string folder, TableSchema table, DataPackage package, OverlayJoin overlays, DatasetTables tables, DiagnosticBag bag,
        Dictionary<string, string> hashes, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, table.FileName);
        var diagnostics = new FileDiagnostics(path, bag);
        var exists = File.Exists(path);
        if (table.IsOptional && !package.Fields.ContainsKey(table.Name))
        {
            if (exists) diagnostics.Warning(NetworkCodes.TableNotInPackage, 0, Sentence.Of("warning.table-not-listed"));
            return overlays.Read(table, _ => true, row => tables.Add(table, row));
        }

        if (!exists)
        {
            diagnostics.Error(NetworkCodes.FileMissing, 0, $"the file of table '{table.Name}' does not exist");
            return false;
        }

        try
        {
            using var stream = File.OpenRead(path);
            hashes[table.FileName] = HashOf(stream, cancellation);
            stream.Position = 0;
            return overlays.Read(
                table,
                onOwn => TableReader.Read(stream, table, diagnostics, row => AddOwn(table, row, onOwn), cancellation),
                row => tables.Add(table, row));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(NetworkCodes.FileUnreadable, 0, $"cannot be read: {exception.Message}");
            return false;
        }
    }

    /// <summary>A dataset's corridors are notional; a planner's own are for overlays.</summary>
    private static void AddOwn(TableSchema table, TableRow row, Action<TableRow> onRow)
    {
        if (table.Name == "corridors" && row.Raw("marking") == Vocabulary.OwnCorridor)
            row.Error(NetworkCodes.UnknownValue, $"marking = '{Vocabulary.OwnCorridor}'; must be notional, except in an overlay");
        onRow(row);
    }

    private static string HashOf(Stream stream, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
