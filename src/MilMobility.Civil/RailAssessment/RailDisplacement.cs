using MilMobility.Domain.Scenarios;

namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Military trains keep their planned times; the civil trains in their way leave the tracks and are put back one by one, intercities first,
/// freight last, each at the smallest delay at which it fits among military trains and all civil trains that have a place:
///
/// 1. Adjusted: within the slack of the hour. Needs no lever. A passenger train that finds no place so takes that of freight trains, where
///    the regime permits any lever on freight; they then look for a place in their turn.
/// 2. Freight, with the lever to retime: later, up to the limit.
/// 3. Freight, with the lever to divert: over the fastest other route, or in another hour, whichever has the smaller delay.
/// 4. Cancelled, with the category's lever, while the civil floor of the day is kept on all sections of the train.
/// 5. Otherwise it is without a place.
///
/// Freight is last in the queue, so it is displaced first: a step is used for a passenger train only once freight has given way.
/// Greedy, not optimal: another order may lose less, so the totals are an upper bound of what a good planner of paths would reach.
/// Changes the diaries of the timetable that it is given. Not thread-safe.
/// </summary>
public sealed class RailDisplacement
{
    private readonly RailSections _rail;
    private readonly CivilTimetable _timetable;
    private readonly LegalRegime _regime;
    private readonly CivilFloor _floor;
    private readonly FreightDetours _detours;
    private readonly SortedDictionary<(int Category, int Number), InTheWay> _queue = [];
    private readonly SortedDictionary<int, DisplacedTrain> _displaced = [];

    private RailDisplacement(RailSections rail, CivilTimetable timetable, LegalRegime regime)
    {
        _rail = rail;
        _timetable = timetable;
        _regime = regime;
        _floor = new CivilFloor(timetable.Trains, regime.CivilFloorRailPercent);
        _detours = new FreightDetours(rail);
    }

    /// <summary>The trains that give way, by number.</summary>
    public static IReadOnlyList<DisplacedTrain> Of(
        RailSections rail, CivilTimetable timetable, IReadOnlyList<MilitaryStay> military, LegalRegime regime,
        CancellationToken cancel)
    {
        var displacement = new RailDisplacement(rail, timetable, regime);
        displacement.Enter(military);
        while (displacement._queue.Count > 0)
        {
            cancel.ThrowIfCancellationRequested();
            var (next, why) = displacement._queue.First();
            displacement._queue.Remove(next);
            displacement._displaced[next.Number] = displacement.PutBack(timetable.Trains[next.Number], why);
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

        foreach (var (_, number) in _queue.Keys) _timetable.Diaries.Remove(number, _timetable.Trains[number].Place);
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

        foreach (var conflict in conflicts) Why(conflict).Add(military.Section, military.Serial);
        return (best, stay);
    }

    /// <summary>When the head is at a share of the section; it runs at one speed.</summary>
    private static int Between(MilitaryStay military, int piece, int pieces) =>
        military.Enter + (int)((long)(military.Leave - military.Enter) * piece / pieces);

    private InTheWay Why(TrackStay train)
    {
        var key = (train.Category, train.Train);
        if (!_queue.TryGetValue(key, out var why)) _queue[key] = why = new InTheWay();
        return why;
    }

    private DisplacedTrain PutBack(CivilTrain train, InTheWay why)
    {
        var (step, place, route) = Place(train, why);
        var delay = 0;
        if (place is not null)
        {
            _timetable.Diaries.Add(train.Number, route, place);
            delay = ReferenceEquals(route, train.Route)
                ? place.Delay(train.Place) : Math.Max(0, place.Arrival(route) - train.Place.Arrival(train.Route));
        }

        if (step == DisplacementStep.Adjusted && delay == 0) step = DisplacementStep.Unchanged;
        return new DisplacedTrain(
            train, step, delay, [.. train.Route.Sections.Where(why.Sections.Contains)], [.. why.Serials]);
    }

    private (DisplacementStep Step, TrainPlace? Place, TrainRoute Route) Place(CivilTrain train, InTheWay why)
    {
        var isFreight = train.Route.Category == RailRules.Freight;
        var slack = isFreight ? _rail.Rules.FreightSlackSeconds : _rail.Rules.PassengerSlackSeconds;
        if (Later(train, slack) is { } adjusted) return (DisplacementStep.Adjusted, adjusted, train.Route);
        if (isFreight)
        {
            if (Permits(RailLevers.RetimeFreight) && Later(train, _rail.Rules.RetimeSeconds) is { } retimed)
                return (DisplacementStep.Retimed, retimed, train.Route);
            if (Permits(RailLevers.DivertFreight) && Elsewhere(train, why) is { } found) return found;
        }
        else if (InPlaceOfFreight(train, slack, why) is { } taken)
        {
            return (DisplacementStep.Adjusted, taken, train.Route);
        }

        var cancels = Permits(isFreight ? RailLevers.CancelFreight : RailLevers.CancelPassenger) && _floor.TryCancel(train);
        return (cancels ? DisplacementStep.Cancelled : DisplacementStep.WithoutPlace, null, train.Route);
    }

    private TrainPlace? Later(CivilTrain train, int delayMax) =>
        _timetable.Diaries.Find(train.Route, train.Place.Enter, delayMax);

    private TrainPlace? InPlaceOfFreight(CivilTrain train, int slack, InTheWay why)
    {
        var levers = RailLevers.RetimeFreight | RailLevers.DivertFreight | RailLevers.CancelFreight;
        if ((_regime.RailLevers & levers) == RailLevers.None) return null;
        if (_timetable.Diaries.Find(train.Route, train.Place.Enter, slack, RailRules.Freight) is not { } place) return null;
        var moved = new List<TrackStay>();
        for (var i = 0; i < place.Enter.Length; i++)
        {
            var from = moved.Count;
            _timetable.Diaries[place.Diary[i]].Conflicts(RailDiaries.Stay(train.Number, train.Route, place, i), moved);
            for (var k = from; k < moved.Count; k++)
            {
                foreach (var serial in why.Serials) Why(moved[k]).Add(_rail.PieceSection[train.Route.Pieces[i]], serial);
            }
        }

        // Freight is queued behind all passenger trains, so none of these was put back yet: they stand where they stood.
        foreach (var number in moved.Select(s => s.Train).Distinct())
            _timetable.Diaries.Remove(number, _timetable.Trains[number].Place);
        return place;
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

    private sealed class InTheWay
    {
        public SortedSet<int> Sections { get; } = [];

        public SortedSet<string> Serials { get; } = new(StringComparer.Ordinal);

        public void Add(int section, string serial)
        {
            Sections.Add(section);
            Serials.Add(serial);
        }
    }
}
