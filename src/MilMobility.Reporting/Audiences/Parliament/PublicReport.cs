using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>
/// What parliament and the public may know of a run: sums of the whole, of modes, regions and parts of the day, rounded, none from
/// fewer than a minimum of transports. There is no place in it for a name, a coordinate, a clock time or a text that an author wrote:
/// words are ids of <see cref="PublicWords"/>. A null is withheld. The ids are the same in every run, so that runs can be compared.
/// </summary>
public sealed record PublicReport
{
    public const int FormatVersion = 1;

    public Audience Audience => Audience.Public;
    /// <summary>Marking of the run, or the lower one that a reviewer decided.</summary>
    public required ClassificationMarking Marking { get; init; }
    /// <summary>Fewest transports, and fewest pieces of infrastructure, behind any figure.</summary>
    public required int MinimumGroup { get; init; }
    /// <summary>Length of the period in days, the last one begun counted whole.</summary>
    public required int Days { get; init; }
    /// <summary>When the last transport has arrived.</summary>
    public PublicMoment? Closure { get; init; }
    /// <summary>
    /// Smallest step of every unit: a number is rounded to two digits, and to its unit's step where that is coarser. What is there but is
    /// less than a step is given as half a step, with its sign, and told as "less than" the step.
    /// </summary>
    public IReadOnlyList<PublicStep> Steps { get; } = PublicSteps.All;
    /// <summary>Convoys, trains and barges, to fives: <c>total</c>, <c>on-time</c>, <c>late</c>, <c>unmoved</c>.</summary>
    public required IReadOnlyList<PublicCount> Transports { get; init; }
    /// <summary>Vehicles moved, to two digits.</summary>
    public double? Vehicles { get; init; }
    /// <summary>Transports by <c>road</c>, <c>rail</c> and <c>water</c>; one that uses two modes counts in both.</summary>
    public required IReadOnlyList<PublicCount> ByMode { get; init; }
    /// <summary>Transports through each province, in order of name, those with few together as <c>other</c>.</summary>
    public required IReadOnlyList<PublicCount> ByRegion { get; init; }
    /// <summary>Civil traffic without and with the plan.</summary>
    public required IReadOnlyList<PublicFigure> Figures { get; init; }
    /// <summary>Changes by province, those with few transports together as <c>other</c>.</summary>
    public required IReadOnlyList<PublicPart> FiguresByRegion { get; init; }
    /// <summary>Changes by part of the day, over all days.</summary>
    public required IReadOnlyList<PublicPart> FiguresByDayPart { get; init; }
    /// <summary>The changes in euros by mode, and <c>total</c>.</summary>
    public required IReadOnlyList<PublicEuros> Euros { get; init; }
    /// <summary>Burden by province in euros per 1,000 inhabitants, in order of name.</summary>
    public required IReadOnlyList<PublicCount> Burden { get; init; }
    /// <summary>Division of the burden: 0 when all bear the same, towards 1 when one bears all; to twentieths.</summary>
    public double? Gini { get; init; }
    /// <summary>Extra emissions by mode, kg CO2-equivalent.</summary>
    public required IReadOnlyList<PublicCount> Carbon { get; init; }
    /// <summary>How far the plan is from the best possible at most, in whole percents.</summary>
    public required double GapPercent { get; init; }
    /// <summary>Share of the civil volumes that is assumed, not measured or derived, in whole percents.</summary>
    public required double AssumedPercent { get; init; }
}

/// <summary>A day of the period, 1 the first, and a part of it.</summary>
public sealed record PublicMoment(int Day, string Part);

/// <summary>A rounded number; null when withheld.</summary>
public sealed record PublicCount(string Id, double? Value);

/// <summary>A civil metric, each number rounded on its own; null when withheld.</summary>
public sealed record PublicFigure(string Id, string Unit, double? Before, double? After, double? Change);

/// <summary>Change of a civil metric in a part.</summary>
public sealed record PublicPart(string Figure, string Part, double? Change);

/// <summary>Euros at the low, central and high value of time; null when withheld.</summary>
public sealed record PublicEuros(string Id, double? Low, double? Central, double? High);
