using MilMobility.Civil.Demand;
using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Compilation;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// What civil trains that wait for a military one lose on each section in each hour of the week (<see cref="PathWait"/>), at the profiles'
/// trains per hour. An hour of the week is worked out when it is first asked for. Not thread-safe.
/// </summary>
internal sealed class RailWaits
{
    private readonly CivilDemand _demand;
    private readonly CivilParameters _parameters;
    private readonly RailSections _rail;
    private readonly PathWait _wait;
    private readonly Dictionary<(DayTypes Day, int Hour), (double Hours, double Euros)[]> _known = [];

    /// <param name="network">Network.</param>
    /// <param name="speedKmh">Speed of military trains.</param>
    /// <param name="demand">Civil trains.</param>
    /// <param name="parameters">Rules of civil trains, and values.</param>
    public RailWaits(CompiledNetwork network, int speedKmh, CivilDemand demand, CivilParameters parameters)
    {
        (_demand, _parameters) = (demand, parameters);
        _rail = RailSections.Compile(network, parameters.Rail);
        _wait = new PathWait(_rail, speedKmh);
    }

    /// <summary>Train-hours that a military path on a rail link costs those who wait for it, and euros.</summary>
    public (double Hours, double Euros) PerPath(int link, DayTypes day, int hourOfDay)
    {
        if (!_known.TryGetValue((day, hourOfDay), out var ofSections)) _known[(day, hourOfDay)] = ofSections = Of(day, hourOfDay);
        return ofSections[_rail.OfLink(link)];
    }

    private (double Hours, double Euros)[] Of(DayTypes day, int hourOfDay)
    {
        double[] euros =
        [
            _parameters.PassengersPerIntercity * _parameters.PassengerEurosPerHour,
            _parameters.PassengersPerSprinter * _parameters.PassengerEurosPerHour,
            _parameters.FreightTrainEurosPerHour,
        ];
        double[][] trains = [.. euros.Select((_, c) => _rail.Links.Select(l => _demand.Of(2 * l, c, day, hourOfDay)).ToArray())];
        double[][] shares = [.. trains.Select(_wait.Shares)];
        var waits = new (double Hours, double Euros)[_rail.Count];
        for (var s = 0; s < waits.Length; s++)
        {
            var section = s;
            var hours = _wait.TrainHours(s, [.. trains.Select(t => t[section])], [.. shares.Select(t => t[section])]);
            waits[s] = (hours.Sum(), hours.Zip(euros, (h, e) => h * e).Sum());
        }

        return waits;
    }
}
