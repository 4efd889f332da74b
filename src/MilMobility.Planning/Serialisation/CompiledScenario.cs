using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;

namespace MilMobility.Planning.Serialisation;

/// <summary>A scenario ready to plan: its serials with footprints and node ids that exist. Immutable.</summary>
/// <param name="Scenario">The scenario as its author stated it.</param>
/// <param name="Serials">In order of id.</param>
public sealed record CompiledScenario(MissionScenario Scenario, IReadOnlyList<Serial> Serials)
{
    /// <summary>Latest finish by serial id, s, beside what the scenario says: what another plan has achieved; empty without one.</summary>
    public IReadOnlyDictionary<string, int> FinishBy { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);
}
