using MilMobility.Domain.Plans;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Planning.Checking;

namespace MilMobility.Planning.Tests.Checking;

/// <summary>Ways to spoil a valid plan; each breaks a rule whatever the scenario.</summary>
public enum MutationKind
{
    StartOneStepLate, LeaveBeforeReady, DropStep, ShortenMove, ShortenTransfer, TurnMoveAround, SwapLink, UnknownLink, WrongMode,
    EndWithHold, FollowTooClosely, TransferBeforeTail, DropPlanned, DropUnmoved, DuplicateSerial, PlannedAndUnmoved, ChangeLoadCount,
    UnknownRequirement, FalsifyFootprint, GrantFootprint, ChangeDue, ChangePriority, ElsewhereOrigin, HideFinish, HideCost,
    MisreportTime, MisreportOperating, MisreportCivil, BoundAboveObjective, OtherScenario, NoSteps,
}

/// <summary>
/// Spoils valid plans at random, from a seed: the test of the checker on plans of any scenario. Knows the plan only, so every
/// kind breaks a rule that holds everywhere. <see cref="Mutate"/> gives null where a kind does not apply.
/// </summary>
public static class PlanMutator
{
    /// <summary>At least one of these rules must be found broken after the mutation.</summary>
    public static IReadOnlyList<string> ExpectedRules(MutationKind kind) => kind switch
    {
        MutationKind.StartOneStepLate => [CheckRule.Steps, CheckRule.ReadyAndHorizon],
        MutationKind.LeaveBeforeReady or MutationKind.HideFinish => [CheckRule.ReadyAndHorizon],
        MutationKind.ShortenMove or MutationKind.ShortenTransfer => [CheckRule.RunningTime],
        MutationKind.FollowTooClosely => [CheckRule.Separation],
        MutationKind.TransferBeforeTail => [CheckRule.AfterTail],
        MutationKind.DropPlanned or MutationKind.DropUnmoved or MutationKind.DuplicateSerial or MutationKind.PlannedAndUnmoved
            or MutationKind.ChangeLoadCount or MutationKind.UnknownRequirement => [CheckRule.Coverage],
        MutationKind.FalsifyFootprint or MutationKind.GrantFootprint => [CheckRule.Footprint],
        MutationKind.ChangeDue or MutationKind.ChangePriority or MutationKind.ElsewhereOrigin => [CheckRule.Serial],
        MutationKind.HideCost or MutationKind.MisreportTime or MutationKind.MisreportOperating or MutationKind.MisreportCivil =>
            [CheckRule.Objective],
        MutationKind.BoundAboveObjective => [CheckRule.Bound],
        MutationKind.OtherScenario => [CheckRule.Header],
        _ => [CheckRule.Steps],
    };

