using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences.Parliament;

namespace MilMobility.Reporting.Audiences;

/// <summary>
/// A run for another reader: reduced in its data before any format is made from it, under the run's marking unless a named
/// reviewer lowered it. The audience alone never lowers a marking. Errors: AUD001 no such manager, AUD002 a manager for an
/// audience that has none, AUD003 a folder that is already reduced for others, AUD004 a lower marking without reviewer and reason, AUD005 a
/// reviewer or reason without a lower marking.
/// </summary>
public static class ReportReduction
{
    /// <param name="run">What the run folder holds.</param>
    /// <param name="folder">Its path, for diagnostics.</param>
    /// <param name="sourceSha256">Hash of the run folder, kept with a lower marking.</param>
    /// <param name="request">For whom.</param>
    /// <param name="nowUtc">Moment of the decision.</param>
    public static Loaded<ReducedReport> Of(
        MissionReport run, string folder, string sourceSha256, ReportRequest request, DateTimeOffset nowUtc)
    {
        var bag = new DiagnosticBag();
        var audience = request.Audience ?? run.Audience;
        if (run.Audience != Audience.Planner && (audience != run.Audience || (request.Manager is { } m && m != run.Manifest.Manager)))
        {
            bag.Error("AUD003", folder, 0,
                $"is a report for {Words(run.Audience, run.Manifest.Manager)} already; must be the run that it was made from");
        }

        var manager = Manager(run, audience, request.Manager, folder, bag);
        var change = Change(run, sourceSha256, request, folder, nowUtc, bag);
        if (bag.HasErrors) return new Invalid<ReducedReport>(bag.ToList());
        var marked = Marked(run, request.Marking ?? run.Manifest.Marking, change ?? run.Manifest.Downgrading);
        ReducedReport reduced = audience switch
        {
            Audience.Public => new ReducedSummary(PublicReduction.Of(marked, request.MinimumGroup), marked.Manifest.Downgrading),
            Audience.Civil when run.Audience == Audience.Planner => new ReducedRun(CivilReduction.Of(marked, manager)),
            _ => new ReducedRun(marked),
        };
        return new Valid<ReducedReport>(reduced, bag.ToList());
    }

    private static string? Manager(MissionReport run, Audience audience, string? asked, string folder, DiagnosticBag bag)
    {
        if (asked is null) return null;
        if (audience != Audience.Civil)
        {
            bag.Error(
                "AUD002", folder, 0, $"--manager = '{asked}' for audience {Words(audience, null)}; only a civil report is for one manager");
            return null;
        }

        if (run.Audience == Audience.Civil) return asked;
        var known = CivilReduction.Managers(run);
        var found = known.FirstOrDefault(k => k == asked)
            ?? known.FirstOrDefault(k => string.Equals(k, asked, StringComparison.OrdinalIgnoreCase));
        if (found is not null) return found;
        var nearest = NearestName.Of(asked, known);
        bag.Error("AUD001", folder, 0, $"--manager = '{asked}' manages nothing in this run's network; "
            + (nearest is null ? $"must be one of {string.Join(", ", known)}" : $"did you mean '{nearest}'?"));
        return null;
    }

    private static MarkingChange? Change(
        MissionReport run, string sourceSha256, ReportRequest request, string folder, DateTimeOffset nowUtc, DiagnosticBag bag)
    {
        var from = run.Manifest.Marking;
        var to = request.Marking ?? from;
        if (to >= from)
        {
            if (request.Reviewer is not null || request.Reason is not null)
            {
                bag.Error("AUD005", folder, 0,
                    $"--reviewer and --reason belong to a lower marking; --marking must be lower than {from}, the marking of the run");
            }

            return null;
        }

        // A reviewer has a name and a reason has words: initials of one letter and a dash are neither.
        if (Letters(request.Reviewer) < 2 || Letters(request.Reason) < 5)
        {
            bag.Error("AUD004", folder, 0,
                $"--marking = {to} is lower than {from}, the marking of the run; "
                + "must have --reviewer with a name and --reason with the reason");
            return null;
        }

        return new MarkingChange(from, to, request.Reviewer!.Trim(), request.Reason!.Trim(), nowUtc.ToUniversalTime(), sourceSha256);
    }

    private static MissionReport Marked(MissionReport run, ClassificationMarking marking, MarkingChange? change) => run with
    {
        Manifest = run.Manifest with { Marking = marking, Downgrading = change },
        Plan = run.Plan with { Marking = marking },
        Additions = run.Additions is { } additions ? additions with { Marking = marking } : null,
    };

    private static int Letters(string? text) => text?.Count(char.IsLetter) ?? 0;

    private static string Words(Audience audience, string? manager)
    {
        var word = audience.ToString().ToLowerInvariant();
        return manager is null ? word : $"{word} ({manager})";
    }
}
