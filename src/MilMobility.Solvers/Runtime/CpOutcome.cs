namespace MilMobility.Solvers.Runtime;

/// <summary>Turns CP-SAT's answer into an outcome; nothing in it is believed that can be recomputed.</summary>
internal static class CpOutcome
{
    /// <param name="answer">The engine's answer.</param>
    /// <param name="decode">Solver values to solution.</param>
    /// <param name="violationOf">The first rule a solution breaks, null when none.</param>
    /// <param name="objectiveOf">A solution's cost, exactly.</param>
    /// <param name="hint">A solution known before, null when there was none; no answer is worse.</param>
    /// <exception cref="EngineException">ENG006: the solution, its cost, a bound or a proof is wrong.</exception>
    public static SolveOutcome<TSolution> Of<TSolution>(
        CpAnswer answer, Func<long[], TSolution> decode, Func<TSolution, string?> violationOf,
        Func<TSolution, long> objectiveOf, TSolution? hint)
        where TSolution : class
    {
        var best = answer.Values is { } values ? decode(values) : null;
        if (best is not null) Verify(answer, violationOf(best), objectiveOf(best));
        if (answer.Status == CpStatus.Infeasible)
        {
            if (hint is not null) throw Wrong("a model is called infeasible whose hint is a solution");
            return new Infeasible<TSolution>(answer.Effort);
        }

        // A limit may end the search before it has read the hint.
        if (hint is not null && (best is null || objectiveOf(hint) < objectiveOf(best))) best = hint;
        if (best is null) return new NoSolution<TSolution>(answer.Bound, answer.Stop, answer.Effort);

        var objective = objectiveOf(best);
        if (answer.Bound > objective) throw Wrong($"the bound {answer.Bound} is above a solution's cost {objective}");
        if (answer.Status == CpStatus.Optimal || answer.Bound == objective)
            return new Optimal<TSolution>(best, objective, answer.Effort);
        return new Feasible<TSolution>(best, objective, answer.Bound, answer.Stop, answer.Effort);
    }

    private static void Verify(CpAnswer answer, string? violation, long objective)
    {
        if (violation is not null) throw Wrong($"its solution breaks a rule: {violation}");

        // Before optimality the engine may price a schedule above its cost (a lateness not yet pulled tight), never below.
        var agrees = CpSat.Agrees(answer.Objective, objective);
        if (!agrees && (answer.Status == CpStatus.Optimal || objective > answer.Objective))
            throw Wrong($"it prices its solution {answer.Objective:R}; it costs {objective}");
    }

    private static EngineException Wrong(string what) => new("ENG006", $"the engine's answer is wrong: {what}");
}
