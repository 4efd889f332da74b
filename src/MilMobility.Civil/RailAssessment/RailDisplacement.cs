using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Military trains keep their planned times; the civil trains in their way leave the tracks and are put back one by one, those of a
/// protected sector first (<see cref="SectorFloors"/>), then intercities, freight last, each at the smallest delay at which it fits among
/// military trains and all civil trains that have a place:
///
/// 1. Adjusted: within the slack of the hour. Needs no lever. Where it does not fit so, others wait for it, also within their slack:
///    freight trains first, then sprinters, then intercities (<see cref="KnockOnDelays"/>); for a freight train only freight does.
/// 2. A passenger train that finds no place so takes that of freight trains, where the regime permits any lever on freight; they then
///    look for a place in their turn.
/// 3. Freight, with the lever to retime: later, up to the limit.
/// 4. Freight, with the lever to divert: over the fastest other route, or in another hour, whichever has the smaller delay.
/// 5. Cancelled, with the category's lever, while the civil floor of the day is kept on all sections of the train.
/// 6. Otherwise it is without a place.
///
/// Steps 4 and 5 take nobody below the floor of a sector. Freight is last in the queue, so it is displaced first: a step is used for a
/// passenger train only once freight has given way.
/// Greedy, not optimal: another order may lose less, so the totals are an upper bound of what a good planner of paths would reach.
/// Changes the diaries of the timetable that it is given. Not thread-safe.
/// </summary>
public sealed class RailDisplacement
{
    private readonly RailSections _rail;
    private readonly CivilTimetable _timetable;
    private readonly LegalRegime _regime;
    private readonly CivilFloor _floor;
    private readonly SectorFloors _sectors;
    private readonly FreightDetours _detours;
    private readonly KnockOnDelays _knockOn;
    private readonly SortedDictionary<(bool IsOther, int Category, int Number), InTheWay> _queue = [];
    private readonly SortedDictionary<int, DisplacedTrain> _displaced = [];

    private RailDisplacement(RailSections rail, CivilTimetable timetable, LegalRegime regime, SectorFloors sectors)
    {
        _rail = rail;
        _timetable = timetable;
        _regime = regime;
        _sectors = sectors;
        _floor = new CivilFloor(timetable.Trains, regime.CivilFloorRailPercent);
        _detours = new FreightDetours(rail);
        _knockOn = new KnockOnDelays(rail, timetable, sectors);
    }

    /// <summary>The trains that give way, by number; the sector floors know then what they kept.</summary>
    public static IReadOnlyList<DisplacedTrain> Of(
        RailSections rail, CivilTimetable timetable, IReadOnlyList<MilitaryStay> military, LegalRegime regime, SectorFloors sectors,
        CancellationToken cancel)
    {
        var displacement = new RailDisplacement(rail, timetable, regime, sectors);
        displacement.Enter(military);
        while (displacement._queue.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var (next, why) = displacement._queue.First();
            displacement._queue.Remove(next);
            displacement.PutBack(timetable.Trains[next.Number], why);
        }

        return [.. displacement._displaced.Values.Where(d => d.Step != DisplacementStep.Unchanged)];
    }

    /// <summary>Puts the military trains on the tracks and takes the civil ones off that are in their way.</summary>
    private void Enter(IReadOnlyList<MilitaryStay> military)
    {
        var stays = new List<(int Diary, TrackStay Stay)>();
        for (var m = 0; m < military.Count; m++)
        {
            var (first, count) = (_rail.PieceStart[military[m].Section], _rail.PieceStart[military[m].Section + 1]);
            for (var piece = first; piece < count; piece++) stays.Add(Enter(military[m], m, piece));
        }

        foreach (var turn in _queue.Keys) _timetable.Diaries.Remove(turn.Number, _timetable.Trains[turn.Number].Place);
        foreach (var (diary, stay) in stays) _timetable.Diaries[diary].Add(stay);
    }

    /// <summary>Of parallel tracks a military train takes the one with the fewest civil trains in its way, of equals the last.</summary>
    private (int Diary, TrackStay Stay) Enter(MilitaryStay military, int number, int piece)
    {
        var (start, end) = (_rail.PieceStart[military.Section], _rail.PieceStart[military.Section + 1]);
        var place = military.Forward ? piece - start : end - 1 - piece;
        var stay = new TrackStay(
            Between(military, place, end - start), Between(military, place + 1, end - start), military.Pass, military.Forward, ~number, -1);
        var (first, count) = _rail.Diaries(piece, military.Forward);
        var (best, conflicts) = (-1, new List<TrackStay>());
        for (var k = count - 1; k >= 0; k--)
        {
            var found = new List<TrackStay>();
            _timetable.Diaries[first + k].Conflicts(stay, found);
            if (best >= 0 && found.Count >= conflicts.Count) continue;
            (best, conflicts) = (first + k, found);
        }

        foreach (var conflict in conflicts) Why(_timetable.Trains[conflict.Train]).Add(military);
        return (best, stay);
    }

    /// <summary>When the head is at a share of the section; it runs at one speed.</summary>
    private static int Between(MilitaryStay military, int piece, int pieces) =>
        military.Enter + (int)((long)(military.Leave - military.Enter) * piece / pieces);

    private InTheWay Why(CivilTrain train)
    {
        var turn = _sectors.TurnOf(train);
        if (!_queue.TryGetValue(turn, out var why)) _queue[turn] = why = new InTheWay();
        return why;
    }

