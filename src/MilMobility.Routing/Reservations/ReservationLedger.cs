using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Reservations;

/// <summary>
/// What is taken: serials per arc, levels of the cumulative resources over time, use of every rate cell, and the civil cost of
/// that use. Itineraries go in and out whole. Memory: 4 bytes per (resource, hour), 3,000 arcs over 720 hours 9 MB; timelines
/// are made when first used. Not thread-safe: one ledger per plan under construction.
/// </summary>
public sealed class ReservationLedger
{
    private readonly CompiledNetwork _network;
    private readonly MovementRules _rules;
    private readonly ArcTimeline?[] _arcs;
    private readonly StepFunction?[] _holds;
    private readonly LockTimeline?[] _locks;
    private readonly StepFunction?[] _positions;
    private readonly StepFunction[] _pools;
    private readonly int[] _rateUse;
    private readonly int[][] _capUse;

    public ReservationLedger(CompiledNetwork network, MovementRules rules, PriceBandTable prices)
    {
        _network = network;
        _rules = rules;
        Prices = prices;
        _arcs = new ArcTimeline?[network.ArcCount];
        _holds = new StepFunction?[network.NodeCount];
        _locks = LocksOf(network);
        _positions = new StepFunction?[network.GroupPositions.Length];
        _pools = [.. Enumerable.Range(0, MovementRules.PoolKinds).Select(_ => new StepFunction())];
        _rateUse = new int[prices.ResourceCount * prices.HourCount];
        _capUse = [.. network.Levers.Caps.Select(cap => new int[cap.CellStart.Length])];
    }

    public PriceBandTable Prices { get; }

    /// <summary>Civil cost of all that is in the ledger, micro-euros.</summary>
    public long CivilMicroEuros { get; private set; }

    /// <summary>Units of a rate resource used in an hour cell.</summary>
    public int RateUse(int resource, int hour) => _rateUse[(resource * Prices.HourCount) + hour];

    /// <summary>Vehicles or serials that have entered a cap's links in a period.</summary>
    public int CapUse(int cap, int cell) => _capUse[cap][cell];

    /// <summary>Civil cost of using a cell by more, or -1 when its bands end before.</summary>
    public long CostOfRate(int resource, int hour, int amount) =>
        Prices.CostOfAdding(resource, hour, _rateUse[(resource * Prices.HourCount) + hour], amount);

    /// <summary>
    /// Reserves every use, or none: returns -1 when all fit, otherwise the index of the first use that does not. The uses of one
    /// serial count against one another too; on arcs that asks more than the rules, which speak of two serials, and keeps every
    /// timeline in order.
    /// </summary>
    public int TryAdd(IReadOnlyList<ResourceUse> uses)
    {
        for (var i = 0; i < uses.Count; i++)
        {
            if (uses[i].Kind == UseKind.Arc ? ArcFits(uses[i]) : LevelFits(uses[i]))
            {
                Change(uses[i], 1);
                continue;
            }

            for (var j = 0; j < i; j++) Change(uses[j], -1);
            return i;
        }

        return -1;
    }

    /// <summary>Takes away uses that were added before.</summary>
    public void Remove(IReadOnlyList<ResourceUse> uses)
    {
        for (var i = 0; i < uses.Count; i++) Change(uses[i], -1);
    }

    internal ArcTimeline? Arc(int arc) => _arcs[arc];

    internal StepFunction? Hold(int node) => _holds[node];

    internal LockTimeline? Lock(int index) => _locks[index];

    internal StepFunction? Positions(int group) => _positions[group];

    internal StepFunction Pool(int kind) => _pools[kind];

    /// <summary>
    /// First second at or after a time whose period has room for an amount under a cap, and the last one up to which that stays so
    /// without a gap.
    /// </summary>
    internal (int Time, int Last) NextUnderCap(int cap, int time, int amount)
    {
        var (start, use) = (_network.Levers.Caps[cap].CellStart, _capUse[cap]);
        var room = _network.Levers.Caps[cap].Most - amount;
        var first = _network.Levers.Caps[cap].CellOf(time);
        var cell = first;
        while (cell < use.Length && use[cell] > room) cell++;
        if (cell == use.Length) return (StepFunction.Never, StepFunction.Never);
        if (cell > first) time = start[cell];
        while (cell < use.Length && use[cell] <= room) cell++;
        return (time, cell == use.Length ? StepFunction.Never : start[cell] - 1);
    }

