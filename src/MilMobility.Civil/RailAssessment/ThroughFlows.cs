namespace MilMobility.Civil.RailAssessment;

/// <summary>Trains that run through over consecutive sections, per hour and direction.</summary>
/// <param name="Sections">Sections in order.</param>
/// <param name="Forward">Direction over each.</param>
/// <param name="TrainsPerHour">How many, in each of the two directions.</param>
public sealed record ThroughFlow(IReadOnlyList<int> Sections, IReadOnlyList<bool> Forward, double TrainsPerHour);

/// <summary>
/// From trains per section to trains that run through: profiles state a volume for each section, and a train that runs over twenty of
/// them is one train. Sections are joined at their nodes as far as the volume goes on: where only two meet, the smaller of the two;
/// elsewhere equal volumes first, straightest first, then the straightest of the others, never around a
/// sharp corner (<see cref="RailCorners"/>). Then trains are taken off one by one: from an end, along the joins, as many as the smallest
/// volume.
/// Every section keeps exactly the volume that it had.
///
/// A decomposition of flows over paths (Ahuja, Magnanti and Orlin 1993, section 3.5) with the joins given; it is not unique, and which
/// series really run is not in the dataset. Deterministic; O(sections + joins) paths.
/// </summary>
public sealed class ThroughFlows
{
    /// <summary>Trains per hour below which there are none.</summary>
    private const double Nothing = 1e-9;

    /// <summary>Rest of a section that rounding may leave.</summary>
    private const double Rounding = 1e-6;

    private readonly RailSections _sections;
    // Ends: 2s is the end at the link's first node, 2s + 1 the one at its second.
    private readonly double[] _rest;
    private readonly double[] _ending;
    private readonly List<Join>[] _joins;

    private ThroughFlows(RailSections sections, double[] volume)
    {
        _sections = sections;
        _rest = [.. volume];
        _ending = new double[2 * volume.Length];
        _joins = new List<Join>[2 * volume.Length];
        for (var end = 0; end < _ending.Length; end++)
        {
            _ending[end] = volume[end >> 1];
            _joins[end] = [];
        }
    }

    /// <param name="sections">Sections.</param>
    /// <param name="volume">[S] trains per hour and direction.</param>
    public static IReadOnlyList<ThroughFlow> Of(RailSections sections, double[] volume)
    {
        var flows = new ThroughFlows(sections, volume);
        flows.JoinAll();
        return flows.TakeAll();
    }

    private void JoinAll()
    {
        var endsAt = new SortedDictionary<int, List<int>>();
        for (var end = 0; end < _ending.Length; end++)
        {
            if (_ending[end] <= Nothing) continue;
            var node = NodeOf(end);
            if (!endsAt.TryGetValue(node, out var ends)) endsAt[node] = ends = [];
            ends.Add(end);
        }

        foreach (var ends in endsAt.Values)
        {
            if (ends.Count == 2) Connect(ends[0], ends[1]);
            else foreach (var pair in Pairs(ends)) Connect(pair.First, pair.Second);
        }
    }

    private IEnumerable<(int First, int Second)> Pairs(List<int> ends) =>
        from first in ends
        from second in ends
        where first < second
        let corner = Corner(first, second)
        where corner <= RailCorners.DegreesMax
        orderby Math.Abs(_rest[first >> 1] - _rest[second >> 1]) > Nothing, corner, first, second
        select (first, second);

    private void Connect(int first, int second)
    {
        var volume = Math.Min(_ending[first], _ending[second]);
        if (volume <= Nothing || first >> 1 == second >> 1) return;
        _ending[first] -= volume;
        _ending[second] -= volume;
        var join = new Join(first, second) { Volume = volume };
        _joins[first].Add(join);
        _joins[second].Add(join);
    }

    private List<ThroughFlow> TakeAll()
    {
        var flows = new List<ThroughFlow>();
        for (var end = 0; end < _ending.Length; end++)
        {
            while (_rest[end >> 1] > Rounding && _ending[end] > Nothing) flows.Add(Take(end));
        }

        // What is left runs in rings: each is opened at its first section.
        for (var end = 0; end < _ending.Length; end++)
        {
            while (_rest[end >> 1] > Rounding)
            {
                if (_ending[end] <= Nothing) Open(_joins[end].First(j => j.Volume > Nothing));
                flows.Add(Take(end));
            }
        }

        return flows;
    }

    /// <summary>Takes the trains off that begin at an end.</summary>
    private ThroughFlow Take(int from)
    {
        var sections = new List<int>();
        var forward = new List<bool>();
        var passed = new List<Join>();
        var seen = new HashSet<int>();
        var (entry, volume) = (from, Math.Min(_ending[from], _rest[from >> 1]));
        while (true)
        {
            var section = entry >> 1;
            sections.Add(section);
            forward.Add((entry & 1) == 0);
            seen.Add(section);
            var exit = entry ^ 1;
            var next = _joins[exit].Where(j => j.Volume > Nothing).MaxBy(j => j.Volume);
            if (next is not null && seen.Contains(next.Other(exit) >> 1))
            {
                Open(next);
                next = null;
            }

            if (next is null || next.Volume < Math.Min(volume, _ending[exit]))
            {
                // They end here: what little rounding leaves of a volume ends too.
                if (next is null) _ending[exit] = Math.Max(_ending[exit], Nothing);
                volume = Math.Min(volume, _ending[exit]);
                _ending[exit] -= volume;
                break;
            }

            volume = Math.Min(volume, next.Volume);
            passed.Add(next);
            entry = next.Other(exit);
        }

        _ending[from] -= volume;
        foreach (var join in passed) join.Volume -= volume;
        foreach (var section in sections) _rest[section] -= volume;
        // The same trains have the same order of sections in every hour.
        if (sections[0] > sections[^1])
        {
            sections.Reverse();
            forward = [.. forward.AsEnumerable().Reverse().Select(f => !f)];
        }

        return new ThroughFlow(sections, forward, volume);
    }

    private void Open(Join join)
    {
        _ending[join.First] += join.Volume;
        _ending[join.Second] += join.Volume;
        join.Volume = 0;
    }

    private int NodeOf(int end) => _sections.NodeAt(end >> 1, true, (end & 1) == 1);

    private double Corner(int first, int second) => RailCorners.Degrees(_sections, NodeOf(first ^ 1), NodeOf(first), NodeOf(second ^ 1));

    private sealed class Join(int first, int second)
    {
        public int First { get; } = first;
        public int Second { get; } = second;
        public double Volume { get; set; }
        public int Other(int end) => end == First ? Second : First;
    }
}
