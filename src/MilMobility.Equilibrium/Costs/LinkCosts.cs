using System.Runtime.CompilerServices;
using MilMobility.Equilibrium.Demand;
using MilMobility.Equilibrium.Networks;

namespace MilMobility.Equilibrium.Costs;

/// <summary>
/// Flow, time, cost and slope of every link, kept up to date link by link. Flow is in passenger-car units of all groups; time is
/// <c>t0 * (1 + b * (v / c)^p)</c>, and a group's cost is time plus its fixed cost. A closed link has a constant cost beyond that of any
/// sensible path, so that its flow leaves by the same steps as all other. Not thread-safe.
/// </summary>
internal sealed class LinkCosts
{
    /// <summary>A closed link costs so many times the sum of all costs without traffic.</summary>
    private const double ClosedFactor = 1e6;

    private readonly double[] _base;
    private readonly double[] _rise;
    private readonly double[] _power;
    private readonly double[] _inverseCapacity;
    private readonly Law[] _law;
    private readonly double[][] _fixed;

    public LinkCosts(AssignmentNetwork network, IReadOnlyList<UserGroup> groups)
    {
        var links = network.Links;
        ClosedCost = ClosedFactor * Math.Max(1, WithoutTraffic(links, groups));
        IsClosed = network.IsClosed;
        _base = new double[links.Length];
        _rise = new double[links.Length];
        _power = new double[links.Length];
        _inverseCapacity = new double[links.Length];
        _law = new Law[links.Length];
        _fixed = [.. groups.Select(g => g.FixedCost)];
        Flow = new double[links.Length];
        Time = new double[links.Length];
        Slope = new double[links.Length];
        Cost = [.. groups.Select(_ => new double[links.Length])];
        for (var i = 0; i < links.Length; i++)
        {
            var link = links[i];
            _law[i] = IsClosed[i] ? Law.Constant : LawOf(link);
            // At power 0 the ratio to the power is 1 whatever the flow.
            _base[i] = IsClosed[i] ? ClosedCost : link.FreeFlowTime * (_law[i] == Law.Constant && link.Power == 0 ? 1 + link.B : 1);
            _rise[i] = _law[i] == Law.Constant ? 0 : link.FreeFlowTime * link.B;
            _power[i] = link.Power;
            _inverseCapacity[i] = _law[i] == Law.Constant ? 0 : 1 / link.Capacity;
            Update(i);
        }
    }

    private enum Law : byte { Constant, Linear, Quartic, Power, Root }

    /// <summary>By link: passenger-car units.</summary>
    public double[] Flow { get; }

    /// <summary>By link: travel time at its flow.</summary>
    public double[] Time { get; }

    /// <summary>By link: derivative of the time by the flow; infinite for a power below 1 without flow.</summary>
    public double[] Slope { get; }

    /// <summary>By group and link: cost at its flow.</summary>
    public double[][] Cost { get; }

    public bool[] IsClosed { get; }

    /// <summary>Time of a closed link.</summary>
    public double ClosedCost { get; }

    /// <summary>Time, cost and slope of a link from its flow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Update(int link)
    {
        var (time, flow) = (_base[link], Flow[link]);
        switch (_law[link])
        {
            case Law.Quartic:
                var ratio = flow * _inverseCapacity[link];
                var square = ratio * ratio;
                var rise = _rise[link] * square;
                time += rise * square;
                Slope[link] = 4 * rise * ratio * _inverseCapacity[link];
                break;
            case Law.Linear:
                Slope[link] = _rise[link] * _inverseCapacity[link];
                time += Slope[link] * flow;
                break;
            case Law.Power:
                var added = flow > 0 ? _rise[link] * Math.Pow(flow * _inverseCapacity[link], _power[link]) : 0;
                time += added;
                Slope[link] = flow > 0 ? added * _power[link] / flow : 0;
                break;
            case Law.Root:
                var root = flow > 0 ? _rise[link] * Math.Pow(flow * _inverseCapacity[link], _power[link]) : 0;
                time += root;
                Slope[link] = flow > 0 ? root * _power[link] / flow : double.PositiveInfinity;
                break;
            default:
                break;
        }

        Time[link] = time;
        for (var group = 0; group < Cost.Length; group++) Cost[group][link] = time + _fixed[group][link];
    }

    public void UpdateAll()
    {
        for (var link = 0; link < Flow.Length; link++) Update(link);
    }

    /// <summary>Beckmann's term of a link: the integral of its time from 0 to its flow.</summary>
    public double Integral(int link)
    {
        var (flow, power) = (Flow[link], _power[link]);
        var constant = _base[link] * flow;
        return _law[link] == Law.Constant || flow <= 0 ? constant
            : constant + (_rise[link] * Math.Pow(flow * _inverseCapacity[link], power) * flow / (power + 1));
    }

    private static double WithoutTraffic(AssignmentLink[] links, IReadOnlyList<UserGroup> groups)
    {
        var sum = 0.0;
        for (var i = 0; i < links.Length; i++)
        {
            var most = 0.0;
            for (var group = 0; group < groups.Count; group++) most = Math.Max(most, groups[group].FixedCost[i]);
            sum += links[i].FreeFlowTime + most;
        }

        return sum;
    }

    private static Law LawOf(AssignmentLink link) =>
        link.FreeFlowTime * link.B * link.Power == 0 ? Law.Constant
        : link.Power == 4 ? Law.Quartic
        : link.Power == 1 ? Law.Linear
        : link.Power > 1 ? Law.Power : Law.Root;
}
