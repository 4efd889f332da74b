using MilMobility.Convoys.Solutions;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>What a solver of convoy instances says.</summary>
/// <param name="Solution">Plan, null without one; its bound is one for plans that move every convoy.</param>
/// <param name="BoundSeconds">The bound, also without a plan.</param>
/// <param name="FirstPlanSeconds">Seconds to the first plan, null without one.</param>
/// <param name="WithinSeconds">Seconds to the proven gaps of <see cref="ConvoyRun.Shares"/>.</param>
/// <param name="Note">Anything else.</param>
internal sealed record ConvoyAnswer(
    ConvoySolution? Solution, long BoundSeconds, double? FirstPlanSeconds, IReadOnlyList<double?> WithinSeconds, string Note);
