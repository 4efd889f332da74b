using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;
using MilMobility.Exchange.Export;
using MilMobility.Pipeline;
using MilMobility.Reporting.Comparison;

namespace MilMobility.Cli.Output;

// What `--json` prints: one document a call, each with its status and the exit code. Property names come out in snake case.

/// <summary>Nothing was done; the findings say why.</summary>
public sealed record RefusalDocument(string Status, int ExitCode, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>There is no plan, for a reason that is not the input's.</summary>
public sealed record NoPlanDocument(string Status, int ExitCode, string Reason);

/// <summary>An independent check: of a run folder, or of a plan that is not written because it failed.</summary>
public sealed record CheckDocument(
    string Status, int ExitCode, bool Holds, IReadOnlyList<Violation> Violations, IReadOnlyDictionary<string, long> RulesChecked);

/// <summary>A run in short; the run folder has it in full.</summary>
public sealed record RunDocument(
    string Status, int ExitCode, string? Folder, RunManifest Manifest, PlanDocument Plan, CivilTotals Impact,
    IReadOnlyList<CivilGroup> ByMode, IReadOnlyList<CivilGroup> ByManager, CheckCounts Check);

/// <summary>Movements inserted into a plan; money in micro-euros.</summary>
public sealed record InsertDocument(
    string Status, int ExitCode, string? Folder, double InsertMilliseconds, long CostMicroEuros, long CivilMicroEuros,
    IReadOnlyList<InsertedSerial> Inserted, IReadOnlyList<RefusedSerial> Refused, PlanObjective Objective, long BoundMicroEuros);

/// <summary>A front of plans; money in micro-euros.</summary>
public sealed record ParetoDocument(string Status, int ExitCode, string Folder, ParetoFront Front);

/// <summary>What civil traffic bears under three plans; money in micro-euros.</summary>
public sealed record HeadlineDocument(string Status, int ExitCode, string Folder, Headline Headline);

/// <summary>The plan of a run in short; money in micro-euros.</summary>
public sealed record PlanDocument(
    int SerialsMoved, int SerialsLate, long ObjectiveMicroEuros, PlanObjective Objective, long BoundMicroEuros, string BoundMethod,
    double Gap, PoolOutcome Pool, IReadOnlyList<UnmovedDocument> Unmoved);

/// <summary>A serial that does not move.</summary>
public sealed record UnmovedDocument(string Serial, UnmovedReason Reason, Sentence Detail, IReadOnlyList<Sentence> Alternatives);

/// <summary>How much the independent check of a run tried, and found.</summary>
public sealed record CheckCounts(bool Holds, int Violations, IReadOnlyDictionary<string, long> RulesChecked);

/// <summary>The run folder of a job was copied.</summary>
public sealed record FetchDocument(long Job, string Folder);

/// <summary>A worker was stopped in order.</summary>
public sealed record WorkerDocument(string Status, int ExitCode, string Store);

/// <summary>A dataset was exported.</summary>
public sealed record ExportDocument(
    string Status, int ExitCode, string File, ClassificationMarking Marking, IReadOnlyList<ExportedLayer> Layers);

/// <summary>Why one serial goes as it does; money in micro-euros.</summary>
public sealed record ExplainDocument(string Status, int ExitCode, SerialExplanation Explanation, IReadOnlyList<Sentence> Method);

/// <summary>Why the serials of a run go as they do, as the run kept it; money in micro-euros.</summary>
public sealed record ExplanationsDocument(string Status, int ExitCode, RunExplanations Explanations);

/// <summary>Two runs compared; money in micro-euros.</summary>
public sealed record CompareDocument(string Status, int ExitCode, string? File, RunComparison Comparison);
