using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;

namespace MilMobility.Routing.Search;

/// <content>Along arcs: free entry times, split by running time and civil price.</content>
public sealed partial class ItinerarySearch
{
    /// <summary>Follows an arc with departures in [from, to].</summary>
    private void ExpandArc(int label, int arc, int from, int to)
    {
        if (_profile.ArcSeconds[arc] < 0) return;
        _followed++;
        var target = _turns.ArcState[arc];
        var latest = LatestDeparture(target);
        if (latest < 0) return;
        to = Math.Min(to, latest - 1);
        var mode = (int)_network.LinkMode[arc >> 1];
        var pass = _profile.PassSeconds[mode];
        var startsLeg = (_labels.Flags[label] & LabelDominance.LegStarted) == 0;
        var time = from;
        while (time <= to)
        {
            var run = RunAt(arc, time, mode, out var sameUntil);
            var (entry, last) = NextEntry(arc, time, run, pass, mode, startsLeg, label);
            if (entry > sameUntil)
            {
                // The running time changes before the next free entry, which must be sought again from there.
                time = sameUntil + 1;
                continue;
            }

            last = Math.Min(Math.Min(to, last), sameUntil);
            if (_tolls is not null) CollectMoveTolls(arc, run, pass, mode, startsLeg);
            SplitByPrice(label, arc, target, entry, last, run, mode, startsLeg);
            time = last + 1;
            if (entry > last) return;
        }
    }

    private void SplitByPrice(int label, int arc, int target, int from, int to, int run, int mode, bool startsLeg)
    {
        var resource = _profile.ArcResource[arc];
        if (resource == SerialProfile.NoResource)
        {
            SplitByToll(label, arc, target, from, to, run, 0, mode, startsLeg);
            return;
        }

        var hours = _ledger.Prices.HourCount;
        while (from <= to)
        {
            var hour = from / SecondsPerHour;
            if (hour >= hours) return;
            var price = _ledger.CostOfRate(resource, hour, _profile.ArcRate[arc]);
            var next = hour + 1;
            while (next * SecondsPerHour <= to && next < hours
                && _ledger.CostOfRate(resource, next, _profile.ArcRate[arc]) == price) next++;
            var end = Math.Min(to, (next * SecondsPerHour) - 1);
            if (price >= 0) SplitByToll(label, arc, target, from, end, run, price, mode, startsLeg);
            from = end + 1;
        }
    }

    private void SplitByToll(
        int label, int arc, int target, int from, int to, int run, long price, int mode, bool startsLeg)
    {
        while (from <= to)
        {
            var last = to;
            var toll = 0L;
            if (_tollUseCount > 0) toll = TollUntil(from, ref last);
            AddMove(label, arc, target, from, last, run, price + toll, mode, startsLeg);
            from = last + 1;
        }
    }

    private void AddMove(
        int label, int arc, int target, int from, int to, int run, long price, int mode, bool startsLeg)
    {
        var lo = from + run;
        var hi = to + run;
        int driven = 0, drivenAnchor = LabelStore.NoAnchor;
        if (mode == (int)TransportMode.Road)
        {
            driven = Elapsed(_labels.Driven[label], run);
            drivenAnchor = _labels.DrivenAnchor[label];
            if (driven > _rules.DriveMaxSeconds) return;
            hi = Math.Min(hi, After(drivenAnchor, _rules.DriveMaxSeconds));
        }

        int leg = 0, legAnchor = LabelStore.NoAnchor;
        var limit = LegMax(mode);
        var flags = _labels.Flags[label];
        if (limit != MovementRules.Unlimited)
        {
            leg = Elapsed(startsLeg ? 0 : _labels.Leg[label], run);
            legAnchor = startsLeg ? LabelStore.NoAnchor : _labels.LegAnchor[label];
            if (leg > limit) return;
            hi = Math.Min(hi, After(legAnchor, limit));
        }

        if (startsLeg) flags = (byte)(flags | LabelDominance.LegStarted | PoolFlags(mode));
        if (lo > hi) return;
        var cost = _labels.Cost[label] + _profile.ArcCost[arc] + price;
        Arrive(label, LabelKind.Arrived, target, lo, hi, cost, arc, run, driven, drivenAnchor, leg, legAnchor, flags);
    }

    private static int After(int anchor, int seconds) =>
        anchor == LabelStore.NoAnchor || seconds == MovementRules.Unlimited ? int.MaxValue : anchor + seconds;

    private byte PoolFlags(int mode)
    {
        var flags = 0;
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            if (_profile.PoolAmount[kind] > 0 && (int)SerialProfile.ModeOf((PoolKind)kind) == mode)
                flags |= LabelDominance.PoolUsed << kind;
        }

