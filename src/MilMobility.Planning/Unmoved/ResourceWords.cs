using MilMobility.Domain.Scenarios;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;

namespace MilMobility.Planning.Unmoved;

/// <summary>A use of a resource that is refused, in words with its values. Thread-safe; no state.</summary>
internal static class ResourceWords
{
    public static string Of(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var network = problem.Network;
        return use.Kind switch
        {
            UseKind.Arc => $"link '{network.LinkId[use.Index >> 1]}' from {When(use.From, problem)}: other serials are on it",
            UseKind.Rate => RateWords(use, problem, ledger),
            UseKind.Lock =>
                $"lock '{network.NodeId[network.LockNode[use.Index]]}' from {When(use.From, problem)}: "
                + $"all {use.Amount} chambers that take the vessel are busy or out of service",
            UseKind.Hold =>
                $"holding at '{network.NodeId[use.Index]}' {When(use.From, problem)} to {When(use.To, problem)}: needs {use.Amount} "
                + $"of {network.NodeHoldCapacity[use.Index]} {network.NodeHoldUnit[use.Index]}, others hold the rest",
            UseKind.Cap => CapWords(use, problem, ledger),
            UseKind.Position =>
                $"transfer {GroupName(use.Index, problem)} {When(use.From, problem)} to {When(use.To, problem)}: "
                + $"all {network.GroupPositions[use.Index]} positions are taken",
            _ =>
                $"pool {(PoolKind)use.Index} {When(use.From, problem)} to {When(use.To, problem)}: needs {use.Amount} "
                + $"of {problem.Rules.PoolCount[use.Index]}, the rest is out",
        };
    }

    private static string RateWords(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var network = problem.Network;
        var prices = problem.Prices;
        var name = use.Index < network.ArcCount
            ? $"link '{network.LinkId[use.Index >> 1]}'"
            : $"lock '{network.NodeId[network.LockNode[use.Index - network.ArcCount]]}'";
        var set = prices.SetOfCell[(use.Index * prices.HourCount) + use.From];
        var width = 0L;
        for (var band = prices.SetStart[set]; band < prices.SetStart[set + 1]; band++) width += prices.BandWidth[band];
        return $"{name} in the hour of {When(use.From * 3600, problem)}: needs {use.Amount}, "
            + $"{ledger.RateUse(use.Index, use.From)} in use, {width} up to the civil floor";
    }

    private static string CapWords(ResourceUse use, PlanProblem problem, ReservationLedger ledger)
    {
        var cap = problem.Network.Levers.Caps[use.Index];
        return $"cap of {cap.Most} {(cap.InVehicles ? "vehicles" : "serials")} into {cap.Words} in the period from "
            + $"{When(cap.CellStart[use.From], problem)}: needs {use.Amount}, {ledger.CapUse(use.Index, use.From)} have entered";
    }

    private static string GroupName(int group, PlanProblem problem)
    {
        var transfer = Array.IndexOf(problem.Network.TransferGroup, group);
        return $"'{problem.Network.TransferKind[transfer]}' at '{problem.Network.NodeId[problem.Network.TransferFrom[transfer]]}'";
    }

    private static string When(int seconds, PlanProblem problem) =>
        $"{problem.Scenario.Clock.At(seconds):yyyy-MM-dd HH:mm zzz}";
}
