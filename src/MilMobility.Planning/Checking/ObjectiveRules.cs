using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Planning.Checking;

/// <summary>Recomputes every term of the objective to the micro-euro, and compares the plan's, each serial's, and the bound.</summary>
internal static class ObjectiveRules
{
    private const int MetresPerKilometre = 1000;

    /// <summary>Returns the objective as recomputed.</summary>
    public static PlanObjective Check(
        MissionScenario scenario, NetworkFacts network, MovementPlan plan, IReadOnlyList<SerialTrace> traces, long civil,
        ViolationLog log)
    {
        long time = 0, lateness = 0, operating = 0, unmoved = 0;
        foreach (var trace in traces)
        {
            if (trace.Planned is null)
            {
                unmoved += UnmovedCost(scenario, trace);
                continue;
            }

            var own = CostOf(scenario, network, trace);
            log.Expect(
                trace.Planned.Cost == own, CheckRule.Objective, trace, trace.Id, 0, 0,
                $"check.cost{trace.Planned.Cost:found}{own:expected}");
            time += own.Time;
            lateness += own.Lateness;
            operating += own.Operating;
        }

        var derived = new PlanObjective(time, lateness, operating, civil, unmoved);
        CheckTerms(plan, derived, log);
        CheckMode(scenario, plan, derived, log);
        return derived;
    }

    /// <summary>The mode is the scenario's; in lexicographic mode the four terms stand in their order, each at least its bound.</summary>
    private static void CheckMode(MissionScenario scenario, MovementPlan plan, PlanObjective derived, ViolationLog log)
    {
        log.Tried(CheckRule.Objective);
        if (plan.Mode != scenario.Weights.Mode)
            log.Add(CheckRule.Objective, [], "mode", 0, 0, $"check.mode{plan.Mode:found}{scenario.Weights.Mode:stated}");
        (string Name, long Value)[] expected = plan.Mode == ObjectiveMode.Lexicographic
            ?
            [
                ("unmoved", derived.Unmoved), ("lateness", derived.Lateness), ("civil", derived.Civil),
                ("cost", derived.Time + derived.Operating),
            ]
            : [];
        var stated = plan.Terms ?? [];
        if (stated.Count != expected.Length)
            log.Add(CheckRule.Objective, [], "terms", 0, 0, $"check.terms{stated.Count:found}{expected.Length:expected}");
        foreach (var (term, (name, value)) in stated.Zip(expected))
        {
            log.Tried(CheckRule.Objective);
            if (term is null || term.Term != name || term.ValueMicroEuros != value)
                log.Add(CheckRule.Objective, [], name, 0, 0, $"check.ordered-term{term:found}{name:term}{value:expected}");
            log.Tried(CheckRule.Bound);
            if (term is not null && term.BoundMicroEuros > value)
                log.Add(CheckRule.Bound, [], name, 0, 0, $"check.term-bound{term.BoundMicroEuros:bound}{value:value}");
        }
    }

    private static void CheckTerms(MovementPlan plan, PlanObjective derived, ViolationLog log)
    {
        if (plan.Objective is not { } stated)
        {
            log.Add(CheckRule.Objective, [], "(objective)", 0, 0, $"check.no-objective");
            return;
        }

        Expect("time", stated.Time, derived.Time);
        Expect("lateness", stated.Lateness, derived.Lateness);
        Expect("operating", stated.Operating, derived.Operating);
        Expect("civil", stated.Civil, derived.Civil);
        Expect("unmoved", stated.Unmoved, derived.Unmoved);
        log.Tried(CheckRule.Bound);
        var total = Math.Min(stated.TotalMicroEuros, derived.TotalMicroEuros);
        if (plan.BoundMicroEuros <= total) return;
        log.Add(
            CheckRule.Bound, [], "bound", 0, 0,
            $"check.bound{plan.BoundMicroEuros:bound}{total:total}");

        void Expect(string term, long found, long expected)
        {
            log.Tried(CheckRule.Objective);
            if (found == expected) return;
            log.Add(CheckRule.Objective, [], term, 0, 0, $"check.term{found:found}{expected:expected}");
        }
    }

    private static SerialCost CostOf(MissionScenario scenario, NetworkFacts network, SerialTrace trace)
    {
        var weights = scenario.Weights;
        decimal vehicles = trace.Derived.VehicleCount;
        var timeWeight = Exact.MicroEurosPerSecond(vehicles * weights.TimeEurosPerVehicleHour);
        var lateWeight = Exact.MicroEurosPerSecond(
            vehicles * weights.LateEurosPerVehicleHour * PriorityPercent(weights, trace) / 100m);
        var finish = trace.FinishSeconds;
        var transferCost = Exact.MicroEuros(weights.TransferEuros);
        long operating = 0;
        foreach (var step in trace.Steps)
        {
            if (step.Kind == StepKind.Transfer) operating += transferCost;
            if (!step.IsKnownMove || step.Mode is not { } mode) continue;
            operating += trace.Derived.CostMicroEurosPerKm(mode) * network.Link(step.Link).LengthMetres / MetresPerKilometre;
        }

        return new SerialCost(
            timeWeight * (finish - trace.ReadySeconds), lateWeight * Math.Max(0, finish - trace.DueSeconds), operating);
    }

    private static long UnmovedCost(MissionScenario scenario, SerialTrace trace) => Exact.MicroEuros(
        trace.Derived.VehicleCount * scenario.Weights.UnmovedEurosPerVehicle * PriorityPercent(scenario.Weights, trace) / 100m);

    private static int PriorityPercent(ObjectiveWeights weights, SerialTrace trace)
    {
        var priority = trace.Movement?.Priority ?? trace.Serial.Priority;
        return weights.PriorityFactorPercent.ElementAtOrDefault(priority - 1);
    }
}
