using MilMobility.Domain.Scenarios;
using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Search;

/// <content>Tolls of a step as a sum over the priced resources that it uses; free ones cost one check per step.</content>
public sealed partial class ItinerarySearch
{
    /// <summary>Most resources that one step uses: both ends of an arc, the single link, a lock, a position and the pools.</summary>
    private const int TollUsesMax = 5 + MovementRules.PoolKinds;

    private readonly TollUse[] _tollUses = new TollUse[TollUsesMax];
    private int _tollUseCount;

    /// <summary>A step's use of a priced resource: over [start + Offset, start + Offset + Length).</summary>
    private readonly record struct TollUse(int Resource, int Offset, int Length, int Amount);

    /// <summary>Lists what a move pays for, by its running time and whether it starts a leg.</summary>
    private void CollectMoveTolls(int arc, int run, int pass, int mode, bool startsLeg)
    {
        _tollUseCount = 0;
        var resources = _tolls!.Resources;
        if (resources.ArcEntry[arc] is var entry && entry != TollResources.None)
        {
            var span = pass + _rules.HeadwaySeconds(_network, arc >> 1);
            AddToll(entry, 0, span, 1);
            AddToll(resources.ArcExit[arc], run, span, 1);
            if (resources.ArcSingle[arc] is var single && single != TollResources.None) AddToll(single, 0, span, 1);
        }

        if (_profile.ArcLockSeconds[arc] is var cycle && cycle > 0)
            AddToll(resources.Lock(_network.NodeLock[_network.ArcFrom(arc)]), 0, cycle, 1);
        if (startsLeg) CollectPoolTolls(mode);
    }

    /// <summary>Lists what a transfer pays for.</summary>
    private void CollectTransferTolls(int group, int run, bool loads, int mode)
    {
        _tollUseCount = 0;
        AddToll(_tolls!.Resources.Position(group), 0, run, 1);
        if (loads) CollectPoolTolls(mode);
    }

    private void CollectPoolTolls(int mode)
    {
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            var amount = _profile.PoolAmount[kind];
            if (amount == 0 || (int)SerialProfile.ModeOf((PoolKind)kind) != mode) continue;
            AddToll(_tolls!.Resources.Pool(kind), 0, _rules.PoolBlockSeconds[kind], amount);
        }
    }

    private void AddToll(int resource, int offset, int length, int amount)
    {
        if (!_tolls!.IsFree(resource)) _tollUses[_tollUseCount++] = new TollUse(resource, offset, length, amount);
    }

    /// <summary>Toll of the listed uses for a step that starts at a time; brings the last start forward to where it is the same.</summary>
    private long TollUntil(int start, ref int last)
    {
        var toll = TollAt(start, last, out var same);
        // Prices that rise and fall by the same at once leave the sum as it is.
        while (same < last && TollAt(same + 1, last, out var next) == toll) same = next;
        last = same;
        return toll;
    }

    private long TollAt(int start, int last, out int same)
    {
        var tolls = _tolls!;
        long sum = 0;
        same = last;
        for (var i = 0; i < _tollUseCount; i++)
        {
            var use = _tollUses[i];
            var from = start + use.Offset;
            sum += use.Amount * tolls.Of(use.Resource, from, from + use.Length);
            var until = tolls.SameUntil(use.Resource, from, use.Length);
            if (until != int.MaxValue) same = Math.Min(same, until - use.Offset);
        }

        return sum;
    }
}
