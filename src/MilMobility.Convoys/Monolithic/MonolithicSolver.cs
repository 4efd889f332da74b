using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Solutions;
using MilMobility.Solvers;
using MilMobility.Solvers.Pools;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Convoys.Monolithic;

/// <summary>
/// Solves a whole instance as one integer program on the time-expanded graph, with any solver of such programs. Exact, and the
/// second opinion of the tests, where the instance is tiny; the baseline of the benchmark where it is not. Its size grows with
/// convoys x arcs x seconds of delay, so that beyond some ten convoys on some hundred nodes only a restricted model fits
/// (<see cref="MonolithicOptions"/>). Thread-safe as its solver is.
/// </summary>
public sealed class MonolithicSolver(ISetPartitioningSolver solver)
{
    /// <summary>Solves within the limits; cancellation ends with the best so far.</summary>
    /// <param name="instance">Instance.</param>
    /// <param name="options">What to keep of it.</param>
    /// <param name="unmovedSeconds">Cost of leaving a convoy, by its index, in seconds.</param>
    /// <param name="limits">Limits of the solver; building the model is not counted.</param>
    /// <param name="cancellation">Ends the solve.</param>
    /// <exception cref="EngineException">The engine cannot be used, or its answer is wrong.</exception>
    public async Task<MonolithicOutcome> SolveAsync(
        ConvoyInstance instance, MonolithicOptions options, Func<int, long> unmovedSeconds, SolveLimits limits,
        CancellationToken cancellation)
    {
        var exactStep = ExactStep(instance);
        var step = options.StepSeconds ?? exactStep;
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1, nameof(options));
        var (model, size, tooLarge) = MonolithicModel.Build(instance, options, step, unmovedSeconds);
        if (model is null) return new MonolithicTooLarge(size, tooLarge!);

        var isExact = exactStep % step == 0 && options.PathsMax is null
            && (options.DelaySecondsMax is not { } delay || options.KnownDelaySeconds <= delay);
        try
        {
            var outcome = await solver.SolveAsync(model.Program, limits, cancellation);
            return Read(outcome, model, size, isExact, AloneSeconds(instance, unmovedSeconds));
        }
        catch (EngineException failed) when (failed.Code == "ENG007")
        {
            return new MonolithicTooLarge(size, failed.Message);
        }
    }

    private static MonolithicOutcome Read(
        SolveOutcome<PoolSolution> outcome, MonolithicModel model, MonolithicSize size, bool isExact, long aloneSeconds)
    {
        return outcome switch
        {
            Optimal<PoolSolution> optimal => Plan(optimal.Solution, optimal.Objective, optimal.Objective, stop: null),
            Feasible<PoolSolution> feasible => Plan(feasible.Solution, feasible.Objective, feasible.Bound, feasible.Stop),
            NoSolution<PoolSolution> none => new MonolithicNoPlan(size, Bound(none.Bound), isExact, none.Stop, none.Effort),
            _ => throw new EngineException("ENG006", "the engine's answer is wrong: all convoys unmoved is a plan of every model"),
        };

        MonolithicPlan Plan(PoolSolution solution, long cost, long bound, StopReason? stop) =>
            new(size, model.JourneysOf(solution), cost, Bound(bound), isExact, stop, outcome.Effort);

        long Bound(long bound) => isExact ? Math.Max(bound, aloneSeconds) : aloneSeconds;
    }

    /// <summary>Sum of what each convoy takes alone on the network, or its unmoved cost if that is less.</summary>
    private static long AloneSeconds(ConvoyInstance instance, Func<int, long> unmovedSeconds)
    {
        var arcs = new ArcTable(instance);
        long sum = 0;
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            var travel = arcs.SecondsTo(instance.To[k], instance.From[k], allowed: null)[instance.From[k]];
            sum += Math.Min(unmovedSeconds(k), (long)travel + instance.PassSeconds[k]);
        }

        return sum;
    }

    /// <summary>Greatest common divisor of all ready, travel and pass times.</summary>
    private static int ExactStep(ConvoyInstance instance)
    {
        var divisor = 0;
        foreach (var seconds in instance.ReadySeconds.Concat(instance.TravelSeconds).Concat(instance.PassSeconds))
        {
            var (a, b) = (divisor, seconds);
            while (b != 0) (a, b) = (b, a % b);
            divisor = a;
        }

        return divisor;
    }
}
