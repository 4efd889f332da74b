using System.Text;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Writers;

namespace MilMobility.Pipeline.Tests;

/// <summary>
/// Barges through busy locks and under a movable bridge by day (seeds/barge-transit.yaml), from the file to the run folder: what the water
/// account says of them, that it says nothing without them, and that twice as many never cost less.
/// </summary>
public sealed class BargeTransitTests
{
    private static readonly Lazy<Task<Mission>> Run = new(() => Mission.PlanAsync(Seeds.Barges, scenario => scenario));

    [Fact]
    public async Task The_convoys_pass_locks_where_civil_vessels_wait_and_a_bridge_that_opens()
    {
        var mission = await Run.Value;
        Assert.True(mission.Check.Holds, string.Join('\n', mission.Check.Violations));
        Assert.Empty(mission.Plan.Unmoved);
        var passed = mission.Plan.Planned.SelectMany(p => p.Steps.OfType<MoveStep>()).Select(m => m.From).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "water-volkeraksluizen", "water-kreekraksluizen", "water-sluis-grave", "water-sluis-weurt", "water-de-kooy",
            },
            passed);
        var assessment = Assess(mission, mission.Plan);
        var water = Of(assessment, TransportMode.Water);
        Assert.True(Change(water, WaterMetrics.BargeHours) > 1, "barges wait longer");
        Assert.True(Change(water, WaterMetrics.BridgeRoadHours) > 1, "cars wait at the bridge");
        // Nobody else notices, and only locks that the plan passes do.
        Assert.All(assessment.Modes.Where(m => m.Mode != TransportMode.Water).SelectMany(m => m.Figures), f => Assert.Equal(0.0, f.Change));
        Assert.Empty(water.Cells.Select(c => c.Resource).Except(passed));
        Assert.Equal(Change(water, WaterMetrics.BargeHours), Cells(water, WaterMetrics.BargeHours), 1e-6);
        Assert.Equal(Change(water, WaterMetrics.BridgeRoadHours), Cells(water, WaterMetrics.BridgeRoadHours), 1e-6);
        Assert.True(assessment.Valuation!.Total.Central > 0, "waiting is worth something");
    }

    [Fact]
    public async Task Without_convoys_nothing_changes_and_with_twice_as_many_nothing_is_less()
    {
        var mission = await Run.Value;
        var none = Assess(mission, mission.Plan with { Planned = [] });
        Assert.All(none.Modes.SelectMany(m => m.Figures), f => Assert.Equal(f.Before, f.After));
        var once = Of(Assess(mission, mission.Plan), TransportMode.Water);
        var twice = Of(Assess(mission, mission.Plan with { Planned = [.. mission.Plan.Planned, .. mission.Plan.Planned] }),
            TransportMode.Water);
        foreach (var metric in new[] { WaterMetrics.BargeHours, WaterMetrics.RecreationHours, WaterMetrics.BridgeRoadHours })
            Assert.True(Change(twice, metric) >= Change(once, metric), metric);
    }

    [Fact]
    public async Task A_run_tells_the_water_account_in_terminal_json_table_and_page()
    {
        var folder = Directory.CreateTempSubdirectory("milmob-barges-").FullName;
        try
        {
            var completed = Assert.IsType<RunCompleted>(await MissionRun.RunAsync(
                new RunRequest(Seeds.File("barge-transit.yaml"), Path.Combine(folder, "run")), new NoProgress(),
                TestContext.Current.CancellationToken));
            Assert.True(Assert.IsType<CheckDone>(
                RunCheck.Check(Path.Combine(folder, "run"), TestContext.Current.CancellationToken)).Report.Holds);
            foreach (var (format, text) in new[]
            {
                ("table", "Barge-hours waiting"), ("impact", "\"metric\": \"water.barge-hours-waiting\""),
                ("csv", "water.bridge-road-hours,"), ("html", "water.bridge-road-hours"),
            })
            {
                var writer = ReportWriters.All.Single(w => w.Format == format);
                var written = Encoding.UTF8.GetString(writer.Write(completed.Report).First().Bytes);
                Assert.Contains(text, written, StringComparison.Ordinal);
            }

            EvidenceCheck.EveryFigureIsNamed(completed.Report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CivilAssessment Assess(Mission mission, MovementPlan plan) => PlanAssessor.Assess(
        new AssessmentInput(mission.Input.Network, mission.Pricing, mission.Scenario, plan), TestContext.Current.CancellationToken);

    private static ModeAssessment Of(CivilAssessment assessment, TransportMode mode) => assessment.Modes.Single(m => m.Mode == mode);

    private static double Change(ModeAssessment mode, string metric) => mode.Figures.Single(f => f.Metric == metric).Change;

    private static double Cells(ModeAssessment mode, string metric) =>
        mode.Cells.Where(c => c.Metric == metric).Sum(c => c.After - c.Before);
}
