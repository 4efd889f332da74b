using MilMobility.Domain.Scenarios;

namespace MilMobility.Pipeline;

/// <summary>What to run, with what the caller wants otherwise than the scenario says.</summary>
/// <param name="ScenarioPath">Scenario file.</param>
/// <param name="OutputFolder">Run folder to write; null writes nothing.</param>
/// <param name="Overwrite">Replace an existing run folder.</param>
/// <param name="Seed">Seed in place of the scenario's.</param>
/// <param name="TimeSecondsMax">Wall-clock limit in place of the scenario's.</param>
public sealed record RunRequest(
    string ScenarioPath, string? OutputFolder, bool Overwrite = false, int? Seed = null, int? TimeSecondsMax = null)
{
    /// <summary>Patch files beside the scenario.</summary>
    public IReadOnlyList<string> PatchPaths { get; init; } = [];

    /// <summary>Overlay folders beside those of the scenario.</summary>
    public IReadOnlyList<string> OverlayFolders { get; init; } = [];

    /// <summary>What the run is made from.</summary>
    public MissionFiles Files => new(ScenarioPath) { PatchPaths = PatchPaths, OverlayFolders = OverlayFolders };

    /// <summary>Gap in percent at which planning ends, in place of the scenario's.</summary>
    public decimal? GapPercent { get; init; }

    /// <summary>Work limit in place of the scenario's.</summary>
    public long? WorkMax { get; init; }

    /// <summary>Limit of work without improvement in place of the scenario's.</summary>
    public long? NoImprovementWork { get; init; }

    /// <summary>
    /// False: the run ends without the account of its civil impact, and has what the price bands say alone. The account takes most of the
    /// time of a small run.
    /// </summary>
    public bool IsAssessed { get; init; } = true;

    /// <summary>How the terms of the objective are compared, in place of the scenario's.</summary>
    public ObjectiveMode? Objective { get; init; }

    /// <summary>The scenario with what this request wants otherwise.</summary>
    public MissionScenario Over(MissionScenario scenario) => scenario with
    {
        Weights = scenario.Weights with { Mode = Objective ?? scenario.Weights.Mode },
        Limits = scenario.Limits with
        {
            Seed = Seed ?? scenario.Limits.Seed,
            TimeSecondsMax = TimeSecondsMax ?? scenario.Limits.TimeSecondsMax,
            GapPercent = GapPercent ?? scenario.Limits.GapPercent,
            WorkMax = WorkMax ?? scenario.Limits.WorkMax,
            NoImprovementWork = NoImprovementWork ?? scenario.Limits.NoImprovementWork,
        },
    };
}
