using MilMobility.Domain.Scenarios;

namespace MilMobility.Pipeline.Tests;

/// <summary>Changes to a scenario.</summary>
internal static class Variants
{
    private const long QuickWork = 30_000_000;
    private const long ShortWork = 3_000_000;
    private const long AloneWork = 1_000_000;

    /// <summary>Little work, so that a plan takes seconds: it ends within the ascent. The hand check goes through every stage.</summary>
    public static MissionScenario Quick(MissionScenario scenario) => scenario with
    {
        Limits = scenario.Limits with { Restarts = 2, ColumnsPerSerial = 4, PoolWork = 2, WorkMax = QuickWork },
    };

    /// <summary>The hand check through every stage, its last search cut short.</summary>
    public static MissionScenario Short(MissionScenario scenario) => scenario with
    {
        Limits = scenario.Limits with { WorkMax = ShortWork, PoolWork = 1 },
    };

    /// <summary>
    /// One movement alone, with so many vehicles of its first requirement row: one serial, for which one search is exact and
    /// there is nothing to choose, so the solver is left out.
    /// </summary>
    public static MissionScenario Alone(MissionScenario scenario, string movement, int vehicles) => scenario with
    {
        Movements = [.. scenario.Movements.Where(m => m.Id == movement)],
        Requirements = [scenario.Requirements.First(r => r.Movement == movement) with { Count = vehicles }],
        Limits = scenario.Limits with { Restarts = 1, PoolWork = 0, WorkMax = AloneWork },
    };

    public static MissionScenario WithCivilWeight(MissionScenario scenario, int percent) => scenario with
    {
        Weights = scenario.Weights with { CivilWeightPercent = percent },
    };

    public static MissionScenario WithPool(MissionScenario scenario, PoolKind kind, int count) => scenario with
    {
        Pools = [.. scenario.Pools.Select(p => p.Kind == kind ? p with { Count = count } : p)],
    };

    public static MissionScenario WithSeed(MissionScenario scenario, int seed) => scenario with
    {
        Limits = scenario.Limits with { Seed = seed },
    };
}