    /// <summary>The plan with one fault of that kind, or null when the plan has nothing it could apply to.</summary>
    public static MovementPlan? Mutate(MovementPlan plan, MutationKind kind, int seed)
    {
        var random = new Random(seed);
        return kind switch
        {
            MutationKind.StartOneStepLate => Spoil(plan, random, (_, _) => true, (steps, i) =>
                Replace(steps, i, steps[i] with { StartSeconds = steps[i].StartSeconds + 1, EndSeconds = steps[i].EndSeconds + 1 })),
            MutationKind.LeaveBeforeReady => Spoil(plan, random, (_, i) => i == 0, (steps, _) => Delayed(steps, 0, -1)),
            MutationKind.DropStep => Spoil(plan, random, (steps, _) => steps.Count > 1, DropBreakingly),
            MutationKind.ShortenMove => Spoil(plan, random, (steps, i) => Longer<MoveStep>(steps[i]), ShortenByOne),
            MutationKind.ShortenTransfer => Spoil(plan, random, (steps, i) => Longer<TransferStep>(steps[i]), ShortenByOne),
            MutationKind.TurnMoveAround => Spoil(plan, random, (steps, i) => steps[i] is MoveStep, (steps, i) =>
                Replace(steps, i, (MoveStep)steps[i] with { From = ((MoveStep)steps[i]).To, To = ((MoveStep)steps[i]).From })),
            MutationKind.SwapLink => SwapLink(plan, random),
            MutationKind.UnknownLink => Spoil(plan, random, (steps, i) => steps[i] is MoveStep, (steps, i) =>
                Replace(steps, i, (MoveStep)steps[i] with { Link = "no-such-link" })),
            MutationKind.WrongMode => Spoil(plan, random, (steps, i) => steps[i] is MoveStep, (steps, i) =>
                Replace(steps, i, (MoveStep)steps[i] with { Mode = TransportMode.Sea })),
            MutationKind.EndWithHold => Spoil(plan, random, (steps, i) => i == 0 && steps[^1] is MoveStep, (steps, _) =>
                [.. steps, HoldAfter((MoveStep)steps[^1])]),
            MutationKind.FollowTooClosely => FollowTooClosely(plan, random),
            MutationKind.TransferBeforeTail => Spoil(plan, random, IsWaitForTail, (steps, i) =>
                [.. steps.Take(i), .. Delayed([.. steps.Skip(i + 1)], 0, steps[i].StartSeconds - steps[i].EndSeconds)]),
            MutationKind.NoSteps => SpoilPlanned(plan, random, planned => planned with { Steps = [] }),
            _ => MutateReport(plan, kind, random),
        };
    }