    private static LockTimeline?[] LocksOf(CompiledNetwork network)
    {
        var locks = new LockTimeline?[network.LockCount];
        for (var k = 0; k < locks.Length; k++)
        {
            for (var i = network.LockOutStart[k]; i < network.LockOutStart[k + 1]; i++)
                (locks[k] ??= new LockTimeline()).TakeOut(network.LockOutFrom[i], network.LockOutTo[i], network.LockOutChambers[i]);
        }

        return locks;
    }

    private bool ArcFits(ResourceUse use)
    {
        var headway = _rules.HeadwaySeconds(_network, use.Index >> 1);
        var run = use.To - use.From;
        if (_arcs[use.Index] is { } same && same.NextBehind(use.From, run, use.Amount, headway).Entry != use.From)
            return false;
        return !SharesBothWays(use.Index >> 1) || _arcs[use.Index ^ 1] is not { } other
            || other.NextAgainst(use.From, run, use.Amount, headway).Entry == use.From;
    }

    private bool SharesBothWays(int link) => _network.LinkMode[link] switch
    {
        TransportMode.Rail => _network.LinkLanesOrTracks[link] == 1,
        TransportMode.Road => _network.LinkLanesOrTracks[link] == 0,
        _ => false,
    };

    private bool LevelFits(ResourceUse use) => use.Kind switch
    {
        UseKind.Rate => use.From < Prices.HourCount && CostOfRate(use.Index, use.From, use.Amount) >= 0,
        UseKind.Lock => LockFits(use),
        UseKind.Hold => use.Amount > 0 && LevelOf(_holds[use.Index], use) + use.Amount <= _network.NodeHoldCapacity[use.Index],
        UseKind.Cap => _capUse[use.Index][use.From] + use.Amount <= _network.Levers.Caps[use.Index].Most,
        UseKind.Position => LevelOf(_positions[use.Index], use) + 1 <= _network.GroupPositions[use.Index],
        _ => LevelOf(_pools[use.Index], use) + use.Amount <= _rules.PoolCount[use.Index],
    };

    private bool LockFits(ResourceUse use) => use.Amount > 0
        && (_locks[use.Index] is not { } lockages
            || lockages.NextStart(use.From, use.To - use.From, use.Amount).Start == use.From);

    private static int LevelOf(StepFunction? level, ResourceUse use) => level?.Max(use.From, use.To) ?? 0;

    private void Change(ResourceUse use, int sign)
    {
        switch (use.Kind)
        {
            case UseKind.Arc when sign > 0:
                (_arcs[use.Index] ??= new ArcTimeline()).Insert(use.From, use.To, use.Amount);
                break;
            case UseKind.Arc:
                if (!_arcs[use.Index]!.Remove(use.From))
                    throw new InvalidOperationException($"arc {use.Index} holds no serial that entered at {use.From}");
                break;
            case UseKind.Rate:
                ChangeRate(use, sign);
                break;
            case UseKind.Lock:
                (_locks[use.Index] ??= new LockTimeline()).Add(use.From, use.To, use.Amount, sign);
                break;
            case UseKind.Hold:
                (_holds[use.Index] ??= new StepFunction()).Add(use.From, use.To, sign * use.Amount);
                break;
            case UseKind.Cap:
                _capUse[use.Index][use.From] += sign * use.Amount;
                break;
            case UseKind.Position:
                (_positions[use.Index] ??= new StepFunction()).Add(use.From, use.To, sign);
                break;
            default:
                _pools[use.Index].Add(use.From, use.To, sign * use.Amount);
                break;
        }
    }

    private void ChangeRate(ResourceUse use, int sign)
    {
        var cell = (use.Index * Prices.HourCount) + use.From;
        if (sign < 0) _rateUse[cell] -= use.Amount;
        CivilMicroEuros += sign * Prices.CostOfAdding(use.Index, use.From, _rateUse[cell], use.Amount);
        if (sign > 0) _rateUse[cell] += use.Amount;
    }
}
