using MilMobility.Civil.RoadImpacts;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Fastest ways without traffic from every zone: travel times between zones, and the flows that trips make on these ways. Trees are
/// searched once, so that many matrices are loaded cheaply. O(zones * (roads + nodes)) memory and per loading. Immutable.
/// </summary>
public sealed class FreeFlowTrees
{
    private readonly CivilRoadNetwork _network;

    // By zone: nodes in the order reached, and by node the road that leads there; -1 where the zone's connector does.
    private readonly int[][] _order;
    private readonly int[][] _road;
    private readonly int[,] _exit;

    private FreeFlowTrees(CivilRoadNetwork network)
    {
        _network = network;
        var zones = network.ZoneCount;
        (_order, _road, _exit) = (new int[zones][], new int[zones][], new int[zones, zones]);
        Hours = new double[zones * zones];
    }

    /// <summary>Travel times, zones * zones by origin; infinite where there is no way.</summary>
    public double[] Hours { get; }

    public static FreeFlowTrees Of(CivilRoadNetwork network)
    {
        var trees = new FreeFlowTrees(network);
        var roads = Enumerable.Range(0, network.Roads.Count).ToLookup(i => network.Roads[i].From);
        var connectors = network.Connectors.ToLookup(c => c.Zone);
        for (var zone = 0; zone < network.ZoneCount; zone++) trees.Search(zone, roads, connectors);
        return trees;
    }

    /// <summary>By road: what trips put on it, all on the fastest way.</summary>
    /// <param name="trips">Zones * zones by origin.</param>
    public double[] Load(ReadOnlySpan<double> trips)
    {
        var (zones, flow) = (_network.ZoneCount, new double[_network.Roads.Count]);
        var through = new double[_network.NodeCount];
        for (var origin = 0; origin < zones; origin++)
        {
            Array.Clear(through);
            for (var to = 0; to < zones; to++)
                if (_exit[origin, to] >= 0) through[_exit[origin, to]] += trips[(origin * zones) + to];
            var (order, road) = (_order[origin], _road[origin]);
            for (var k = order.Length - 1; k >= 0; k--)
            {
                var (node, carried) = (order[k], through[order[k]]);
                if (road[node] < 0 || carried == 0) continue;
                flow[road[node]] += carried;
                through[_network.Roads[road[node]].From] += carried;
            }
        }

        return flow;
    }

    private void Search(int zone, ILookup<int, int> roads, ILookup<int, ZoneConnector> connectors)
    {
        var (time, road, order) = (new double[_network.NodeCount], new int[_network.NodeCount], new List<int>());
        var (settled, queue) = (new bool[_network.NodeCount], new PriorityQueue<int, (double, int)>());
        Array.Fill(time, double.PositiveInfinity);
        Array.Fill(road, -1);
        foreach (var connector in connectors[zone]) Reach(connector.Node, connector.Hours, -1);
        while (queue.TryDequeue(out var node, out _))
        {
            if (settled[node]) continue;
            settled[node] = true;
            order.Add(node);
            foreach (var next in roads[node])
            {
                var to = _network.Roads[next];
                Reach(to.To, time[node] + (to.LengthKm / to.SpeedKmh), next);
            }
        }

        (_order[zone], _road[zone]) = ([.. order], road);
        for (var to = 0; to < _network.ZoneCount; to++)
        {
            var (best, exit) = (double.PositiveInfinity, -1);
            foreach (var connector in connectors[to])
            {
                if (time[connector.Node] + connector.Hours >= best) continue;
                (best, exit) = (time[connector.Node] + connector.Hours, connector.Node);
            }

            (Hours[(zone * _network.ZoneCount) + to], _exit[zone, to]) = (best, exit);
        }

        void Reach(int node, double at, int by)
        {
            if (at >= time[node]) return;
            (time[node], road[node]) = (at, by);
            queue.Enqueue(node, (at, node));
        }
    }
}
