namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>
/// A place where a planning node cuts a track. Heading +1 on the node's axis is the track's own direction when its sign
/// is +1, and against it when it is -1.
/// </summary>
public readonly record struct TrackGate(int Node, int Track, double PositionM, int Sign);

/// <summary>A stretch of one track, in the order of travel.</summary>
public readonly record struct TrackRun(int Track, double FromM, double ToM);

/// <summary>A way without reversal from a node, leaving by one side of its axis, to the next node.</summary>
/// <param name="From">Index of the node it leaves.</param>
/// <param name="FromSide">+1 or -1: the side of the axis of <paramref name="From"/> on which the way leaves.</param>
/// <param name="To">Index of the node it reaches.</param>
/// <param name="ToSide">The side of the axis of <paramref name="To"/> on which it arrives.</param>
/// <param name="LengthM">Length along the tracks.</param>
/// <param name="Runs">The stretches of track, in order.</param>
public sealed record KinematicWay(int From, int FromSide, int To, int ToSide, double LengthM, IReadOnlyList<TrackRun> Runs);

/// <summary>
/// Shortest ways of a train that cannot reverse, over the track model: Dijkstra over (track, position, direction),
/// stopping at the gates of other nodes. One search visits each joint at most once in each sense,
/// O(E log E) for E joints. Not thread-safe.
/// </summary>
public sealed class KinematicSearch
{
    private readonly TrackModel _model;

    // By track: what a train meets on it, in the order of kilometres.
    private readonly List<(double PositionM, int Joint)>[] _joints;
    private readonly List<TrackGate>[] _gates;
    private readonly List<int>[] _atEnd;
    private readonly List<int>[] _atStart;

    public KinematicSearch(TrackModel model, IEnumerable<TrackGate> gates)
    {
        _model = model;
        var count = model.Tracks.Count;
        _joints = Lists<(double, int)>(count);
        _gates = Lists<TrackGate>(count);
        (_atEnd, _atStart) = (Lists<int>(count), Lists<int>(count));
        for (var j = 0; j < model.Joints.Count; j++)
        {
            var joint = model.Joints[j];
            (joint.AtEnd ? _atEnd : _atStart)[joint.Track].Add(j);
            _joints[joint.Onto].Add((joint.OntoM, j));
        }

        foreach (var gate in gates) _gates[gate.Track].Add(gate);
        foreach (var list in _joints) list.Sort();
        foreach (var list in _gates) list.Sort((a, b) => a.PositionM.CompareTo(b.PositionM));
    }

    /// <summary>All ways from a node, leaving by one side, to the next nodes: the shortest to each side of each.</summary>
    public List<KinematicWay> WaysFrom(int node, int side, double limitM)
        => Ways(_gates.SelectMany(list => list).Where(gate => gate.Node == node), node, side, limitM);

    /// <summary>The same from one of the node's gates only.</summary>
    public List<KinematicWay> WaysFrom(TrackGate gate, int side, double limitM) => Ways([gate], gate.Node, side, limitM);

    private List<KinematicWay> Ways(IEnumerable<TrackGate> starts, int node, int side, double limitM)
    {
        var states = new List<State>();
        var seen = new HashSet<(int Joint, bool Backward)>();
        var queue = new PriorityQueue<int, (double, int)>();
        var ways = new Dictionary<(int To, int ToSide), KinematicWay>();
        foreach (var gate in starts)
            Push(new State(gate.Track, gate.PositionM, side * gate.Sign > 0, 0, -1, gate.PositionM, -1, false));

        while (queue.TryDequeue(out var current, out _))
        {
            var state = states[current];
            if (state.DistanceM > limitM) break;
            if (state.Joint >= 0 && !seen.Add((state.Joint, state.Backward))) continue;
            var stopM = FirstGate(current, state);
            foreach (var (positionM, j) in _joints[state.Track])
            {
                var joint = _model.Joints[j];
                if (joint.OntoForward == state.Forward || !Ahead(state, positionM) || Beyond(state, positionM, stopM)) continue;
                Step(current, state, positionM, j, backward: true);
            }

            if (!double.IsNaN(stopM)) continue;
            var endM = state.Forward ? _model.Tracks[state.Track].LengthM : 0;
            foreach (var j in (state.Forward ? _atEnd : _atStart)[state.Track])
                Step(current, state, endM, j, backward: false);
        }

        return [.. ways.Values];

        void Push(State state)
        {
            states.Add(state);
            queue.Enqueue(states.Count - 1, (state.DistanceM, states.Count - 1));
        }

        void Step(int parent, State state, double leaveM, int j, bool backward)
        {
            if (seen.Contains((j, backward))) return;
            var joint = _model.Joints[j];
            var distance = state.DistanceM + Math.Abs(leaveM - state.PositionM);
            Push(backward
                ? new State(
                    joint.Track, joint.AtEnd ? _model.Tracks[joint.Track].LengthM : 0, !joint.AtEnd, distance, parent, leaveM, j, true)
                : new State(joint.Onto, joint.OntoM, joint.OntoForward, distance, parent, leaveM, j, false));
        }

        // The first gate ahead stops the train; it is recorded when it belongs to another node.
        double FirstGate(int current, State state)
        {
            var ahead = _gates[state.Track].Where(gate =>
                state.Joint < 0 ? StrictlyAhead(state, gate.PositionM) : Ahead(state, gate.PositionM));
            var gates = state.Forward ? ahead : ahead.Reverse();
            foreach (var gate in gates)
            {
                var toSide = -(state.Forward ? 1 : -1) * gate.Sign;
                var length = state.DistanceM + Math.Abs(gate.PositionM - state.PositionM);
                var better = !ways.TryGetValue((gate.Node, toSide), out var known) || length < known.LengthM;
                if (gate.Node != node && better)
                    ways[(gate.Node, toSide)] = new KinematicWay(
                        node, side, gate.Node, toSide, length, Runs(states, current, gate.PositionM));
                return gate.PositionM;
            }

            return double.NaN;
        }
    }

    private static bool Ahead(State state, double positionM)
        => state.Forward ? positionM >= state.PositionM - 0.01 : positionM <= state.PositionM + 0.01;

    private static bool StrictlyAhead(State state, double positionM)
        => state.Forward ? positionM > state.PositionM + 0.01 : positionM < state.PositionM - 0.01;

    private static bool Beyond(State state, double positionM, double stopM)
        => !double.IsNaN(stopM) && (state.Forward ? positionM > stopM : positionM < stopM);

    private static List<TrackRun> Runs(List<State> states, int last, double endM)
    {
        var runs = new List<TrackRun>();
        var leaveM = endM;
        for (var i = last; i >= 0; i = states[i].Parent)
        {
            runs.Add(new TrackRun(states[i].Track, states[i].PositionM, leaveM));
            leaveM = states[i].LeftParentM;
        }

        runs.Reverse();
        return runs;
    }

    private static List<T>[] Lists<T>(int count) => [.. Enumerable.Range(0, count).Select(_ => new List<T>())];

    // A train on a track at a position, heading forward or not; LeftParentM is where it left the track before.
    private readonly record struct State(
        int Track, double PositionM, bool Forward, double DistanceM, int Parent, double LeftParentM, int Joint, bool Backward);
}
