using MilMobility.Optimisation;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// Improves a plan by taking serials out and inserting them again by the exact search: first each serial alone, dearest above its
/// bound first, until a sweep brings nothing; then small groups around a serial that costs more than its bound, with those
/// that use the same arcs near the same time, in another order. A change stays if the objective does not rise. Ends when
/// the work is used up (counted, not timed) or the plan meets its bound. Deterministic for a seed and work limit.
/// Literature: Schrimpf et al. 2000, ruin and recreate (10.1006/jcph.1999.6413).
/// </summary>
public sealed class RuinAndRecreate(PlanProblem problem, IndependentOptima bounds, ulong seed)
{
    private const int GroupMin = 2;
    private const int GroupMax = 8;
    private const int NearSeconds = 2 * 3600;
    private const int SweepsMax = 4;

    private readonly SplitMix _random = new(seed);

    /// <param name="draft">The plan; changed in place.</param>
    /// <param name="work">Work allowed.</param>
    /// <param name="improved">Called when the objective has fallen.</param>
    /// <param name="cancellation">Ends the run with the plan as it then is.</param>
    public void Improve(PlanDraft draft, long work, Action<PlanDraft> improved, CancellationToken cancellation)
    {
        var stop = draft.Work + work;
        for (var sweep = 0; sweep < SweepsMax && draft.Work < stop; sweep++)
        {
            if (!Sweep(draft, stop, improved, cancellation)) break;
        }

        while (draft.Work < stop && draft.ObjectiveMicroEuros > bounds.TotalMicroEuros)
        {
            if (cancellation.IsCancellationRequested) return;
            var before = draft.ObjectiveMicroEuros;
            if (PickGroup(draft) is not { } group) return;
            Reinsert(draft, group, cancellation);
            if (draft.ObjectiveMicroEuros < before) improved(draft);
        }
    }

    private bool Sweep(PlanDraft draft, long stop, Action<PlanDraft> improved, CancellationToken cancellation)
    {
        var start = draft.ObjectiveMicroEuros;
        var order = Enumerable.Range(0, problem.Count)
            .Where(k => Regret(draft, k) > 0)
            .OrderByDescending(k => Regret(draft, k)).ThenBy(k => k).ToList();
        foreach (var serial in order)
        {
            if (cancellation.IsCancellationRequested || draft.Work >= stop) break;
            Reinsert(draft, [serial], cancellation);
        }

        if (draft.ObjectiveMicroEuros >= start) return false;
        improved(draft);
        return true;
    }

    /// <summary>What a serial costs above its bound; civil prices at its insertion.</summary>
    private long Regret(PlanDraft draft, int serial) =>
        (draft[serial] is { } i ? i.OwnCost + i.CivilAtInsertion : problem.PenaltyMicroEuros[serial])
        - bounds.BoundMicroEuros[serial];

    /// <summary>Takes serials out and inserts them in the order given; undone if the objective rises.</summary>
    private void Reinsert(PlanDraft draft, int[] group, CancellationToken cancellation)
    {
        var before = draft.ObjectiveMicroEuros;
        var old = new Itinerary?[group.Length];
        for (var i = 0; i < group.Length; i++) old[i] = draft.Remove(group[i]);
        try
        {
            foreach (var serial in group) draft.Insert(serial, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The old plan comes back below: what is half done costs penalties.
        }

        if (draft.ObjectiveMicroEuros <= before) return;
        foreach (var serial in group) draft.Remove(serial);
        for (var i = 0; i < group.Length; i++)
        {
            if (old[i] is { } itinerary && !draft.TryAdd(group[i], itinerary))
                throw new InvalidOperationException($"serial {group[i]} does not fit where it was");
        }
    }

    /// <summary>A serial drawn by its regret, and others near it, in an order in which the first goes first or last.</summary>
    private int[]? PickGroup(PlanDraft draft)
    {
        var regrets = new long[problem.Count];
        long total = 0;
        for (var k = 0; k < regrets.Length; k++) total += regrets[k] = Math.Max(0, Regret(draft, k));
        if (total == 0) return null;
        var draw = (long)(_random.NextUnit() * total);
        var seedSerial = 0;
        while (draw >= regrets[seedSerial]) draw -= regrets[seedSerial++];
        var near = Near(draft, seedSerial);
        var size = Math.Min(near.Count, GroupMin - 1 + _random.Next(GroupMax - GroupMin + 1));
        var group = new List<int> { seedSerial };
        while (group.Count <= size)
        {
            // Early entries of the list, the nearest, are drawn most.
            var unit = _random.NextUnit();
            var pick = (int)(unit * unit * near.Count);
            group.Add(near[pick]);
            near.RemoveAt(pick);
        }

        var first = _random.Next(4) == 0 ? group.Count - 1 : 0;
        (group[0], group[first]) = (group[first], group[0]);
        return [.. group];
    }

    /// <summary>
    /// Serials that use an arc or a transfer group, within two hours, which the seed uses now or would use alone; most first.
    /// </summary>
    private List<int> Near(PlanDraft draft, int seedSerial)
    {
        var wanted = new Dictionary<(UseKind, int), int>();
        AddWanted(draft.UsesOf(seedSerial), wanted);
        if (bounds.Itineraries[seedSerial] is { } alone)
        {
            var uses = new List<ResourceUse>();
            ItineraryUses.Collect(
                alone, problem.Requests[seedSerial].Profile, problem.Network, problem.Rules, uses);
            AddWanted(uses, wanted);
        }

        var scored = new List<(int Score, int Serial)>();
        for (var k = 0; k < problem.Count; k++)
        {
            if (k == seedSerial) continue;
            var score = 0;
            foreach (var use in draft.UsesOf(k))
            {
                if (use.Kind != UseKind.Rate && wanted.TryGetValue((use.Kind, use.Index), out var from)
                    && Math.Abs(use.From - from) <= NearSeconds) score++;
            }

            if (score > 0) scored.Add((score, k));
        }

        scored.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Serial.CompareTo(b.Serial));
        return [.. scored.Select(s => s.Serial)];
    }

    private static void AddWanted(IReadOnlyList<ResourceUse> uses, Dictionary<(UseKind, int), int> wanted)
    {
        foreach (var use in uses)
        {
            if (use.Kind != UseKind.Rate) wanted[(use.Kind, use.Index)] = use.From;
        }
    }
}
