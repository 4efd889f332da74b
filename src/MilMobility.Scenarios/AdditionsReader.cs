using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;
using MilMobility.Scenarios.Requirements;
using MilMobility.Scenarios.Sections;
using MilMobility.Scenarios.Times;
using MilMobility.Scenarios.Yaml;

namespace MilMobility.Scenarios;

/// <summary>
/// Reads movements to insert into a scenario: a YAML file with <c>movements</c> in the scenario's own fields, or one movement alone,
/// in a file or as text (<c>{from: a, to: b, due: D+1 18:00, vehicles: 20, like: truck}</c>). The load is a number of vehicles
/// like those of a requirement row or vehicle type of the scenario, or rows of a requirements table. Times may be relative to the
/// scenario's start. Gives every error at once: those of the scenario reader, and SCN030 load, SCN031 unknown likeness. Thread-safe.
/// </summary>
public static class AdditionsReader
{
    private const string InlineName = "(movement)";

    /// <summary>Reads a file, or the text itself when it starts with a brace.</summary>
    public static Loaded<ScenarioAdditions> Read(string fileOrText, MissionScenario scenario, CancellationToken stop)
    {
        var bag = new DiagnosticBag();
        var inline = fileOrText.TrimStart().StartsWith('{');
        var file = inline ? InlineName : fileOrText;
        var text = inline ? fileOrText : InputFile.Read(file, file, "SCN", ScenarioReader.YamlBytesMax, bag, stop)?.Text;
        var additions = text is null ? null : Read(text, file, inline ? "." : file, scenario, bag, stop);
        return additions is null || bag.HasErrors
            ? new Invalid<ScenarioAdditions>(bag.ToList())
            : new Valid<ScenarioAdditions>(additions, bag.ToList());
    }

    private static ScenarioAdditions? Read(
        string text, string file, string path, MissionScenario scenario, DiagnosticBag bag, CancellationToken stop)
    {
        if (YamlTree.Read(text, file, bag) is not { } tree) return null;
        if (tree is not YamlMap map)
        {
            bag.Error("SCN004", file, tree.Line, "is not a mapping; must be 'movements:' with a list, or the fields of one movement");
            return null;
        }

        // One movement alone needs no list around it.
        var listed = map.Entries.Any(e => e.Key == "movements")
            ? map : Listed(map);
        var root = SectionValues.Read(ScenarioFields.Additions, listed, "", file, bag);
        var start = TimeExpression.Parse($"{scenario.Start:yyyy-MM-dd'T'HH:mm:sszzz}")!;
        var reading = new Reading(file, bag, ScenarioTimes.StartingAt(start).Times, scenario.HorizonSeconds);
        var movements = Named(MovementSections.Build(root, reading, scenario.Movements), root, scenario, reading);
        if (bag.HasErrors) return null;
        var rows = Rows(root, path, reading, stop);
        var sections = root.List<SectionValues>("movements");
        for (var i = 0; i < movements.Count; i++) rows.AddRange(Load(sections[i], movements[i], rows, scenario, reading));
        foreach (var row in rows.Where(r => scenario.Requirements.Any(old => old.Id == r.Id)))
            bag.Error("SCN015", file, row.Line, $"requirement row '{row.Id}' stands in the scenario already; must be unique");
        var marking = root.IsGiven("marking") ? root.Choice<ClassificationMarking>("marking") : ClassificationMarking.Public;
        return new ScenarioAdditions(movements, rows) { Marking = rows.Select(r => r.Marking).Append(marking).Max() };
    }

    /// <summary>One movement as a list of one; its marking is the file's.</summary>
    private static YamlMap Listed(YamlMap movement)
    {
        var marking = movement.Entries.Where(e => e.Key == "marking").ToList();
        var fields = new YamlMap(movement.Line, [.. movement.Entries.Except(marking)]);
        return new YamlMap(
            movement.Line, [new YamlEntry("movements", movement.Line, new YamlList(movement.Line, [fields])), .. marking]);
    }

    private static List<Movement> Named(
        IReadOnlyList<Movement> movements, SectionValues root, MissionScenario scenario, Reading reading)
    {
        var taken = scenario.Movements.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var section in root.List<SectionValues>("movements"))
        {
            if (section.Text("id") is { Length: > 0 } id && !taken.Add(id))
                reading.Error("SCN015", section, "id", $"= {id} is a movement already; must be new");
        }

        var named = new List<Movement>();
        foreach (var movement in movements)
        {
            var id = movement.Id;
            for (var n = 1; id.Length == 0; n++)
            {
                if (taken.Add($"X{n}")) id = $"X{n}";
            }

            named.Add(movement with { Id = id });
        }

        return named;
    }

    private static List<Requirement> Rows(SectionValues root, string path, Reading reading, CancellationToken stop)
    {
        if (root.Text("requirements") is not { Length: > 0 } name) return [];
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        var shown = Path.Combine(Path.GetDirectoryName(path) ?? "", name);
        var read = new RequirementsReader(shown, reading.Bag).Read(Path.GetFullPath(name, folder), stop);
        if (read is not { } table) return [];
        var ids = root.List<SectionValues>("movements").Select(m => m.Text("id")).ToHashSet(StringComparer.Ordinal);
        foreach (var row in table.Rows.Where(r => !ids.Contains(r.Movement)))
            reading.Bag.Error("REQ011", shown, row.Line, $"row '{row.Id}': movement = {row.Movement}; must be one of {reading.File}");
        return [.. table.Rows];
    }

    /// <summary>The rows that a movement's own fields ask for; none when the table has its rows.</summary>
    private static IReadOnlyList<Requirement> Load(
        SectionValues section, Movement movement, List<Requirement> rows, MissionScenario scenario, Reading reading)
    {
        if (!section.IsGiven("vehicles") && !section.IsGiven("like"))
        {
            if (rows.All(r => r.Movement != movement.Id))
            {
                reading.Error("SCN030", section, "vehicles",
                    "is missing; must be a number, with 'like' naming a vehicle type, or rows of 'requirements' must name the movement");
            }

            return [];
        }

        var like = section.Text("like");
        var model = scenario.Requirements.FirstOrDefault(r => r.Id == like)
            ?? scenario.Requirements.FirstOrDefault(r => string.Equals(r.VehicleType, like, StringComparison.OrdinalIgnoreCase));
        if (model is null || !section.IsGiven("vehicles"))
        {
            var types = scenario.Requirements.Select(r => r.VehicleType).Distinct(StringComparer.Ordinal).ToList();
            var nearest = FieldNames.Nearest(like, types);
            if (!section.IsGiven("vehicles")) reading.Error("SCN030", section, "vehicles", "is missing beside 'like'; must be a number");
            else
            {
                reading.Error("SCN031", section, "like",
                    $"= {FieldValue.Shown(like)}; must be a requirement row or vehicle type of the scenario: {string.Join(", ", types)}"
                    + (nearest is null ? "" : $"; did you mean {nearest}?"));
            }

            return [];
        }

        var modes = section.List<string>("modes");
        return
        [
            model with
            {
                Id = $"{movement.Id}-load",
                Movement = movement.Id,
                Unit = $"inserted, like {model.Unit}",
                Count = section.Whole("vehicles"),
                ByRoad = modes.Count == 0 ? model.ByRoad : modes.Contains("road", StringComparer.Ordinal),
                ByRail = modes.Count == 0 ? model.ByRail : modes.Contains("rail", StringComparer.Ordinal),
                ByWater = modes.Count == 0 ? model.ByWater : modes.Contains("water", StringComparer.Ordinal),
                Line = section.Line,
            },
        ];
    }
}
