using MilMobility.Domain.Units;

namespace MilMobility.Domain.Scenarios;

/// <summary>Movements that came after the scenario was written, with their rows; a run folder keeps them beside its plan.</summary>
/// <param name="Movements">Their ids are new to the scenario.</param>
/// <param name="Requirements">Rows of these movements; their ids are new too.</param>
public sealed record ScenarioAdditions(IReadOnlyList<Movement> Movements, IReadOnlyList<Requirement> Requirements)
{
    /// <summary>Their marking; in a run folder that of the run, which is no lower.</summary>
    public ClassificationMarking Marking { get; init; }

    /// <summary>Both, this one first, under the higher marking.</summary>
    public ScenarioAdditions And(ScenarioAdditions later) =>
        new([.. Movements, .. later.Movements], [.. Requirements, .. later.Requirements])
        {
            Marking = later.Marking > Marking ? later.Marking : Marking,
        };

    /// <summary>The scenario with the additions in it.</summary>
    public MissionScenario To(MissionScenario scenario) => scenario with
    {
        Movements = [.. scenario.Movements, .. Movements],
        Requirements = [.. scenario.Requirements, .. Requirements],
    };
}
