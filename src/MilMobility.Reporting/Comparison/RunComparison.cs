using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Comparison;

/// <summary>
/// Two runs side by side. Every change is second less first, so that a comparison the other way round has the same changes with
/// the other sign, and a run with itself has none.
/// </summary>
public sealed record RunComparison
{
    /// <summary>The runs.</summary>
    public required ComparedRun First { get; init; }
    /// <summary>The second.</summary>
    public required ComparedRun Second { get; init; }
    /// <summary>Higher of the two markings.</summary>
    public required ClassificationMarking Marking { get; init; }
    /// <summary>True if the runs have the same inputs, seed and program version: they can differ only by when they were stopped.</summary>
    public required bool SameInput { get; init; }
    /// <summary>What a reader must know before the figures: other scenarios, other networks, other days.</summary>
    public required IReadOnlyList<Sentence> Notices { get; init; }
    /// <summary>Settings that differ: seed, program, order of the objective, patches, overlays, phase, legal basis.</summary>
    public required IReadOnlyList<ComparedText> Settings { get; init; }
    /// <summary>Input files that differ, or that only one run has, with the first digits of their SHA-256.</summary>
    public required IReadOnlyList<ComparedText> Inputs { get; init; }
    /// <summary>Serials, vehicles, lateness, closure and gap.</summary>
    public required IReadOnlyList<ComparedFigure> Movement { get; init; }
    /// <summary>Terms of the objective, total and bound, micro-euros.</summary>
    public required IReadOnlyList<ComparedMoney> Objective { get; init; }
    /// <summary>What each plan does to civil traffic (with it less without it), over the whole network, by mode.</summary>
    public required IReadOnlyList<ComparedFigure> Civil { get; init; }
    /// <summary>The same by manager and region, parts with a figure in neither run left out.</summary>
    public required IReadOnlyList<ComparedPart> Parts { get; init; }
    /// <summary>Civil prices that the plans pay, by mode, manager and region, micro-euros.</summary>
    public required IReadOnlyList<ComparedGroup> Prices { get; init; }
    /// <summary>Euros of the civil impact with their spread; empty where a run has none.</summary>
    public required IReadOnlyList<ComparedEuros> Euros { get; init; }
    /// <summary>Serials that do not go the same way at the same time, in order of id.</summary>
    public required IReadOnlyList<SerialChange> Serials { get; init; }
}

/// <summary>A run as a comparison names it.</summary>
/// <param name="Label">Its folder or other name.</param>
/// <param name="Scenario">Scenario name.</param>
/// <param name="Title">Scenario title.</param>
/// <param name="InputHash">Identity over inputs, seed and program version.</param>
public sealed record ComparedRun(string Label, string Scenario, string Title, string InputHash);

/// <summary>A text of each run; empty where a run has none.</summary>
public sealed record ComparedText(Sentence Name, Sentence First, Sentence Second);

/// <summary>A figure of each run.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name.</param>
/// <param name="Unit">Unit.</param>
/// <param name="First">In the first run; null where it has none.</param>
/// <param name="Second">In the second.</param>
/// <param name="LessIsBetter">A rise is bad; null where it is neither.</param>
public sealed record ComparedFigure(string Id, Sentence Name, Sentence Unit, double? First, double? Second, bool? LessIsBetter)
{
    /// <summary>Second less first; null where one is missing.</summary>
    public double? Change => Second - First;
}

/// <summary>Figures of a part of the network.</summary>
/// <param name="Dimension"><c>manager</c> or <c>region</c>.</param>
/// <param name="Key">Which.</param>
/// <param name="Figure">The figure; 0 in a run that does not touch the part.</param>
public sealed record ComparedPart(string Dimension, string Key, ComparedFigure Figure);

/// <summary>Micro-euros of each run.</summary>
public sealed record ComparedMoney(Sentence Name, long First, long Second)
{
    public long Change => Second - First;
}

/// <summary>Micro-euros of a part of the network.</summary>
/// <param name="Dimension"><c>mode</c>, <c>manager</c> or <c>region</c>.</param>
/// <param name="Money">The part's name and prices.</param>
public sealed record ComparedGroup(string Dimension, ComparedMoney Money);

/// <summary>Euros with their spread.</summary>
/// <param name="Name">Quantity valued, or <c>total</c>.</param>
/// <param name="First">Micro-euros of the first run.</param>
/// <param name="Second">Micro-euros of the second.</param>
public sealed record ComparedEuros(Sentence Name, EuroSpread First, EuroSpread Second)
{
    /// <summary>At equal values of time: low less low, high less high.</summary>
    public EuroSpread Change =>
        new(Second.Low - First.Low, Second.Central - First.Central, Second.High - First.High);
}

/// <summary>A serial that one run moves otherwise than the other.</summary>
/// <param name="Serial">Serial id.</param>
/// <param name="What">
/// One of <c>added</c>, <c>removed</c>, <c>moved</c>, <c>unmoved</c>; or of <c>mode</c>, <c>route</c> and <c>time</c> what changed.
/// </param>
/// <param name="First">Its journey in the first run; null where it stays or is not there.</param>
/// <param name="Second">Its journey in the second.</param>
public sealed record SerialChange(string Serial, IReadOnlyList<string> What, ComparedJourney? First, ComparedJourney? Second)
{
    /// <summary>Seconds by which it arrives later in the second run; null where it does not arrive in both.</summary>
    public long? LaterSeconds => First is { } a && Second is { } b ? (long)(b.Finish - a.Finish).TotalSeconds : null;

    /// <summary>Its own cost, second less first, micro-euros; null where it does not move in both.</summary>
    public long? CostMicroEuros => First is { } a && Second is { } b ? b.CostMicroEuros - a.CostMicroEuros : null;
}

/// <summary>A journey in a comparison; times are local.</summary>
/// <param name="Modes">Modes in order: <c>road, rail</c>.</param>
/// <param name="Route">Roads, lines and fairways, a bar between modes.</param>
/// <param name="Start">Head's departure.</param>
/// <param name="Finish">Tail's arrival.</param>
/// <param name="LateSeconds">Lateness.</param>
/// <param name="CostMicroEuros">Movement time, lateness and operating.</param>
public sealed record ComparedJourney(
    Sentence Modes, string Route, DateTimeOffset Start, DateTimeOffset Finish, int LateSeconds, long CostMicroEuros);
