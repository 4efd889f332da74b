using System.Runtime.InteropServices;
using MilMobility.Domain.Diagnostics;
using MilMobility.Exchange.Drafts;
using MilMobility.Exchange.Formats.OsmPbf;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Sources.Osm;

/// <summary>
/// Roads for trucks, railways and waterways for barges from an OSM PBF file. Two passes over the file: ways first, to learn which
/// nodes are needed, then those nodes; memory is some 30 bytes per node and reference of the network's ways, whatever the
/// file's size. Values that a mapper tagged are derived (nobody surveyed them officially), values that the class implies
/// are assumed. Turn restrictions are kept beside the draft, which has links only. Limits on nodes (a barrier's height) and
/// conditional ones (<c>maxspeed:conditional</c>) are not read. Not thread-safe.
/// </summary>
/// <param name="file">Name for diagnostics.</param>
/// <param name="open">Opens the file anew; called twice.</param>
public sealed class OsmSource(string file, Func<Stream> open) : INetworkSource
{
    /// <param name="path">Of the .osm.pbf file.</param>
    public OsmSource(string path)
        : this(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16,
            FileOptions.SequentialScan))
    {
    }

    public string Name => "osm";

    /// <summary>Turn restrictions that bind heavy goods vehicles, in the file's order; the draft cannot hold them.</summary>
    public IReadOnlyList<OsmTurnRestriction> TurnRestrictions { get; private set; } = [];

    public void ReadInto(NetworkDraft draft, ImportContext context)
    {
        var source = draft.AddSource(new DraftSource(
            "osm", "OpenStreetMap, by its contributors", "https://www.openstreetmap.org/copyright", "", "ODbL-1.0"));
        var reader = new TagReader(
            file, context.Diagnostics, draft, new Provenance(Quality.Derived, source), new Provenance(Quality.Assumed, source));
        var ways = new WayCollector(reader);
        if (!Pass(ways, context, "osm: ways")) return;
        TurnRestrictions = ways.TurnRestrictions;
        if (ways.IsFull)
        {
            context.Diagnostics.Error(OsmTagCodes.TooManyReferences, file, 0,
                $"more than {WayCollector.ReferencesMax}; cut the file to a region");
            return;
        }

        if (ways.Ways.Count == 0)
        {
            context.Diagnostics.Error(OsmTagCodes.NothingFound, file, 0, "no road, railway or waterway that is read");
            return;
        }

        var nodes = new NodeColumns(ways.References);
        if (!Pass(nodes, context, "osm: nodes")) return;
        new OsmLinks(nodes, draft, reader).Add(CollectionsMarshal.AsSpan(ways.Ways), ways.References, context.Cancellation);
        if (ways.TurnRestrictions.Count > 0)
            reader.Warn(OsmTagCodes.TurnRestrictions,
                $"{ways.TurnRestrictions.Count} turn restrictions; a network of links cannot hold them");
    }

    /// <summary>Reads the whole file once; false after an error, so that the second pass does not report it again.</summary>
    private bool Pass(IOsmVisitor visitor, ImportContext context, string stage)
    {
        var found = new DiagnosticBag();
        try
        {
            using var stream = open();
            if (OsmPbfReader.Open(stream, file, found) is { } reader)
                while (reader.ReadBlock(visitor, context.Cancellation)) context.Report(stage, reader.FractionRead);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            found.Error(OsmCodes.FileUnreadable, file, 0, e.Message);
        }

        context.Diagnostics.AddAll(found.ToList());
        return !found.HasErrors;
    }
}
