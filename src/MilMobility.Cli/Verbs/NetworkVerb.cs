using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Checking;
using MilMobility.Networks.Datasets;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network check FOLDER`: schema, connectivity, lengths, speeds and capacities of a dataset.</summary>
public static class NetworkVerb
{
    public static Command Command()
    {
        var folder = new Argument<string>("folder") { Description = "Dataset folder, the one with datapackage.json." };
        var (overlays, json) = (Arguments.Overlays("the dataset"), Arguments.Json());
        var check = new Command("check", "Check a dataset: schema, connectivity, lengths, speeds and capacities.")
        {
            folder, overlays, json,
        };
        check.Does((parsed, cancel) =>
            Check(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(overlays), parsed.GetValue(json), cancel));
        return new Command("network", "Work with network datasets.")
        {
            check,
            NetworkInfoVerb.Command(),
            NetworkImportVerb.Command(),
            NetworkDiffVerb.Command(),
            NetworkExportVerb.Command(),
        };
    }

    private static int Check(string folder, string[] overlays, bool json, CancellationToken cancel)
    {
        switch (DatasetReader.Read(folder, overlays, cancel))
        {
            case Invalid<NetworkDataset> invalid:
                return Refusal.Invalid(invalid.Diagnostics, json);
            case Valid<NetworkDataset> valid:
                var report = NetworkChecker.Check(valid.Value);
                Terminal.WriteDiagnostics(valid.Diagnostics);
                Terminal.WriteDiagnostics(report.Diagnostics);
                if (json) Terminal.WriteJson(report);
                else NetworkOutput.Write(report);
                return report.Diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCodes.InvalidInput : ExitCodes.Done;
            default:
                throw new InvalidOperationException("unknown outcome of reading a dataset");
        }
    }
}
