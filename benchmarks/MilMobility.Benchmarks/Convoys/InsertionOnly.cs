using MilMobility.Convoys.Columns;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Planning;
using MilMobility.Convoys.Solutions;
using MilMobility.Optimisation.Master;
using MilMobility.Optimisation.Stopping;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>
/// What one pass of insertion in order of ready times and dual ascent reach: the least that the whole planner must beat, and what each
/// of its later stages is measured against.
/// </summary>
internal static class InsertionOnly
{
    public const string Variant = "insertion and dual ascent only";

    public static ConvoyAnswer Solve(ConvoyInstance instance, int seconds)
    {
        var trace = new ConvergenceTrace();
        var problem = new ConvoyColumns(instance);
        var draft = new ConvoyDraft(problem);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var generation = new ColumnGeneration(problem, new ColumnGenerationOptions());
        var note = "";
        try
        {
            generation.PriceFree(_ => { }, stop.Token);
            trace.Proof("alone", generation.Bound, generation.Work);
            foreach (var k in Enumerable.Range(0, instance.ConvoyCount).OrderBy(k => instance.ReadySeconds[k]))
                draft.Insert(k, stop.Token);
            trace.Plan("insertion", draft.Objective, draft.Work);
            generation.Ascend(
                () => draft.Objective, _ => { }, () => trace.Proof("ascent", generation.Bound, generation.Work) || true, stop.Token);
        }
        catch (OperationCanceledException)
        {
            note = "ended by the clock";
        }

        var journeys = new List<ConvoyJourney>();
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            if (draft[k] is ConvoyColumn column)
                journeys.Add(new ConvoyJourney(instance.ConvoyIds[k], column.Path, column.HeadSeconds));
        }

        var unmoved = instance.ConvoyCount - journeys.Count;
        var bound = (generation.Bound + 999) / 1_000;
        var objective = unmoved > 0 ? journeys.Sum(j => CostOf(instance, j)) : draft.Objective / 1_000;
        var solution = new ConvoySolution(unmoved > 0 ? "unmoved-convoys" : "done", objective, bound, journeys);
        return new ConvoyAnswer(
            solution, bound, trace.TimeToFirstPlan?.TotalSeconds,
            [.. ConvoyRun.Shares.Select(s => trace.TimeToGap(s)?.TotalSeconds)], note);
    }

    private static long CostOf(ConvoyInstance instance, ConvoyJourney journey)
    {
        var k = Array.IndexOf(instance.ConvoyIds, journey.Id);
        return journey.HeadSeconds[^1] + instance.PassSeconds[k] - instance.ReadySeconds[k];
    }
}
