using MilMobility.Optimisation.Columns;

namespace MilMobility.Optimisation.Integer.Neighbourhoods;

/// <summary>
/// What neighbourhoods see of a plan: the columns, what each serial costs above its bound, who uses what when. Kept in step with
/// the draft by the search that owns it. Not thread-safe.
/// </summary>
public sealed class PlanView
{
    private readonly IPlanDraft _draft;
    private readonly SerialSeams _seams;
    private readonly Column?[] _columns;
    private readonly long[] _regrets;
    private readonly int[] _starts;
    private readonly UseIndex _index = new();
    private readonly long[] _scores;
    private readonly List<int> _scored = [];

    /// <summary>A view of a draft as it is.</summary>
    public PlanView(IPlanDraft draft, SerialSeams seams)
    {
        _draft = draft;
        _seams = seams;
        _columns = new Column?[draft.SerialCount];
        _regrets = new long[draft.SerialCount];
        _starts = new int[draft.SerialCount];
        _scores = new long[draft.SerialCount];
        for (var k = 0; k < _columns.Length; k++)
        {
            _regrets[k] = RegretOf(k, null);
            if (seams.Alone?.Invoke(k) is { } alone) _starts[k] = StartOf(alone);
            Refresh(k);
        }
    }

    public int SerialCount => _columns.Length;

    public bool HasGroups => _seams.GroupOf is not null;

    /// <summary>Column of a serial, null while it is unmoved.</summary>
    public Column? this[int serial] => _columns[serial];

    /// <summary>What a serial costs above its bound, at least 0.</summary>
    public long Regret(int serial) => _regrets[serial];

    /// <summary>First second at which a serial uses anything; of one that is unmoved, where it would if it could.</summary>
    public int Start(int serial) => _starts[serial];

    public int GroupOf(int serial) => _seams.GroupOf?.Invoke(serial) ?? 0;

    /// <summary>The column of a serial on empty resources, null if it is not known.</summary>
    public Column? Alone(int serial) => _seams.Alone?.Invoke(serial);

    /// <summary>Takes up what the draft says of a serial now.</summary>
    public void Refresh(int serial)
    {
        var now = _draft[serial];
        if (ReferenceEquals(now, _columns[serial])) return;
        if (_columns[serial] is { } old) _index.Remove(serial, old);
        if (now is not null)
        {
            _index.Add(serial, now);
            _starts[serial] = StartOf(now);
        }

        _columns[serial] = now;
        _regrets[serial] = RegretOf(serial, now);
    }

    /// <summary>A serial drawn in proportion to its regret; -1 if no serial has any.</summary>
    public int DrawByRegret(SplitMix random)
    {
        long total = 0;
        foreach (var regret in _regrets) total += regret;
        if (total == 0) return -1;
        var draw = (long)(random.NextUnit() * total);
        var serial = 0;
        while (draw >= _regrets[serial]) draw -= _regrets[serial++];
        return serial;
    }

    /// <summary>
    /// Adds to the score of each serial with a use of the same resource within a number of seconds of [from, to): a whole unit
    /// where they meet, down to nothing at that distance.
    /// </summary>
    internal void Score(int resource, int from, int to, int reach, int unit)
    {
        foreach (var entry in _index.Of(resource))
        {
            var apart = Math.Max(entry.From - to, from - entry.To);
            if (apart >= reach) continue;
            if (_scores[entry.Serial] == 0) _scored.Add(entry.Serial);
            _scores[entry.Serial] += apart <= 0 ? unit : Math.Max(1, (long)unit * (reach - apart) / reach);
        }
    }

    /// <summary>The serials scored since the last call, highest first, without one of them; forgets the scores.</summary>
    internal List<int> TakeScored(int without)
    {
        var ranked = new List<int>(_scored.Count);
        foreach (var serial in _scored)
        {
            if (serial != without) ranked.Add(serial);
        }

        ranked.Sort((a, b) => _scores[a] != _scores[b] ? _scores[b].CompareTo(_scores[a]) : a.CompareTo(b));
        foreach (var serial in _scored) _scores[serial] = 0;
        _scored.Clear();
        return ranked;
    }

    /// <summary>Moves serials from a ranked list to the group until it has its size; the first ones are drawn most.</summary>
    internal static void DrawRanked(List<int> ranked, int size, SplitMix random, List<int> group)
    {
        while (group.Count < size && ranked.Count > 0)
        {
            var unit = random.NextUnit();
            var pick = (int)(unit * unit * ranked.Count);
            group.Add(ranked[pick]);
            ranked.RemoveAt(pick);
        }
    }

    private long RegretOf(int serial, Column? column) =>
        Math.Max(0, (column?.Cost ?? _seams.UnmovedCost(serial)) - _seams.Bound(serial));

    private static int StartOf(Column column)
    {
        var start = int.MaxValue;
        foreach (var use in column.UseSpan) start = Math.Min(start, use.From);
        return start == int.MaxValue ? 0 : start;
    }
}
