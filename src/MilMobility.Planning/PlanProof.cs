using MilMobility.Optimisation.Master;
using MilMobility.Planning.Columns;
using MilMobility.Planning.FirstPlan;

namespace MilMobility.Planning;

/// <summary>A proven lower bound of the objective of every plan.</summary>
/// <param name="BoundMicroEuros">The bound.</param>
/// <param name="Method">How it was proven, in words.</param>
internal sealed record PlanProof(long BoundMicroEuros, string Method)
{
    /// <summary>
    /// For each serial alone on the empty network the cheapest itinerary or its penalty, whichever is less; summed. Valid because
    /// civil costs are convex in the use and zero at zero.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PlanProof Independent(PlanProblem problem, CancellationToken cancellation)
    {
        using var generation = new ColumnGeneration(new MissionColumns(problem), new ColumnGenerationOptions());
        generation.PriceFree(_ => { }, cancellation);
        return new PlanProof(generation.Bound, "independent optima");
    }
}
