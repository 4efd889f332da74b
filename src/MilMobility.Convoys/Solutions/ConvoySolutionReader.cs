using System.Text.Json;
using MilMobility.Convoys.Instances;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Solutions;

/// <summary>Reads a solution from JSON; whether it is a good one is for the checker. Findings are coded as an instance's.</summary>
public static class ConvoySolutionReader
{
    private static readonly string[] s_solution = ["status", "objective_s", "bound_s", "convoys"];
    private static readonly string[] s_journey = ["id", "path", "head_s"];

    /// <summary>Reads a file.</summary>
    public static Loaded<ConvoySolution> Read(string path)
    {
        var bag = new DiagnosticBag();
        return JsonText.Read(path, bag) is { } utf8 ? Parse(utf8, path) : new Invalid<ConvoySolution>(bag.ToList());
    }

    /// <summary>Reads a text.</summary>
    public static Loaded<ConvoySolution> Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        var bag = new DiagnosticBag();
        using var document = JsonText.Parse(utf8, file, bag);
        if (document is null) return new Invalid<ConvoySolution>(bag.ToList());
        var shape = new JsonShape(file, bag);
        if (shape.Object(document.RootElement, "", s_solution, ConvoySolutionWriter.Figures) is not { } root)
            return new Invalid<ConvoySolution>(bag.ToList());
        var (status, objective, bound) = (
            shape.Text(root, "status", ""), shape.Long(root, "objective_s", ""), shape.Long(root, "bound_s", ""));
        var journeys = new List<ConvoyJourney>();
        foreach (var (item, path) in shape.Array(root, "convoys", ""))
        {
            if (shape.Object(item, path, s_journey, []) is not { } journey) continue;
            journeys.Add(new ConvoyJourney(
                shape.Text(journey, "id", path) ?? "", Wholes(shape, journey, "path", path), Wholes(shape, journey, "head_s", path)));
        }

        return bag.HasErrors
            ? new Invalid<ConvoySolution>(bag.ToList())
            : new Valid<ConvoySolution>(new ConvoySolution(status!, objective!.Value, bound!.Value, journeys), []);
    }

    private static int[] Wholes(JsonShape shape, Dictionary<string, JsonElement> owner, string name, string path) =>
        [.. shape.Array(owner, name, path).Select(i => shape.Whole(i.Item, i.Path) ?? 0)];
}