        return (byte)flags;
    }

    /// <summary>Running time for an entry at a time, with the last entry for which it is the same.</summary>
    private int RunAt(int arc, int time, int mode, out int sameUntil)
    {
        sameUntil = int.MaxValue;
        for (var i = _network.FactorStart[arc]; i < _network.FactorStart[arc + 1]; i++)
        {
            if (time >= _network.FactorTo[i]) continue;
            if (time < _network.FactorFrom[i])
            {
                sameUntil = _network.FactorFrom[i] - 1;
                break;
            }

            sameUntil = _network.FactorTo[i] - 1;
            var link = arc >> 1;
            return _profile.ArcLockSeconds[arc] + RunningTime.Seconds(
                _network.LinkLengthMetres[link], _network.LinkSpeedKmh[link], _profile.SpeedKmh[mode],
                _network.FactorHundredths[i]);
        }

        return _profile.ArcSeconds[arc];
    }

    /// <summary>
    /// First entry at or after a time that nothing on the arc forbids, and the last entry up to which that stays so. Each source
    /// of conflict moves the time on; when none does any more, it is free for all.
    /// </summary>
    private (int Entry, int Last) NextEntry(int arc, int time, int run, int pass, int mode, bool startsLeg, int label)
    {
        var headway = _rules.HeadwaySeconds(_network, arc >> 1);
        var same = _ledger.Arc(arc);
        var other = _profile.ArcSingle[arc] ? _ledger.Arc(arc ^ 1) : null;
        var lockSeconds = _profile.ArcLockSeconds[arc];
        var chambers = lockSeconds > 0 ? _ledger.Lock(_network.NodeLock[_network.ArcFrom(arc)]) : null;
        var entered = _capped ? _network.Levers.CapsOf(arc >> 1) & ~_labels.Caps[label] : 0;
        while (true)
        {
            var start = time;
            var last = StepFunction.Never;
            if (same is { Count: > 0 }) Take(same.NextBehind(time, run, pass, headway), ref time, ref last);
            if (other is { Count: > 0 }) Take(other.NextAgainst(time, run, pass, headway), ref time, ref last);
            if (_network.ClosedStart[arc] < _network.ClosedStart[arc + 1])
                Take(NextOpen(arc, time, run + pass), ref time, ref last);
            if (chambers is not null)
            {
                var takes = _profile.LockChambers[_network.NodeLock[_network.ArcFrom(arc)]];
                Take(chambers.NextStart(time, lockSeconds, takes), ref time, ref last);
            }

            if (entered != 0) TakeCaps(entered, ref time, ref last);
            if (startsLeg) TakeAssets(mode, _labels.Flags[label], ref time, ref last);
            if (time == start) return (time, last);
        }
    }

    /// <summary>First time in periods in which every cap that the move enters has room for the serial (rule 18).</summary>
    private void TakeCaps(int entered, ref int time, ref int last)
    {
        var caps = _network.Levers.Caps;
        for (var cap = 0; cap < caps.Count && time != StepFunction.Never; cap++)
        {
            if ((entered & (1 << cap)) == 0) continue;
            Take(_ledger.NextUnderCap(cap, time, caps[cap].AmountOf(_profile.VehicleCount)), ref time, ref last);
        }
    }

    private static void Take((int Entry, int Last) free, ref int time, ref int last)
    {
        time = free.Entry;
        last = Math.Min(last, free.Last);
    }

    /// <summary>First time from which a leg of the mode finds its assets free for their whole block.</summary>
    private void TakeAssets(int mode, byte flags, ref int time, ref int last)
    {
        if (_options.Relaxed) return;
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            var amount = _profile.PoolAmount[kind];
            if (amount == 0 || (int)SerialProfile.ModeOf((PoolKind)kind) != mode) continue;
            // An earlier leg's assets may still be out: then there must be room for both.
            if ((flags & (LabelDominance.PoolUsed << kind)) != 0) amount *= 2;
            var threshold = _rules.PoolCount[kind] - amount;
            if (threshold < 0)
            {
                time = StepFunction.Never;
                return;
            }

            Take(_ledger.Pool(kind).NextStart(time, _rules.PoolBlockSeconds[kind], threshold), ref time, ref last);
        }
    }

    /// <summary>First entry outside the closed windows, for an arc that the column occupies for a time.</summary>
    private (int Entry, int Last) NextOpen(int arc, int time, int occupied)
    {
        var end = _network.ClosedStart[arc + 1];
        for (var i = _network.ClosedStart[arc]; i < end; i++)
        {
            if (_network.ClosedTo[i] <= time) continue;
            var last = _network.ClosedFrom[i] - occupied;
            if (time <= last) return (time, last);
            time = _network.ClosedTo[i];
        }

        return (time, StepFunction.Never);
    }
}
