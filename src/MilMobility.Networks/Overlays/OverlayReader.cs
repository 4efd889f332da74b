using System.Security.Cryptography;
using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Overlays;

/// <summary>
/// Reads an overlay folder (networks/README.md, Overlays): a datapackage.json with name and marking, and any of the dataset's tables,
/// each with any of its columns and a last one, <c>change</c>. Every fault is collected, with the overlay's file and line: NET40n, and
/// the codes of datasets. O(bytes). Static and thread-safe.
/// </summary>
internal static class OverlayReader
{
    public const string ChangeColumn = "change";

    /// <summary>The overlay, or null after an error.</summary>
    public static Overlay? Read(string folder, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            bag.Error(NetworkCodes.OverlayMissing, folder, 0, "the overlay folder does not exist; must be a folder with datapackage.json");
            return null;
        }

        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var package = new FileDiagnostics(Path.Combine(folder, DataPackageReader.FileName), bag);
        if (ReadHead(folder, package, hashes) is not { } head) return null;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var overlay = new Overlay
        {
            Summary = new OverlaySummary(folder, head.Name, head.Version, head.Marking, counts, hashes),
            Sources = head.Sources,
            Provenance = head.Provenance,
        };
        WarnOfRepository(overlay.Summary, package);
        foreach (var path in Tables(folder, head.Resources, package))
        {
            cancellation.ThrowIfCancellationRequested();
            ReadTable(path, overlay, new FileDiagnostics(path, bag), hashes, cancellation);
        }

        foreach (var (table, count) in overlay.Counts()) counts[table] = count;
        if (counts.Count == 0) package.Warning(NetworkCodes.OverlayEmpty, 0, Sentence.Of("warning.overlay-empty", ("name", head.Name)));
        return overlay;
    }

    /// <summary>The columns of a table and the one that says what a row does; only the key must be there.</summary>
    private static TableSchema Partial(TableSchema table) =>
        table with { Columns = [.. table.Columns, ChangeColumn], RequiredColumns = table.KeyColumns };

    private static OverlayHead? ReadHead(string folder, FileDiagnostics diagnostics, Dictionary<string, string> hashes)
    {
        var path = Path.Combine(folder, DataPackageReader.FileName);
        try
        {
            var info = new FileInfo(path);
            if (!info.Exists)
            {
                diagnostics.Error(NetworkCodes.PackageMissing, 0,
                    "the file does not exist; an overlay states at least {\"name\": \"...\", \"marking\": \"...\"}");
                return null;
            }

            if (info.Length > DataPackageReader.BytesMax)
            {
                diagnostics.Error(
                    NetworkCodes.TooLong, 0, $"the file has {info.Length} bytes; must be at most {DataPackageReader.BytesMax}");
                return null;
            }

            var json = File.ReadAllBytes(path);
            hashes[DataPackageReader.FileName] = Convert.ToHexStringLower(SHA256.HashData(json));
            return DataPackageReader.ReadHead(json, diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(NetworkCodes.FileUnreadable, 0, $"cannot be read: {exception.Message}");
            return null;
        }
    }

    /// <summary>The CSV files that are tables, in the order of the format; others are errors, for nobody reads them.</summary>
    private static List<string> Tables(string folder, IReadOnlyList<string> resources, FileDiagnostics package)
    {
        var files = Directory.EnumerateFiles(folder, "*.csv").Select(Path.GetFileName).OfType<string>()
            .Order(StringComparer.Ordinal).ToList();
        foreach (var file in files.Where(f => TableSchemas.All.All(t => t.FileName != f)))
        {
            var known = TableSchemas.All.Select(t => t.FileName).ToList();
            var nearest = NearestName.Of(file, known);
            package.Error(NetworkCodes.OverlayTable, 0,
                $"the file {FileDiagnostics.Quote(file)} beside it is no table of the format"
                + (nearest is null ? $"; must be one of {string.Join(", ", known)}" : $"; did you mean {nearest}?"));
        }

        foreach (var resource in resources.Where(r => !files.Contains(r + ".csv")))
            package.Error(NetworkCodes.FileMissing, 0, $"resource {FileDiagnostics.Quote(resource)} has no CSV file of that name");
        return [.. TableSchemas.All.Where(t => files.Contains(t.FileName)).Select(t => Path.Combine(folder, t.FileName))];
    }

    private static void ReadTable(
        string path, Overlay overlay, FileDiagnostics diagnostics, Dictionary<string, string> hashes, CancellationToken cancellation)
    {
        var table = TableSchemas.All.First(t => t.FileName == Path.GetFileName(path));
        try
        {
            using var stream = File.OpenRead(path);
            hashes[table.FileName] = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            TableReader.Read(stream, Partial(table), diagnostics, row => ReadRow(row, table, overlay, diagnostics), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Error(NetworkCodes.FileUnreadable, 0, $"cannot be read: {exception.Message}");
        }
    }

    private static void ReadRow(TableRow row, TableSchema table, Overlay overlay, FileDiagnostics diagnostics)
    {
        var found = row.Raw(ChangeColumn);
        OverlayChange? change = found switch
        {
            "" or "add" => OverlayChange.Add,
            "set" => OverlayChange.Set,
            "replace" => OverlayChange.Replace,
            _ => null,
        };
        if (change is null)
        {
            row.Error(NetworkCodes.UnknownValue,
                $"{ChangeColumn} = {FileDiagnostics.Quote(found)}; must be add, set or replace, or empty for add");
            return;
        }

        var key = table.KeyOf(row);
        if (key.Length == 0 || key.StartsWith(' '))
        {
            row.Error(NetworkCodes.Required, $"{table.KeyColumns[0]} is empty; must have a value");
            return;
        }

        var fields = table.Columns.Select(row.Raw).ToArray();
        if (overlay.Add(table, new OverlayRow(change.Value, key, fields, row.Line, diagnostics))) return;
        row.Error(NetworkCodes.DuplicateId, $"stands on line {overlay.Find(table, key)!.Line} of this overlay already; must be unique");
    }

    /// <summary>A marked overlay under version control is one commit away from leaving its owner.</summary>
    private static void WarnOfRepository(OverlaySummary overlay, FileDiagnostics diagnostics)
    {
        if (overlay.Marking == Domain.Units.ClassificationMarking.Public) return;
        for (var folder = new DirectoryInfo(Path.GetFullPath(overlay.Folder)); folder is not null; folder = folder.Parent)
        {
            if (!Directory.Exists(Path.Combine(folder.FullName, ".git")) && !File.Exists(Path.Combine(folder.FullName, ".git"))) continue;
            diagnostics.Warning(NetworkCodes.OverlayInRepository, 0,
                Sentence.Of(
                    "warning.overlay-in-repository", ("name", overlay.Name), ("marking", overlay.Marking.ToString()),
                    ("folder", folder.FullName)));
            return;
        }
    }
}
