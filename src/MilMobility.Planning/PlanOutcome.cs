using MilMobility.Domain.Plans;

namespace MilMobility.Planning;

/// <summary>How planning ended. Every case carries a plan that obeys the model; only the first one is reproducible.</summary>
/// <param name="Plan">The best plan.</param>
public abstract record PlanOutcome(MovementPlan Plan);

/// <summary>All work done: the same input and seed give the same plan.</summary>
public sealed record Planned(MovementPlan Plan) : PlanOutcome(Plan);

/// <summary>Cancelled by the user: the best plan until then.</summary>
public sealed record Cancelled(MovementPlan Plan) : PlanOutcome(Plan);

/// <summary>The wall-clock limit ended the run: the best plan until then.</summary>
/// <param name="Plan">The best plan.</param>
/// <param name="LimitSeconds">The limit.</param>
public sealed record TimedOut(MovementPlan Plan, int LimitSeconds) : PlanOutcome(Plan);
