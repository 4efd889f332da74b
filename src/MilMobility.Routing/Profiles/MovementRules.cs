using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Routing.Profiles;

/// <summary>
/// The scenario-wide numbers of the movement rules (MODEL.md of the planning project), in the order in which the search needs
/// them. Times in seconds, money in micro-euros. Immutable, safe to share.
/// </summary>
public sealed record MovementRules
{
    /// <summary>Count of a pool that does not exist: assets of that kind are unlimited and have no block.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>Number of values of <see cref="PoolKind"/>.</summary>
    public const int PoolKinds = 4;

    public required int HorizonSeconds { get; init; }
    public required int RoadHeadwaySeconds { get; init; }
    public required int RailHeadwaySeconds { get; init; }
    public required int DriveMaxSeconds { get; init; }
    public required int HaltSeconds { get; init; }
    public required long TransferMicroEuros { get; init; }
    /// <summary>[4] by <see cref="PoolKind"/>: assets, or <see cref="Unlimited"/>.</summary>
    public required IReadOnlyList<int> PoolCount { get; init; }
    /// <summary>[4] by <see cref="PoolKind"/>: length of a task; <see cref="Unlimited"/> without a pool.</summary>
    public required IReadOnlyList<int> PoolBlockSeconds { get; init; }

    public static MovementRules From(MissionScenario scenario)
    {
        var count = Enumerable.Repeat(Unlimited, PoolKinds).ToArray();
        var block = Enumerable.Repeat(Unlimited, PoolKinds).ToArray();
        foreach (var pool in scenario.Pools)
        {
            count[(int)pool.Kind] = pool.Count;
            block[(int)pool.Kind] = pool.BlockSeconds;
        }

        return new MovementRules
        {
            HorizonSeconds = scenario.HorizonSeconds,
            RoadHeadwaySeconds = scenario.Road.HeadwaySeconds,
            RailHeadwaySeconds = scenario.Rail.HeadwaySeconds,
            DriveMaxSeconds = scenario.Road.DriveMaxSeconds,
            HaltSeconds = scenario.Road.HaltSeconds,
            TransferMicroEuros = Money.FromEuros(scenario.Weights.TransferEuros),
            PoolCount = count,
            PoolBlockSeconds = block,
        };
    }

    /// <summary>Headway on a link: the mode's, or more where the scenario states it for the link (rule 17).</summary>
    public int HeadwaySeconds(CompiledNetwork network, int link) =>
        Math.Max(HeadwaySeconds(network.LinkMode[link]), network.Levers.HeadwaySeconds(link));

    public int HeadwaySeconds(TransportMode mode) => mode switch
    {
        TransportMode.Road => RoadHeadwaySeconds,
        TransportMode.Rail => RailHeadwaySeconds,
        _ => 0,
    };
}
