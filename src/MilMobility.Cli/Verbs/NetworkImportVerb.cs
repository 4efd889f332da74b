using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Import;
using MilMobility.Exchange.Merging;
using MilMobility.Networks.Checking;
using MilMobility.Pipeline;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob network import`: reads networks in other formats, joins them and writes a dataset.</summary>
internal static class NetworkImportVerb
{
    public static Command Command()
    {
        var sources = new ImportSources();
        var sites = new Option<string?>("--sites")
        {
            Description = "Dataset whose ports, terminals, yards, locks and exits join the modes, with their transfers.",
        };
        var output = new Option<string>("--out")
        {
            Description = "Folder of the dataset to write; replaced if it is one.", Required = true,
        };
        var name = new Option<string>("--name") { Description = "Name of the dataset.", DefaultValueFactory = _ => "imported-network" };
        var contract = new Option<bool>("--contract") { Description = "Merge chains of links through nodes at which nothing happens." };
        var explain = new Option<bool>("--explain") { Description = "Print every join of a site with its rule, distance and runner-up." };
        var json = Arguments.Json();
        var command = new Command("import", "Build a dataset from networks in other formats.")
        {
            sites, output, name, contract, explain, json,
        };
        sources.AddTo(command);
        command.Does((parsed, cancel) =>
        {
            var (read, paths) = sources.Of(parsed);
            if (parsed.GetValue(sites) is { } sitesPath) paths.Add(sitesPath);
            var missing = paths.Where(p => !File.Exists(p) && !Directory.Exists(p))
                .Select(p => new Diagnostic(DraftCodes.InputMissing, Severity.Error, p, 0, "neither a file nor a folder")).ToList();
            var asJson = parsed.GetValue(json);
            if (missing.Count > 0) return Refusal.Invalid(missing, asJson);
            var request = new ImportRequest(
                read, parsed.GetValue(sites), parsed.GetValue(contract), DraftIds.Slug(parsed.GetValue(name)!));
            return Import(request, parsed.GetValue(output)!, parsed.GetValue(explain), asJson, cancel);
        });
        return command;
    }

    private static int Import(ImportRequest request, string folder, bool explain, bool json, CancellationToken cancel)
    {
        var stages = new StageLine();
        switch (NetworkImport.Run(request, folder, new ImportContext(new DiagnosticBag(), cancel, stages)))
        {
            case Invalid<ImportedNetwork> invalid:
                return Refusal.Invalid(invalid.Diagnostics, json);
            case Valid<ImportedNetwork> valid:
                stages.Report(new ImportProgress("check", 0));
                var report = NetworkChecker.Check(valid.Value.Dataset);
                Terminal.WriteDiagnostics(valid.Diagnostics);
                Terminal.WriteDiagnostics(report.Diagnostics);
                if (json) Terminal.WriteJson(new ImportDocument(folder, report, explain ? valid.Value.Joins : []));
                else Write(report, explain ? valid.Value.Joins : [], folder);
                return report.HasErrors ? ExitCodes.InvalidInput : ExitCodes.Done;
            default:
                throw new InvalidOperationException("unknown outcome of an import");
        }
    }

    private static void Write(NetworkCheckReport report, IReadOnlyList<NodeJoin> joins, string folder)
    {
        foreach (var join in joins)
        {
            var next = join.RunnerUp.Length > 0 ? $"; next {join.RunnerUp} at {join.RunnerUpMetres:F0} m" : "";
            Console.Out.WriteLine($"{join.Site} -> {join.Node} by {join.Rule}, {join.Metres:F0} m{next}");
        }

        NetworkOutput.Write(report);
        Console.Out.WriteLine($"Written to {folder}.");
    }

    /// <summary>Says each stage once, on standard error.</summary>
    private sealed class StageLine : IProgress<ImportProgress>
    {
        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
        private string _stage = "";

        public void Report(ImportProgress value)
        {
            if (value.Stage == _stage) return;
            _stage = value.Stage;
            Console.Error.WriteLine($"{_clock.Elapsed.TotalSeconds,6:F1} s  {value.Stage}");
        }
    }
}

/// <summary>What `network import --json` prints.</summary>
/// <param name="Folder">The dataset written.</param>
/// <param name="Check">Its check.</param>
/// <param name="Joins">With --explain how each site found its node.</param>
internal sealed record ImportDocument(string Folder, NetworkCheckReport Check, IReadOnlyList<NodeJoin> Joins);
