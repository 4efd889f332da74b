using MilMobility.Domain.Reports;

namespace MilMobility.Reporting.Writers;

/// <summary>A file of a report.</summary>
/// <param name="Name">Its name in a folder, with its ending.</param>
/// <param name="Bytes">All of it.</param>
public sealed record ReportFile(string Name, byte[] Bytes);

/// <summary>One form that a report can take; <see cref="ReportWriters"/> lists them all.</summary>
/// <param name="Format">What <c>--format</c> calls it.</param>
/// <param name="Says">What is in it, in a few words.</param>
/// <param name="Write">Report in, files out: one, or one for each of the things it is about. Deterministic; no errors.</param>
public sealed record ReportWriter(string Format, string Says, Func<MissionReport, IEnumerable<ReportFile>> Write)
{
    /// <summary>For whom it is made. The report it gets has been reduced to what they may see.</summary>
    public IReadOnlyList<Audience> Audiences { get; init; } = [Audience.Planner, Audience.Civil];

    /// <summary>Its files stand in the run folder; otherwise it is made when asked for.</summary>
    public bool InFolder { get; init; } = true;
}
