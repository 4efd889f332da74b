using MilMobility.Routing.Profiles;

namespace MilMobility.Routing.Search;

/// <content>From a goal label back to the steps of its itinerary.</content>
public sealed partial class ItinerarySearch
{
    /// <summary>
    /// Walks the labels back with the earliest arrival, each departure giving the latest arrival it allows: so holds are as short
    /// as the windows permit, and the elapsed times are those the labels promised.
    /// </summary>
    private Itinerary Trace(int goal)
    {
        var steps = new List<ItineraryStep>();
        var time = _labels.Lo[goal];
        var label = goal;
        var byMove = _labels.Flags[goal] != 0;
        long operating = 0, civil = 0;
        while (_labels.Kind[label] != LabelKind.Origin)
        {
            var start = time - _labels.ViaSeconds[label];
            var via = _labels.Via[label];
            steps.Add(new(byMove ? StepKind.Move : StepKind.Transfer, via, start, time));
            operating += byMove ? _profile.ArcCost[via] : _rules.TransferMicroEuros;
            if (byMove && _profile.ArcResource[via] != SerialProfile.NoResource)
            {
                civil += Math.Max(0, _ledger.CostOfRate(
                    _profile.ArcResource[via], start / SecondsPerHour, _profile.ArcRate[via]));
            }

            var stayMin = 0;
            label = _labels.Parent[label];
            if (_labels.Kind[label] is LabelKind.Halted or LabelKind.Staged or LabelKind.Reversed or LabelKind.Closed)
            {
                stayMin = _labels.ViaSeconds[label];
                label = _labels.Parent[label];
            }

            time = Math.Min(_labels.ArrivedHi[label], start - stayMin);
            if (time < start) steps.Add(new(StepKind.Hold, _labels.Node[label], time, start));
            byMove = _labels.Kind[label] == LabelKind.Arrived;
        }

        steps.Reverse();
        var finish = _labels.Hi[goal];
        return new Itinerary(
            [.. steps], finish, _request.TimeMicroEurosPerSecond * (finish - _request.ReadySeconds),
            _request.LateMicroEurosPerSecond * Math.Max(0, finish - _request.DueSeconds), operating, civil);
    }
}
