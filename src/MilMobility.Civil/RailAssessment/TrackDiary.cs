namespace MilMobility.Civil.RailAssessment;

/// <summary>A train on a piece of track: when its head enters and leaves, and how long it takes to pass.</summary>
/// <param name="Train">Number of a civil train; below 0 for military ones (the complement of its number).</param>
/// <param name="Category">Of a civil train; -1 for military ones.</param>
/// <param name="IsPutBack">A civil train that was displaced and has its final place: it yields to nobody again.</param>
public readonly record struct TrackStay(
    int Enter, int Leave, int Pass, bool Forward, int Train, int Category, bool IsPutBack = false)
{
    /// <summary>Whether the train gives way to one that trains of a category and less protected ones make room for.</summary>
    public bool Yields(int category) => Category >= category && !IsPutBack;
}

/// <summary>
/// Who is on one piece of track, in order of entry. Two trains of the same direction follow one another: at both ends the head of the
/// second comes no earlier than the separation after the tail of the first, so that neither overtakes. Two of opposite directions are
/// wholly apart. Finding a place takes a binary search and a look at the neighbours. Not thread-safe.
/// </summary>
public sealed class TrackDiary(int followingSeconds, int opposingSeconds)
{
    private readonly List<TrackStay> _stays = [];
    private int _longest;

    public IReadOnlyList<TrackStay> Stays => _stays;

    public void Add(TrackStay stay)
    {
        _longest = Math.Max(_longest, stay.Leave - stay.Enter + stay.Pass);
        _stays.Insert(FirstFrom(stay.Enter), stay);
    }

    public void Remove(int train, int enter)
    {
        for (var i = FirstFrom(enter); i < _stays.Count && _stays[i].Enter == enter; i++)
        {
            if (_stays[i].Train != train) continue;
            _stays.RemoveAt(i);
            return;
        }

        throw new InvalidOperationException($"train {train} is not on the track at {enter}");
    }

    /// <summary>Earliest entry at which a train fits; beyond <paramref name="latest"/> where none does.</summary>
    /// <param name="run">Running time over the piece.</param>
    /// <param name="yielding">Trains of this category and less protected ones do not count, unless they were put back; 3 if all
    /// count.</param>
    public int EarliestFit(int enter, int run, int pass, bool forward, int latest, int yielding)
    {
        var separation = Math.Max(followingSeconds, opposingSeconds);
        while (enter <= latest)
        {
            var moved = false;
            for (var i = FirstFrom(enter - _longest - separation); i < _stays.Count; i++)
            {
                var other = _stays[i];
                if (other.Enter >= enter + run + pass + separation) break;
                if (other.Yields(yielding) || !InTheWay(other, enter, enter + run, pass, forward)) continue;
                enter = After(other, run, forward);
                moved = true;
            }

            if (!moved) return enter;
        }

        return int.MaxValue;
    }

    /// <summary>Adds the civil trains that are in the way of a stay.</summary>
    public void Conflicts(TrackStay stay, List<TrackStay> found)
    {
        var separation = Math.Max(followingSeconds, opposingSeconds);
        for (var i = FirstFrom(stay.Enter - _longest - separation); i < _stays.Count; i++)
        {
            var other = _stays[i];
            if (other.Enter >= stay.Leave + stay.Pass + separation) break;
            if (other.Train >= 0 && InTheWay(other, stay.Enter, stay.Leave, stay.Pass, stay.Forward)) found.Add(other);
        }
    }

    private bool InTheWay(in TrackStay other, int enter, int leave, int pass, bool forward)
    {
        if (other.Forward != forward)
            return other.Leave + other.Pass + opposingSeconds > enter && leave + pass + opposingSeconds > other.Enter;
        var behind = other.Pass + followingSeconds;
        var ahead = pass + followingSeconds;
        return (other.Enter + behind > enter || other.Leave + behind > leave)
            && (enter + ahead > other.Enter || leave + ahead > other.Leave);
    }

    /// <summary>Earliest entry behind another train.</summary>
    private int After(in TrackStay other, int run, bool forward) => other.Forward == forward
        ? Math.Max(other.Enter, other.Leave - run) + other.Pass + followingSeconds
        : other.Leave + other.Pass + opposingSeconds;

    private int FirstFrom(int enter)
    {
        var (low, high) = (0, _stays.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_stays[middle].Enter < enter) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
