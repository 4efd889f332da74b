using MilMobility.Civil.Demand;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// Who comes to a lock and when. Civil vessels of a class come half from either side, evenly within the hour: the k-th comes when the
/// profile's vessels since the beginning add up to k - 1/2. Military vessels come when the plan begins their lockage.
/// </summary>
public static class LockTraffic
{
    /// <summary>Arrivals of one class in one direction within [from, to) whole hours, seconds, in order.</summary>
    /// <param name="vesselsPerHour">Vessels per hour in this direction, by hour since the scenario's start; hours may be below 0.</param>
    /// <param name="fromHour">First hour.</param>
    /// <param name="toHour">Hour after the last.</param>
    public static List<double> Arrivals(Func<int, double> vesselsPerHour, int fromHour, int toHour)
    {
        var arrivals = new List<double>();
        var passed = 0.0;
        for (var hour = fromHour; hour < toHour; hour++)
        {
            var rate = vesselsPerHour(hour);
            for (var next = arrivals.Count + 0.5; next < passed + rate; next++)
                arrivals.Add(3600 * (hour + ((next - passed) / rate)));
            passed += rate;
        }

        return arrivals;
    }

    /// <summary>Civil vessels per hour of a class in one direction.</summary>
    public static Func<int, double> Rate(CivilDemand demand, LocalClock clock, int resource, int category) =>
        hour => demand.Of(resource, category, clock.DayAt(hour * 3600), clock.At(hour * 3600).Hour) / 2;

    /// <summary>Military vessels by lock and direction, in order of arrival.</summary>
    public static SortedDictionary<(int Lock, int Direction), List<LockVessel>> Military(
        CompiledNetwork network, IReadOnlyList<LockStation> stations, MovementPlan plan, bool shares, bool priority)
    {
        var vessels = new SortedDictionary<(int, int), List<LockVessel>>();
        foreach (var planned in plan.Planned)
        {
            if (planned.Serial.Water is not { } footprint) continue;
            foreach (var move in planned.Steps.OfType<MoveStep>().Where(m => m.Mode == TransportMode.Water))
            {
                var k = network.NodeLock[network.NodeIndex[move.From]];
                if (k < 0) continue;
                var key = (k, stations[k].Direction(network.LinkIndex[move.Link]));
                if (!vessels.TryGetValue(key, out var list)) vessels[key] = list = [];
                var alone = !shares || planned.Serial.DangerousGoods.Length > 0;
                list.Add(new LockVessel(move.StartSeconds, stations[k].MilitaryShares(
                    footprint.VesselLengthMetres, footprint.BeamCm / 100.0, alone), priority));
            }
        }

        foreach (var list in vessels.Values)
        {
            // A sort that keeps equal elements in order, for the same bytes every time.
            var sorted = list.OrderBy(v => v.ArriveSeconds).ToList();
            list.Clear();
            list.AddRange(sorted);
        }

        return vessels;
    }
}
