using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;

namespace MilMobility.Pipeline;

/// <summary>How a run ended; each outcome has its exit code.</summary>
public abstract record RunOutcome
{
    public abstract int ExitCode { get; }
}

/// <summary>A checked plan. Exit 0, or 3 when serials stay unmoved, or 130 when Ctrl-C ended it with the best plan so far.</summary>
/// <param name="Report">The result.</param>
/// <param name="Folder">Run folder written, or null.</param>
/// <param name="Cancelled">Ctrl-C or cancel ended the planning early.</param>
public sealed record RunCompleted(MissionReport Report, string? Folder, bool Cancelled) : RunOutcome
{
    public override int ExitCode => Cancelled ? ExitCodes.Cancelled
        : Report.Plan.Unmoved.Count > 0 ? ExitCodes.UnmovedSerials : ExitCodes.Done;
}

/// <summary>The input is invalid; nothing was written. Exit 2.</summary>
public sealed record RunRejected(IReadOnlyList<Diagnostic> Diagnostics) : RunOutcome
{
    public override int ExitCode => ExitCodes.InvalidInput;
}

/// <summary>There is no plan within the limits; nothing was written. Exit 4, or 130 when it was cancelled.</summary>
public sealed record RunWithoutPlan(string Reason, bool Cancelled) : RunOutcome
{
    public override int ExitCode => Cancelled ? ExitCodes.Cancelled : ExitCodes.NoPlan;
}

/// <summary>The independent check found violations: the plan is not written. Exit 5.</summary>
public sealed record RunCheckFailed(CheckReport Check) : RunOutcome
{
    public override int ExitCode => ExitCodes.CheckFailed;
}

/// <summary>Exit codes of the program.</summary>
public static class ExitCodes
{
    public const int Done = 0;
    /// <summary>A fault of the program itself or of the machine under it.</summary>
    public const int Fault = 1;
    public const int InvalidInput = 2;
    public const int UnmovedSerials = 3;
    public const int NoPlan = 4;
    public const int CheckFailed = 5;
    public const int Cancelled = 130;
}
