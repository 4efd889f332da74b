using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Tests;

/// <summary>
/// A slow reference that shares nothing with the engine: all-or-nothing by Bellman-Ford, and Frank and Wolfe's method (1956)
/// with a bisected line search. It also gives a lower bound of the objective, from the tangent at its flows.
/// </summary>
internal sealed class FrankWolfe(RandomNetwork scene, int firstThrough)
{
    private readonly IReadOnlyList<AssignmentLink> _links = scene.Links;

    /// <summary>Flows after some iterations.</summary>
    public double[] Flow { get; private set; } = new double[scene.Links.Count];

    public double LowerBound { get; private set; } = double.NegativeInfinity;

    public void Run(int iterations)
    {
        Flow = Cheapest([.. _links.Select(l => RandomNetwork.Time(l, 0))]).Flow;
        for (var i = 0; i < iterations; i++)
        {
            var time = _links.Select((l, a) => RandomNetwork.Time(l, Flow[a])).ToArray();
            var (target, cost) = Cheapest(time);
            LowerBound = Math.Max(LowerBound, Objective(Flow) + cost - time.Zip(Flow, (t, v) => t * v).Sum());
            var (low, high) = (0.0, 1.0);
            for (var step = 0; step < 40; step++)
            {
                var middle = (low + high) / 2;
                var slope = _links.Select((l, a) =>
                    RandomNetwork.Time(l, Flow[a] + (middle * (target[a] - Flow[a]))) * (target[a] - Flow[a])).Sum();
                if (slope > 0) high = middle;
                else low = middle;
            }

            Flow = [.. Flow.Zip(target, (v, y) => v + (low * (y - v)))];
        }
    }

    public double Objective(IReadOnlyList<double> flow) => _links.Select((l, a) =>
        l.FreeFlowTime * (flow[a] + (l.B * Math.Pow(flow[a] / l.Capacity, l.Power) * flow[a] / (l.Power + 1)))).Sum();

    /// <summary>Everybody on the cheapest path at given times: the flows, and what it costs.</summary>
    public (double[] Flow, double Cost) Cheapest(IReadOnlyList<double> time)
    {
        var (flow, cost) = (new double[_links.Count], 0.0);
        foreach (var byOrigin in scene.Trips.GroupBy(t => t.Origin))
        {
            var (label, arrival) = BellmanFord(byOrigin.Key, time);
            foreach (var trip in byOrigin)
            {
                cost += trip.Vehicles * label[trip.Destination];
                for (var node = trip.Destination; node != trip.Origin; node = _links[arrival[node]].From)
                    flow[arrival[node]] += trip.Vehicles;
            }
        }

        return (flow, cost);
    }

    private (double[] Label, int[] Arrival) BellmanFord(int origin, IReadOnlyList<double> time)
    {
        var nodes = scene.Network.NodeCount;
        var label = Enumerable.Repeat(double.PositiveInfinity, nodes).ToArray();
        var arrival = new int[nodes];
        label[origin] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            for (var a = 0; a < _links.Count; a++)
            {
                var link = _links[a];
                if ((link.From < firstThrough && link.From != origin) || !(label[link.From] + time[a] < label[link.To])) continue;
                (label[link.To], arrival[link.To], changed) = (label[link.From] + time[a], a, true);
            }
        }

        return (label, arrival);
    }
}
