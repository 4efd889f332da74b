using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Equilibrium;
using MilMobility.Equilibrium.Demand;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// Trips between zones by hour class and kind of day: the gravity model's as calibrated for weekdays, scaled to the vehicle-km that the
/// data state, adjusted to the flows that the data state (<see cref="TripAdjustment"/>), each flow with the weight of its quality. In every
/// round the ways are those of the equilibrium of the round before. Immutable; calls may run at the same time.
/// </summary>
public sealed class CivilTrips
{
    private readonly NationalRoadNetwork _national;
    private readonly CivilRoadHours _hours;
    private readonly RoadDemandParameters _parameters;
    private readonly IReadOnlyDictionary<HourClass, IReadOnlyList<DemandLevel>> _levels;
    private readonly Dictionary<double, double[]> _shares;
    private readonly FlowQualities _qualities;
    private readonly int _zones;

    // All trips over those between municipalities.
    private readonly double _withCrossings;

    private CivilTrips(
        NationalRoadNetwork national, IReadOnlyList<DemandZone> zones, CivilRoadHours hours, NetworkDataset dataset,
        RoadDemandParameters parameters, IReadOnlyDictionary<HourClass, IReadOnlyList<DemandLevel>> levels)
    {
        (_national, _hours, _parameters, _levels, _zones) = (national, hours, parameters, levels, zones.Count);
        _qualities = new FlowQualities(dataset);
        var trees = FreeFlowTrees.Of(national.Roads);
        var inhabitants = zones.Select(z => z.Inhabitants).ToList();
        _withCrossings = inhabitants.Sum() / zones.Where(z => !z.IsCrossing).Sum(z => z.Inhabitants);
        _shares = levels.Values.SelectMany(l => l).Select(l => l.DeterrencePerHour).Distinct()
            .ToDictionary(deterrence => deterrence, deterrence => GravityModel.Shares(inhabitants, trees.Hours, deterrence));
    }

    /// <summary>CIV001 and CIV002 for what the parameters lack.</summary>
    public static Loaded<CivilTrips> Of(
        NationalRoadNetwork national, IReadOnlyList<DemandZone> zones, CivilRoadHours hours, NetworkDataset dataset,
        RoadDemandParameters parameters)
    {
        var levels = HourClass.All.ToDictionary(c => c, c => RoadDemandParameters.Levels(dataset, c));
        var faults = levels.Values.OfType<Invalid<IReadOnlyList<DemandLevel>>>().SelectMany(l => l.Diagnostics).ToList();
        return faults.Count > 0
            ? new Invalid<CivilTrips>(faults)
            : new Valid<CivilTrips>(new CivilTrips(national, zones, hours, dataset, parameters, levels.ToDictionary(
                l => l.Key, l => ((Valid<IReadOnlyList<DemandLevel>>)l.Value).Value)), []);
    }

    /// <summary>Classes of vehicles of one hour: the trips of its class, scaled to the vehicle-km that the data state for it.</summary>
    public IReadOnlyList<VehicleClass> ClassesOf(TripMatrices matrices, CivilHour hour) => TripMatrices.Classes(
        matrices.Trips, _zones,
        [.. RoadDemandParameters.Categories.Select((_, k) =>
            Km(road => Mean(road, k, matrices.Day, matrices.Class)) is var mean and > 0
                ? Km(road => _hours.CarUnits(road, k, hour)) / mean : 0)],
        _parameters);

    /// <summary>Trips of an hour class on a kind of day.</summary>
    public TripMatrices Of(DayTypes day, HourClass hours, EquilibriumOptions options, CancellationToken cancellation)
    {
        var levels = _levels[hours];
        var prior = levels.Select(l => Array.ConvertAll(
            _shares[l.DeterrencePerHour], share => share * l.TripsPerHour * _withCrossings)).ToList();
        var stated = levels.Select((l, k) => Enumerable.Range(0, _hours.RoadCount)
            .Select(road => _qualities.Has(_national.Roads.Roads[road], l.Category, day)
                ? Mean(road, k, day, hours) / NationalDemand.UnitsOf(l.Category, _parameters) : double.NaN).ToArray()).ToList();
        // Trips are as many as give the vehicle-km stated, on weekends too, and with those across the border.
        var solution = Solve(prior, null);
        for (var k = 0; k < levels.Count; k++)
        {
            var ratio = DemandCalibration.Fit(_national.Roads, solution.Vehicles[k], stated[k]).KmRatio;
            if (ratio > 0) prior[k] = Array.ConvertAll(prior[k], trips => trips / ratio);
        }

        var first = PathShares.Of(solution);
        var fits = prior.Select((trips, k) => DemandCalibration.Fit(_national.Roads, first.Load(trips), stated[k])).ToList();
        var adjusted = prior.ConvertAll(trips => (double[])trips.Clone());
        for (var round = 0; round < _parameters.AdjustRounds; round++)
        {
            var ways = round == 0 ? first : PathShares.Of(solution);
            for (var k = 0; k < levels.Count; k++)
            {
                var (flows, weights) = Weighed(levels[k].Category, day, stated[k]);
                TripAdjustment.Adjust(
                    ways, adjusted[k], prior[k], flows, weights, _parameters.AdjustFactorMax, _parameters.AdjustSteps, cancellation);
            }

            solution = Solve(adjusted, solution);
        }

        if (_parameters.AdjustRounds == 0) solution = Solve(adjusted, solution);
        return new TripMatrices(day, hours, adjusted, solution,
        [
            .. levels.Select((l, k) => new TripFit(
                l.Category, fits[k], DemandCalibration.Fit(_national.Roads, solution.Vehicles[k], stated[k]), prior[k].Sum(),
                adjusted[k].Sum())),
        ]);

        EquilibriumSolution Solve(IReadOnlyList<double[]> trips, EquilibriumSolution? start)
        {
            var classes = TripMatrices.Classes(trips, _zones, [.. trips.Select(_ => 1.0)], _parameters);
            var found = UserEquilibrium.Find(_national.Roads.Assignment, classes, options, cancellation, start);
            cancellation.ThrowIfCancellationRequested();
            return found is Valid<EquilibriumSolution> valid ? valid.Value
                : throw new InvalidOperationException(string.Join('\n', found.Diagnostics));
        }
    }

    /// <summary>Passenger-car units of a category in the mean hour of a class.</summary>
    private double Mean(int road, int category, DayTypes day, HourClass hours) =>
        hours.Hours.Average(hour => _hours.CarUnits(road, category, new CivilHour(day, hour)));

    private double Km(Func<int, double> flow) => _national.Roads.Roads.Select((road, i) => road.LengthKm * flow(i)).Sum();

    private (double[] Flows, double[] Weights) Weighed(string category, DayTypes day, double[] stated) =>
        (Array.ConvertAll(stated, flow => double.IsNaN(flow) ? 0 : flow),
            [.. _national.Roads.Roads.Select(road => _qualities.Of(road, category, day) is { } quality
                ? _parameters.FlowWeights.GetValueOrDefault(quality) : 0)]);
}
