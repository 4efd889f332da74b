using System.Text.Json;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Instances;

/// <summary>Reads an instance from JSON. Collects all findings, coded CMP001 to CMP011; an error makes the instance invalid.</summary>
public static class ConvoyInstanceReader
{
    private static readonly string[] s_instance = ["name", "nodes", "horizon_s", "edges", "convoys"];
    private static readonly string[] s_edge = ["from", "to", "travel_s"];
    private static readonly string[] s_convoy = ["id", "from", "to", "ready_s", "pass_s"];
    private static readonly string[] s_convoyOptional = ["due_s"];

    /// <summary>Reads a file.</summary>
    public static Loaded<ConvoyInstance> Read(string path)
    {
        var bag = new DiagnosticBag();
        return JsonText.Read(path, bag) is { } utf8 ? Parse(utf8, path) : new Invalid<ConvoyInstance>(bag.ToList());
    }

    /// <summary>Reads a text.</summary>
    /// <param name="utf8">JSON.</param>
    /// <param name="file">Name in the findings.</param>
    public static Loaded<ConvoyInstance> Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        var bag = new DiagnosticBag();
        using var document = JsonText.Parse(utf8, file, bag);
        if (document is null) return new Invalid<ConvoyInstance>(bag.ToList());
        var shape = new JsonShape(file, bag);
        if (shape.Object(document.RootElement, "", s_instance, []) is not { } root) return new Invalid<ConvoyInstance>(bag.ToList());
        var name = shape.Text(root, "name", "");
        var nodes = shape.Whole(root, "nodes", "");
        var horizon = shape.Whole(root, "horizon_s", "");
        var edges = Edges(shape, root);
        var convoys = Convoys(shape, root);
        // What the rules are about must be there in full: half an instance gives findings that are not the reader's fault.
        if (!bag.HasErrors) bag.AddAll(InstanceRules.Findings(nodes!.Value, horizon!.Value, edges, convoys, file));
        return bag.HasErrors
            ? new Invalid<ConvoyInstance>(bag.ToList())
            : new Valid<ConvoyInstance>(new ConvoyInstance(name!, nodes!.Value, horizon!.Value, edges, convoys), bag.ToList());
    }

    private static List<ConvoyEdge> Edges(JsonShape shape, Dictionary<string, JsonElement> root)
    {
        var edges = new List<ConvoyEdge>();
        foreach (var (item, path) in shape.Array(root, "edges", ""))
        {
            if (shape.Object(item, path, s_edge, []) is not { } edge) continue;
            var (from, to, travel) = (shape.Whole(edge, "from", path), shape.Whole(edge, "to", path), shape.Whole(edge, "travel_s", path));
            edges.Add(new ConvoyEdge(from ?? 0, to ?? 0, travel ?? 0));
        }

        return edges;
    }

    private static List<Convoy> Convoys(JsonShape shape, Dictionary<string, JsonElement> root)
    {
        var convoys = new List<Convoy>();
        foreach (var (item, path) in shape.Array(root, "convoys", ""))
        {
            if (shape.Object(item, path, s_convoy, s_convoyOptional) is not { } convoy) continue;
            var hasDue = convoy.TryGetValue("due_s", out var due) && due.ValueKind != JsonValueKind.Null;
            convoys.Add(new Convoy(
                shape.Text(convoy, "id", path) ?? "", shape.Whole(convoy, "from", path) ?? 0, shape.Whole(convoy, "to", path) ?? 0,
                shape.Whole(convoy, "ready_s", path) ?? 0, hasDue ? shape.Whole(convoy, "due_s", path) : null,
                shape.Whole(convoy, "pass_s", path) ?? 0));
        }

        return convoys;
    }
}
