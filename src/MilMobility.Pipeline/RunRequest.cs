namespace MilMobility.Pipeline;

/// <summary>What to run, with what the caller wants otherwise than the scenario says.</summary>
/// <param name="ScenarioPath">Scenario file.</param>
/// <param name="OutputFolder">Run folder to write; null writes nothing.</param>
/// <param name="Overwrite">Replace an existing run folder.</param>
/// <param name="Seed">Seed in place of the scenario's.</param>
/// <param name="TimeSecondsMax">Wall-clock limit in place of the scenario's.</param>
public sealed record RunRequest(
    string ScenarioPath, string? OutputFolder, bool Overwrite = false, int? Seed = null, int? TimeSecondsMax = null);
