using MilMobility.Planning.Tests.Checking;
using MilMobility.Reporting.Json;

namespace MilMobility.Pipeline.Tests.Brigade;

/// <summary>What must hold of any plan, seen on the real one: 1,995 vehicles over three modes.</summary>
public sealed class BrigadePlanTests(BrigadeRun run) : IClassFixture<BrigadeRun>
{
    private const int MutationSeeds = 3;
    private const int KindsMin = 25;

    [Fact]
    public void The_plan_breaks_no_rule_and_the_checker_tried_nearly_all_of_them()
    {
        Assert.Empty(run.Mission.Check.Violations);
        Assert.True(run.Mission.Check.RulesChecked.Values.Count(tries => tries > 0) >= 18);
    }

    [Fact]
    public void Every_serial_is_moved_or_unmoved_with_a_reason_in_words()
    {
        var plan = run.Mission.Plan;
        var reported = plan.Planned.Select(p => p.Serial.Id).Concat(plan.Unmoved.Select(u => u.Serial.Id))
            .Order(StringComparer.Ordinal);
        Assert.Equal(run.Mission.Compiled.Serials.Select(s => s.Id).Order(StringComparer.Ordinal), reported);
        Assert.All(plan.Unmoved, unmoved => Assert.NotEmpty(unmoved.Detail.Text));
        Assert.NotEmpty(plan.Planned);
    }

    [Fact]
    public void Vehicles_are_conserved_row_by_row_of_the_requirements()
    {
        var plan = run.Mission.Plan;
        var loads = plan.Planned.Select(p => p.Serial).Concat(plan.Unmoved.Select(u => u.Serial)).SelectMany(s => s.Loads)
            .GroupBy(load => load.Requirement).ToDictionary(rows => rows.Key, rows => rows.Sum(load => load.Count));
        Assert.Equal(run.Mission.Scenario.Requirements.ToDictionary(r => r.Id, r => r.Count), loads);
        Assert.Equal(1_995, loads.Values.Sum());
    }

    [Fact]
    public void The_bound_is_below_the_objective_and_the_checker_finds_the_same_objective()
    {
        var plan = run.Mission.Plan;
        Assert.InRange(plan.BoundMicroEuros, 1, plan.Objective.TotalMicroEuros);
        Assert.InRange(plan.Gap, 0, 1);
        Assert.Equal(plan.Objective.TotalMicroEuros, run.Mission.Check.ObjectiveMicroEuros);
    }

    [Fact]
    public void The_civil_term_of_the_objective_is_the_price_that_the_assessment_finds()
    {
        // The weight is 100 percent here; the planner rounds prices of whole units, the assessment sums in floating point.
        Assert.Equal(100, run.Mission.Scenario.Weights.CivilWeightPercent);
        var assessed = run.Mission.Impact.Totals.CostMicroEuros;
        Assert.InRange(assessed, run.Mission.Plan.Objective.Civil * 0.99, (run.Mission.Plan.Objective.Civil * 1.01) + 1);
    }

    [Fact]
    public void Every_way_to_spoil_the_plan_is_found_out_under_the_right_rule()
    {
        var missed = new List<string>();
        var applied = 0;
        foreach (var kind in Enum.GetValues<MutationKind>())
        {
            var plans = Enumerable.Range(0, MutationSeeds)
                .Select(seed => (Seed: seed, Plan: PlanMutator.Mutate(run.Mission.Plan, kind, seed))).Where(m => m.Plan is not null)
                .ToList();
            if (plans.Count > 0) applied++;
            foreach (var (seed, plan) in plans)
            {
                var broken = run.Mission.RulesBrokenBy(plan!);
                if (!PlanMutator.ExpectedRules(kind).Any(broken.Contains))
                    missed.Add($"{kind} with seed {seed}: found {string.Join(' ', broken)}");
            }
        }

        Assert.Empty(missed);
        Assert.True(applied >= KindsMin, $"only {applied} kinds of mutation apply to the plan");
    }

    [Fact]
    public void A_plan_that_went_through_its_file_is_the_same_plan()
    {
        var bytes = ReportJson.ToBytes(run.Mission.Plan);
        var again = ReportJson.FromBytes<Domain.Plans.MovementPlan>(bytes);
        Assert.Equal(bytes, ReportJson.ToBytes(again));
        Assert.Empty(run.Mission.RulesBrokenBy(again));
    }

    [Fact]
    public async Task The_same_scenario_and_seed_give_the_same_bytes_under_other_thread_pressure()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Busy threads take turns with the planner's, so that its restarts end in another order.
        var spinners = Enumerable.Range(0, Environment.ProcessorCount)
            .Select(_ => Task.Factory.StartNew(
                () => Spin(stop.Token), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        var again = await Mission.PlanAsync(Seeds.Brigade, Variants.Quick);
        await stop.CancelAsync();
        await Task.WhenAll(spinners);
        Assert.Equal(ReportJson.ToBytes(run.Mission.Plan), ReportJson.ToBytes(again.Plan));
    }

    private static void Spin(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) Thread.SpinWait(1_000);
    }
}
