namespace MilMobility.Pipeline;

/// <summary>The files that a run is made from.</summary>
/// <param name="ScenarioPath">Scenario file.</param>
public sealed record MissionFiles(string ScenarioPath)
{
    /// <summary>Patch files, applied after the scenario's own patches.</summary>
    public IReadOnlyList<string> PatchPaths { get; init; } = [];

    /// <summary>Overlay folders, joined after those that the scenario names.</summary>
    public IReadOnlyList<string> OverlayFolders { get; init; } = [];
}
