using MilMobility.Convoys.Instances;

namespace MilMobility.Convoys.Tests.Exhaustive;

/// <summary>
/// The optimum of a tiny instance by trying every path with every departure second of every convoy, and staying, in all
/// combinations that could still be best. Written from the statement of the problem alone: a journey is drawn second by second
/// on a board of nodes and edges, and two journeys clash where their drawings meet. Paths may come back to a node once their
/// own tail has left it. Exponential; for some 4 convoys, 7 nodes and 32 seconds.
/// </summary>
internal sealed class ExhaustiveSearch
{
    private readonly ConvoyInstance _instance;
    private readonly Func<int, long> _unmoved;
    private readonly List<Drawing>[] _journeys;
    private readonly long[] _leastFrom;
    private readonly Drawing?[] _chosen;

    private ExhaustiveSearch(ConvoyInstance instance, Func<int, long> unmoved)
    {
        (_instance, _unmoved) = (instance, unmoved);
        _journeys = [.. Enumerable.Range(0, instance.ConvoyCount).Select(k => JourneysOf(instance, k))];
        _chosen = new Drawing?[instance.ConvoyCount];
        _leastFrom = new long[instance.ConvoyCount + 1];
        for (var k = instance.ConvoyCount - 1; k >= 0; k--)
        {
            var cheapest = _journeys[k].Count == 0 ? long.MaxValue : _journeys[k][0].Cost;
            _leastFrom[k] = _leastFrom[k + 1] + Math.Min(unmoved(k), cheapest);
        }
    }

    private long Best { get; set; } = long.MaxValue;

    /// <summary>Least sum of finish - ready over the convoys that move and unmoved costs over those that stay, seconds.</summary>
    public static long Optimum(ConvoyInstance instance, Func<int, long> unmoved)
    {
        var search = new ExhaustiveSearch(instance, unmoved);
        search.Decide(0, 0);
        return search.Best;
    }

    /// <summary>What a plan costs; null if two of its journeys clash or one is none of the convoy's.</summary>
    public static long? CostOf(
        ConvoyInstance instance, IReadOnlyDictionary<string, (int[] Path, int[] Heads)> plan, Func<int, long> unmoved)
    {
        long cost = 0;
        var drawn = new List<Drawing>();
        for (var k = 0; k < instance.ConvoyCount; k++)
        {
            if (!plan.TryGetValue(instance.ConvoyIds[k], out var journey))
            {
                cost += unmoved(k);
                continue;
            }

            var same = JourneysOf(instance, k).Find(d => d.Path.SequenceEqual(journey.Path) && d.Heads.SequenceEqual(journey.Heads));
            if (same is null || drawn.Exists(same.Clashes)) return null;
            drawn.Add(same);
            cost += same.Cost;
        }

        return cost;
    }

    /// <summary>Every journey of a convoy, cheapest first.</summary>
    public static List<Drawing> JourneysOf(ConvoyInstance instance, int convoy)
    {
        var found = new List<Drawing>();
        var last = Math.Min(instance.HorizonSeconds, instance.DueSeconds[convoy]);
        for (var start = instance.ReadySeconds[convoy]; start <= last; start++)
        {
            var empty = new Drawing(instance, [instance.From[convoy]], [start], convoy);
            if (empty.DrawNode(instance.From[convoy], start)) Extend(empty, last, found);
        }

        return [.. found.OrderBy(d => d.Cost)];
    }

    private static void Extend(Drawing journey, int last, List<Drawing> found)
    {
        var instance = journey.Instance;
        var (node, head) = (journey.Path[^1], journey.Heads[^1]);
        for (var edge = 0; edge < instance.EdgeCount; edge++)
        {
            var isForward = instance.EdgeFrom[edge] == node;
            if (!isForward && instance.EdgeTo[edge] != node) continue;
            var end = isForward ? instance.EdgeTo[edge] : instance.EdgeFrom[edge];
            var arrival = head + instance.TravelSeconds[edge];
            if (arrival + instance.PassSeconds[journey.Convoy] > last) continue;
            var longer = journey.Copy(end, arrival);
            if (!longer.DrawEdge(edge, isForward, head) || !longer.DrawNode(end, arrival)) continue;
            if (end == instance.To[journey.Convoy]) found.Add(longer);
            Extend(longer, last, found);
        }
    }

    private void Decide(int convoy, long cost)
    {
        if (cost + _leastFrom[convoy] >= Best) return;
        if (convoy == _instance.ConvoyCount)
        {
            Best = cost;
            return;
        }

        foreach (var journey in _journeys[convoy])
        {
            if (cost + journey.Cost + _leastFrom[convoy + 1] >= Best) break;
            if (Array.Exists(_chosen, other => other is not null && journey.Clashes(other))) continue;
            _chosen[convoy] = journey;
            Decide(convoy + 1, cost + journey.Cost);
            _chosen[convoy] = null;
        }

        Decide(convoy + 1, cost + _unmoved(convoy));
    }

    /// <summary>A journey with one bit per second for every node and for every edge in either direction.</summary>
    internal sealed class Drawing(ConvoyInstance instance, int[] path, int[] heads, int convoy)
    {
        private readonly int _seconds = instance.HorizonSeconds + 1;
        private ulong[] _nodes = new ulong[(instance.NodeCount * (instance.HorizonSeconds + 1) / 64) + 1];
        private ulong[] _forward = new ulong[(instance.EdgeCount * (instance.HorizonSeconds + 1) / 64) + 1];
        private ulong[] _backward = new ulong[(instance.EdgeCount * (instance.HorizonSeconds + 1) / 64) + 1];

        public ConvoyInstance Instance => instance;

        public int[] Path => path;

        public int[] Heads => heads;

        public int Convoy => convoy;

        public long Cost => heads[^1] + instance.PassSeconds[convoy] - instance.ReadySeconds[convoy];

        public Drawing Copy(int node, int head) => new(instance, [.. path, node], [.. heads, head], convoy)
        {
            _nodes = [.. _nodes],
            _forward = [.. _forward],
            _backward = [.. _backward],
        };

        /// <summary>False where the convoy would cross itself.</summary>
        public bool DrawNode(int node, int from)
        {
            for (var t = from; t < Math.Min(_seconds, from + instance.PassSeconds[convoy]); t++)
            {
                if (!Set(_nodes, (node * _seconds) + t)) return false;
            }

            return true;
        }

        /// <summary>False where the convoy would meet itself.</summary>
        public bool DrawEdge(int edge, bool isForward, int from)
        {
            var (own, opposite) = isForward ? (_forward, _backward) : (_backward, _forward);
            var to = from + instance.TravelSeconds[edge] + instance.PassSeconds[convoy];
            for (var t = from; t < Math.Min(_seconds, to); t++)
            {
                Set(own, (edge * _seconds) + t);
                if (IsSet(opposite, (edge * _seconds) + t)) return false;
            }

            return true;
        }

        public bool Clashes(Drawing other) =>
            Meet(_nodes, other._nodes) || Meet(_forward, other._backward) || Meet(_backward, other._forward);

        private static bool Meet(ulong[] one, ulong[] other)
        {
            for (var w = 0; w < one.Length; w++)
            {
                if ((one[w] & other[w]) != 0) return true;
            }

            return false;
        }

        private static bool IsSet(ulong[] board, int bit) => (board[bit / 64] & (1UL << (bit % 64))) != 0;

        private static bool Set(ulong[] board, int bit)
        {
            if (IsSet(board, bit)) return false;
            board[bit / 64] |= 1UL << (bit % 64);
            return true;
        }
    }
}
