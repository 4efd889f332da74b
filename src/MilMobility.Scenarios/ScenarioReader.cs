using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;
using MilMobility.Scenarios.Requirements;
using MilMobility.Scenarios.Sections;
using MilMobility.Scenarios.Times;
using MilMobility.Scenarios.Yaml;

namespace MilMobility.Scenarios;

/// <summary>
/// Reads a scenario: one YAML file (fields in <see cref="ScenarioFields"/>) and the requirements table that it names (columns in
/// <see cref="RequirementColumns"/>). Gives the validated scenario in canonical units, or every error found in both files at
/// once, as diagnostics SCNnnn and REQnnn with file, line, what was found and what is allowed; bad input is never an exception.
/// Whether places exist is the network's to say, in compile. Linear in the input, which is bounded (4 MB and 64 MB). Thread-safe.
/// </summary>
public static class ScenarioReader
{
    /// <summary>Largest scenario file, bytes.</summary>
    public const int YamlBytesMax = 4 * 1_048_576;

    /// <summary>Reads the scenario at a path; relative paths inside it start from its folder.</summary>
    public static Loaded<MissionScenario> Read(string path, CancellationToken stop)
    {
        var bag = new DiagnosticBag();
        var scenario = ReadFiles(path, bag, stop);
        var findings = InOrder(bag.ToList(), path);
        return scenario is null || bag.HasErrors
            ? new Invalid<MissionScenario>(findings)
            : new Valid<MissionScenario>(scenario, findings);
    }

    private static MissionScenario? ReadFiles(string path, DiagnosticBag bag, CancellationToken stop)
    {
        if (InputFile.Read(path, path, "SCN", YamlBytesMax, bag, stop) is not { } input) return null;
        switch (YamlTree.Read(input.Text, path, bag))
        {
            case null: return null;
            case YamlMap map:
                return ReadRoot(SectionValues.Read(ScenarioFields.Root, map, "", path, bag), path, input.Sha256, bag, stop);
            case var other:
                bag.Error("SCN004", path, other.Line, "the file is not a mapping; must be fields such as 'name: demo', one per line");
                return null;
        }
    }

    private static MissionScenario? ReadRoot(
        SectionValues root, string path, string yamlHash, DiagnosticBag bag, CancellationToken stop)
    {
        var horizon = root.Whole("horizon_h") * 3600;
        var times = ReadStart(root, path, bag);
        var reading = new Reading(path, bag, times, horizon);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        var movements = MovementSections.Build(root, reading);
        var curfews = NetworkSections.Curfews(root, reading);
        var levers = LeverSections.Levers(root, reading);
        var floors = LeverSections.CivilFloors(root, reading);
        var patches = PatchSections.Patches(root, reading, "");
        var pools = TemplateSections.Pools(root, reading);
        var regime = TemplateSections.Regime(root, reading);
        var (marking, outputMarking) = ReadMarkings(root, reading);
        var (requirements, hashes) = ReadRequirements(root, folder, reading, stop);
        var rowMarking = requirements.Select(r => r.Marking).Append(marking).Max();
        if (root.IsGiven("output_marking") && rowMarking > outputMarking && rowMarking > marking)
        {
            reading.Error("SCN020", root, "output_marking",
                $"= {root.Text("output_marking")} is lower than that of a requirement row, {rowMarking}; "
                + "must be at least that of the input");
        }

        if (bag.HasErrors || times is null) return null;
        hashes[path] = yamlHash;
        return new MissionScenario
        {
            Name = root.Text("name"),
            Title = root.Text("title"),
            File = path,
            Marking = rowMarking,
            OutputMarking = outputMarking > rowMarking ? outputMarking : rowMarking,
            OutputMarkingIsStated = root.IsGiven("output_marking"),
            PolicyRows = root.List<string>("policy_rows"),
            NetworkFolder = Path.GetFullPath(root.Text("network"), folder),
            OverlayFolders = [.. root.List<string>("overlays").Select(o => Path.GetFullPath(o, folder))],
            Start = times.Start,
            HorizonSeconds = horizon,
            Clock = times.ClockUntil(horizon),
            FileHashes = hashes,
            RequirementsFile = Path.GetFullPath(root.Text("requirements"), folder),
            Movements = movements,
            Requirements = requirements,
            Road = TemplateSections.Road(Part(root, "road")),
            Rail = TemplateSections.Rail(Part(root, "rail")),
            Water = TemplateSections.Water(Part(root, "water")),
            HeavyTransporter = TemplateSections.Transporter(root),
            Pools = pools,
            Curfews = curfews,
            Patches = patches,
            Levers = levers,
            CivilFloors = floors,
            Phase = root.Choice<ThreatPhase>("phase"),
            Regime = regime,
            Weights = TemplateSections.Weights(Part(root, "objective")),
            Limits = TemplateSections.Limits(Part(root, "limits")),
        };
    }

