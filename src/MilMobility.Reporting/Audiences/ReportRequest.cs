using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences.Parliament;

namespace MilMobility.Reporting.Audiences;

/// <summary>For whom a report is to be, and under which marking.</summary>
/// <param name="Audience">For whom; null for whom the folder is already.</param>
public sealed record ReportRequest(Audience? Audience)
{
    /// <summary>The one manager that a civil report is for; null for all.</summary>
    public string? Manager { get; init; }

    /// <summary>Marking of the report; null for that of the run.</summary>
    public ClassificationMarking? Marking { get; init; }

    /// <summary>Who decided that the marking may be lower.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Why it may be lower.</summary>
    public string? Reason { get; init; }

    /// <summary>Fewest transports behind a public figure.</summary>
    public int MinimumGroup { get; init; } = PublicReduction.MinimumGroupUsual;
}
