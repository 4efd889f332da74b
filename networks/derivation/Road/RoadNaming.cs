using System.Text;

namespace MilMobility.Derivation.Road;

/// <summary>Gives every kept point its node id, name and manager. Ids are made of names, so that they survive a
/// change elsewhere in the network; equal names get the municipality, then the VILD number.</summary>
public static class RoadNaming
{
    // Unicode normalisation needs culture data, which the invariant mode leaves out.
    private const string Accented = "áàâäéèêëíìîïóòôöúùûüç";
    private const string Unaccented = "aaaaeeeeiiiioooouuuuc";

    public static void Assign(IReadOnlyCollection<RoadPoint> nodes, RoadFacts facts)
    {
        var taken = nodes.Where(n => n.NodeId.Length > 0).Select(n => n.NodeId).ToHashSet(StringComparer.Ordinal);
        foreach (var node in nodes.Where(n => n.NodeId.Length == 0).OrderBy(n => n.Key, StringComparer.Ordinal))
        {
            if (node.Kind.Length == 0) node.Kind = "junction";
            if (node.Kind == "rest-area" && !node.IsAnchor) node.Kind = "junction";
            var names = Names(node).First(n => !taken.Contains(n.Id));
            taken.Add(names.Id);
            (node.NodeId, node.Name) = names;
            node.Manager = facts.Profiles[node.Road].Manager is { Length: > 0 } manager
                ? manager
                : $"Provincie {node.Region}";
        }
    }

    /// <summary>Lower-case ASCII letters and digits, joined by single hyphens.</summary>
    public static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            var plain = Accented.IndexOf(c) is >= 0 and var i ? Unaccented[i] : c;
            if (char.IsAsciiLetterOrDigit(plain)) slug.Append(plain);
            else if (plain != '\'' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    // The names that a node may get, best first. A crossing of N-roads has in the VILD the name of the town that the
    // sign points to, which may be far away: it is named after its own municipality, the sign only tells two apart.
    private static IEnumerable<(string Id, string Name)> Names(RoadPoint node)
    {
        var plain = node.Name.Length > 0 ? node.Name : node.Municipality;
        var bare = plain.StartsWith("Knooppunt ", StringComparison.Ordinal) ? plain["Knooppunt ".Length..] : plain;
        var road = Slug(node.Road);
        var roads = Roads(node);
        var (id, name) = node.Kind switch
        {
            "interchange" => ($"road-kp-{Slug(bare)}", $"Knooppunt {bare}"),
            "exit" => ($"road-{road}-{Slug(plain)}", $"Afrit {plain} ({node.Road})"),
            "rest-area" => ($"road-rest-{Slug(plain)}", $"Verzorgingsplaats {plain} ({node.Road})"),
            "border" when node.Place.Length > 0 => ($"road-{node.Place}", $"{plain} ({node.Road})"),
            "border" => ($"road-border-{road}", $"{plain} ({node.Road})"),
            _ when node.Municipality.Length == 0 => ($"road-{road}-{Slug(plain)}", $"{node.Road} {plain}"),
            _ => ($"road-{Slug(string.Join(' ', roads))}-{Slug(node.Municipality)}",
                $"{string.Join('/', roads)} {node.Municipality}"),
        };
        yield return (id, name);
        var detail = node.Kind == "junction" ? plain : node.Municipality;
        if (detail.Length > 0) yield return ($"{id}-{Slug(detail)}", $"{name} ({detail})");
        yield return ($"{id}-{Slug(node.Key)}", $"{name} ({node.Key})");
    }

    private static List<string> Roads(RoadPoint node) => [.. node.Segments
        .Where(s => s.Added is null)
        .Select(s => s.Road)
        .Append(node.Road)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(r => r[0])
        .ThenBy(r => r.Length)
        .ThenBy(r => r, StringComparer.Ordinal)
        .Take(2)];
}
