namespace MilMobility.Civil.RailAssessment;

/// <summary>One timetable without and with the plan.</summary>
/// <param name="Trains">All civil trains, where they run without the plan.</param>
/// <param name="LeftOut">Trains of the profiles that found no place without the plan; no figure counts them.</param>
/// <param name="Displaced">Those that give way.</param>
/// <param name="Before">Capacity consumption without the plan.</param>
/// <param name="After">With it.</param>
public sealed record RailPattern(
    IReadOnlyList<CivilTrain> Trains, int LeftOut, IReadOnlyList<DisplacedTrain> Displaced, CapacityConsumption Before,
    CapacityConsumption After)
{
    public static RailPattern Of(
        RailScope scope, IReadOnlyList<HourFlows> flows, IReadOnlyList<MilitaryStay> military, int pattern, CancellationToken cancel)
    {
        var rail = scope.Rail;
        var timetable = CivilTimetable.Of(rail, flows, pattern, cancel);
        var before = CapacityConsumption.Of(rail, timetable.Diaries, scope.Hours);
        // Without military trains the two are one, to the last bit.
        if (military.Count == 0) return new RailPattern(timetable.Trains, timetable.LeftOut, [], before, before);
        var displaced = RailDisplacement.Of(rail, timetable, military, scope.Regime, cancel);
        return new RailPattern(
            timetable.Trains, timetable.LeftOut, displaced, before, CapacityConsumption.Of(rail, timetable.Diaries, scope.Hours));
    }
}
