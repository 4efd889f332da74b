using MilMobility.Domain.Sentences;

namespace MilMobility.Networks.Compilation;

/// <summary>
/// The scenario's levers on a compiled network, by index; closed hours and hold capacities are in the columns of the network itself.
/// Immutable, safe to share.
/// </summary>
public sealed record CompiledLevers
{
    /// <summary>[L] seconds behind a tail at least; 0 where the mode's headway is all that holds; empty without any.</summary>
    public int[] LinkHeadwaySeconds { get; init; } = [];

    /// <summary>[L] bit i: the link is of cap i; empty without caps.</summary>
    public int[] LinkCaps { get; init; } = [];

    /// <summary>[N] least stay of what comes by a transfer or holds, s; empty without any.</summary>
    public int[] NodeStayMinSeconds { get; init; } = [];

    /// <summary>[N] time after which nothing holds, s; int.MaxValue without one; empty without any.</summary>
    public int[] NodeCallForwardSeconds { get; init; } = [];

    public IReadOnlyList<CompiledCap> Caps { get; init; } = [];

    public IReadOnlyList<CompiledFloor> Floors { get; init; } = [];

    /// <summary>[2L + K] floors of a rate resource; empty without any.</summary>
    public IReadOnlyList<int>[] FloorsOfResource { get; init; } = [];

    /// <summary>Stated headway of a link, s; 0 without one.</summary>
    public int HeadwaySeconds(int link) => LinkHeadwaySeconds.Length == 0 ? 0 : LinkHeadwaySeconds[link];

    /// <summary>Least stay at a node, s; 0 without one.</summary>
    public int StayMinSeconds(int node) => NodeStayMinSeconds.Length == 0 ? 0 : NodeStayMinSeconds[node];

    /// <summary>Time after which nothing holds at a node, s; int.MaxValue without one.</summary>
    public int CallForwardSeconds(int node) => NodeCallForwardSeconds.Length == 0 ? int.MaxValue : NodeCallForwardSeconds[node];

    /// <summary>Caps of a link as bits.</summary>
    public int CapsOf(int link) => LinkCaps.Length == 0 ? 0 : LinkCaps[link];
}

/// <summary>A cap with the periods that it counts in.</summary>
/// <param name="Words">What it is about.</param>
/// <param name="Most">Vehicles or serials per period.</param>
/// <param name="InVehicles">True for vehicles.</param>
/// <param name="CellStart">Start of each period, s, ascending, the first 0.</param>
public sealed record CompiledCap(Sentence Words, int Most, bool InVehicles, int[] CellStart)
{
    /// <summary>What a serial of so many vehicles counts for.</summary>
    public int AmountOf(int vehicles) => InVehicles ? vehicles : 1;

    /// <summary>Period of a second.</summary>
    public int CellOf(int second)
    {
        var i = Array.BinarySearch(CellStart, second);
        return i >= 0 ? i : ~i - 1;
    }
}

/// <summary>A civil floor: a share or an amount of civil traffic, and the hours in which it is in force.</summary>
/// <param name="Percent">Share of the hour's civil demand; 0 without one.</param>
/// <param name="UnitsPerHour">Units kept free; 0 without any.</param>
/// <param name="Hours">[hours] true where it is in force for any part of the hour.</param>
public sealed record CompiledFloor(int Percent, int UnitsPerHour, bool[] Hours);
