using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Routing.Tests;

/// <summary>
/// Every journey of a <see cref="TollScene"/> in whole minutes, depth first, by the rules for one serial (2, 3, 6, 9, 10, 13) as the
/// movement model words them; the tolls are those of the uses that the ledger would be asked for.
/// </summary>
internal sealed class TollEnumeration(TollScene scene, ITollTable tolls)
{
    private const int Minute = TollScene.Minute;

    private readonly List<ItineraryStep> _steps = [];
    private readonly HashSet<string> _kinds = [];
    private long _best = long.MaxValue;

    /// <summary>Kinds of resource that the journeys tried use.</summary>
    public IReadOnlySet<string> Kinds => _kinds;

    /// <summary>Cost and tolls of the cheapest journey; long.MaxValue if there is none.</summary>
    public long Best()
    {
        var origin = scene.Request.Origins[0];
        for (var start = 0; start <= scene.Rules.HorizonSeconds; start += Minute)
        {
            if (start > 0) _steps.Add(new(StepKind.Hold, origin, 0, start));
            Go(origin, start, null, start);
            _steps.Clear();
        }

        return _best;
    }

    /// <param name="node">Where the head is.</param>
    /// <param name="time">When it goes on.</param>
    /// <param name="legStart">Start of the leg under way; null before it has started.</param>
    /// <param name="lastHalt">Last halt, or start of the road leg.</param>
    private void Go(int node, int time, int? legStart, int lastHalt)
    {
        var network = scene.Network;
        var profile = scene.Profile;
        for (var i = network.OutStart[node]; i < network.OutStart[node + 1]; i++)
        {
            var arc = network.OutArcs[i];
            var road = network.LinkMode[arc >> 1] == TransportMode.Road;
            // A way back brings nothing on a line.
            if (network.ArcTo(arc) < node) continue;
            var end = time + profile.ArcSeconds[arc];
            var started = legStart ?? time;
            if (road && end - (legStart is null ? time : lastHalt) > scene.Rules.DriveMaxSeconds) continue;
            if (end + Minute - started > BlockOf(network.LinkMode[arc >> 1])) continue;
            _steps.Add(new(StepKind.Move, arc, time, end));
            Arrive(network.ArcTo(arc), end, started, legStart is null ? time : lastHalt);
            _steps.RemoveAt(_steps.Count - 1);
        }

        var last = _steps.Count == 0 ? default : _steps[^1];
        if (_steps.Count > 0 && last.Kind == StepKind.Move) return;
        if (last.Kind == StepKind.Hold && _steps.Count > 1 && _steps[^2].Kind == StepKind.Move
            && last.EndSeconds - last.StartSeconds < Minute) return;
        for (var i = network.OutTransferStart[node]; i < network.OutTransferStart[node + 1]; i++)
        {
            var transfer = network.OutTransfers[i];
            var end = time + profile.TransferSeconds[transfer];
            _steps.Add(new(StepKind.Transfer, transfer, time, end));
            var loads = network.NodeMode[network.TransferTo[transfer]] != TransportMode.Road;
            Arrive(network.TransferTo[transfer], end, loads ? time : null, end);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private int BlockOf(TransportMode mode)
    {
        var block = int.MaxValue;
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            if (scene.Profile.PoolAmount[kind] > 0 && SerialProfile.ModeOf((PoolKind)kind) == mode)
                block = Math.Min(block, scene.Rules.PoolBlockSeconds[kind]);
        }

        return block;
    }

    private void Arrive(int node, int time, int? legStart, int lastHalt)
    {
        if (scene.Request.Bounds.IsDestination[node])
        {
            Try(time + Minute);
            return;
        }

        // Nothing that goes on can be cheaper than what it has cost until now.
        if (time > scene.Rules.HorizonSeconds || scene.Request.TimeMicroEurosPerSecond * time >= _best) return;
        Go(node, time, legStart, lastHalt);
        if (scene.Profile.HoldAmount[node] == 0) return;
        for (var until = time + Minute; until <= scene.Rules.HorizonSeconds; until += Minute)
        {
            var road = scene.Network.NodeMode[node] == TransportMode.Road;
            _steps.Add(new(StepKind.Hold, node, time, until));
            Go(node, until, legStart, road && until - time >= scene.Rules.HaltSeconds ? until : lastHalt);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private void Try(int finish)
    {
        if (finish > scene.Rules.HorizonSeconds) return;
        var request = scene.Request;
        var cost = (request.TimeMicroEurosPerSecond * finish)
            + (request.LateMicroEurosPerSecond * Math.Max(0, finish - request.DueSeconds));
        foreach (var step in _steps)
        {
            if (step.Kind == StepKind.Move) cost += scene.Profile.ArcCost[step.Index];
            if (step.Kind == StepKind.Transfer) cost += scene.Rules.TransferMicroEuros;
        }

        if (cost >= _best) return;
        var uses = new List<ResourceUse>();
        var itinerary = new Itinerary([.. _steps], finish, cost, 0, 0, 0);
        ItineraryUses.Collect(itinerary, scene.Profile, scene.Network, scene.Rules, uses);
        foreach (var use in uses)
        {
            if (use.Kind == UseKind.Rate) cost += scene.Empty.CostOfRate(use.Index, use.From, use.Amount);
            scene.Resources.Visit(use, scene.Network, scene.Rules, Charge);
        }

        Assert.True(scene.Empty.TryAdd(uses) < 0, "a journey of the enumeration breaks a rule");
        scene.Empty.Remove(uses);
        _best = Math.Min(_best, cost);

        void Charge(int resource, int from, int to, int amount)
        {
            _kinds.Add(scene.Resources.KindOf(resource).ToString());
            cost += amount * tolls.Of(resource, from, to);
        }
    }
}
