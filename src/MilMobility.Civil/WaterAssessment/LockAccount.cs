using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>
/// Waiting at every lock in every hour without and with the plan: two simulations (<see cref="LockQueue"/>) with the same civil vessels.
/// The simulation begins some hours before the scenario and ends as many after it, so that queues neither start empty nor vanish;
/// those who come within the scenario count. A direction that no military vessel takes is simulated once: its change is exactly 0.
/// A regime that protects all civil lockages gives military vessels no priority; otherwise they enter first. Pure; locks in parallel.
/// </summary>
public sealed class LockAccount
{
    public const int Barge = 0;
    public const int Recreation = 1;
    private const int Classes = 2;

    private LockAccount(int hours, IReadOnlyList<LockStation> stations, LockHour[][] cells)
    {
        Hours = hours;
        Stations = stations;
        Cells = cells;
    }

    public int Hours { get; }

    public IReadOnlyList<LockStation> Stations { get; }

    /// <summary>[lock][class x hours + hour].</summary>
    public IReadOnlyList<LockHour[]> Cells { get; }

    public LockHour Of(int station, int vesselClass, int hour) => Cells[station][(vesselClass * Hours) + hour];

    /// <summary>The plan of an assessment.</summary>
    public static LockAccount Of(AssessmentInput input, WaterParameters parameters, CancellationToken cancel)
    {
        var waters = new CivilWaters(
            input.Network, input.Pricing.Demand, input.Scenario.Clock, (input.Scenario.HorizonSeconds + 3599) / 3600,
            input.Pricing.Parameters.QueueHoursMax);
        var stations = input.Pricing.Locks;
        var priority = input.Scenario.Regime.CivilFloorWaterPercent < 100;
        return Of(waters, stations, LockTraffic.Military(waters.Network, stations, input.Plan, parameters.MilitaryShares, priority),
            cancel);
    }

    /// <param name="waters">Civil vessels.</param>
    /// <param name="stations">Every lock, in the network's order.</param>
    /// <param name="military">Military vessels by lock and direction, in order of arrival.</param>
    /// <param name="cancel">Cancellation.</param>
    public static LockAccount Of(
        CivilWaters waters, IReadOnlyList<LockStation> stations,
        IReadOnlyDictionary<(int Lock, int Direction), List<LockVessel>> military, CancellationToken cancel)
    {
        var cells = new LockHour[stations.Count][];
        Parallel.For(0, stations.Count, new ParallelOptions { CancellationToken = cancel }, k =>
        {
            cells[k] = new LockHour[Classes * waters.Hours];
            for (var direction = 0; direction < 2; direction++)
                Add(waters, stations[k], direction, military.GetValueOrDefault((k, direction)) ?? [], cells[k]);
        });
        return new LockAccount(waters.Hours, stations, cells);
    }

    private static void Add(CivilWaters waters, LockStation station, int direction, List<LockVessel> military, LockHour[] cells)
    {
        var (hours, beyond) = (waters.Hours, waters.HoursBeyond);
        var resource = waters.Network.ArcCount + station.Index;
        var civil = new List<(double Arrives, int Class)>();
        for (var c = 0; c < Classes; c++)
        {
            var rate = LockTraffic.Rate(waters.Demand, waters.Clock, resource, c);
            foreach (var arrives in LockTraffic.Arrivals(rate, -beyond, hours + beyond)) civil.Add((arrives, c));
        }

        civil.Sort();
        var end = 3600.0 * (hours + beyond);
        var lockages = station.Chambers.Lockages(direction, -3600.0 * beyond, end);
        var vessels = civil.ConvertAll(v => new LockVessel(v.Arrives, v.Class == Barge ? station.BargeShares : station.RecreationShares));
        var before = LockQueue.Starts(lockages, vessels, end);
        var after = military.Count == 0 ? before : With(military, lockages, vessels, end);
        for (var i = 0; i < civil.Count; i++)
        {
            var hour = (int)Math.Floor(civil[i].Arrives / 3600);
            if (hour < 0 || hour >= hours) continue;
            ref var cell = ref cells[(civil[i].Class * hours) + hour];
            cell = new LockHour(
                cell.Vessels + 1, cell.HoursBefore + ((before[i] - civil[i].Arrives) / 3600),
                cell.HoursAfter + ((after[i] - civil[i].Arrives) / 3600));
        }
    }

    /// <summary>Starts of the civil vessels, in their order, with the military ones among them.</summary>
    private static double[] With(List<LockVessel> military, List<Lockage> lockages, List<LockVessel> civil, double end)
    {
        // A civil vessel that comes in the same second came first.
        var order = Enumerable.Range(0, civil.Count + military.Count)
            .OrderBy(i => i < civil.Count ? civil[i].ArriveSeconds : military[i - civil.Count].ArriveSeconds).ThenBy(i => i).ToList();
        var all = order.ConvertAll(i => i < civil.Count ? civil[i] : military[i - civil.Count]);
        var starts = LockQueue.Starts(lockages, all, end);
        var ofCivil = new double[civil.Count];
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] < civil.Count) ofCivil[order[i]] = starts[i];
        }

        return ofCivil;
    }
}

/// <summary>Civil vessels at all locks over the hours of a scenario.</summary>
/// <param name="Network">Network with the scenario's patches.</param>
/// <param name="Demand">Civil vessels per hour.</param>
/// <param name="Clock">Local time.</param>
/// <param name="Hours">Hours of the scenario.</param>
/// <param name="HoursBeyond">Hours simulated before and after them.</param>
public sealed record CivilWaters(CompiledNetwork Network, CivilDemand Demand, LocalClock Clock, int Hours, int HoursBeyond);

/// <summary>Civil vessels of a class that come to a lock in an hour, and their hours of waiting.</summary>
public readonly record struct LockHour(int Vessels, double HoursBefore, double HoursAfter);
