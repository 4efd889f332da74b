using MilMobility.Domain.Units;
using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Search;

/// <content>
/// Time since the last halt and since the leg's start, rules 9 and 10. Where the rest of the journey at its static best keeps the
/// limit, the elapsed time no longer tells labels apart: it becomes <see cref="LabelStore.Spare"/>. Otherwise near-equal ways, each
/// a few seconds shorter and a little dearer than the next, fill a detailed network with labels (measured on 9,810 nodes: 280,000
/// settled for one convoy, 100 times as many as with it). A spared label is freer than the rules, so a bound stays a bound; when the
/// cheapest itinerary breaks a limit after all, by a detour or a wait, the search is done again without sparing.
/// </content>
public sealed partial class ItinerarySearch
{
    private bool _spares;
    private bool _spareBroken;

    /// <summary>True if no journey on from the state, as fast as it can be, breaks the limit.</summary>
    private bool IsSpare(int elapsed, int state, int limit)
    {
        if (elapsed < 0) return true;
        return _spares && elapsed + (long)_secondsLeft[state] <= limit;
    }

    private static int Elapsed(int before, int run) => before < 0 ? LabelStore.Spare : before + run;

    /// <summary>Longest time from a leg's start to the head's last arrival; the tail has to be in within the assets' block.</summary>
    private int LegMax(int mode)
    {
        var limit = _profile.LegLimitSeconds[mode];
        return limit == MovementRules.Unlimited ? limit : limit - _profile.PassSeconds[mode];
    }

    /// <summary>True if an itinerary keeps the limits of march and leg, from its steps alone.</summary>
    private bool KeepsElapsed(Itinerary itinerary)
    {
        var marchStart = LabelStore.None;
        var legStart = LabelStore.None;
        foreach (var step in itinerary.Steps)
        {
            switch (step.Kind)
            {
                case StepKind.Transfer:
                    marchStart = LabelStore.None;
                    legStart = LoadsAssets(step.Index) ? step.StartSeconds : LabelStore.None;
                    break;
                case StepKind.Hold:
                    if (step.EndSeconds - step.StartSeconds >= _rules.HaltSeconds) marchStart = LabelStore.None;
                    break;
                default:
                    var mode = (int)_network.LinkMode[step.Index >> 1];
                    if (marchStart == LabelStore.None) marchStart = step.StartSeconds;
                    if (legStart == LabelStore.None) legStart = step.StartSeconds;
                    if (mode == (int)TransportMode.Road && step.EndSeconds - marchStart > _rules.DriveMaxSeconds) return false;
                    if (step.EndSeconds - legStart > LegMax(mode)) return false;
                    break;
            }
        }

        return true;
    }

    private bool LoadsAssets(int transfer) =>
        _network.NodeMode[_network.TransferTo[transfer]] is TransportMode.Rail or TransportMode.Water;
}
