using MilMobility.Optimisation;

namespace MilMobility.Planning;

/// <summary>
/// What an engineer may switch off in a planning run, to see what it buys. Plans stay valid and bounds proven; both may be worse, or
/// later.
/// </summary>
public sealed record PlannerSwitches
{
    /// <summary>Changes the optimiser's options that the scenario's limits give.</summary>
    public Func<OptimiserOptions, OptimiserOptions> Adjust { get; init; } = options => options;

    /// <summary>Pricing searches are guided by reverse static bounds (A*).</summary>
    public bool Guided { get; init; } = true;
}
