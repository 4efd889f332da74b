namespace MilMobility.Civil.RailAssessment;

/// <summary>
/// Who is where on all tracks, and the earliest place of a train among them: piece by piece as early as it fits, waiting where it may.
/// Since it may always wait longer, nobody who enters a piece earlier arrives later, and no other choice of waits has a smaller delay.
/// Pieces that meet where no train may wait are fitted together. Of parallel tracks it takes the one that is free first. Not
/// thread-safe.
/// </summary>
public sealed class RailDiaries
{
    /// <summary>All categories count.</summary>
    public const int NobodyYields = 3;

    private readonly RailSections _rail;
    private readonly TrackDiary[] _tracks;

    public RailDiaries(RailSections rail)
    {
        _rail = rail;
        _tracks = new TrackDiary[rail.DiaryCount];
        for (var i = 0; i < _tracks.Length; i++) _tracks[i] = new TrackDiary(rail.Rules.FollowingSeconds, rail.Rules.OpposingSeconds);
    }

    public TrackDiary this[int diary] => _tracks[diary];

    /// <summary>The place with the smallest delay; null if it is more than a limit on some piece.</summary>
    /// <param name="route">Way of the train.</param>
    /// <param name="earliest">[P] earliest entry of each piece.</param>
    /// <param name="delayMax">Longest delay against the earliest entries.</param>
    /// <param name="yielding">Civil trains of this category, and less protected ones, do not count, unless they were put back.</param>
    public TrainPlace? Find(TrainRoute route, int[] earliest, int delayMax, int yielding = NobodyYields)
    {
        var enter = new int[route.Pieces.Length];
        var diary = new int[route.Pieces.Length];
        var ready = int.MinValue;
        for (var from = 0; from < enter.Length;)
        {
            var to = from + 1;
            while (to < enter.Length && !route.MayWait[to]) to++;
            var start = Math.Max(ready, earliest[from]);
            if (!Fit(route, from, to, start, earliest[from] + delayMax, yielding, enter, diary)) return null;
            ready = enter[to - 1] + route.RunSeconds[to - 1];
            from = to;
        }

        return new TrainPlace(enter, diary);
    }

    public void Add(int number, TrainRoute route, TrainPlace place)
    {
        for (var i = 0; i < place.Enter.Length; i++) _tracks[place.Diary[i]].Add(Stay(number, route, place, i));
    }

    /// <summary>Adds a train that was displaced at its final place.</summary>
    public void PutBack(int number, TrainRoute route, TrainPlace place)
    {
        for (var i = 0; i < place.Enter.Length; i++)
            _tracks[place.Diary[i]].Add(Stay(number, route, place, i) with { IsPutBack = true });
    }

    public void Remove(int number, TrainPlace place)
    {
        for (var i = 0; i < place.Enter.Length; i++) _tracks[place.Diary[i]].Remove(number, place.Enter[i]);
    }

    /// <summary>A train on one of its pieces.</summary>
    public static TrackStay Stay(int number, TrainRoute route, TrainPlace place, int piece) => new(
        place.Enter[piece], place.Enter[piece] + route.RunSeconds[piece], route.PassSeconds, route.Forward[piece], number, route.Category);

    /// <summary>Pieces [from, to) without a wait between them.</summary>
    private bool Fit(
        TrainRoute route, int from, int to, int start, int latest, int yielding, int[] enter, int[] diary)
    {
        while (true)
        {
            var offset = 0;
            var later = start;
            for (var i = from; i < to; i++)
            {
                var limit = latest + offset;
                var fit = EarliestFit(route, i, start + offset, limit, yielding, out diary[i]);
                if (fit > limit) return false;
                enter[i] = fit;
                if (fit > start + offset)
                {
                    later = fit - offset;
                    break;
                }

                offset += route.RunSeconds[i];
            }

            if (later == start) return true;
            start = later;
        }
    }

    private int EarliestFit(TrainRoute route, int piece, int enter, int latest, int yielding, out int diary)
    {
        var (first, count) = _rail.Diaries(route.Pieces[piece], route.Forward[piece]);
        var best = int.MaxValue;
        diary = first;
        for (var k = 0; k < count && best > enter; k++)
        {
            var fit = _tracks[first + k].EarliestFit(
                enter, route.RunSeconds[piece], route.PassSeconds, route.Forward[piece], Math.Min(latest, best), yielding);
            if (fit >= best) continue;
            best = fit;
            diary = first + k;
        }

        return best;
    }
}
