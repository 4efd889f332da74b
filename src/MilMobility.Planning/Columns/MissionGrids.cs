using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Columns;

/// <summary>
/// Spacing of the capacity rows of each resource: an eighth of the shortest use that a serial of the plan can make of it, at least
/// one second. A resource that none can use gets the whole horizon.
/// </summary>
internal static class MissionGrids
{
    private const int RowsPerUse = 8;

    /// <returns>[resources] seconds.</returns>
    public static int[] Of(PlanProblem problem, TollResources resources)
    {
        SerialProfile[] profiles = [.. problem.Requests.Select(r => r.Profile).Distinct()];
        int[] passes = [.. Enum.GetValues<TransportMode>().Select(mode => ShortestPass(profiles, (int)mode, problem.Rules))];
        var grids = new int[resources.Count];
        for (var r = 0; r < grids.Length; r++)
        {
            var shortest = Shortest(problem, profiles, passes, resources, r);
            grids[r] = shortest >= problem.Rules.HorizonSeconds
                ? Math.Max(1, problem.Rules.HorizonSeconds)
                : Math.Max(1, shortest / RowsPerUse);
        }

        return grids;
    }

    private static int Shortest(
        PlanProblem problem, SerialProfile[] profiles, int[] passes, TollResources resources, int resource)
    {
        var index = resources.IndexOf(resource);
        return resources.KindOf(resource) switch
        {
            TollKind.ArcEntry or TollKind.ArcExit => passes[(int)problem.Network.LinkMode[index >> 1]],
            TollKind.SingleLink => passes[(int)problem.Network.LinkMode[index]],
            TollKind.Position => ShortestTransfer(problem, profiles, index),
            TollKind.Pool => problem.Rules.PoolBlockSeconds[index],
            _ => problem.Network.LockCycleSeconds[index],
        };
    }

    private static int ShortestPass(SerialProfile[] profiles, int mode, MovementRules rules) => profiles
        .Where(p => p.HasMode[mode])
        .Select(p => p.PassSeconds[mode] + rules.HeadwaySeconds((TransportMode)mode))
        .DefaultIfEmpty(int.MaxValue).Min();

    private static int ShortestTransfer(PlanProblem problem, SerialProfile[] profiles, int group) => Enumerable
        .Range(0, problem.Network.TransferCount).Where(f => problem.Network.TransferGroup[f] == group)
        .SelectMany(f => profiles.Select(p => p.TransferSeconds[f]))
        .Where(seconds => seconds > 0)
        .DefaultIfEmpty(int.MaxValue).Min();
}
