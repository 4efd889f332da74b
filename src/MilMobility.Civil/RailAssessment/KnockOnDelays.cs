namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// A train that finds no place among trains that keep their times to the second may find one where others wait a little for it: it is
/// put back behind what cannot give way, those in its way come off the tracks and look for a place in their turn, until a train fits
/// between all others. Nobody is later than the slack of the hour in the end, nobody moves twice, and they lose no more together, in
/// train-minutes and in passenger-minutes, than the loss of the one train counts for; otherwise everything is as before.
/// This is how a delay dies out in a timetable with buffers (UIC Code 406, 2nd edition 2013: buffer times against knock-on delays).
///
/// Greedy, without going back on a choice: that it finds nothing is no proof that there is nothing. Changes the diaries of the timetable.
/// Not thread-safe.
/// </summary>
/// <param name="rail">Sections.</param>
/// <param name="timetable">Civil trains.</param>
/// <param name="floors">Sector floors: a protected train looks for its place before others.</param>
public sealed class KnockOnDelays(RailSections rail, CivilTimetable timetable, SectorFloors floors)
{
    /// <summary>Most trains that wait for each other because of one.</summary>
    public const int TrainsMax = 40;

    /// <summary>A train with its new place.</summary>
    public readonly record struct Moved(CivilTrain Train, TrainPlace Place, InTheWay Why);

    /// <summary>Puts a train back and all that wait for it; null, and nothing changed, where one of them has no place.</summary>
    /// <param name="first">Train that is off the tracks.</param>
    /// <param name="why">Why.</param>
    /// <param name="yielding">Trains of this category and less protected ones may have to wait; for a freight train only freight does,
    /// unless it is protected.</param>
    public IReadOnlyList<Moved>? Place(CivilTrain first, InTheWay why, int yielding)
    {
        var waiting = new SortedDictionary<(bool IsOther, int Category, int Number), InTheWay> { [floors.TurnOf(first)] = why };
        var (placed, taken) = (new List<Moved>(), new List<CivilTrain>());
        var left = new Minutes(rail.Rules.CancelledMinutes[first.Route.Category], rail.Rules.Passengers[first.Route.Category]);
        while (waiting.Count > 0)
        {
            var (turn, cause) = waiting.First();
            waiting.Remove(turn);
            var train = timetable.Trains[turn.Number];
            if (placed.Count == TrainsMax || PlaceOf(train, yielding) is not { } place
                || !left.TryTake(place.Delay(train.Place), train, rail.Rules))
            {
                Restore(placed, taken);
                return null;
            }

            foreach (var (other, section) in InTheWayOf(train, place))
            {
                if (!waiting.TryGetValue(floors.TurnOf(other), out var known))
                {
                    waiting[floors.TurnOf(other)] = known = new InTheWay();
                    timetable.Diaries.Remove(other.Number, other.Place);
                    taken.Add(other);
                }

                known.Add(section, cause);
            }

            timetable.Diaries.PutBack(train.Number, train.Route, place);
            placed.Add(new Moved(train, place, cause));
        }

        return placed;
    }

    /// <summary>Civil trains that give way to a train at a place, each with the sections where.</summary>
    public List<(CivilTrain Train, int Section)> InTheWayOf(CivilTrain train, TrainPlace place)
    {
        var found = new List<(CivilTrain, int)>();
        var stays = new List<TrackStay>();
        for (var i = 0; i < place.Enter.Length; i++)
        {
            stays.Clear();
            timetable.Diaries[place.Diary[i]].Conflicts(RailDiaries.Stay(train.Number, train.Route, place, i), stays);
            var section = rail.PieceSection[train.Route.Pieces[i]];
            found.AddRange(stays.Select(s => (timetable.Trains[s.Train], section)));
        }

        return found;
    }

    /// <summary>What the trains may still lose.</summary>
    private sealed class Minutes(double trainMinutes, double passengers)
    {
        private double _trainMinutes = trainMinutes;
        private double _passengerMinutes = trainMinutes * passengers;

        public bool TryTake(int delaySeconds, CivilTrain train, RailRules rules)
        {
            _trainMinutes -= delaySeconds / 60.0;
            _passengerMinutes -= delaySeconds / 60.0 * rules.Passengers[train.Route.Category];
            return _trainMinutes >= 0 && _passengerMinutes >= 0;
        }
    }

    private TrainPlace? PlaceOf(CivilTrain train, int yielding)
    {
        var isFreight = train.Route.Category == RailRules.Freight;
        var slack = isFreight ? rail.Rules.FreightSlackSeconds : rail.Rules.PassengerSlackSeconds;
        if (isFreight && !floors.IsProtected(train)) yielding = RailRules.Freight;
        return timetable.Diaries.Find(train.Route, train.Place.Enter, slack)
            ?? timetable.Diaries.Find(train.Route, train.Place.Enter, slack, yielding);
    }

    private void Restore(List<Moved> placed, List<CivilTrain> taken)
    {
        foreach (var moved in placed) timetable.Diaries.Remove(moved.Train.Number, moved.Place);
        foreach (var train in taken) timetable.Diaries.Add(train.Number, train.Route, train.Place);
    }
}
