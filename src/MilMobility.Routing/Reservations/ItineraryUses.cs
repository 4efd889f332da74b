using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Routing.Reservations;

/// <summary>
/// What an itinerary uses, resource by resource, derived from its steps by rules 4 to 12 of the movement model. The search finds
/// free times; this says what to reserve, and the ledger refuses what does not fit: the two are written apart on purpose.
/// Thread-safe; no state.
/// </summary>
public static class ItineraryUses
{
    private const int SecondsPerHour = 3600;

    /// <summary>Adds the itinerary's uses to a list.</summary>
    public static void Collect(
        Itinerary itinerary, SerialProfile profile, CompiledNetwork network, MovementRules rules, List<ResourceUse> uses)
    {
        var steps = itinerary.Steps;
        var legMode = -1;
        var entered = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            switch (step.Kind)
            {
                case StepKind.Move:
                    var mode = (int)network.LinkMode[step.Index >> 1];
                    if (mode != legMode) AddPools(mode, step.StartSeconds, profile, rules, uses);
                    legMode = mode;
                    AddMove(step, profile, network, uses);
                    AddCaps(step, profile, network, ref entered, uses);
                    break;
                case StepKind.Transfer:
                    uses.Add(new(
                        UseKind.Position, network.TransferGroup[step.Index], step.StartSeconds, step.EndSeconds, 1));
                    legMode = StartLoadedLeg(steps, i, profile, network, rules, uses);
                    break;
                default:
                    // The hold before the first move or transfer is free.
                    if (i > 0) AddHold(steps, i, profile, network, uses);
                    break;
            }
        }
    }

    private static void AddMove(ItineraryStep step, SerialProfile profile, CompiledNetwork network, List<ResourceUse> uses)
    {
        var arc = step.Index;
        var mode = network.LinkMode[arc >> 1];
        if (mode is TransportMode.Road or TransportMode.Rail)
            uses.Add(new(UseKind.Arc, arc, step.StartSeconds, step.EndSeconds, profile.PassSeconds[(int)mode]));
        if (profile.ArcResource[arc] != SerialProfile.NoResource)
        {
            uses.Add(new(
                UseKind.Rate, profile.ArcResource[arc], step.StartSeconds / SecondsPerHour, 0, profile.ArcRate[arc]));
        }

        if (profile.ArcLockSeconds[arc] == 0) return;
        var index = network.NodeLock[network.ArcFrom(arc)];
        uses.Add(new(
            UseKind.Lock, index, step.StartSeconds, step.StartSeconds + profile.ArcLockSeconds[arc],
            profile.LockChambers[index]));
    }

    /// <summary>The caps that a move is the first to enter (rule 18).</summary>
    private static void AddCaps(
        ItineraryStep step, SerialProfile profile, CompiledNetwork network, ref int entered, List<ResourceUse> uses)
    {
        var fresh = network.Levers.CapsOf(step.Index >> 1) & ~entered;
        if (fresh == 0) return;
        entered |= fresh;
        for (var i = 0; i < network.Levers.Caps.Count; i++)
        {
            if ((fresh & (1 << i)) == 0) continue;
            var cap = network.Levers.Caps[i];
            var cell = cap.CellOf(step.StartSeconds);
            uses.Add(new(UseKind.Cap, i, cell, cell + 1, cap.AmountOf(profile.VehicleCount)));
        }
    }

    private static void AddHold(
        ItineraryStep[] steps, int i, SerialProfile profile, CompiledNetwork network, List<ResourceUse> uses)
    {
        var step = steps[i];
        var moves = i + 1 < steps.Length && steps[i + 1].Kind == StepKind.Move;
        var pass = moves ? profile.PassSeconds[(int)network.NodeMode[step.Index]] : 0;
        uses.Add(new(
            UseKind.Hold, step.Index, step.StartSeconds, step.EndSeconds + pass, profile.HoldAmount[step.Index]));
    }

    /// <summary>
    /// A transfer into rail or water loads the leg that follows, and its assets are tasked from the transfer's start; a leg
    /// without a move needs none. Returns the mode of the leg it started, or -1.
    /// </summary>
    private static int StartLoadedLeg(
        ItineraryStep[] steps, int i, SerialProfile profile, CompiledNetwork network, MovementRules rules,
        List<ResourceUse> uses)
    {
        var mode = (int)network.NodeMode[network.TransferTo[steps[i].Index]];
        if (mode is not ((int)TransportMode.Rail or (int)TransportMode.Water)) return -1;
        for (var next = i + 1; next < steps.Length && steps[next].Kind != StepKind.Transfer; next++)
        {
            if (steps[next].Kind != StepKind.Move) continue;
            AddPools(mode, steps[i].StartSeconds, profile, rules, uses);
            return mode;
        }

        return -1;
    }

    private static void AddPools(int mode, int start, SerialProfile profile, MovementRules rules, List<ResourceUse> uses)
    {
        for (var kind = 0; kind < MovementRules.PoolKinds; kind++)
        {
            if (profile.PoolAmount[kind] == 0 || (int)SerialProfile.ModeOf((PoolKind)kind) != mode) continue;
            uses.Add(new(UseKind.Pool, kind, start, start + rules.PoolBlockSeconds[kind], profile.PoolAmount[kind]));
        }
    }
}
