namespace MilMobility.Planning.Tests.Exhaustive;

/// <summary>
/// The optimum of a tiny mission by trying every itinerary of every serial in whole minutes - every walk, every wait at the origin and
/// in the rest area - in all combinations. Written from MODEL.md alone: rules 2, 4, 5, 7, 11 and 13 are the ones that bind here.
/// </summary>
internal sealed class MissionEnumeration
{
    /// <summary>Micro-euros of a serial's minute: 20 vehicles at 1,000 a second, and ten times that for a minute late.</summary>
    private const long MinuteCost = 60L * 1_000 * TinyMission.Vehicles;
    private const long LateMinuteCost = 10 * MinuteCost;

    private readonly TinyMission _mission;
    private readonly List<Itinerary>[] _itineraries;
    private readonly Itinerary[] _chosen;
    private long _best;

    private MissionEnumeration(TinyMission mission, long costMax)
    {
        _mission = mission;
        _best = costMax + 1;
        _chosen = new Itinerary[mission.Serials.Length];
        _itineraries = new List<Itinerary>[mission.Serials.Length];
        for (var k = 0; k < _itineraries.Length; k++)
        {
            _itineraries[k] = [];
            Depart(k, costMax);
            _itineraries[k].Sort((x, y) => x.Cost.CompareTo(y.Cost));
        }
    }

    /// <summary>Least objective of a plan that moves every serial at no more than a cost; null if there is none.</summary>
    public static long? Optimum(TinyMission mission, long costMax)
    {
        var search = new MissionEnumeration(mission, costMax);
        search.Choose(0, 0);
        return search._best > costMax ? null : search._best;
    }

    private void Choose(int serial, long cost)
    {
        if (serial == _chosen.Length)
        {
            _best = cost;
            return;
        }

        foreach (var itinerary in _itineraries[serial])
        {
            if (cost + itinerary.Cost >= _best) return;
            if (_chosen.AsSpan(0, serial).ToArray().Any(other => Clash(itinerary, other))) continue;
            _chosen[serial] = itinerary;
            Choose(serial + 1, cost + itinerary.Cost);
        }
    }

    private void Depart(int serial, long costMax)
    {
        var s = _mission.Serials[serial];
        for (var minute = s.ReadyMinute; minute < TinyMission.MinutesMax; minute++)
            Go(serial, s.From, minute, [], [], costMax);
    }

    private void Go(int serial, string node, int minute, Use[] moves, Use[] holds, long costMax)
    {
        if (CostOf(serial, minute + TinyMission.PassMinutes) > costMax) return;
        if (node == _mission.Serials[serial].To)
        {
            var cost = CostOf(serial, minute + TinyMission.PassMinutes);
            _itineraries[serial].Add(new Itinerary(moves, holds, cost));
            return;
        }

        for (var a = 0; a < _mission.Arcs.Length; a++)
        {
            var arc = _mission.Arcs[a];
            var move = new Use(a, minute, minute + arc.Minutes);
            if (arc.From != node || IsClosed(arc.Link, move) || moves.Any(m => Apart(m, move) is false)) continue;
            if (move.To + TinyMission.PassMinutes > TinyMission.MinutesMax) continue;
            Use[] longer = [.. moves, move];
            Go(serial, arc.To, move.To, longer, holds, costMax);
            if (arc.To != "b") continue;
            for (var until = move.To + 1; until < TinyMission.MinutesMax; until++)
            {
                // The place is taken until the tail has left.
                var hold = new Use(0, move.To, until + TinyMission.PassMinutes);
                if (holds.Any(h => h.From < hold.To && hold.From < h.To)) continue;
                Go(serial, "b", until, longer, [.. holds, hold], costMax);
            }
        }
    }

    private long CostOf(int serial, int finishMinute)
    {
        var s = _mission.Serials[serial];
        return (MinuteCost * (finishMinute - s.ReadyMinute)) + (LateMinuteCost * Math.Max(0, finishMinute - s.DueMinute));
    }

    private bool IsClosed(string link, Use move) =>
        link == _mission.Closed.Link && move.From < _mission.Closed.To && _mission.Closed.From < move.To + TinyMission.PassMinutes;

    private bool Clash(Itinerary one, Itinerary other) =>
        one.Moves.Any(m => other.Moves.Any(n => Apart(m, n) is false))
        || one.Holds.Any(h => other.Holds.Any(g => h.From < g.To && g.From < h.To));

    /// <summary>Rules 4 and 5; null where two moves have nothing to do with each other.</summary>
    private bool? Apart(Use one, Use other)
    {
        const int Gap = TinyMission.PassMinutes + TinyMission.HeadwayMinutes;
        var (a, b) = (_mission.Arcs[one.Index], _mission.Arcs[other.Index]);
        if (a.Link != b.Link) return null;
        if (a.From != b.From)
            return !a.IsOneLane || one.To + Gap <= other.From || other.To + Gap <= one.From;
        return (one.From + Gap <= other.From && one.To + Gap <= other.To) || (other.From + Gap <= one.From && other.To + Gap <= one.To);
    }

    /// <summary>An arc or the rest area over [From, To), minutes.</summary>
    private readonly record struct Use(int Index, int From, int To);

    private sealed record Itinerary(Use[] Moves, Use[] Holds, long Cost);
}