    private void PutBack(CivilTrain train, InTheWay why)
    {
        var isFreight = train.Route.Category == RailRules.Freight;
        var slack = isFreight ? _rail.Rules.FreightSlackSeconds : _rail.Rules.PassengerSlackSeconds;
        if (Later(train, slack) is { } adjusted)
        {
            Add(train, DisplacementStep.Adjusted, adjusted, train.Route, why);
            return;
        }

        var last = isFreight && !_sectors.IsProtected(train) ? RailRules.Freight : 0;
        for (var yielding = RailRules.Freight; yielding >= last; yielding--)
        {
            if (_knockOn.Place(train, why, yielding) is not { } moved) continue;
            foreach (var (each, place, cause) in moved) Record(each, DisplacementStep.Adjusted, place, each.Route, cause);
            return;
        }

        var (step, found, route) = isFreight ? ByLever(train, why) : InPlaceOfFreight(train, slack, why);
        if (found is null && MayCancel(train, isFreight)) step = DisplacementStep.Cancelled;
        Add(train, step, found, route, why);
    }

    private void Add(CivilTrain train, DisplacementStep step, TrainPlace? place, TrainRoute route, InTheWay why)
    {
        if (place is not null) _timetable.Diaries.PutBack(train.Number, route, place);
        if (step is not (DisplacementStep.Adjusted or DisplacementStep.Retimed)) _sectors.Leave(train);
        Record(train, step, place, route, why);
    }

    private void Record(CivilTrain train, DisplacementStep step, TrainPlace? place, TrainRoute route, InTheWay why)
    {
        var delay = place is null ? 0
            : ReferenceEquals(route, train.Route) ? place.Delay(train.Place)
            : Math.Max(0, place.Arrival(route) - train.Place.Arrival(train.Route));
        if (step == DisplacementStep.Adjusted && delay == 0) step = DisplacementStep.Unchanged;
        _displaced[train.Number] = new DisplacedTrain(
            train, step, delay, [.. train.Route.Sections.Where(why.Sections.Contains)], [.. why.Serials], [.. why.Cells]);
    }

    private TrainPlace? Later(CivilTrain train, int delayMax) =>
        _timetable.Diaries.Find(train.Route, train.Place.Enter, delayMax);

    private (DisplacementStep Step, TrainPlace? Place, TrainRoute Route) ByLever(CivilTrain train, InTheWay why)
    {
        if (Permits(RailLevers.RetimeFreight) && Later(train, _rail.Rules.RetimeSeconds) is { } retimed)
            return (DisplacementStep.Retimed, retimed, train.Route);
        return Permits(RailLevers.DivertFreight) && _sectors.MayLeave(train) && Elsewhere(train, why) is { } found
            ? found : (DisplacementStep.WithoutPlace, null, train.Route);
    }

    private bool MayCancel(CivilTrain train, bool isFreight) =>
        Permits(isFreight ? RailLevers.CancelFreight : RailLevers.CancelPassenger) && _sectors.MayLeave(train) && _floor.TryCancel(train);

    private (DisplacementStep Step, TrainPlace? Place, TrainRoute Route) InPlaceOfFreight(CivilTrain train, int slack, InTheWay why)
    {
        const RailLevers Freight = RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight;
        var none = (DisplacementStep.WithoutPlace, (TrainPlace?)null, train.Route);
        if ((_regime.RailLevers & Freight) == RailLevers.None) return none;
        if (_timetable.Diaries.Find(train.Route, train.Place.Enter, slack, RailRules.Freight) is not { } place) return none;
        var moved = _knockOn.InTheWayOf(train, place);
        // Whether a protected train finds another place is not known yet.
        if (moved.Exists(m => _sectors.IsProtected(m.Train))) return none;
        foreach (var other in moved.Select(m => m.Train).Distinct()) _timetable.Diaries.Remove(other.Number, other.Place);
        foreach (var (other, section) in moved) Why(other).Add(section, why);
        return (DisplacementStep.Adjusted, place, train.Route);
    }

    /// <summary>Another route or another hour.</summary>
    private (DisplacementStep Step, TrainPlace? Place, TrainRoute Route)? Elsewhere(CivilTrain train, InTheWay why)
    {
        var shifted = Later(train, _rail.Rules.ShiftSeconds);
        var shiftSeconds = shifted?.Delay(train.Place) ?? int.MaxValue;
        if (_detours.Around(train.Route, why.Sections) is { } route)
        {
            var earliest = new int[route.Pieces.Length];
            earliest[0] = train.Place.Enter[0];
            for (var i = 1; i < earliest.Length; i++) earliest[i] = earliest[i - 1] + route.RunSeconds[i - 1];
            var late = Math.Max(0, route.TotalRunSeconds - (train.Place.Arrival(train.Route) - train.Place.Enter[0]));
            var place = late > _rail.Rules.DetourSeconds
                ? null : _timetable.Diaries.Find(route, earliest, _rail.Rules.DetourSeconds - late);
            if (place is not null && place.Arrival(route) - train.Place.Arrival(train.Route) <= shiftSeconds)
                return (DisplacementStep.Diverted, place, route);
        }

        return shifted is null ? null : (DisplacementStep.Shifted, shifted, train.Route);
    }

    private bool Permits(RailLevers lever) => _regime.RailLevers.HasFlag(lever);
}
