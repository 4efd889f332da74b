using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Writing;

/// <summary>
/// The ids under which a draft's nodes and links are written: their own, or made from mode, source and key, or from a link's
/// ends; a made id that is taken gets a number. O(nodes + links).
/// </summary>
internal sealed class DraftKeys
{
    private const int IdCharsMax = 120;

    private DraftKeys(string[] nodes, string[] links)
    {
        Nodes = nodes;
        Links = links;
    }

    /// <summary>Id per node index.</summary>
    public string[] Nodes { get; }

    /// <summary>Id per link index.</summary>
    public string[] Links { get; }

    public static DraftKeys Assign(NetworkDraft draft, DiagnosticBag diagnostics)
    {
        var nodes = new string[draft.NodeCount];
        var taken = new HashSet<string>(draft.NodeCount, StringComparer.Ordinal);
        for (var i = 0; i < nodes.Length; i++)
        {
            if (draft.Nodes[i].Id is { Length: > 0 } own) nodes[i] = Own(own, "node", taken, diagnostics);
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            var node = draft.Nodes[i];
            nodes[i] ??= Free($"{Keyed(draft, node.Mode, node.Origin, node.Key)}", taken);
        }

        var links = new string[draft.LinkCount];
        taken = new HashSet<string>(draft.LinkCount, StringComparer.Ordinal);
        for (var i = 0; i < links.Length; i++)
        {
            if (draft.Links[i].Id is { Length: > 0 } own) links[i] = Own(own, "link", taken, diagnostics);
        }

        for (var i = 0; i < links.Length; i++)
        {
            var link = draft.Links[i];
            links[i] ??= Free(
                link.Key != 0 ? Keyed(draft, link.Mode, link.LengthOrigin, link.Key) : Ends(nodes[link.From], nodes[link.To]), taken);
        }

        return new DraftKeys(nodes, links);
    }

    private static string Keyed(NetworkDraft draft, TransportMode mode, Provenance origin, long key)
    {
        var source = draft.Sources.Count > origin.Source ? draft.Sources[origin.Source].Name : "draft";
        return key < 0
            ? $"{Vocabulary.NameOf(mode)}-{source}-n{-key}"
            : $"{Vocabulary.NameOf(mode)}-{source}-{key}";
    }

    private static string Ends(string from, string to)
    {
        var id = $"{from}-to-{to[(to.IndexOf('-', StringComparison.Ordinal) + 1)..]}";
        return id.Length <= IdCharsMax - 8 ? id : id[..(IdCharsMax - 8)].TrimEnd('-');
    }

    private static string Own(string id, string noun, HashSet<string> taken, DiagnosticBag diagnostics)
    {
        if (!taken.Add(id))
            diagnostics.Error(DraftCodes.DuplicateId, "", 0, $"{noun} '{id}' stands twice in what was read; must be unique");
        return id;
    }

    private static string Free(string id, HashSet<string> taken)
    {
        if (taken.Add(id)) return id;
        for (var number = 2; ; number++)
        {
            var numbered = $"{id}-{number}";
            if (taken.Add(numbered)) return numbered;
        }
    }
}
