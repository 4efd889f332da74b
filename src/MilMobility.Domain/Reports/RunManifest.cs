using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Reports;

/// <summary>
/// Audit record of a run: inputs with their hashes, seed, versions, marking, limits, times and quality. The only file of a run
/// folder that holds wall-clock times.
/// </summary>
public sealed record RunManifest
{
    public const int FormatVersion = 1;

    public required string Program { get; init; }
    public required string ProgramVersion { get; init; }
    public required string EngineVersion { get; init; }
    public required string Scenario { get; init; }
    public required string ScenarioFile { get; init; }
    /// <summary>Folder in which the run was started: relative paths of its inputs start there. Empty in older runs.</summary>
    public string WorkingFolder { get; init; } = "";
    public required string NetworkName { get; init; }
    public required string NetworkVersion { get; init; }
    public required string NetworkFolder { get; init; }
    /// <summary>Patch files that the run was given beside its scenario, in order.</summary>
    public IReadOnlyList<AddedInput> PatchFiles { get; init; } = [];
    /// <summary>Overlays that were joined to the network, in order.</summary>
    public IReadOnlyList<AddedInput> Overlays { get; init; } = [];
    /// <summary>SHA-256 of every input file, lower-case hex, by path.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }
    /// <summary>SHA-256 over all inputs, the seed and the program version: the identity of the run.</summary>
    public required string InputHash { get; init; }
    public required int Seed { get; init; }
    /// <summary>How the terms of the objective were compared.</summary>
    public ObjectiveMode Objective { get; init; }
    /// <summary>Highest marking of the inputs.</summary>
    public required ClassificationMarking Marking { get; init; }
    /// <summary>Who the report is for; a run itself is for its planner.</summary>
    public Audience Audience { get; init; }
    /// <summary>The manager that a civil report is for alone; null for all of them.</summary>
    public string? Manager { get; init; }
    /// <summary>Who lowered the marking below that of the run, and why; null where nobody did.</summary>
    public MarkingChange? Downgrading { get; init; }
    public required DateTimeOffset StartedUtc { get; init; }
    public required double TotalSeconds { get; init; }
    /// <summary>Wall-clock seconds by stage: load, compile, plan, check, assess, explain.</summary>
    public required IReadOnlyDictionary<string, double> StageSeconds { get; init; }
    public required long PeakMemoryBytes { get; init; }
    /// <summary>False when a wall-clock limit or Ctrl-C ended the planning: a second run may then differ.</summary>
    public required bool Reproducible { get; init; }
    /// <summary>Share of network attribute values per quality flag, 0-1.</summary>
    public required IReadOnlyDictionary<string, double> QualityShares { get; init; }
    /// <summary>Of a second run with prices corrected by the first: what it was fed and what it saved; null otherwise.</summary>
    public FeedbackRecord? Feedback { get; init; }
    /// <summary>Warnings shown at load and compile.</summary>
    public required IReadOnlyList<Sentence> Warnings { get; init; }
    /// <summary>Best objective, bound and gap as the run went on.</summary>
    public required IReadOnlyList<TracePoint> Trace { get; init; }
    /// <summary>Times to the first plan and to proven gaps, from the trace.</summary>
    public ConvergenceMilestones Milestones => ConvergenceMilestones.Of(Trace);
}

/// <summary>A patch file or overlay of a run, with the marking that it brings.</summary>
/// <param name="Path">File or folder, as given.</param>
/// <param name="Name">Title of the file, or name and version of the overlay.</param>
/// <param name="Marking">Its marking; the run's is no lower.</param>
/// <param name="Sha256">Hash of the file, or over the hashes of the overlay's files.</param>
/// <param name="IsOfScenario">The scenario names it itself.</param>
public sealed record AddedInput(string Path, string Name, ClassificationMarking Marking, string Sha256, bool IsOfScenario = false);

/// <summary>A point of the convergence trace.</summary>
/// <param name="Seconds">Wall-clock seconds since planning began.</param>
/// <param name="Stage">What was running.</param>
/// <param name="ObjectiveMicroEuros">Best objective so far.</param>
/// <param name="BoundMicroEuros">Best bound so far.</param>
/// <param name="Work">Steps of work so far, the same on every machine; 0 where the planner does not count them.</param>
public sealed record TracePoint(double Seconds, string Stage, long ObjectiveMicroEuros, long BoundMicroEuros, long Work = 0)
{
    /// <summary>(objective - bound) / objective, 0 when the objective is 0.</summary>
    public double Gap => ObjectiveMicroEuros == 0 ? 0 : (ObjectiveMicroEuros - BoundMicroEuros) / (double)ObjectiveMicroEuros;
}
