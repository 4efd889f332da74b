using Google.OrTools.Sat;
using MilMobility.Solvers.Runtime;

namespace MilMobility.Solvers.Scheduling;

/// <summary>
/// <see cref="ISchedulingSolver"/> by CP-SAT, one worker. Each schedule is checked and priced here; a wrong one is error
/// ENG006. Thread-safe. Large problems want a good hint: one worker searches no neighbourhoods.
/// </summary>
public sealed class CpSatScheduler : ISchedulingSolver
{
    public async Task<SolveOutcome<Schedule>> SolveAsync(
        SchedulingModel model, SolveLimits limits, CancellationToken cancellation)
    {
        var encoding = new SchedulingEncoding(model);
        var answer = await CpSat.SolveAsync(encoding.Proto, limits, presolve: true, cancellation);
        return CpOutcome.Of(
            answer,
            encoding.Decode,
            schedule => ScheduleCheck.FirstViolation(model, schedule),
            schedule => ScheduleCheck.ObjectiveOf(model, schedule),
            model.FeasibleHint());
    }
}
