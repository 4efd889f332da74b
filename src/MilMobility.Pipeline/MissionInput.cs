using System.Security.Cryptography;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.Reporting.RunFolders;
using MilMobility.Scenarios;

namespace MilMobility.Pipeline;

/// <summary>The input of a run, read, validated and compiled; everything after it works on this alone. Immutable.</summary>
/// <param name="Scenario">The scenario as stated.</param>
/// <param name="Dataset">The dataset as stated.</param>
/// <param name="Network">The dataset compiled with the scenario's patches and curfews.</param>
/// <param name="Pricing">Civil prices of the network's capacity.</param>
/// <param name="Warnings">Findings that do not stop the run.</param>
public sealed record MissionInput(
    MissionScenario Scenario, NetworkDataset Dataset, CompiledNetwork Network, CivilPricing Pricing, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>Movements that <see cref="Scenario"/> has beyond its file; null without.</summary>
    public ScenarioAdditions? Additions { get; init; }

    /// <summary>The input with further movements, which count as an input of their own.</summary>
    public MissionInput With(ScenarioAdditions additions)
    {
        var all = Additions?.And(additions) ?? additions;
        ClassificationMarking[] markings = [all.Marking, Scenario.Marking, Dataset.Marking];
        all = all with { Marking = markings.Max() };
        var hashes = new Dictionary<string, string>(Scenario.FileHashes, StringComparer.Ordinal)
        {
            [RunFolder.Additions] = Convert.ToHexStringLower(SHA256.HashData(RunFolder.BytesOf(all))),
        };
        return this with { Scenario = additions.To(Scenario) with { FileHashes = hashes, Marking = all.Marking }, Additions = all };
    }

    /// <inheritdoc cref="Load(MissionFiles, IProgress{RunProgress}, CancellationToken)"/>
    public static Loaded<MissionInput> Load(string scenarioPath, IProgress<RunProgress> progress, CancellationToken cancel) =>
        Load(new MissionFiles(scenarioPath), progress, cancel);

    /// <summary>Reads and compiles; reports every error of the scenario, its requirements, its patches and its network.</summary>
    public static Loaded<MissionInput> Load(MissionFiles files, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        progress.Report(new RunProgress("load", files.ScenarioPath, 0));
        var read = ScenarioReader.Read(files.ScenarioPath, cancel);
        if (read is not Valid<MissionScenario> { Value: var stated }) return new Invalid<MissionInput>(read.Diagnostics);
        var bag = new DiagnosticBag();
        bag.AddAll(read.Diagnostics);
        var scenario = WithPatchFiles(stated, files.PatchPaths, bag, cancel);
        progress.Report(new RunProgress("load", scenario.NetworkFolder, 0.01));
        IReadOnlyList<string> overlays = [.. scenario.OverlayFolders, .. files.OverlayFolders];
        var network = DatasetReader.Read(scenario.NetworkFolder, overlays, cancel);
        bag.AddAll(network.Diagnostics);
        return network is Valid<NetworkDataset> { Value: var dataset }
            ? Compile(scenario, stated.Marking, dataset, bag, progress) : new Invalid<MissionInput>(bag.ToList());
    }

    private static MissionScenario WithPatchFiles(
        MissionScenario scenario, IReadOnlyList<string> paths, DiagnosticBag bag, CancellationToken cancel)
    {
        foreach (var path in paths)
        {
            // A file with errors is applied too: the bag refuses the run, and the network has its say on the patches that were read.
            if (PatchFileReader.Read(path, scenario, bag, cancel) is { } file) scenario = file.To(scenario);
        }

        return scenario;
    }

    private static Loaded<MissionInput> Compile(
        MissionScenario scenario, ClassificationMarking own, NetworkDataset dataset, DiagnosticBag bag, IProgress<RunProgress> progress)
    {
        InputMarkings.Require(scenario, own, dataset, AcceptedMarking.Highest, bag);
        progress.Report(new RunProgress("compile", $"{dataset.Nodes.Count} nodes, {dataset.Links.Count} links", 0.02));
        var compiled = NetworkCompiler.Compile(
            dataset, scenario.Patches, scenario.Curfews, scenario.Clock, scenario.HorizonSeconds, scenario.File,
            scenario.Levers, scenario.CivilFloors);
        bag.AddAll(compiled.Diagnostics);
        if (bag.HasErrors || compiled is not Valid<CompiledNetwork> network) return new Invalid<MissionInput>(bag.ToList());
        var priced = CivilPricer.Price(network.Value, scenario);
        bag.AddAll(priced.Diagnostics);
        if (bag.HasErrors || priced is not Valid<CivilPricing> pricing) return new Invalid<MissionInput>(bag.ToList());
        return new Valid<MissionInput>(
            new MissionInput(scenario, dataset, network.Value, pricing.Value, bag.ToList()), bag.ToList());
    }
}
