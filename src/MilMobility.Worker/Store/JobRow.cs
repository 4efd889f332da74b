namespace MilMobility.Worker.Store;

/// <summary>A job as the store keeps it. Times are UTC, ISO 8601.</summary>
public sealed record JobRow
{
    public required long Id { get; init; }
    /// <summary>Identity of the work: hash of inputs, seed and attempt; unique.</summary>
    public required string WorkKey { get; init; }
    /// <summary>Hash of scenario, requirements and network as they were when the job was submitted.</summary>
    public required string InputHash { get; init; }
    public required string ScenarioPath { get; init; }
    public long? Seed { get; init; }
    public long? TimeSecondsMax { get; init; }
    /// <summary>One of <see cref="JobStatus"/>.</summary>
    public required string Status { get; init; }
    public long? ExitCode { get; init; }
    public required string SubmittedUtc { get; init; }
    public string? StartedUtc { get; init; }
    public string? FinishedUtc { get; init; }
    /// <summary>How often a worker began it; more than 1 after a worker was killed.</summary>
    public required long Starts { get; init; }
    public required string Stage { get; init; }
    public required string Detail { get; init; }
    public required double Fraction { get; init; }
    public long? ObjectiveMicroEuros { get; init; }
    public long? BoundMicroEuros { get; init; }
    public required long CancelRequested { get; init; }
    /// <summary>Errors of a job that could not be done; empty otherwise.</summary>
    public required string Message { get; init; }

    public bool IsEnded => Status is JobStatus.Done or JobStatus.Rejected or JobStatus.Failed or JobStatus.Cancelled;
}

/// <summary>States of a job.</summary>
public static class JobStatus
{
    public const string Queued = "queued";
    public const string Running = "running";
    /// <summary>There is a run folder; the exit code says whether serials stay unmoved.</summary>
    public const string Done = "done";
    /// <summary>Invalid input.</summary>
    public const string Rejected = "rejected";
    /// <summary>No plan, a failed check or a fault of the machine.</summary>
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
