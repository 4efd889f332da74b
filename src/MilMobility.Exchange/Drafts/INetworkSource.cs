using MilMobility.Domain.Diagnostics;

namespace MilMobility.Exchange.Drafts;

/// <summary>
/// Something a network can be read from. A source appends to the draft it is given, which other sources may have filled before
/// (a timetable finds the rail sections there), and reports what it cannot use; it throws for faults of the program only.
/// </summary>
public interface INetworkSource
{
    /// <summary>Short name for progress and messages, such as <c>vild</c>.</summary>
    string Name { get; }

    /// <summary>Appends to the draft. After an error in the context's diagnostics the draft is not used.</summary>
    void ReadInto(NetworkDraft draft, ImportContext context);
}

/// <summary>What a source needs besides its own input.</summary>
/// <param name="Diagnostics">Takes every finding; errors refuse the import.</param>
/// <param name="Cancellation">Stops the reading with <see cref="OperationCanceledException"/>.</param>
/// <param name="Progress">Hears of progress; null if nobody listens.</param>
public sealed record ImportContext(
    DiagnosticBag Diagnostics, CancellationToken Cancellation, IProgress<ImportProgress>? Progress = null)
{
    public void Report(string stage, double fraction) => Progress?.Report(new ImportProgress(stage, fraction));
}

/// <summary>How far an import is.</summary>
/// <param name="Stage">What is being done, such as <c>osm: ways</c>.</param>
/// <param name="Fraction">Share of the stage that is done, 0-1.</param>
public sealed record ImportProgress(string Stage, double Fraction);