    private static MovementPlan? MutateReport(MovementPlan plan, MutationKind kind, Random random) => kind switch
    {
        MutationKind.DropPlanned => plan.Planned.Count == 0 ? null : plan with { Planned = Without(plan.Planned, random) },
        MutationKind.DropUnmoved => plan.Unmoved.Count == 0 ? null : plan with { Unmoved = Without(plan.Unmoved, random) },
        MutationKind.DuplicateSerial => plan.Planned.Count == 0 ? null
            : plan with { Planned = [.. plan.Planned, plan.Planned[random.Next(plan.Planned.Count)]] },
        MutationKind.PlannedAndUnmoved => plan.Planned.Count == 0 ? null : plan with
        {
            Unmoved =
            [
                .. plan.Unmoved,
                new UnmovedSerial(plan.Planned[random.Next(plan.Planned.Count)].Serial, UnmovedReason.NoTime, Sentence.None, []),
            ],
        },
        MutationKind.ChangeLoadCount => SpoilSerial(plan, random, serial => serial with
        {
            Loads = [serial.Loads[0] with { Count = serial.Loads[0].Count + 1 }, .. serial.Loads.Skip(1)],
        }),
        MutationKind.UnknownRequirement => SpoilSerial(plan, random, serial => serial with
        {
            Loads = [serial.Loads[0] with { Requirement = "no-such-row" }, .. serial.Loads.Skip(1)],
        }),
        MutationKind.FalsifyFootprint => SpoilSerial(plan, random, Falsified),
        MutationKind.GrantFootprint => SpoilSerial(plan, random, serial => serial.Road is null
            ? serial with { Road = SomeRoadFootprint } : serial with { Road = null }),
        MutationKind.ChangeDue => SpoilSerial(plan, random, serial => serial with { DueSeconds = serial.DueSeconds + 1 }),
        MutationKind.ChangePriority => SpoilSerial(plan, random, serial => serial with { Priority = (serial.Priority % 5) + 1 }),
        MutationKind.ElsewhereOrigin => SpoilSerial(plan, random, serial => serial with { Origins = ["no-such-node"] }),
        MutationKind.HideFinish => SpoilPlanned(plan, random, planned => planned with { FinishSeconds = planned.FinishSeconds - 1 }),
        MutationKind.HideCost => SpoilPlanned(plan, random, planned => planned with
        {
            Cost = planned.Cost with { Time = planned.Cost.Time - 1 },
        }),
        MutationKind.MisreportTime => plan with { Objective = plan.Objective with { Time = plan.Objective.Time - 1 } },
        MutationKind.MisreportOperating => plan with { Objective = plan.Objective with { Operating = plan.Objective.Operating - 1 } },
        MutationKind.MisreportCivil => plan with { Objective = plan.Objective with { Civil = plan.Objective.Civil + 1 } },
        MutationKind.BoundAboveObjective => plan with { BoundMicroEuros = plan.Objective.TotalMicroEuros + 1 },
        MutationKind.OtherScenario => plan with { HorizonSeconds = plan.HorizonSeconds + 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of mutation"),
    };

    /// <summary>A random serial and step to which the kind applies, with its steps changed and its finish moved along.</summary>
    private static MovementPlan? Spoil(
        MovementPlan plan, Random random, Func<IReadOnlyList<PlanStep>, int, bool> applies,
        Func<IReadOnlyList<PlanStep>, int, IReadOnlyList<PlanStep>> change)
    {
        var places = new List<(int Serial, int Step)>();
        for (var serial = 0; serial < plan.Planned.Count; serial++)
        {
            var steps = plan.Planned[serial].Steps;
            for (var step = 0; step < steps.Count; step++)
            {
                if (applies(steps, step)) places.Add((serial, step));
            }
        }

        if (places.Count == 0) return null;
        var (chosen, at) = places[random.Next(places.Count)];
        return WithSteps(plan, chosen, change(plan.Planned[chosen].Steps, at));
    }

    private static MovementPlan WithSteps(MovementPlan plan, int serial, IReadOnlyList<PlanStep> steps)
    {
        var old = plan.Planned[serial];
        var shift = steps.Count == 0 ? 0 : steps[^1].EndSeconds - old.Steps[^1].EndSeconds;
        var changed = old with { Steps = steps, FinishSeconds = old.FinishSeconds + shift };
        return plan with { Planned = [.. plan.Planned.Select((planned, i) => i == serial ? changed : planned)] };
    }

    private static MovementPlan? SpoilPlanned(MovementPlan plan, Random random, Func<PlannedSerial, PlannedSerial> change)
    {
        if (plan.Planned.Count == 0) return null;
        var chosen = random.Next(plan.Planned.Count);
        return plan with { Planned = [.. plan.Planned.Select((planned, i) => i == chosen ? change(planned) : planned)] };
    }

    private static MovementPlan? SpoilSerial(MovementPlan plan, Random random, Func<Serial, Serial> change) =>
        SpoilPlanned(plan, random, planned => planned with { Serial = change(planned.Serial) });

    private static List<PlanStep> Replace(IReadOnlyList<PlanStep> steps, int at, PlanStep step) =>
        [.. steps.Take(at), step, .. steps.Skip(at + 1)];

    /// <summary>Steps from an index on, later by so many seconds.</summary>
    private static List<PlanStep> Delayed(IReadOnlyList<PlanStep> steps, int from, int seconds) =>
    [
        .. steps.Select((step, i) => i < from ? step
            : step with { StartSeconds = step.StartSeconds + seconds, EndSeconds = step.EndSeconds + seconds }),
    ];

    private static bool Longer<T>(PlanStep step) => step is T && step.EndSeconds - step.StartSeconds > 1;

    private static IReadOnlyList<PlanStep> ShortenByOne(IReadOnlyList<PlanStep> steps, int at) =>
        Delayed(Replace(steps, at, steps[at] with { EndSeconds = steps[at].EndSeconds - 1 }), at + 1, -1);

    /// <summary>Not the first and not the last: without it, the steps beside it are no longer contiguous.</summary>
    private static IReadOnlyList<PlanStep> DropBreakingly(IReadOnlyList<PlanStep> steps, int at)
    {
        var dropped = steps.Count > 2 ? Math.Clamp(at, 1, steps.Count - 2) : steps.Count - 1;
        return [.. steps.Take(dropped), .. steps.Skip(dropped + 1)];
    }

    private static bool IsWaitForTail(IReadOnlyList<PlanStep> steps, int at) =>
        at > 0 && at + 1 < steps.Count && steps[at] is HoldStep && steps[at - 1] is MoveStep && steps[at + 1] is TransferStep;

    private static HoldStep HoldAfter(MoveStep last) => new(last.To, last.Mode, last.EndSeconds, last.EndSeconds + 1);

    private static MovementPlan? SwapLink(MovementPlan plan, Random random)
    {
        var links = plan.Planned.SelectMany(p => p.Steps).OfType<MoveStep>().Select(m => m.Link).Distinct().ToList();
        var ends = plan.Planned.SelectMany(p => p.Steps).OfType<MoveStep>()
            .GroupBy(m => m.Link).ToDictionary(g => g.Key, g => new HashSet<string> { g.First().From, g.First().To });
        return Spoil(
            plan, random, (steps, i) => steps[i] is MoveStep move && links.Exists(link => !ends[link].Contains(move.From)),
            (steps, i) =>
            {
                var move = (MoveStep)steps[i];
                var others = links.Where(link => !ends[link].Contains(move.From)).ToList();
                return Replace(steps, i, move with { Link = others[random.Next(others.Count)] });
            });
    }

    /// <summary>The first of two serials on one arc waits at its origin until it enters that arc with the second.</summary>
    private static MovementPlan? FollowTooClosely(MovementPlan plan, Random random)
    {
        var entries = plan.Planned.SelectMany((planned, serial) => planned.Steps.OfType<MoveStep>()
            .Where(move => move.Mode is TransportMode.Road or TransportMode.Rail)
            .Select(move => (Serial: serial, Move: move)));
        var pairs = entries.GroupBy(e => (e.Move.Link, e.Move.From))
            .Select(group => group.OrderBy(e => e.Move.StartSeconds).ToList())
            .SelectMany(group => group.Zip(group.Skip(1)))
            .Where(pair => pair.First.Serial != pair.Second.Serial).ToList();
        if (pairs.Count == 0) return null;
        var (first, second) = pairs[random.Next(pairs.Count)];
        var wait = second.Move.StartSeconds - first.Move.StartSeconds;
        var steps = plan.Planned[first.Serial].Steps;
        var ready = steps[0].StartSeconds;
        PlanStep hold = steps[0] switch
        {
            HoldStep own => own with { EndSeconds = own.EndSeconds + wait },
            MoveStep move => new HoldStep(move.From, move.Mode, ready, ready + wait),
            TransferStep transfer => new HoldStep(transfer.From, TransportMode.Sea, ready, ready + wait),
            _ => throw new InvalidOperationException("unknown kind of step"),
        };
        var rest = steps.Skip(steps[0] is HoldStep ? 1 : 0).ToList();
        return WithSteps(plan, first.Serial, [hold, .. Delayed(rest, 0, wait)]);
    }

    private static List<T> Without<T>(IReadOnlyList<T> items, Random random)
    {
        var dropped = random.Next(items.Count);
        return [.. items.Where((_, i) => i != dropped)];
    }

    private static Serial Falsified(Serial serial) => serial switch
    {
        { Road: { } road } => serial with { Road = road with { PassSeconds = road.PassSeconds - 1 } },
        { Rail: { } rail } => serial with { Rail = rail with { AxleLoadKg = rail.AxleLoadKg - 1 } },
        { Water: { } water } => serial with { Water = water with { DraughtCm = water.DraughtCm - 1 } },
        _ => serial with { LaneMetres = serial.LaneMetres + 1 },
    };

    private static readonly RoadFootprint SomeRoadFootprint = new()
    {
        VehicleCount = 1, SpeedKmh = 1, ColumnMetres = 1, PassSeconds = 1, PassengerCarUnits = 1, Wheeled = new WheeledLoadClass(1),
        Tracked = new TrackedLoadClass(0), AxleLoadKg = 1, MassKg = 1, HeightCm = 1, WidthCm = 1, VehicleLengthCm = 1,
        TunnelCode = TunnelRestrictionCode.None, CostMicroEurosPerKm = 1, Escorts = 0, HeavyTransporters = 0,
    };
}
