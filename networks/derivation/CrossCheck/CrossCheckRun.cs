using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Derivation.CrossCheck;

/// <summary>
/// Compares the embedded network with what the importers make of the reference data, and writes `networks/CROSSCHECK.md`.
/// Some 15 seconds; the same bytes from the same data.
/// </summary>
public static class CrossCheckRun
{
    public static void Run(DerivationPaths paths)
    {
        var result = Compare(paths);
        File.WriteAllText(Path.Combine(paths.Output, "..", "CROSSCHECK.md"), CrossCheckReport.Text(result));
        var unexplained = result.Links.Count(finding => finding.Cause == Cause.Unexplained);
        var agreeing = result.Links.Count(finding => finding.Cause == Cause.Agrees);
        Console.WriteLine($"crosscheck: {result.Links.Count} links, {agreeing} agree, {unexplained} unexplained");
    }

    /// <exception cref="InvalidDataException">The dataset or a source is in error.</exception>
    public static CrossCheckResult Compare(DerivationPaths paths)
    {
        if (DatasetReader.Read(paths.Output, CancellationToken.None) is not Valid<NetworkDataset> { Value: var embedded })
            throw new InvalidDataException($"{paths.Output} does not hold");
        var imported = FullDetail.Import(paths.Reference);
        var offs = embedded.Nodes.Where(node => node.Mode != TransportMode.Sea).ToDictionary(
            node => node.Id,
            node => LinkComparer.Of(imported, node) is { Count: > 0 } found ? found.Min(access => access.OffMetres) : (double?)null,
            StringComparer.Ordinal);
        return new CrossCheckResult(
            embedded, offs, new Explanations(paths).Of(LinkComparer.Compare(embedded.Nodes, embedded.Links, imported)),
            RouteComparer.Compare(embedded, imported));
    }
}
