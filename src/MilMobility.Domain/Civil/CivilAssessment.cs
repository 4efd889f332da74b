using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Domain.Civil;

/// <summary>
/// What the plan does to civil traffic: the difference between the same days without and with it, by mode. The planner's price
/// bands are an estimate made before the plan; this is the account made after it. No movement, no change: exactly 0.
/// </summary>
public sealed record CivilAssessment
{
    /// <summary>What every figure counts; figures name it by id.</summary>
    public required IReadOnlyList<CivilMetric> Metrics { get; init; }

    /// <summary>One for each mode that the network has, in the order of <see cref="TransportMode"/>.</summary>
    public required IReadOnlyList<ModeAssessment> Modes { get; init; }

    /// <summary>The changes in euros; null where the dataset has no values.</summary>
    public CivilValuation? Valuation { get; init; }

    /// <summary>Of a run folder that was written before runs were assessed.</summary>
    public static CivilAssessment None { get; } = new() { Metrics = [], Modes = [] };
}

/// <summary>A measure of civil traffic.</summary>
/// <param name="Id">Such as <c>road.vehicle-hours-lost</c>; the mode comes first.</param>
/// <param name="Name">As its readers call it, in English; the page has its Dutch name.</param>
/// <param name="Unit">Unit, such as <c>vehicle-h</c>.</param>
/// <param name="Definition">What is counted, against what.</param>
/// <param name="Reference">Norm or standard with its section and value, or where the definition comes from.</param>
public sealed record CivilMetric(string Id, string Name, string Unit, Sentence Definition, Sentence Reference)
{
    /// <summary>A rise is bad; false where a fall is (punctuality).</summary>
    public bool LessIsBetter { get; init; } = true;

    /// <summary>The norm that <see cref="Reference"/> states, in <see cref="Unit"/>; null without one.</summary>
    public double? Norm { get; init; }
}

/// <summary>A metric without and with the plan.</summary>
/// <param name="Metric">Id of a <see cref="CivilMetric"/>.</param>
/// <param name="Before">Without the plan.</param>
/// <param name="After">With it.</param>
/// <param name="Quality"><c>measured</c>, <c>derived</c> or <c>assumed</c>: the weakest of what it is made from.</param>
public sealed record CivilFigure(string Metric, double Before, double After, string Quality)
{
    public double Change => After - Before;
}

/// <summary>Figures of one mode.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="Figures">Over the whole network and all hours.</param>
/// <param name="Breakdowns">The same figures by part, those of parts without a change left out.</param>
public sealed record ModeAssessment(
    TransportMode Mode, IReadOnlyList<CivilFigure> Figures, IReadOnlyList<CivilBreakdown> Breakdowns)
{
    /// <summary>Single links, sections, locks and bridges in single hours; not for public readers.</summary>
    public IReadOnlyList<AssessedCell> Cells { get; init; } = [];

    /// <summary>Rail: every civil path that the plan moves, worst first.</summary>
    public IReadOnlyList<DisplacedPath> Paths { get; init; } = [];

    /// <summary>
    /// Rail: civil trains of the hours and sections that the plan uses, for a train graph; in order of entry, those that move first
    /// where there are too many. Not for public readers.
    /// </summary>
    public IReadOnlyList<CivilTrainPath> TrainPaths { get; init; } = [];

    /// <summary>What the figures assume, how sharp they are and what they leave out, in sentences.</summary>
    public IReadOnlyList<Sentence> Notes { get; init; } = [];
}

/// <summary>Figures of a part.</summary>
/// <param name="Dimension"><c>manager</c>, <c>region</c>, <c>hour</c> (since the scenario's start), <c>class</c>,
/// <c>vehicle-class</c>, or <c>sector</c> (vital sector with a civil floor).</param>
/// <param name="Key">Which; hours as four digits.</param>
/// <param name="Figures">Its figures.</param>
public sealed record CivilBreakdown(string Dimension, string Key, IReadOnlyList<CivilFigure> Figures);

/// <summary>A metric on one link (both directions apart), section, lock or bridge in one hour.</summary>
/// <param name="Resource">Link or node id.</param>
/// <param name="Forward">Direction along the link; true for nodes.</param>
/// <param name="Hour">Hour since the scenario's start.</param>
/// <param name="Metric">Id of the metric.</param>
/// <param name="Before">Without the plan.</param>
/// <param name="After">With it.</param>
public readonly record struct AssessedCell(string Resource, bool Forward, int Hour, string Metric, double Before, double After);

