using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Contraction;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Merging;
using MilMobility.Exchange.Sources.Datasets;
using MilMobility.Exchange.Writing;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Import;

/// <summary>What to import and how.</summary>
/// <param name="Sources">Sources in the order in which they are read.</param>
/// <param name="Sites">Dataset whose sites join the modes; null for none.</param>
/// <param name="Contract">Whether to contract chains.</param>
/// <param name="Name">Name of the dataset that is written.</param>
public sealed record ImportRequest(IReadOnlyList<INetworkSource> Sources, string? Sites, bool Contract, string Name);

/// <summary>What an import made.</summary>
/// <param name="Dataset">The dataset as written and read back.</param>
/// <param name="Joins">How the sites found their nodes.</param>
public sealed record ImportedNetwork(NetworkDataset Dataset, IReadOnlyList<NodeJoin> Joins);

/// <summary>
/// The import as a whole: sources -> one draft -> sites merged -> main parts -> chains contracted -> dataset folder. Nothing is
/// written when anything is in error. Memory is that of the draft, twice while it is rebuilt, and of the dataset read back.
/// </summary>
public static class NetworkImport
{
    public static Loaded<ImportedNetwork> Run(ImportRequest request, string folder, ImportContext context)
    {
        var bag = context.Diagnostics;
        var draft = new NetworkDraft();
        if (request.Sources.Count == 0)
            bag.Error(DraftCodes.NothingToImport, "", 0, "no source is named; name at least one");
        foreach (var source in request.Sources)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            source.ReadInto(draft, context);
        }

        // Before the merge, so that no site is joined to a node that leads nowhere; after it, because it adds nodes.
        if (!bag.HasErrors) draft = MainParts.Keep(draft, bag);
        IReadOnlyList<NodeJoin> joins = [];
        if (request.Sites is { } path && !bag.HasErrors)
        {
            context.Report("sites", 0);
            var sites = new NetworkDraft();
            new DatasetSource(path).ReadInto(sites, context);
            if (!bag.HasErrors) joins = SiteMerging.Merge(draft, sites, bag);
        }

        if (bag.HasErrors) return new Invalid<ImportedNetwork>(bag.ToList());
        draft.Name = request.Name;
        draft.Title = $"Imported from {string.Join(", ", request.Sources.Select(s => s.Name))}";
        context.Report("main parts", 0);
        draft = MainParts.Keep(draft, bag);
        if (request.Contract)
        {
            context.Report("contraction", 0);
            draft = ChainContraction.Contract(draft);
            MainParts.MarkEnds(draft);
        }

        context.Report("writing", 0);
        var written = DatasetWriter.Write(draft, folder, context.Cancellation);
        bag.AddAll(written.Diagnostics);
        return written is Valid<NetworkDataset> valid
            ? new Valid<ImportedNetwork>(new ImportedNetwork(valid.Value, joins), bag.ToList())
            : new Invalid<ImportedNetwork>(bag.ToList());
    }
}
