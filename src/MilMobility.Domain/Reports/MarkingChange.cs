using MilMobility.Domain.Units;

namespace MilMobility.Domain.Reports;

/// <summary>The decision of a named person that a report may carry a lower marking than the run it is made from.</summary>
/// <param name="From">Marking of the run.</param>
/// <param name="To">Marking of the report.</param>
/// <param name="Reviewer">Who decided.</param>
/// <param name="Reason">Why it may be lower.</param>
/// <param name="DecidedUtc">When the report was made.</param>
/// <param name="SourceSha256">SHA-256 over the files of the run folder that it was made from, lower-case hex.</param>
public sealed record MarkingChange(
    ClassificationMarking From, ClassificationMarking To, string Reviewer, string Reason, DateTimeOffset DecidedUtc, string SourceSha256);
