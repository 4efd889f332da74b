using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Scenarios.Fields;
using MilMobility.Scenarios.Sections;
using MilMobility.Scenarios.Times;
using MilMobility.Scenarios.Yaml;

namespace MilMobility.Scenarios;

/// <summary>
/// Reads network patches from a file of their own (<see cref="PatchFields.File"/>), so that a what-if needs no change to a scenario.
/// Times may be relative to the scenario's start. Gives every error at once, those of the scenario reader. Thread-safe.
/// </summary>
public static class PatchFileReader
{
    /// <summary>
    /// The patches of a file, for a scenario; null when it cannot be read at all. A patch with an error is left out, so that the others
    /// can be tried on the network and every error comes at once; after an error in the bag nothing of the file may be used.
    /// </summary>
    public static PatchFile? Read(string path, MissionScenario scenario, DiagnosticBag bag, CancellationToken stop)
    {
        if (InputFile.Read(path, path, "SCN", ScenarioReader.YamlBytesMax, bag, stop) is not { } input) return null;
        if (YamlTree.Read(input.Text, path, bag) is not { } tree) return null;
        if (tree is not YamlMap map)
        {
            bag.Error("SCN004", path, tree.Line, "the file is not a mapping; must be 'title:', 'marking:' and 'patches:' with a list");
            return null;
        }

        var root = SectionValues.Read(PatchFields.File, map, "", path, bag);
        var start = TimeExpression.Parse($"{scenario.Start:yyyy-MM-dd'T'HH:mm:sszzz}")!;
        var reading = new Reading(path, bag, ScenarioTimes.StartingAt(start).Times, scenario.HorizonSeconds);
        var patches = PatchSections.Patches(root, reading, path);
        return new PatchFile(path, root.Text("title"), root.Choice<ClassificationMarking>("marking"), input.Sha256, patches);
    }
}