    private static ScenarioTimes? ReadStart(SectionValues root, string path, DiagnosticBag bag)
    {
        if (root.Find("start") is not TimeExpression start) return null;
        var (times, problem) = ScenarioTimes.StartingAt(start);
        if (times is null)
        {
            bag.Error("SCN012", path, root.LineOf("start"), $"start {problem}");
        }
        else if (!times.StartsOnTheHour)
        {
            bag.Error("SCN014", path, root.LineOf("start"),
                $"start = {times.Start:yyyy-MM-dd'T'HH:mm:sszzz}; must be on a whole hour (UTC)");
        }

        return times;
    }

    private static (ClassificationMarking Marking, ClassificationMarking Output) ReadMarkings(SectionValues root, Reading reading)
    {
        var marking = root.Choice<ClassificationMarking>("marking");
        var output = root.IsGiven("output_marking") ? root.Choice<ClassificationMarking>("output_marking") : marking;
        if (root.Find("marking") is not null && root.Find("output_marking") is not null && marking > output)
        {
            reading.Error("SCN020", root, "output_marking",
                $"= {root.Text("output_marking")} is lower than marking = {root.Text("marking")}; must be at least that of the input");
        }

        return (marking, output);
    }

    private static (IReadOnlyList<Requirement> Rows, Dictionary<string, string> Hashes) ReadRequirements(
        SectionValues root, string folder, Reading reading, CancellationToken stop)
    {
        var hashes = new Dictionary<string, string>();
        if (root.Text("requirements") is not { Length: > 0 } name) return ([], hashes);
        var shown = Path.Combine(Path.GetDirectoryName(reading.File) ?? "", name);
        var reader = new RequirementsReader(shown, reading.Bag);
        if (reader.Read(Path.GetFullPath(name, folder), stop) is not { } table) return ([], hashes);
        hashes[shown] = table.Sha256;
        var sections = root.List<SectionValues>("movements");
        var movements = sections.Select(m => m.Text("id")).ToHashSet();
        foreach (var row in table.Rows.Where(r => !movements.Contains(r.Movement)))
        {
            var nearest = FieldNames.Nearest(row.Movement, movements);
            reading.Bag.Error("REQ011", shown, row.Line,
                $"row '{row.Id}': movement = {row.Movement}; must be the id of a movement of {reading.File}"
                + (nearest is null ? "" : $"; did you mean {nearest}?"));
        }

        foreach (var section in sections.Where(m => m.Text("id") is { Length: > 0 } id && !reader.MovementsNamed.Contains(id)))
        {
            reading.Error("SCN019", section, "id",
                $"= {section.Text("id")} has no requirement; must be named by at least one row of {shown}");
        }

        WarnUncarried(table.Rows, root.Find("heavy_transporter") is not null, shown, reading.Bag);
        return (table.Rows, hashes);
    }

    private static void WarnUncarried(IReadOnlyList<Requirement> rows, bool hasTransporter, string file, DiagnosticBag bag)
    {
        foreach (var row in rows.Where(r => r.IsTracked && r.ByRoad && !r.ByRail && !r.ByWater && !hasTransporter))
        {
            bag.Warning("REQ016", file, row.Line,
                Sentence.Of("warning.uncarried", ("row", row.Id)));
        }
    }

    private static SectionValues Part(SectionValues root, string name) =>
        root.Find(name) as SectionValues ?? throw new InvalidOperationException($"section '{name}' was accepted but is absent");

    // By file, the scenario first, and by line; the counts of capped kinds stay last.
    private static IReadOnlyList<Diagnostic> InOrder(IReadOnlyList<Diagnostic> found, string path) =>
        [.. found.OrderBy(d => d.Line == 0 && d.Message.StartsWith("...", StringComparison.Ordinal) ? 1 : 0)
            .ThenBy(d => d.File == path ? 0 : 1).ThenBy(d => d.Line)];
}
