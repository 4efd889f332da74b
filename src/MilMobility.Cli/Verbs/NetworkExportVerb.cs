using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Exchange.Export;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network export FOLDER --format ... --out FILE`: a dataset for other programs, with qualities and marking.</summary>
public static class NetworkExportVerb
{
    private static readonly Dictionary<string, ExportFormat> Formats = new(StringComparer.Ordinal)
    {
        ["geojson"] = ExportFormat.GeoJson, ["gpkg"] = ExportFormat.GeoPackage, ["kml"] = ExportFormat.Kml,
    };

    public static Command Command()
    {
        var folder = NetworkArguments.Dataset("folder");
        var format = NetworkArguments.OneOf(
            "--format", [.. Formats.Keys], null, "geojson (RFC 7946), gpkg (OGC GeoPackage 1.3) or kml (OGC KML 2.3).");
        format.Aliases.Add("-f");
        var output = new Option<string>("--out", "-o") { Description = "File to write.", Required = true, HelpName = "file" };
        var (overlays, json) = (Arguments.Overlays("the dataset"), Arguments.Json());
        var export = new Command(
            "export", "Write a dataset for other programs: every attribute with its quality and source; the marking on every feature.")
        {
            folder, overlays, format, output, json,
        };
        export.Does((parsed, cancel) => Export(
            parsed.GetRequiredValue(folder), parsed.GetRequiredValue(overlays), Formats[parsed.GetRequiredValue(format)],
            parsed.GetRequiredValue(output),
            parsed.GetValue(json), cancel));
        return export;
    }

    private static int Export(
        string folder, string[] overlays, ExportFormat format, string output, bool json, CancellationToken cancel)
    {
        if (!NetworkArguments.TryRead(folder, overlays, json, cancel, out var dataset)) return ExitCodes.InvalidInput;
        var layers = NetworkExporter.Export(dataset, format, output, cancel);
        if (json) Terminal.WriteJson(new ExportDocument("exported", ExitCodes.Done, output, dataset.Marking, layers));
        else Console.Out.WriteLine($"{output}: {layers.Sum(l => l.Features)} features in {layers.Count} layers, {dataset.Marking}.");
        return ExitCodes.Done;
    }
}
