using MilMobility.Domain.Units;

namespace MilMobility.Domain.Civil;

/// <summary>What a plan does to civil traffic. Volume kept and duration kept stay two separate measures.</summary>
public sealed record CivilImpact
{
    public required IReadOnlyList<CivilCell> Cells { get; init; }
    public required CivilTotals Totals { get; init; }
    public required IReadOnlyList<CivilGroup> ByManager { get; init; }
    public required IReadOnlyList<CivilGroup> ByMode { get; init; }
    public required IReadOnlyList<CivilGroup> ByRegion { get; init; }
    /// <summary>Key is the hour since the scenario's start.</summary>
    public required IReadOnlyList<CivilGroup> ByHour { get; init; }
    /// <summary>Train paths displaced by category of civil train.</summary>
    public required IReadOnlyList<CivilGroup> RailByCategory { get; init; }
    /// <summary>Share of civil link-hours that keep their whole demand, per mode: the duration kept.</summary>
    public required IReadOnlyList<CivilKept> Kept { get; init; }
    /// <summary>The prices used, each with source, date and quality.</summary>
    public required IReadOnlyList<ValueOfTime> ValuesOfTime { get; init; }
    /// <summary>Share of the used civil volumes per quality flag, 0-1.</summary>
    public required IReadOnlyDictionary<string, double> QualityShares { get; init; }
    /// <summary>The account made after the plan; what stands above it is the planner's estimate by price bands.</summary>
    public CivilAssessment Assessment { get; init; } = CivilAssessment.None;
}

/// <summary>One rate resource in one hour in which the plan uses it.</summary>
/// <param name="Resource">Link id, or lock node id.</param>
/// <param name="Forward">Direction along the link; true for locks.</param>
/// <param name="Hour">Hour since the scenario's start.</param>
/// <param name="Capacity">Per hour: pcu, paths or lockages.</param>
/// <param name="CivilDemand">Civil use before.</param>
/// <param name="MilitaryUse">The plan's use.</param>
/// <param name="Residual">max(0, capacity - civil demand).</param>
/// <param name="Displaced">Civil volume that does not pass in its hour: max(0, use - residual).</param>
/// <param name="DelayHours">Civil vehicle-, train- or barge-hours lost, local queues within the hour included.</param>
/// <param name="CostMicroEuros">Price of the displacement.</param>
public sealed record CivilCell(
    string Resource, TransportMode Mode, bool Forward, int Hour, string Manager, string Region, double Capacity, double CivilDemand,
    double MilitaryUse, double Residual, double Displaced, double DelayHours, long CostMicroEuros)
{
    /// <summary>Rail only: train paths displaced by what happens to them, mildest first; empty where none are.</summary>
    public IReadOnlyList<CivilGroup> RailByCategory { get; init; } = [];
}

/// <summary>Sums over all cells.</summary>
/// <param name="RoadDisplacedPcu">Passenger-car units displaced.</param>
/// <param name="RoadDelayHours">Vehicle-hours lost (voertuigverliesuren).</param>
/// <param name="RailDisplacedPaths">Civil train paths displaced.</param>
/// <param name="RailDelayHours">Train-hours lost.</param>
/// <param name="WaterDisplacedLockages">Civil lockages displaced.</param>
/// <param name="WaterDelayHours">Barge-hours waiting.</param>
/// <param name="CostMicroEuros">Sum of the prices.</param>
public sealed record CivilTotals(
    double RoadDisplacedPcu, double RoadDelayHours, double RailDisplacedPaths, double RailDelayHours,
    double WaterDisplacedLockages, double WaterDelayHours, long CostMicroEuros);

/// <summary>A group's share: a manager, mode, region, hour or category.</summary>
public sealed record CivilGroup(string Key, double Displaced, double DelayHours, long CostMicroEuros);

/// <summary>How much of the civil traffic a mode keeps in the cells the plan touches and over the whole network.</summary>
/// <param name="VolumeKept">1 - displaced / civil demand, over the cells that the plan touches.</param>
/// <param name="DurationKept">Share of link-hours of the whole network without displacement.</param>
public sealed record CivilKept(TransportMode Mode, double VolumeKept, double DurationKept);

/// <summary>A row of the value-of-time file. Low, central and high are at the same price level.</summary>
/// <param name="Category">Mode and purpose, such as <c>car-commute</c>.</param>
/// <param name="Unit">What an hour is one of: <c>person</c>, <c>vehicle</c>, <c>train</c>, <c>vessel</c>.</param>
/// <param name="EurosPerHour">Central value; prices and single figures use it.</param>
/// <param name="PriceLevel">Year of the euros.</param>
/// <param name="Source">Source of the central value.</param>
/// <param name="Date">Its date.</param>
/// <param name="Quality">Its quality.</param>
public sealed record ValueOfTime(
    string Category, string Unit, decimal EurosPerHour, string PriceLevel, string Source, string Date, string Quality)
{
    /// <summary>At most the central value; the same where the file has no spread.</summary>
    public decimal EurosPerHourLow { get; init; } = EurosPerHour;

    /// <summary>At least the central value; the same where the file has no spread.</summary>
    public decimal EurosPerHourHigh { get; init; } = EurosPerHour;

    /// <summary>Where the spread comes from; empty where the file does not say.</summary>
    public string SpreadSource { get; init; } = "";
}
