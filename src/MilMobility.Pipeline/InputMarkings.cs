using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Pipeline;

/// <summary>
/// Markings of the inputs of a run. The run takes the highest of them; a build refuses what is marked above the level that it was made
/// for (RUN011), and a scenario refuses what is marked above the outputs that it permits (RUN010).
/// </summary>
public static class InputMarkings
{
    /// <param name="scenario">The scenario with the patches beside it.</param>
    /// <param name="own">Marking of the scenario's own file and of its requirement rows.</param>
    /// <param name="dataset">The network with its overlays.</param>
    /// <param name="accepted">Highest marking that the build accepts.</param>
    /// <param name="bag">Takes the refusals.</param>
    public static void Require(
        MissionScenario scenario, ClassificationMarking own, NetworkDataset dataset, ClassificationMarking accepted, DiagnosticBag bag)
    {
        // A scenario that does not say lets what a run is given beside it raise the marking.
        var highest = scenario.OutputMarkingIsStated ? scenario.OutputMarking
            : dataset.Overlays.Select(o => o.Marking).Append(scenario.OutputMarking).Append(scenario.Marking).Max();
        foreach (var (what, marking) in Inputs(scenario, own, dataset))
        {
            if (marking > accepted) RefuseForBuild(what, marking, accepted, scenario.File, bag);
        }

        foreach (var overlay in dataset.Overlays.Where(o => o.Marking > highest)) Refuse($"overlay '{overlay.Name}'", overlay.Marking);
        foreach (var file in scenario.PatchFiles.Where(f => f.Marking > highest && f.Marking > own))
            Refuse($"patch file '{file.File}'", file.Marking);
        if (dataset.Marking > highest && dataset.Overlays.All(o => o.Marking < dataset.Marking))
            Refuse($"network '{dataset.Name}'", dataset.Marking);

        void Refuse(string what, ClassificationMarking marking) => RefuseForOutput(what, marking, highest, scenario.File, bag);
    }

    /// <summary>Movements that come after the scenario, with their rows.</summary>
    public static void Require(MissionScenario scenario, ScenarioAdditions additions, ClassificationMarking accepted, DiagnosticBag bag)
    {
        if (additions.Marking > accepted) RefuseForBuild("movement file", additions.Marking, accepted, scenario.File, bag);
        if (scenario.OutputMarkingIsStated && additions.Marking > scenario.OutputMarking)
            RefuseForOutput("movement file", additions.Marking, scenario.OutputMarking, scenario.File, bag);
    }

    private static IEnumerable<(string What, ClassificationMarking Marking)> Inputs(
        MissionScenario scenario, ClassificationMarking own, NetworkDataset dataset)
    {
        yield return ($"scenario '{scenario.Name}' with its requirements", own);
        foreach (var file in scenario.PatchFiles) yield return ($"patch file '{file.File}'", file.Marking);
        foreach (var overlay in dataset.Overlays) yield return ($"overlay '{overlay.Name}'", overlay.Marking);
        if (dataset.Overlays.All(o => o.Marking < dataset.Marking)) yield return ($"network '{dataset.Name}'", dataset.Marking);
    }

    private static void RefuseForBuild(
        string what, ClassificationMarking marking, ClassificationMarking accepted, string file, DiagnosticBag bag) =>
        bag.Error("RUN011", file, 0, $"{what} is marked {marking}; this build accepts {accepted} at most");

    private static void RefuseForOutput(
        string what, ClassificationMarking marking, ClassificationMarking highest, string file, DiagnosticBag bag) =>
        bag.Error("RUN010", file, 0,
            $"{what} is marked {marking}; the outputs of this scenario may be {highest} at most (raise output_marking, or run without it)");
}
