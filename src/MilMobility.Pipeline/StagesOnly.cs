using MilMobility.Planning;

namespace MilMobility.Pipeline;

/// <summary>Passes on what the planner is doing, without objective and bound.</summary>
internal sealed class StagesOnly(IProgress<PlanProgress> progress) : IProgress<PlanProgress>
{
    public void Report(PlanProgress value) => progress.Report(value with { BestMicroEuros = null });
}
