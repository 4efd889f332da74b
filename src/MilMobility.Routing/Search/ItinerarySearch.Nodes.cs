using MilMobility.Domain.Units;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;

namespace MilMobility.Routing.Search;

/// <content>At nodes: arrival, holding, halts, closing up, transfers.</content>
public sealed partial class ItinerarySearch
{
    /// <summary>Makes the label of an arrival in a state, stretched by holding where the serial may hold, or of a journey's end.</summary>
    private void Arrive(
        int parent, LabelKind kind, int state, int lo, int hi, long cost, int via, int viaSeconds, int driven, int drivenAnchor,
        int leg, int legAnchor, byte flags)
    {
        var node = _turns.Node[state];
        if (_request.Bounds.IsDestination[node])
        {
            AddGoal(parent, kind, node, lo, cost, via, viaSeconds);
            return;
        }

        var latest = LatestDeparture(state);
        hi = Math.Min(hi, latest);
        if (lo > hi) return;
        // Where staging asks for a stay, who holds has a label of its own.
        var stayMin = _network.Levers.StayMinSeconds(node);
        var stretched = stayMin > 0 ? hi : Math.Min(latest, HoldUntil(node, hi));
        var label = _labels.New();
        Set(label, kind, state, lo, Math.Max(hi, stretched), cost, parent, via, viaSeconds);
        _labels.ArrivedHi[label] = hi;
        if (_capped) _labels.Caps[label] = _labels.Caps[parent] | (kind == LabelKind.Arrived ? _network.Levers.CapsOf(via >> 1) : 0);
        if (stretched > hi)
        {
            // Waiting counts as elapsed: a later departure had its last halt, and its leg's start, no later than this.
            if (driven > 0) drivenAnchor = Math.Min(drivenAnchor, hi - driven);
            if (leg > 0) legAnchor = Math.Min(legAnchor, hi - leg);
        }

        if (IsSpare(driven, state, _rules.DriveMaxSeconds)) (driven, drivenAnchor) = (LabelStore.Spare, LabelStore.NoAnchor);
        if (IsSpare(leg, state, LegMax((int)_network.NodeMode[node])))
            (leg, legAnchor) = (LabelStore.Spare, LabelStore.NoAnchor);
        SetElapsed(label, driven, drivenAnchor, leg, legAnchor, flags);
        // What comes by a transfer is staged: it does not leave at once, so the label itself is not followed.
        if (stayMin > 0 && kind == LabelKind.Transferred) DeriveStaged(label, state, stayMin);
        else Enter(label);
    }

    private void AddGoal(int parent, LabelKind kind, int node, int lo, long cost, int via, int viaSeconds)
    {
        var finish = lo + (kind == LabelKind.Arrived ? _profile.PassSeconds[(int)_network.NodeMode[node]] : 0);
        if (finish > _finishMax) return;
        var key = cost + (_request.TimeMicroEurosPerSecond * (finish - _request.ReadySeconds))
            + (_request.LateMicroEurosPerSecond * Math.Max(0, finish - _request.DueSeconds));
        if (key >= _options.CostBelow) return;
        var label = _labels.New();
        Set(label, LabelKind.Goal, node, lo, finish, cost, parent, via, viaSeconds);
        _labels.Flags[label] = kind == LabelKind.Arrived ? (byte)1 : (byte)0;
        if (key < _bestGoalKey)
        {
            _bestGoalKey = key;
            _bestGoal = label;
        }

        _queue.Push(key, label);
    }

    /// <summary>Last departure by a move after a hold that begins at a time; before that time where no hold is possible.</summary>
    private int HoldUntil(int node, int from)
    {
        var amount = _profile.HoldAmount[node];
        if (amount == 0) return -1;
        var called = _network.Levers.CallForwardSeconds(node);
        if (_ledger.Hold(node) is not { } level) return called;
        var busy = level.NextBusy(from, _network.NodeHoldCapacity[node] - amount);
        return busy == StepFunction.Never ? called : Math.Min(called, busy - _profile.PassSeconds[(int)_network.NodeMode[node]]);
    }

    /// <summary>Stays of what has come by a transfer, before it goes on by a move or by another transfer (rule 22).</summary>
    private void DeriveStaged(int label, int state, int stayMin)
    {
        var node = _labels.Node[label];
        DeriveHolds(label, LabelKind.Staged, state, stayMin, _profile.PassSeconds[(int)_network.NodeMode[node]]);
        if (_profile.NodeHasTransfer[node]) DeriveHolds(label, LabelKind.Closed, state, stayMin, 0);
    }

    /// <summary>
    /// Labels that follow from a stay at the label's node: after a halt, after each reversal, and closed up for a transfer.
    /// </summary>
    private void Derive(int label)
    {
        var kind = _labels.Kind[label];
        if (kind is LabelKind.Halted or LabelKind.Staged or LabelKind.Reversed or LabelKind.Closed) return;
        var node = _labels.Node[label];
        var state = _labels.State[label];
        var transfers = _profile.NodeHasTransfer[node];
        if (kind == LabelKind.Arrived)
        {
            var pass = _profile.PassSeconds[(int)_network.NodeMode[node]];
            var stayMin = _network.Levers.StayMinSeconds(node);
            var isRoad = _network.NodeMode[node] == TransportMode.Road;
            if (isRoad) DeriveHolds(label, LabelKind.Halted, state, Math.Max(stayMin, _rules.HaltSeconds), pass);
            if (stayMin > 0 && !(isRoad && stayMin >= _rules.HaltSeconds)) DeriveHolds(label, LabelKind.Staged, state, stayMin, pass);
            if (transfers) DeriveHolds(label, LabelKind.Closed, state, Math.Max(stayMin, pass), 0);
            for (var i = _turns.ReversalStart[state]; i < _turns.ReversalStart[state + 1]; i++)
            {
                var reversed = _turns.Reversals[i];
                DeriveHolds(
                    label, LabelKind.Reversed, reversed,
                    Math.Max(stayMin, _profile.ReversalSeconds(_turns.ReversalSeconds[reversed])), pass);
            }

            return;
        }

        if (!transfers) return;
        var hi = _labels.Hi[label];
        if (kind == LabelKind.Transferred && _profile.HoldAmount[node] is var amount && amount > 0)
        {
            var from = _labels.ArrivedHi[label];
            var busy = _ledger.Hold(node)?.NextBusy(from, _network.NodeHoldCapacity[node] - amount) ?? StepFunction.Never;
            hi = Math.Max(from, Math.Min(Math.Min(busy, _network.Levers.CallForwardSeconds(node)), LatestDeparture(node)));
        }

        AddStay(label, LabelKind.Closed, state, _labels.Lo[label], hi, 0);
    }

