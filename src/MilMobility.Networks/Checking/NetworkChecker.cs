using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;

namespace MilMobility.Networks.Checking;

/// <summary>
/// Checks whether a dataset that reads without faults can be true: connectivity per mode, dead ends, lengths against the great
/// circle, speeds, capacities, locks, transfers, corridors, civil profiles and tunnels. All findings are collected, coded NET3nn.
/// It cannot tell a wrong fact from a right one that is as plausible. O(nodes + links + rows). Static and thread-safe.
/// </summary>
public static class NetworkChecker
{
    public static NetworkCheckReport Check(NetworkDataset dataset)
    {
        var diagnostics = new DiagnosticBag();
        var nodes = dataset.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
        var plausibility = new LinkPlausibility(nodes, diagnostics);
        foreach (var link in dataset.Links) plausibility.Check(link);
        new SiteConsistency(dataset, nodes, diagnostics).Check();
        var connectivity = new Connectivity(NetworkCompiler.CompileBaseline(dataset), diagnostics);
        var counts = new List<ModeCounts>();
        foreach (var mode in Enum.GetValues<TransportMode>())
        {
            var links = dataset.Links.Where(l => l.Mode == mode).ToList();
            var parts = mode == TransportMode.Sea ? 0 : connectivity.Check(mode);
            counts.Add(new ModeCounts(
                mode, dataset.Nodes.Count(n => n.Mode == mode), links.Count, links.Sum(l => l.LengthMetres / 1000.0), parts));
            if (links.Count > 0 || mode == TransportMode.Sea) continue;
            diagnostics.Warning(NetworkCodes.EmptyMode, dataset.Folder, 0,
                Sentence.Of("warning.empty-mode", ("name", dataset.Name), ("mode", Phrase.By(mode))));
        }

        return new NetworkCheckReport(counts, dataset.QualityShares, diagnostics.ToList());
    }
}
