using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.RoadDemand;

/// <summary>An hour of the week as civil traffic knows it.</summary>
public readonly record struct CivilHour(DayTypes Day, int HourOfDay)
{
    /// <summary>Hour class whose trips it has, on its kind of day.</summary>
    public HourClass Class
    {
        get
        {
            var hour = HourOfDay;
            return HourClass.All.First(c => c.Hours.Contains(hour));
        }
    }
}

/// <summary>
/// What the data state for each road in each hour of a scenario: civil flows and the share of the capacity that patches leave. Immutable.
/// </summary>
/// <param name="network">Compiled network with the scenario's patches.</param>
/// <param name="demand">Civil profiles.</param>
/// <param name="clock">Local time.</param>
/// <param name="arcs">Arc of the compiled network by road.</param>
/// <param name="hasCurfews">
/// Whether curfews close roads to columns: the compiled network does not tell them from closures, so then no road counts as closed.
/// </param>
public sealed class CivilRoadHours(
    CompiledNetwork network, CivilDemand demand, LocalClock clock, IReadOnlyList<int> arcs, bool hasCurfews)
{
    public int RoadCount => arcs.Count;

    /// <summary>Whether a road is its link's direction from -> to.</summary>
    public bool IsForward(int road) => (arcs[road] & 1) == 0;

    public CivilHour At(int hour) => new(clock.DayAt(hour * 3600), clock.At(hour * 3600).Hour);

    /// <summary>Passenger-car units per hour of one category on a road.</summary>
    public double CarUnits(int road, int category, CivilHour hour) => demand.Of(arcs[road], category, hour.Day, hour.HourOfDay);

    /// <summary>Passenger-car units per hour of all categories.</summary>
    public double CarUnits(int road, CivilHour hour) => demand.Of(arcs[road], hour.Day, hour.HourOfDay);

    /// <summary>
    /// Hundredths of a road's capacity that patches leave in an hour; the lowest factor that touches the hour holds for all of it, a
    /// closure for as long as it lasts.
    /// </summary>
    public int CapacityHundredths(int road, int hour)
    {
        var (arc, factor) = (arcs[road], 100);
        for (var i = network.CapacityFactorStart[arc]; i < network.CapacityFactorStart[arc + 1]; i++)
        {
            if (network.CapacityFactorFrom[i] < (hour + 1) * 3600 && network.CapacityFactorTo[i] > hour * 3600)
                factor = Math.Min(factor, network.CapacityFactorHundredths[i]);
        }

        var closed = 0;
        for (var i = network.ClosedStart[arc]; i < network.ClosedStart[arc + 1] && !hasCurfews; i++)
            closed += Math.Max(0, Math.Min((hour + 1) * 3600, network.ClosedTo[i]) - Math.Max(hour * 3600, network.ClosedFrom[i]));
        return Math.Min(factor, 100 - (100 * closed / 3600));
    }
}
