using MilMobility.Domain.Checks;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Datasets;
using MilMobility.Networks.Prices;

namespace MilMobility.Planning.Checking;

/// <summary>
/// Checks a plan against every rule of MODEL.md, from the raw rows of the dataset, the raw scenario and the plan alone: it shares
/// no code with the planner, the routing or the network compiler, so that an error in one of them shows here instead of hiding
/// in both. Footprints, running times, occupancies, windows, rate use and every term of the objective are derived anew.
/// <para>Inputs: a validated scenario and dataset; the price table of the run; any plan, broken ones too. A plan never makes it
/// throw: absent parts, unknown ids and absurd times become violations. At most
/// <see cref="ViolationLog.ListedPerRuleMax"/> violations per rule are listed, the rest is counted.</para>
/// <para>Complexity: O(s log s) for s steps, by sorting and sweeping; 1,000 serials of 40 steps take well under a second.
/// Stateless; safe to call from several threads. It proves that a plan obeys the rules, not that it is good: of the bound it
/// can only say that it is not above the objective.</para>
/// </summary>
public static class PlanChecker
{
    /// <summary>Checks the plan; the report holds when nothing is violated.</summary>
    public static CheckReport Check(
        MissionScenario scenario, NetworkDataset dataset, PriceBandTable prices, MovementPlan plan)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(prices);
        ArgumentNullException.ThrowIfNull(plan);

        var log = new ViolationLog();
        var network = new NetworkFacts(dataset);
        var patches = new PatchFacts(scenario, network);
        var traces = new PlanReading(scenario, network, log).Read(plan);

        SerialRules.Check(scenario, plan, traces, log);
        foreach (var trace in traces)
        {
            if (trace.Planned is null) continue;
            StepRules.Check(scenario, network, patches, trace, log);
            LimitRules.Check(network, patches, trace, log);
            WindowRules.Check(patches, trace, log);
            TurnRules.Check(network, trace, log);
        }

        HoldingRules.Check(traces, log);
        TrackRules.Check(scenario, network, traces, log);
        FacilityRules.Check(scenario, network, patches, traces, log);
        LegRules.Check(scenario, traces, log);
        LeverRules.Check(scenario, network, traces, log);
        StagingRules.Check(scenario, network, traces, log);
        FloorRules.Check(scenario, network, patches, traces, log);
        var civil = RateRules.Check(network, prices, traces, log);
        var objective = ObjectiveRules.Check(scenario, network, plan, traces, civil, log);
        return log.ToReport(objective.TotalMicroEuros);
    }
}
