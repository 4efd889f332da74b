using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Routing.Tests;

/// <summary>
/// Depth-first over moves and holds of a train in whole minutes, turns read from the rows; each complete journey that could be the best
/// is tried against the ledger. What cannot end in time, or better than the best, on an empty network without turns is left.
/// </summary>
internal sealed class TurnEnumeration(
    NetworkDataset dataset, CompiledNetwork network, MovementRules rules, SearchRequest request, ReservationLedger ledger)
{
    private const int Minute = 60;

    private readonly List<ItineraryStep> _steps = [];
    private readonly List<ResourceUse> _uses = [];
    private readonly int[] _secondsLeft = SecondsLeft(network, request);
    private long _best = long.MaxValue;

    /// <summary>Micro-euros, or long.MaxValue without a journey.</summary>
    public long Best()
    {
        for (var start = 0; start * Minute < rules.HorizonSeconds; start++)
        {
            if (start > 0) _steps.Add(new(StepKind.Hold, request.Origins[0], 0, start * Minute));
            Move(request.Origins[0], start * Minute, -1, 0, 0);
            _steps.Clear();
        }

        return _best;
    }

    private void Move(int node, int time, int cameBy, int stood, long operating)
    {
        for (var arc = 0; arc < network.ArcCount; arc++)
        {
            if (network.ArcFrom(arc) != node || (arc % 2 == 1 && !network.LinkTwoWay[arc / 2])) continue;
            if (cameBy >= 0 && !MayTurn(node, cameBy, arc / 2, stood)) continue;
            var end = time + request.Profile.ArcSeconds[arc];
            var cost = operating + request.Profile.ArcCost[arc];
            var finish = (long)end + _secondsLeft[network.ArcTo(arc)] + Minute;
            if ((1000 * finish) + cost >= _best || finish > rules.HorizonSeconds) continue;
            _steps.Add(new(StepKind.Move, arc, time, end));
            Arrive(network.ArcTo(arc), end, arc / 2, cost);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private void Arrive(int node, int time, int cameBy, long operating)
    {
        if (request.Bounds.IsDestination[node])
        {
            Try(time + Minute, operating);
            return;
        }

        Move(node, time, cameBy, 0, operating);
        if (request.Profile.HoldAmount[node] == 0) return;
        for (var until = time + Minute; until + _secondsLeft[node] < rules.HorizonSeconds; until += Minute)
        {
            if ((1000L * (until + _secondsLeft[node] + Minute)) + operating >= _best) break;
            var hold = new ItineraryStep(StepKind.Hold, node, time, until);
            if (!Fits([.. _steps, hold])) break;
            _steps.Add(hold);
            Move(node, until, cameBy, until - time, operating);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private bool MayTurn(int node, int from, int to, int stood) =>
        Turns.Find(dataset, network.NodeId[node], network.LinkId[from], network.LinkId[to]) is not { } turn
        || (turn.ReversalMinutes is { } minutes && stood >= minutes * Minute);

    /// <summary>Seconds from each node to the destination's, by as many rounds over the arcs as there are nodes.</summary>
    private static int[] SecondsLeft(CompiledNetwork network, SearchRequest request)
    {
        const int Far = 1_000_000;
        int[] left = [.. request.Bounds.IsDestination.Select(isDestination => isDestination ? 0 : Far)];
        for (var round = 0; round < left.Length; round++)
        {
            for (var arc = 0; arc < network.ArcCount; arc++)
            {
                if (arc % 2 == 1 && !network.LinkTwoWay[arc / 2]) continue;
                var (from, to) = (network.ArcFrom(arc), network.ArcTo(arc));
                left[from] = Math.Min(left[from], left[to] + (network.LinkLengthMetres[arc / 2] / 1000 * Minute));
            }
        }

        return left;
    }

    private void Try(int finish, long operating)
    {
        var cost = (1000L * finish) + operating;
        if (cost < _best && Fits([.. _steps])) _best = cost;
    }

    private bool Fits(ItineraryStep[] steps)
    {
        _uses.Clear();
        ItineraryUses.Collect(new Itinerary(steps, 0, 0, 0, 0, 0), request.Profile, network, rules, _uses);
        if (ledger.TryAdd(_uses) >= 0) return false;
        ledger.Remove(_uses);
        return true;
    }
}
