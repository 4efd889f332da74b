using System.Globalization;
using Google.OrTools.Sat;

namespace MilMobility.Solvers.Runtime;

/// <summary>One CP-SAT solve, shared by the ports that use it: parameters in, answer read and put in our terms.</summary>
internal static class CpSat
{
    /// <summary>From 2^53 on a double no longer tells neighbouring integers apart.</summary>
    private const double ExactMax = 9_007_199_254_740_992;

    /// <summary>Share of the work limit at which a search counts as ended by it: it stops a little before or after.</summary>
    private const double WorkLimitShare = 0.98;

    public static Task<CpAnswer> SolveAsync(
        CpModelProto model, SolveLimits limits, bool presolve, CancellationToken cancellation) =>
        NativeRun.StartAsync(() => Solve(model, limits, presolve, cancellation));

    /// <summary>Whether a cost as the engine states it is the cost recomputed here, up to the rounding of a double.</summary>
    public static bool Agrees(double stated, long recomputed) =>
        Math.Abs(stated - recomputed) <= Math.Max(0.5, 1e-12 * Math.Abs((double)recomputed));

    /// <summary>What a response says; nothing in it is checked against the model yet but its bound's least value.</summary>
    /// <exception cref="EngineException">ENG005: the model was refused.</exception>
    public static CpAnswer Read(CpModelProto model, CpSolverResponse response, SolveLimits limits, bool isCancelled)
    {
        var effort = new SolveEffort(response.DeterministicTime, response.WallTime);
        var stop = isCancelled ? StopReason.Cancelled
            : response.DeterministicTime >= WorkLimitShare * limits.Work ? StopReason.WorkLimit
            : StopReason.TimeLimit;
        var status = StatusOf(model, response);
        var values = status is CpStatus.Optimal or CpStatus.Feasible ? response.Solution.ToArray() : null;
        // A search that ends in presolve says 0 because it has no bound yet; every cost at its least is one.
        var trivial = TrivialBound(model);
        var bound = status == CpStatus.Unknown ? trivial : Math.Max(trivial, BoundOf(response));
        return new CpAnswer(status, values, response.ObjectiveValue, bound, stop, effort);
    }

    private static CpAnswer Solve(CpModelProto model, SolveLimits limits, bool presolve, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return new CpAnswer(CpStatus.Unknown, null, double.NaN, TrivialBound(model), StopReason.Cancelled, SolveEffort.None);
        using var solve = new SolveWrapper();
        solve.SetStringParameters(Parameters(limits, presolve));
        using var stop = cancellation.Register(solve.StopSearch);
        return Read(model, solve.Solve(model), limits, cancellation.IsCancellationRequested);
    }

    /// <summary>One worker: its search is the same for a seed and a work limit on every machine.</summary>
    private static string Parameters(SolveLimits limits, bool presolve) => string.Create(
        CultureInfo.InvariantCulture,
        $"max_time_in_seconds: {limits.Time.TotalSeconds:R} max_deterministic_time: {limits.Work:R} random_seed: {limits.Seed} ")
        + $"num_workers: 1 cp_model_presolve: {(presolve ? "true" : "false")}";

    private static CpStatus StatusOf(CpModelProto model, CpSolverResponse response) => response.Status switch
    {
        CpSolverStatus.Optimal => CpStatus.Optimal,
        CpSolverStatus.Feasible => CpStatus.Feasible,
        CpSolverStatus.Infeasible => CpStatus.Infeasible,
        CpSolverStatus.Unknown => CpStatus.Unknown,
        _ => throw new EngineException(
            "ENG005", $"CP-SAT refuses the model: {CpSatHelper.ValidateModel(model)} {response.SolutionInfo}".TrimEnd()),
    };

    /// <summary>Every cost is an integer, so a bound rounds up; beyond 2^53 it is lowered by its own rounding error.</summary>
    private static long BoundOf(CpSolverResponse response)
    {
        var bound = response.BestObjectiveBound;
        if (!double.IsFinite(bound) || Math.Abs(bound) > 4e18) return long.MinValue;
        return Math.Abs(bound) < ExactMax ? (long)Math.Ceiling(bound - 1e-3) : (long)(bound - Math.Abs(bound) * 1e-15);
    }

    private static long TrivialBound(CpModelProto model)
    {
        long bound = 0;
        for (var t = 0; t < model.Objective.Vars.Count; t++)
        {
            var domain = model.Variables[model.Objective.Vars[t]].Domain;
            var cost = model.Objective.Coeffs[t];
            bound += cost > 0 ? cost * domain[0] : cost * domain[^1];
        }

        return bound;
    }
}

/// <summary>What CP-SAT said.</summary>
internal enum CpStatus { Unknown, Infeasible, Feasible, Optimal }

/// <param name="Status">Status.</param>
/// <param name="Values">One value per variable; null without a solution.</param>
/// <param name="Objective">The engine's own figure for the solution's cost.</param>
/// <param name="Bound">Proven lower bound.</param>
/// <param name="Stop">What ended the search, meaningful when nothing was proven.</param>
/// <param name="Effort">What the solve took.</param>
internal sealed record CpAnswer(
    CpStatus Status, long[]? Values, double Objective, long Bound, StopReason Stop, SolveEffort Effort);
