using MilMobility.Domain.Plans;
using MilMobility.Optimisation;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.Objectives;

/// <summary>
/// Ruin and recreate under an order of the caller's: small groups of serials that meet on an arc are taken out and inserted again
/// by the exact search at the steering weights; the change stays only if the caller accepts the objective at the plan's own
/// weights. So an order that is no sum of terms (lexicographic, or cheapest within a civil budget) is kept exactly. Ends when the
/// work is used up. Deterministic for a seed and work limit. Not thread-safe.
/// </summary>
/// <param name="own">The problem at the plan's own weights; its prices are not used: the draft's ledger has the civil term.</param>
/// <param name="seed">Seed.</param>
internal sealed class TermDescent(PlanProblem own, ulong seed)
{
    private const int GroupMax = 5;
    private const int NearSeconds = 2 * 3600;

    private readonly SplitMix _random = new(seed);

    /// <param name="draft">Plan of the steering problem; changed in place.</param>
    /// <param name="accepts">Old objective, new objective, civil term as the draft's ledger prices it: true to keep the new one.</param>
    /// <param name="work">Work allowed.</param>
    /// <param name="cancellation">Ends the descent with the plan as it then is.</param>
    public void Run(PlanDraft draft, Func<PlanObjective, PlanObjective, bool> accepts, long work, CancellationToken cancellation)
    {
        var stop = draft.Work + work;
        var users = Users(draft);
        while (draft.Work < stop && !cancellation.IsCancellationRequested)
        {
            var group = Group(draft, users);
            Change(draft, group, accepts, users, cancellation);
        }
    }

    /// <summary>Objective of a draft of the steering problem at the own weights.</summary>
    public PlanObjective ObjectiveOf(PlanDraft draft) =>
        TermsOf(draft, [.. Enumerable.Range(0, own.Count)]) with { Civil = draft.Ledger.CivilMicroEuros };

    private void Change(
        PlanDraft draft, int[] group, Func<PlanObjective, PlanObjective, bool> accepts, Dictionary<int, HashSet<int>> users,
        CancellationToken cancellation)
    {
        var before = TermsOf(draft, group) with { Civil = draft.Ledger.CivilMicroEuros };
        var old = new Itinerary?[group.Length];
        for (var i = 0; i < group.Length; i++)
        {
            Note(draft, group[i], users, add: false);
            old[i] = draft.Remove(group[i]);
        }

        try
        {
            foreach (var serial in group) draft.Insert(serial, cancellation);
            var after = TermsOf(draft, group) with { Civil = draft.Ledger.CivilMicroEuros };
            if (!accepts(before, after)) Restore(draft, group, old);
        }
        catch (OperationCanceledException)
        {
            // What is half done would count as unmoved: the old plan comes back.
            Restore(draft, group, old);
        }

        foreach (var serial in group) Note(draft, serial, users, add: true);
    }

    private static void Restore(PlanDraft draft, int[] group, Itinerary?[] old)
    {
        foreach (var serial in group) draft.Remove(serial);
        for (var i = 0; i < group.Length; i++)
        {
            if (old[i] is { } itinerary && !draft.TryAdd(group[i], itinerary))
                throw new InvalidOperationException($"serial {group[i]} does not fit where it was");
        }
    }

    /// <summary>Own terms of some serials, without the civil term, which belongs to the plan.</summary>
    private PlanObjective TermsOf(PlanDraft draft, int[] serials)
    {
        long time = 0, lateness = 0, operating = 0, unmoved = 0;
        foreach (var k in serials)
        {
            if (draft[k] is not { } itinerary)
            {
                unmoved += own.PenaltyMicroEuros[k];
                continue;
            }

            var priced = PlanItineraries.Repriced(itinerary, own.Requests[k], own.Rules);
            time += priced.Time;
            lateness += priced.Lateness;
            operating += priced.Operating;
        }

        return new PlanObjective(time, lateness, operating, 0, unmoved);
    }

    /// <summary>A serial and some that use one of its arcs or transfers near the same time, in a drawn order.</summary>
    private int[] Group(PlanDraft draft, Dictionary<int, HashSet<int>> users)
    {
        var first = _random.Next(own.Count);
        var uses = draft.UsesOf(first);
        var near = new List<int>();
        if (uses.Count > 0)
        {
            var meeting = uses[_random.Next(uses.Count)];
            near.AddRange(users.GetValueOrDefault(Key(meeting), []).Where(k => k != first && Meets(draft, k, meeting)).Order());
        }

        var group = new List<int> { first };
        for (var size = _random.Next(GroupMax); size > 0 && near.Count > 0; size--)
        {
            var pick = _random.Next(near.Count);
            group.Insert(_random.Next(group.Count + 1), near[pick]);
            near.RemoveAt(pick);
        }

        return [.. group];
    }

    private static bool Meets(PlanDraft draft, int serial, ResourceUse use) =>
        draft.UsesOf(serial).Any(u => Key(u) == Key(use) && Math.Abs(u.From - use.From) <= (use.Kind == UseKind.Rate ? 2 : NearSeconds));

    private Dictionary<int, HashSet<int>> Users(PlanDraft draft)
    {
        var users = new Dictionary<int, HashSet<int>>();
        for (var k = 0; k < own.Count; k++) Note(draft, k, users, add: true);
        return users;
    }

    private static void Note(PlanDraft draft, int serial, Dictionary<int, HashSet<int>> users, bool add)
    {
        foreach (var use in draft.UsesOf(serial))
        {
            if (!users.TryGetValue(Key(use), out var set)) users[Key(use)] = set = [];
            if (add) set.Add(serial);
            else set.Remove(serial);
        }
    }

    private static int Key(ResourceUse use) => (use.Index << 3) | (int)use.Kind;
}
