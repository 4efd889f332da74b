using MilMobility.Domain.Plans;

namespace MilMobility.Planning;

/// <summary>
/// Plans that planning starts from beside its own first plan; they make it good sooner. Their tolls are no part of it: at another
/// civil weight an ascent that starts from them proved less than one that starts from nothing.
/// </summary>
/// <param name="Plans">Plans of the same serials on the same network, made at any weights; each is priced at the weights at hand.</param>
public sealed record KnownPlans(IReadOnlyList<MovementPlan> Plans);
