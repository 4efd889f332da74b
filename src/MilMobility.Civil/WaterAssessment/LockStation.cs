using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// A lock of the network with what civil vessels take of its lockages: barges of the type usual on the lowest CEMT class of the fairways
/// that meet there, or of the largest lower class that fits a chamber; chambers smallest first, so that an outage takes the largest.
/// Immutable.
/// </summary>
public sealed class LockStation
{
    private readonly int _firstLink;
    private readonly List<(double LengthMetres, double BeamMetres)> _sizes;

    private LockStation(CompiledNetwork network, WaterParameters parameters, int k)
    {
        Index = k;
        var node = network.LockNode[k];
        Node = network.NodeId[node];
        var links = LinksAt(network, node);
        _firstLink = links.Count == 0 ? -1 : links.Min();
        _sizes = [.. network.LockChambers[k].Select(c => ((double)c.LengthMetres, c.WidthCm / 100.0)).OrderBy(c => c.Item1 * c.Item2)];
        Chambers = new LockChambers(network.LockCycleSeconds[k], _sizes.Count, start => Out(network, k, start));
        var barge = UsualBarge(
            parameters, links.Select(l => network.LinkCemtClass[l]).DefaultIfEmpty(CompiledNetwork.NoLimit).Min());
        (BargeShares, BargeSlots) = barge is null ? OneByOne() : Of(barge.LengthMetres, barge.BeamMetres);
        (RecreationShares, RecreationSlots) = Of(parameters.RecreationLengthMetres, parameters.RecreationBeamMetres);
    }

    /// <summary>Index of the lock in the network.</summary>
    public int Index { get; }

    /// <summary>Node id.</summary>
    public string Node { get; }

    public LockChambers Chambers { get; }

    /// <summary>What a barge takes of a lockage, by chamber.</summary>
    public double[] BargeShares { get; }

    /// <summary>What a recreational craft takes.</summary>
    public double[] RecreationShares { get; }

    /// <summary>Barges that one lockage of every chamber takes, together.</summary>
    public int BargeSlots { get; }

    /// <summary>Recreational craft that one lockage of every chamber takes, together.</summary>
    public int RecreationSlots { get; }

    /// <summary>Lockages per hour, both directions and all chambers: two in each chamber's cycle.</summary>
    public double LockagesPerHour => Chambers.Count * LockChambers.LockagesPerCycle * 3600 / Chambers.CycleSeconds;

    /// <summary>Lockages that civil vessels need if each is full: of all chambers in turn, so many vessels in each as fit.</summary>
    public double LockagesFor(double barges, double craft) =>
        Chambers.Count * ((barges / BargeSlots) + (craft / RecreationSlots));

    public static LockStation Of(CompiledNetwork network, WaterParameters parameters, int k) => new(network, parameters, k);

    /// <summary>0 for vessels that leave by the lock's first link, 1 for the others.</summary>
    public int Direction(int leavingLink) => leavingLink == _firstLink ? 0 : 1;

    /// <summary>What a military vessel takes: its own size, or all of it where it may not share.</summary>
    public double[] MilitaryShares(double lengthMetres, double beamMetres, bool alone)
    {
        var shares = LockQueue.Shares(_sizes, lengthMetres, beamMetres, alone);
        // The plan's rules let it pass, so the largest chamber takes it whatever the sizes here say.
        if (shares.All(s => s == 0)) shares[^1] = 1;
        return shares;
    }

    private (double[] Shares, int Slots) Of(double lengthMetres, double beamMetres)
    {
        var slots = LockQueue.Slots(_sizes, lengthMetres, beamMetres);
        return slots == 0 ? OneByOne() : (LockQueue.Shares(_sizes, lengthMetres, beamMetres), slots);
    }

    /// <summary>A lock too small for vessels of the kind takes them one at a time.</summary>
    private (double[] Shares, int Slots) OneByOne() => ([.. _sizes.Select(_ => 1.0)], _sizes.Count);

    /// <summary>Of the fairways' class or the largest lower one that fits a chamber; null where none does.</summary>
    private BargeType? UsualBarge(WaterParameters parameters, int cemtClass)
    {
        var ranks = Math.Min(cemtClass, WaterParameters.ClassCount);
        return parameters.Barges.Take(ranks).LastOrDefault(b => LockQueue.Slots(_sizes, b.LengthMetres, b.BeamMetres) > 0);
    }

    private static List<int> LinksAt(CompiledNetwork network, int node)
    {
        var links = new SortedSet<int>();
        for (var i = network.OutStart[node]; i < network.OutStart[node + 1]; i++) links.Add(network.OutArcs[i] >> 1);
        for (var i = network.InStart[node]; i < network.InStart[node + 1]; i++) links.Add(network.InArcs[i] >> 1);
        return [.. links.Where(l => network.LinkMode[l] == TransportMode.Water)];
    }

    private static int Out(CompiledNetwork network, int k, double start)
    {
        for (var i = network.LockOutStart[k]; i < network.LockOutStart[k + 1]; i++)
        {
            if (network.LockOutFrom[i] <= start && start < network.LockOutTo[i]) return network.LockOutChambers[i];
        }

        return 0;
    }
}
