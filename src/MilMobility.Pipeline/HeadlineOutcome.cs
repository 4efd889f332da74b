using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Pipeline;

/// <summary>How a headline ended.</summary>
public abstract record HeadlineOutcome
{
    public abstract int ExitCode { get; }
}

/// <summary>Three checked plans and their table, for a terminal too. Exit 0, or 3 when serials stay unmoved.</summary>
public sealed record HeadlineDone(Headline Headline, string Folder, string Text) : HeadlineOutcome
{
    public override int ExitCode => Headline.Rows.Any(r => r.Unmoved > 0) ? ExitCodes.UnmovedSerials : ExitCodes.Done;
}

/// <summary>Invalid input; nothing was written. Exit 2.</summary>
public sealed record HeadlineRejected(IReadOnlyList<Diagnostic> Diagnostics) : HeadlineOutcome
{
    public override int ExitCode => ExitCodes.InvalidInput;
}

/// <summary>A plan broke a rule; it is not written. Exit 5.</summary>
public sealed record HeadlineCheckFailed(string Plan, CheckReport Check) : HeadlineOutcome
{
    public override int ExitCode => ExitCodes.CheckFailed;
}

/// <summary>No plan, with the reason. Exit 4, or 130 when it was cancelled.</summary>
public sealed record HeadlineWithoutPlan(string Reason, bool Cancelled) : HeadlineOutcome
{
    public override int ExitCode => Cancelled ? ExitCodes.Cancelled : ExitCodes.NoPlan;
}