    /// <summary>
    /// One label for each free interval of the node's capacity that an arrival of the label's window falls into: departures from a
    /// least stay after the arrival to the interval's end, less what the tail still occupies.
    /// </summary>
    private void DeriveHolds(int label, LabelKind kind, int state, int stayMin, int after)
    {
        var node = _labels.Node[label];
        var amount = _profile.HoldAmount[node];
        if (amount == 0) return;
        var level = _ledger.Hold(node);
        var threshold = _network.NodeHoldCapacity[node] - amount;
        var arrivedHi = _labels.ArrivedHi[label];
        var called = _network.Levers.CallForwardSeconds(node);
        var from = _labels.Lo[label];
        while (true)
        {
            from = level?.NextFree(from, threshold) ?? from;
            if (from > arrivedHi) return;
            var busy = level?.NextBusy(from, threshold) ?? StepFunction.Never;
            var until = busy == StepFunction.Never ? int.MaxValue : busy - after;
            AddStay(label, kind, state, from + stayMin, Math.Min(until, called), stayMin);
            if (busy == StepFunction.Never) return;
            from = busy;
        }
    }

    private void AddStay(int parent, LabelKind kind, int state, int lo, int hi, int stayMin)
    {
        hi = Math.Min(hi, LatestDeparture(state));
        if (lo > hi) return;
        var label = _labels.New();
        Set(label, kind, state, lo, hi, _labels.Cost[parent], parent, 0, stayMin);
        _labels.Caps[label] = _labels.Caps[parent];
        var leg = _labels.Leg[parent];
        var legAnchor = _labels.LegAnchor[parent];
        if (leg > 0 && kind != LabelKind.Closed)
        {
            legAnchor = Math.Min(legAnchor, _labels.ArrivedHi[parent] - leg);
            leg += stayMin;
        }

        if (kind == LabelKind.Closed) (leg, legAnchor) = (0, LabelStore.NoAnchor);
        int driven = 0, drivenAnchor = LabelStore.NoAnchor;
        if (kind == LabelKind.Staged && _labels.Driven[parent] is var before && before != 0)
        {
            // Too short for a halt: the march goes on.
            (driven, drivenAnchor) = (before, _labels.DrivenAnchor[parent]);
            if (driven > 0) (driven, drivenAnchor) = (driven + stayMin, Math.Min(drivenAnchor, _labels.ArrivedHi[parent] - driven));
        }

        SetElapsed(label, driven, drivenAnchor, leg, legAnchor, _labels.Flags[parent]);
        Enter(label);
    }

    /// <summary>Takes a transfer with starts in [from, to].</summary>
    private void ExpandTransfer(int label, int transfer, int from, int to)
    {
        var run = _profile.TransferSeconds[transfer];
        if (run < 0) return;
        _followed++;
        var target = _network.TransferTo[transfer];
        var latest = LatestDeparture(target);
        if (latest < 0) return;
        to = Math.Min(to, latest - run);
        if (_profile.TransferFromShip[transfer])
        {
            from = Math.Max(from, _request.ShipArrivesSeconds);
            to = Math.Min(to, _request.ShipDepartsSeconds - run);
        }

        var mode = (int)_network.NodeMode[target];
        var group = _network.TransferGroup[transfer];
        var positions = _ledger.Positions(group);
        var threshold = _network.GroupPositions[group] - 1;
        if (threshold < 0) return;
        var flags = FreshFlags(mode, _labels.Flags[label]);
        var loads = mode is (int)TransportMode.Rail or (int)TransportMode.Water
            && (flags & LabelDominance.LegStarted) == 0;
        var cost = _labels.Cost[label] + _rules.TransferMicroEuros;
        if (_tolls is not null) CollectTransferTolls(group, run, loads, mode);
        while (from <= to)
        {
            int start, last = StepFunction.Never;
            do
            {
                start = from;
                last = StepFunction.Never;
                if (positions is not null) Take(positions.NextStart(from, run, threshold), ref from, ref last);
                if (loads) TakeAssets(mode, _labels.Flags[label], ref from, ref last);
            }
            while (from != start);
            if (from > to) return;
            last = Math.Min(last, to);
            var toll = 0L;
            if (_tollUseCount > 0) toll = TollUntil(from, ref last);
            var leg = loads ? run : 0;
            var arrived = loads ? (byte)(flags | LabelDominance.LegStarted | PoolFlags(mode)) : flags;
            Arrive(
                label, LabelKind.Transferred, target, from + run, last + run, cost + toll, transfer, run, 0, LabelStore.NoAnchor,
                leg, LabelStore.NoAnchor, arrived);
            from = last + 1;
        }
    }
}
