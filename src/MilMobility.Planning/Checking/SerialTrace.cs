using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;

namespace MilMobility.Planning.Checking;

/// <summary>Kinds of step.</summary>
internal enum StepKind { Move, Hold, Transfer }

/// <summary>
/// A step of the plan joined to the rows it names. What could not be joined is absent (link -1, null) and was reported on reading;
/// later rules pass it over.
/// </summary>
internal sealed record TracedStep(StepKind Kind, string Subject, string From, string To, long Start, long End)
{
    /// <summary>Mode after the step; null when unknown.</summary>
    public TransportMode? Mode { get; init; }

    /// <summary>Mode as the plan writes it; null for a transfer.</summary>
    public TransportMode? StatedMode { get; init; }

    /// <summary>Row index of the link, or -1.</summary>
    public int Link { get; init; } = -1;

    /// <summary>True in the direction from -> to of the link's row.</summary>
    public bool Forward { get; init; }

    /// <summary>Node where the step starts.</summary>
    public NodeFact? FromNode { get; init; }

    /// <summary>Node where the step ends.</summary>
    public NodeFact? ToNode { get; init; }

    public TransferRow? Transfer { get; init; }

    public bool IsKnownMove => Kind == StepKind.Move && Link >= 0;

    /// <summary>Arc number by dataset order: 2 l forward, 2 l + 1 backward.</summary>
    public int Arc => (2 * Link) + (Forward ? 0 : 1);

    public long Duration => End - Start;
}

/// <summary>A run of moves and holds in one mode, by index into the trace's steps.</summary>
/// <param name="Mode">Mode of all its steps.</param>
/// <param name="First">Index of the first step.</param>
/// <param name="Last">Index of the last step.</param>
/// <param name="FirstMove">First move.</param>
/// <param name="LastMove">Last move.</param>
/// <param name="LoadedBy">The transfer that ends where the leg starts, or null.</param>
internal sealed record TracedLeg(
    TransportMode Mode, int First, int Last, TracedStep FirstMove, TracedStep LastMove, TracedStep? LoadedBy);

/// <summary>A serial of the plan, joined to its movement, its loads' rows and the network.</summary>
internal sealed class SerialTrace
{
    /// <summary>Id as the plan states it; a stand-in if it states none.</summary>
    public required string Id { get; init; }
    public required Serial Serial { get; init; }
    /// <summary>Null when the plan names an unknown movement.</summary>
    public required Movement? Movement { get; init; }
    public required DerivedFootprints Derived { get; init; }
    public required IReadOnlySet<string> LegalOrigins { get; init; }
    public required IReadOnlySet<string> LegalDestinations { get; init; }
    /// <summary>Null for an unmoved serial.</summary>
    public required PlannedSerial? Planned { get; init; }
    public IReadOnlyList<TracedStep> Steps { get; init; } = [];

    public long Pass(TracedStep step) => step.Mode is { } mode ? Derived.PassSeconds(mode) : 0;

    /// <summary>The tail's arrival: the end of the last step, and the pass time more if it is a move.</summary>
    public long FinishSeconds => Steps.Count == 0
        ? 0 : Steps[^1].End + (Steps[^1].Kind == StepKind.Move ? Pass(Steps[^1]) : 0);

    /// <summary>Ready time by the movement; by the plan where the movement is unknown.</summary>
    public long ReadySeconds => Movement?.ReadySeconds ?? Serial.ReadySeconds;

    public long DueSeconds => Movement?.DueSeconds ?? Serial.DueSeconds;

    /// <summary>The hold at the origin before anything else, which takes no capacity.</summary>
    public bool IsFreeOriginHold(int step) =>
        step == 0 && Steps[0].Kind == StepKind.Hold && LegalOrigins.Contains(Steps[0].From);

    /// <summary>The legs that move, in order.</summary>
    public IEnumerable<TracedLeg> Legs()
    {
        for (var first = 0; first < Steps.Count;)
        {
            if (Steps[first].Kind == StepKind.Transfer)
            {
                first++;
                continue;
            }

            var last = first;
            while (last + 1 < Steps.Count && Steps[last + 1].Kind != StepKind.Transfer && Steps[last + 1].Mode == Steps[first].Mode)
                last++;
            var moves = Steps.Skip(first).Take(last - first + 1).Where(step => step.Kind == StepKind.Move).ToList();
            if (moves.Count > 0 && Steps[first].Mode is { } mode)
                yield return new TracedLeg(mode, first, last, moves[0], moves[^1], first > 0 ? TransferAt(first - 1) : null);
            first = last + 1;
        }
    }

    private TracedStep? TransferAt(int step) => Steps[step].Kind == StepKind.Transfer ? Steps[step] : null;
}
