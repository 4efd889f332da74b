using System.Security.Cryptography;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
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
        var hashes = new Dictionary<string, string>(Scenario.FileHashes, StringComparer.Ordinal)
        {
            [RunFolder.Additions] = Convert.ToHexStringLower(SHA256.HashData(RunFolder.BytesOf(all))),
        };
        return this with { Scenario = additions.To(Scenario) with { FileHashes = hashes }, Additions = all };
    }

    /// <summary>Reads and compiles; reports every error of the scenario, its requirements and its network.</summary>
    public static Loaded<MissionInput> Load(string scenarioPath, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        progress.Report(new RunProgress("load", scenarioPath, 0));
        var read = ScenarioReader.Read(scenarioPath, cancel);
        if (read is not Valid<MissionScenario> scenario) return new Invalid<MissionInput>(read.Diagnostics);
        progress.Report(new RunProgress("load", scenario.Value.NetworkFolder, 0.01));
        return DatasetReader.Read(scenario.Value.NetworkFolder, cancel) switch
        {
            Valid<NetworkDataset> dataset => Compile(scenario, dataset, progress),
            var invalid => new Invalid<MissionInput>([.. scenario.Diagnostics, .. invalid.Diagnostics]),
        };
    }

    private static Loaded<MissionInput> Compile(
        Valid<MissionScenario> loadedScenario, Valid<NetworkDataset> loadedDataset, IProgress<RunProgress> progress)
    {
        var (scenario, dataset) = (loadedScenario.Value, loadedDataset.Value);
        var bag = new DiagnosticBag();
        bag.AddAll(loadedScenario.Diagnostics);
        bag.AddAll(loadedDataset.Diagnostics);
        RequireMarking(scenario, dataset, bag);
        progress.Report(new RunProgress("compile", $"{dataset.Nodes.Count} nodes, {dataset.Links.Count} links", 0.02));
        var compiled = NetworkCompiler.Compile(
            dataset, scenario.Patches, scenario.Curfews, scenario.Clock, scenario.HorizonSeconds, scenario.File);
        bag.AddAll(compiled.Diagnostics);
        if (compiled is not Valid<CompiledNetwork> network) return new Invalid<MissionInput>(bag.ToList());
        var priced = CivilPricer.Price(network.Value, scenario);
        bag.AddAll(priced.Diagnostics);
        if (bag.HasErrors || priced is not Valid<CivilPricing> pricing) return new Invalid<MissionInput>(bag.ToList());
        return new Valid<MissionInput>(
            new MissionInput(scenario, dataset, network.Value, pricing.Value, bag.ToList()), bag.ToList());
    }

    /// <summary>An output takes the highest marking of its inputs; the scenario says how high it may be.</summary>
    private static void RequireMarking(MissionScenario scenario, NetworkDataset dataset, DiagnosticBag bag)
    {
        if (dataset.Marking > scenario.OutputMarking)
        {
            bag.Error("RUN010", scenario.File, 0,
                $"network '{dataset.Name}' is marked {dataset.Marking}; the outputs of this scenario may be "
                + $"{scenario.OutputMarking} at most (raise output_marking, or use another network)");
        }
    }
}
