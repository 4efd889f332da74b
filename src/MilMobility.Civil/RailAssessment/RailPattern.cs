using MilMobility.Domain.Civil;

namespace MilMobility.Civil.RailAssessment;

/// <summary>One timetable without and with the plan; what of it is counted, not its trains.</summary>
public sealed record RailPattern
{
    /// <summary>[3] trains by category that run without the plan.</summary>
    public required IReadOnlyList<int> Trains { get; init; }
    /// <summary>Sections that they run over, added up.</summary>
    public required int SectionCount { get; init; }
    /// <summary>Trains of the profiles that found no place without the plan; no figure counts them.</summary>
    public required int LeftOut { get; init; }
    /// <summary>Trains that give way, by number.</summary>
    public required IReadOnlyList<DisplacedTrain> Displaced { get; init; }
    /// <summary>What the floors of vital sectors kept.</summary>
    public required IReadOnlyList<SectorKept> Sectors { get; init; }
    /// <summary>Capacity consumption without the plan.</summary>
    public required CapacityConsumption Before { get; init; }
    /// <summary>Capacity consumption with it.</summary>
    public required CapacityConsumption After { get; init; }
    /// <summary>Of the first pattern, for a train graph; empty for the others.</summary>
    public required IReadOnlyList<CivilTrainPath> Graph { get; init; }

    public static RailPattern Of(
        RailScope scope, IReadOnlyList<HourFlows> flows, IReadOnlyList<MilitaryStay> military, int pattern, CancellationToken cancel)
    {
        var rail = scope.Rail;
        var timetable = CivilTimetable.Of(rail, flows, pattern, cancel);
        var trains = new int[RailRules.Categories.Count];
        foreach (var train in timetable.Trains) trains[train.Route.Category]++;
        var before = CapacityConsumption.Of(rail, timetable.Diaries, scope.Hours);
        var sectors = new SectorFloors(scope.Floors, rail, timetable.Trains);
        var displaced = RailDisplacement.Of(rail, timetable, military, scope.Regime, sectors, cancel);
        return new RailPattern
        {
            Trains = trains,
            SectionCount = timetable.Trains.Sum(t => t.Route.Sections.Length),
            LeftOut = timetable.LeftOut,
            Displaced = displaced,
            Sectors = sectors.Kept(),
            Before = before,
            // Without military trains the two are one, to the last bit.
            After = military.Count == 0 ? before : CapacityConsumption.Of(rail, timetable.Diaries, scope.Hours),
            Graph = pattern == 0 ? TrainGraph.Of(rail, timetable.Trains, displaced, military) : [],
        };
    }
}
