using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;

namespace MilMobility.Planning.Explanations;

/// <summary>A stretch of one kind of resource that the same serials keep a journey from.</summary>
/// <param name="First">First use of the journey that is refused there.</param>
/// <param name="Refused">How many of the journey's uses they keep from it.</param>
/// <param name="Holders">Serials of the problem that are in the way, ascending.</param>
/// <param name="Conflicts">Their uses that are.</param>
internal sealed record BindingStretch(ResourceUse First, int Refused, IReadOnlyList<int> Holders, IReadOnlyList<HeldUse> Conflicts);

/// <summary>A use of a serial in the plan; the ordinal tells equal uses apart.</summary>
internal readonly record struct HeldUse(int Serial, int Ordinal, ResourceUse Use);

/// <summary>
/// What of a journey others have already: its uses are tried one by one against the plan without the serial, and those refused are
/// put to the serials that hold what they want. The index of all uses of the plan is made once, O(uses); a question costs
/// O(uses of the resources asked for). Thread-safe after construction as long as the ledgers asked are not shared.
/// </summary>
internal sealed class BindingUses
{
    private readonly PlanProblem _problem;
    private readonly Dictionary<(UseKind Kind, int Index), List<HeldUse>> _uses = [];

    /// <param name="problem">Problem.</param>
    /// <param name="draft">Draft with all of the plan in it.</param>
    public BindingUses(PlanProblem problem, PlanDraft draft)
    {
        _problem = problem;
        for (var k = 0; k < problem.Count; k++)
        {
            var uses = draft.UsesOf(k);
            for (var i = 0; i < uses.Count; i++)
            {
                var key = (uses[i].Kind, uses[i].Index);
                if (!_uses.TryGetValue(key, out var held)) _uses[key] = held = [];
                held.Add(new HeldUse(k, i, uses[i]));
            }
        }
    }

    /// <summary>Stretches where others are in the way, in order of the journey; neighbours with equal holders are one.</summary>
    /// <param name="self">The serial, which is not in the ledger.</param>
    /// <param name="uses">Uses of its journey.</param>
    /// <param name="ledger">The plan without it.</param>
    public List<BindingStretch> Of(int self, IReadOnlyList<ResourceUse> uses, ReservationLedger ledger)
    {
        var stretches = new List<BindingStretch>();
        foreach (var use in uses)
        {
            if (ledger.TryAdd([use]) < 0)
            {
                ledger.Remove([use]);
                continue;
            }

            var conflicts = Conflicts(self, use).ToList();
            var holders = Holders(conflicts);
            var known = stretches.FindIndex(s => s.First.Kind == use.Kind && s.Holders.SequenceEqual(holders));
            if (known < 0)
            {
                stretches.Add(new BindingStretch(use, 1, holders, conflicts));
                continue;
            }

            var stretch = stretches[known];
            stretches[known] = stretch with { Refused = stretch.Refused + 1, Conflicts = [.. stretch.Conflicts.Union(conflicts)] };
        }

        return stretches;
    }

    /// <summary>
    /// Cells of a journey that others have made dearer without filling them, the dearest first, with what they add in micro-euros.
    /// </summary>
    /// <param name="self">The serial, which is not in the ledger.</param>
    /// <param name="uses">Uses of its journey.</param>
    /// <param name="ledger">The plan without it.</param>
    /// <param name="empty">The empty network.</param>
    public List<(BindingStretch Stretch, long DearerMicroEuros)> Dearer(
        int self, IReadOnlyList<ResourceUse> uses, ReservationLedger ledger, ReservationLedger empty)
    {
        var dearer = new List<(BindingStretch Stretch, long DearerMicroEuros)>();
        foreach (var use in uses.Where(u => u.Kind == UseKind.Rate))
        {
            var raise = ledger.CostOfRate(use.Index, use.From, use.Amount) - empty.CostOfRate(use.Index, use.From, use.Amount);
            if (raise <= 0) continue;
            var conflicts = Conflicts(self, use).ToList();
            dearer.Add((new BindingStretch(use, 1, Holders(conflicts), conflicts), raise));
        }

        return [.. dearer.OrderByDescending(d => d.DearerMicroEuros)];
    }

    private static int[] Holders(IEnumerable<HeldUse> conflicts) => [.. conflicts.Select(c => c.Serial).Distinct().Order()];

    /// <summary>Uses of others that meet a use: on an arc within pass time and headway, on the rest at the same time.</summary>
    private IEnumerable<HeldUse> Conflicts(int self, ResourceUse use)
    {
        foreach (var other in Held(use.Kind, use.Index))
        {
            if (other.Serial != self && Meets(use, other.Use)) yield return other;
        }

        if (use.Kind != UseKind.Arc || !_problem.Requests[self].Profile.ArcSingle[use.Index]) yield break;
        foreach (var other in Held(UseKind.Arc, use.Index ^ 1))
        {
            if (other.Serial != self && MeetsAgainst(use, other.Use)) yield return other;
        }
    }

    private List<HeldUse> Held(UseKind kind, int index) =>
        _uses.TryGetValue((kind, index), out var held) ? held : [];

    private bool Meets(ResourceUse use, ResourceUse other)
    {
        if (use.Kind == UseKind.Rate) return use.From == other.From;
        if (use.Kind != UseKind.Arc) return use.From < other.To && other.From < use.To;
        // Rule 4: whoever enters or leaves first is followed at a distance.
        var headway = Headway(use);
        return use.From + use.Amount + headway > other.From && other.From + other.Amount + headway > use.From
            || use.To + use.Amount + headway > other.To && other.To + other.Amount + headway > use.To
            || use.From < other.From != use.To < other.To;
    }

    /// <summary>Rule 5: one direction has the single road or track until its tail is off it.</summary>
    private bool MeetsAgainst(ResourceUse use, ResourceUse other) =>
        use.From < other.To + other.Amount + Headway(use) && other.From < use.To + use.Amount + Headway(use);

    private int Headway(ResourceUse use) => _problem.Rules.HeadwaySeconds(_problem.Network.LinkMode[use.Index >> 1]);
}