/// <summary>A civil train path that the plan moves.</summary>
/// <param name="Category"><c>intercity</c>, <c>sprinter</c> or <c>freight</c>.</param>
/// <param name="Links">Sections where it is in the way, in order.</param>
/// <param name="Hour">Hour in which it enters the first of them, since the scenario's start.</param>
/// <param name="Step">What happens to it: <c>retimed</c>, <c>diverted</c>, <c>shifted</c>, <c>cancelled</c> or, where the regime leaves
/// it no place, <c>without-place</c>.</param>
/// <param name="Paths">How many paths; profiles hold fractions of trains per hour.</param>
/// <param name="TrainMinutes">Train-minutes lost by them together.</param>
/// <param name="PassengerMinutes">Passenger-minutes lost; 0 for freight.</param>
/// <param name="Because">Military serials in whose place it stood.</param>
public sealed record DisplacedPath(
    string Category, IReadOnlyList<string> Links, int Hour, string Step, double Paths, double TrainMinutes, double PassengerMinutes,
    IReadOnlyList<string> Because);

/// <summary>
/// A civil train along consecutive sections, as it runs without the plan; profiles give volumes, so the times are a pattern and no
/// timetable. The train's entry with the plan is <paramref name="ShiftSeconds"/> later (or earlier, if negative), all sections alike.
/// </summary>
/// <param name="Category"><c>intercity</c>, <c>sprinter</c> or <c>freight</c>.</param>
/// <param name="Links">Sections in the order in which it runs over them.</param>
/// <param name="Forward">For each of them, whether it runs from the link's first node to its second.</param>
/// <param name="EnterSeconds">When its head enters each, since the scenario's start.</param>
/// <param name="LeaveSeconds">When its head leaves each.</param>
/// <param name="Step">What the plan does to it: <c>unchanged</c>, <c>retimed</c>, <c>diverted</c>, <c>shifted</c>, <c>cancelled</c>
/// or <c>without-place</c>.</param>
/// <param name="ShiftSeconds">Seconds by which it is shifted; 0 where it is unchanged, diverted or cancelled.</param>
public sealed record CivilTrainPath(
    string Category, IReadOnlyList<string> Links, IReadOnlyList<bool> Forward, IReadOnlyList<int> EnterSeconds,
    IReadOnlyList<int> LeaveSeconds, string Step, int ShiftSeconds);

/// <summary>Changes in euros with their spread, their division over regions, and carbon.</summary>
/// <param name="Rows">One for each quantity that has a value.</param>
/// <param name="Total">Sum of the rows.</param>
/// <param name="Fairness">How the burden is divided over the regions.</param>
/// <param name="Carbon">Extra emissions, kg CO2-equivalent, by mode; an indicator, never a constraint.</param>
public sealed record CivilValuation(
    IReadOnlyList<ValuedChange> Rows, EuroSpread Total, Fairness Fairness, IReadOnlyList<CarbonChange> Carbon)
{
    /// <summary>Year of the euros, with the factor by which older ones were brought to it.</summary>
    public string PriceLevel { get; init; } = "";

    /// <summary>What the euros assume and leave out, in sentences.</summary>
    public IReadOnlyList<Sentence> Notes { get; init; } = [];
}

/// <summary>A quantity and what it is worth.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="Metric">Id of the metric whose change is valued.</param>
/// <param name="Quantity">Quantity valued, in hours of persons, vehicles, trains or vessels.</param>
/// <param name="Category">Row of values-of-time.csv.</param>
/// <param name="Euros">Its worth.</param>
/// <param name="Quality">The weaker of quantity and value.</param>
public sealed record ValuedChange(
    TransportMode Mode, string Metric, double Quantity, string Category, EuroSpread Euros, string Quality);

/// <summary>Micro-euros at the low, central and high value.</summary>
public readonly record struct EuroSpread(long Low, long Central, long High)
{
    public static EuroSpread operator +(EuroSpread a, EuroSpread b) => new(a.Low + b.Low, a.Central + b.Central, a.High + b.High);
}

/// <summary>Division of the burden over regions.</summary>
/// <param name="Measure">What is divided, such as <c>euros per 1,000 inhabitants</c>.</param>
/// <param name="Regions">Burden by region, heaviest first.</param>
/// <param name="Gini">0 when all bear the same, towards 1 when one bears all (Gini 1912); weighted by inhabitants.</param>
public sealed record Fairness(string Measure, IReadOnlyList<RegionBurden> Regions, double Gini)
{
    /// <summary>The weakest of the values that are divided; empty in run folders written before it was stated.</summary>
    public string Quality { get; init; } = "";

    /// <summary>Where the measure comes from, and whose inhabitants.</summary>
    public Sentence Reference { get; init; } = Sentence.None;

    /// <summary>Region with the heaviest burden; null without any.</summary>
    public RegionBurden? Worst => Regions.Count == 0 ? null : Regions[0];
}

/// <summary>Burden of a region in the unit of the measure.</summary>
public sealed record RegionBurden(string Region, double Burden);

/// <summary>Extra emissions of a mode.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="KgCo2">kg CO2-equivalent, after less before.</param>
/// <param name="Quality">Quality of the emission factor and of the quantity, the weaker.</param>
/// <param name="Source">Source of the factor with its date.</param>
public sealed record CarbonChange(TransportMode Mode, double KgCo2, string Quality, string Source);
