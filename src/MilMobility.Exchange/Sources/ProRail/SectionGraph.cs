namespace MilMobility.Exchange.Sources.ProRail;

/// <summary>How a train comes from one section to another at a node.</summary>
public enum TurnKind
{
    /// <summary>Ahead, without a stop.</summary>
    Through,

    /// <summary>Only by reversing on a track of the node.</summary>
    Reversal,

    /// <summary>Not at all: no track of the node leads to both.</summary>
    None,
}

/// <summary>
/// Sections between planning nodes and the turns between them. Section i has two ends: 2 i where it starts and 2 i + 1 where it
/// arrives. A turn leads from one end to another at the same node: through where some track of the node leads to both sections in
/// opposite directions, a reversal where some track leads to both on the same side. Immutable.
/// </summary>
public sealed class SectionGraph
{
    private readonly Dictionary<(int End, int Other), TurnKind> _turns;
    private readonly Dictionary<(int End, int Other), double> _detourM;

    private SectionGraph(
        IReadOnlyList<KinematicWay> sections, IReadOnlyList<IReadOnlyList<int>> endsAt,
        Dictionary<(int End, int Other), TurnKind> turns, Dictionary<(int End, int Other), double> detourM)
        => (Sections, EndsAt, _turns, _detourM) = (sections, endsAt, turns, detourM);

    /// <summary>The shortest way of each section; at most one for two nodes and the sides on which it leaves and arrives.</summary>
    public IReadOnlyList<KinematicWay> Sections { get; }

    /// <summary>By node: the ends of sections there.</summary>
    public IReadOnlyList<IReadOnlyList<int>> EndsAt { get; }

    public int NodeOf(int end) => (end & 1) == 0 ? Sections[end >> 1].From : Sections[end >> 1].To;

    public TurnKind Turn(int end, int other) => _turns.GetValueOrDefault((end, other), TurnKind.None);

    /// <summary>What a turn through a node adds to the sections' lengths, since their shortest ways use other tracks there; m.</summary>
    public double DetourM(int end, int other) => _detourM.GetValueOrDefault((end, other));

    /// <summary>
    /// Finds every section and turn: two searches from each gate, to the next nodes only.
    /// O(gates x tracks between neighbours).
    /// </summary>
    public static SectionGraph Of(TrackModel model, IReadOnlyList<PlanningNode> nodes, CancellationToken cancellation)
    {
        var search = new KinematicSearch(model, nodes.SelectMany(node => node.Gates));
        var keys = new SortedDictionary<(int From, int FromSide, int To, int ToSide), KinematicWay>();
        var reached = new List<(TrackGate Gate, int Side, List<KinematicWay> Ways)>();
        foreach (var gate in nodes.SelectMany(node => node.Gates))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var side in new[] { -1, 1 })
            {
                var ways = search.WaysFrom(gate, side, SectionLimitM);
                reached.Add((gate, side, ways));
                foreach (var way in ways)
                {
                    var key = KeyOf(way);
                    if (!keys.TryGetValue(key, out var known) || way.LengthM < known.LengthM - SameLengthM) keys[key] = way;
                }
            }
        }

        var sections = keys.Values.Select(Forward).ToList();
        var index = keys.Keys.Select((key, i) => (key, i)).ToDictionary(pair => pair.key, pair => pair.i);
        return WithTurns(sections, index, reached, nodes.Count);
    }

    /// <summary>The same graph with some of its sections.</summary>
    public SectionGraph Only(IReadOnlyList<int> kept)
    {
        var place = kept.Select((section, i) => (section, i)).ToDictionary(pair => pair.section, pair => pair.i);
        var sections = kept.Select(section => Sections[section]).ToList();
        return new SectionGraph(sections, Ends(sections, EndsAt.Count), Renamed(_turns), Renamed(_detourM));

        Dictionary<(int, int), T> Renamed<T>(Dictionary<(int End, int Other), T> values)
        {
            var renamed = new Dictionary<(int, int), T>();
            foreach (var ((end, other), value) in values)
            {
                if (place.TryGetValue(end >> 1, out var a) && place.TryGetValue(other >> 1, out var b))
                    renamed[((2 * a) + (end & 1), (2 * b) + (other & 1))] = value;
            }

            return renamed;
        }
    }

    /// <summary>Farther apart than any two neighbours, m.</summary>
    private const double SectionLimitM = 90_000;
    private const double SameLengthM = 0.5;

    private static SectionGraph WithTurns(
        List<KinematicWay> sections, Dictionary<(int, int, int, int), int> index,
        List<(TrackGate Gate, int Side, List<KinematicWay> Ways)> reached, int nodes)
    {
        var turns = new Dictionary<(int End, int Other), TurnKind>();
        var detourM = new Dictionary<(int End, int Other), double>();
        foreach (var group in reached.GroupBy(from => from.Gate))
        {
            var ends = group.ToDictionary(from => from.Side, from => from.Ways
                .Select(way => (End: EndOf(way, index), MoreM: way.LengthM - sections[index[KeyOf(way)]].LengthM)).ToList());
            foreach (var (side, here) in ends)
            {
                foreach (var (end, _) in here)
                {
                    foreach (var (other, _) in here) turns.TryAdd((end, other), TurnKind.Reversal);
                }

                foreach (var (end, moreM) in here)
                {
                    foreach (var (other, otherMoreM) in ends[-side])
                    {
                        turns[(end, other)] = TurnKind.Through;
                        var extraM = moreM + otherMoreM;
                        if (!detourM.TryGetValue((end, other), out var known) || extraM < known) detourM[(end, other)] = extraM;
                    }
                }
            }
        }

        return new SectionGraph(sections, Ends(sections, nodes), turns, detourM);
    }

    private static List<int>[] Ends(List<KinematicWay> sections, int nodes)
    {
        var ends = Enumerable.Range(0, nodes).Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < sections.Count; i++)
        {
            ends[sections[i].From].Add(2 * i);
            ends[sections[i].To].Add((2 * i) + 1);
        }

        return ends;
    }

    /// <summary>The same key for a way and its reverse.</summary>
    private static (int From, int FromSide, int To, int ToSide) KeyOf(KinematicWay way)
        => IsForward(way) ? (way.From, way.FromSide, way.To, way.ToSide) : (way.To, way.ToSide, way.From, way.FromSide);

    private static bool IsForward(KinematicWay way) => way.From < way.To;

    private static KinematicWay Forward(KinematicWay way)
        => IsForward(way) ? way : new KinematicWay(
            way.To, way.ToSide, way.From, way.FromSide, way.LengthM,
            [.. way.Runs.Reverse().Select(run => new TrackRun(run.Track, run.ToM, run.FromM))]);

    /// <summary>The end of its section at which a way starts.</summary>
    private static int EndOf(KinematicWay way, Dictionary<(int, int, int, int), int> index)
        => (2 * index[KeyOf(way)]) + (IsForward(way) ? 0 : 1);
}
