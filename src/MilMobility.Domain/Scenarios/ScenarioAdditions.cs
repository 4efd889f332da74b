namespace MilMobility.Domain.Scenarios;

/// <summary>Movements that came after the scenario was written, with their rows; a run folder keeps them beside its plan.</summary>
/// <param name="Movements">Their ids are new to the scenario.</param>
/// <param name="Requirements">Rows of these movements; their ids are new too.</param>
public sealed record ScenarioAdditions(IReadOnlyList<Movement> Movements, IReadOnlyList<Requirement> Requirements)
{
    /// <summary>Both, this one first.</summary>
    public ScenarioAdditions And(ScenarioAdditions later) =>
        new([.. Movements, .. later.Movements], [.. Requirements, .. later.Requirements]);

    /// <summary>The scenario with the additions in it.</summary>
    public MissionScenario To(MissionScenario scenario) => scenario with
    {
        Movements = [.. scenario.Movements, .. Movements],
        Requirements = [.. scenario.Requirements, .. Requirements],
    };
}
