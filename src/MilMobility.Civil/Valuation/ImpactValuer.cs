using System.Globalization;
using MilMobility.Civil.Assessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Sentences;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.Valuation;

/// <summary>
/// Changes of civil traffic in euros: hours of people by purpose, of lorries, freight trains and barges, at the low, central and high
/// value of time. Hours of people divide over kinds of day as the metric's change does over hours, and on each kind of day over
/// purposes by the dataset's shares. The burden of a region is the sum over metrics of its change times the metric's mean euros per
/// unit. Road delay has two accounts, everybody diverts (central) and nobody does: the spread has both. A pure function; O(breakdowns).
/// Limits: time only (no reliability, comfort, operating cost, noise or safety); a mean value per unit within a metric for regions.
/// </summary>
public sealed class ImpactValuer
{
    private const double HoursPerMinute = 1 / 60.0;

    private readonly ModeFigures _figures;
    private readonly ValuationParameters _parameters;
    private readonly LocalClock _clock;
    private readonly int _hours;
    private readonly List<ValuedChange> _rows = [];
    private readonly List<Sentence> _notes = [];
    private bool _hasQueues;

    private ImpactValuer(IReadOnlyList<ModeAssessment> modes, ValuationParameters parameters, LocalClock clock, int horizonSeconds)
    {
        _figures = new ModeFigures(modes);
        _parameters = parameters;
        _clock = clock;
        _hours = (horizonSeconds + 3599) / 3600;
    }

    /// <param name="modes">What every mode was assessed at.</param>
    /// <param name="parameters">Values, purposes, factors.</param>
    /// <param name="inhabitants">Inhabitants by region; those without are left out of the division.</param>
    /// <param name="clock">Local time of the hours of breakdowns.</param>
    /// <param name="horizonSeconds">Length of the scenario.</param>
    public static CivilValuation Value(
        IReadOnlyList<ModeAssessment> modes, ValuationParameters parameters, IReadOnlyDictionary<string, double> inhabitants,
        LocalClock clock, int horizonSeconds) =>
        new ImpactValuer(modes, parameters, clock, horizonSeconds).Value(inhabitants);

    private CivilValuation Value(IReadOnlyDictionary<string, double> inhabitants)
    {
        Road();
        Rail();
        Add(TransportMode.Water, "water.barge-hours-waiting", "barge", Change(TransportMode.Water, "water.barge-hours-waiting"));
        const string AtBridges = "water.bridge-road-hours";
        People(TransportMode.Water, AtBridges, "car", _parameters.CarPurposes, PersonsPerCar(Change(TransportMode.Water, AtBridges)));
        var total = _rows.Aggregate(default(EuroSpread), (sum, row) => sum + row.Euros);
        _notes.Add(Sentence.Of("note.euros.spread"));
        if (_hasQueues) _notes.Add(Sentence.Of("note.euros.queues"));
        _notes.Add(Sentence.Of("note.euros.time-only"));
        var fairness = RegionFairness.Of(Burdens(), inhabitants) with
        {
            Quality = _rows.Count == 0 ? Qualities.Assumed : Qualities.Weakest(_rows.Select(r => r.Quality)),
        };
        return new CivilValuation(_rows, total, fairness, CarbonRules.Apply(_figures, _parameters))
        {
            PriceLevel = _parameters.PriceLevel,
            Notes = _notes,
        };
    }

    private void Road()
    {
        const string Metric = "road.vehicle-hours-lost";
        var classes = _figures.Changes(TransportMode.Road, Metric, "vehicle-class");
        if (classes.Count == 0)
        {
            if (Change(TransportMode.Road, Metric) != 0) _notes.Add(Sentence.Of("note.euros.all-cars"));
            People(TransportMode.Road, Metric, "car", _parameters.CarPurposes, PersonsPerCar(Change(TransportMode.Road, Metric)));
            return;
        }

        var queues = _figures.Changes(TransportMode.Road, "road.queue-hours", "vehicle-class");
        _hasQueues = queues.Any(q => q.Value != classes.GetValueOrDefault(q.Key));
        People(TransportMode.Road, Metric, "car", _parameters.CarPurposes, Hours("car") * _parameters.Occupancy.Value);
        Add(TransportMode.Road, Metric, "road-freight", Hours("freight"));

        HourSpread Hours(string category) => HourSpread.Between(
            classes.GetValueOrDefault(category), queues.GetValueOrDefault(category, classes.GetValueOrDefault(category)));
    }

    private void Rail()
    {
        const string Passengers = "rail.passenger-minutes-lost";
        const string Trains = "rail.train-minutes-lost";
        People(TransportMode.Rail, Passengers, "train-passenger", _parameters.TrainPurposes,
            HoursPerMinute * Change(TransportMode.Rail, Passengers));
        var classes = _figures.Changes(TransportMode.Rail, Trains, "class");
        var freight = classes.Count > 0 ? classes.GetValueOrDefault("freight") : _figures.PathMinutes("freight");
        Add(TransportMode.Rail, Trains, "freight-train", HoursPerMinute * freight);
    }

    private double PersonsPerCar(double vehicleHours) => vehicleHours * _parameters.Occupancy.Value;

    private double Change(TransportMode mode, string metric) => _figures.Of(mode, metric)?.Change ?? 0;

    /// <summary>Hours of people over purposes, kind of day by kind of day.</summary>
    private void People(
        TransportMode mode, string metric, string prefix, IReadOnlyDictionary<DayTypes, IReadOnlyList<double>> purposes,
        HourSpread personHours)
    {
        if (personHours == 0) return;
        var byPurpose = new double[ValuationParameters.Purposes.Count];
        foreach (var (day, share) in DayShares(mode, metric))
        {
            for (var p = 0; p < byPurpose.Length; p++) byPurpose[p] += share * purposes[day][p];
        }

        for (var p = 0; p < byPurpose.Length; p++)
            Add(mode, metric, $"{prefix}-{ValuationParameters.Purposes[p]}", personHours * byPurpose[p]);
    }

    /// <summary>
    /// Share of each kind of day in a metric's change, by the sizes of the hours' changes; by the hours of the scenario where the
    /// metric is not broken down by hour.
    /// </summary>
    private Dictionary<DayTypes, double> DayShares(TransportMode mode, string metric)
    {
        var byHour = _figures.Changes(mode, metric, "hour")
            .Select(h => (Hour: int.Parse(h.Key, CultureInfo.InvariantCulture), Size: Math.Abs(h.Value))).ToList();
        if (byHour.Sum(h => h.Size) <= 0) byHour = [.. Enumerable.Range(0, Math.Max(1, _hours)).Select(h => (h, 1.0))];
        var total = byHour.Sum(h => h.Size);
        return byHour.GroupBy(h => _clock.DayAt(3600 * h.Hour)).ToDictionary(g => g.Key, g => g.Sum(h => h.Size) / total);
    }

    private void Add(TransportMode mode, string metric, string category, HourSpread hours)
    {
        if (hours == 0) return;
        var value = _parameters.Values[category];
        var quality = Qualities.Weakest([_figures.Of(mode, metric)?.Quality ?? Qualities.Assumed, value.Quality]);
        _rows.Add(new ValuedChange(mode, metric, hours.Central, category, value.Of(hours), quality));
    }

    /// <summary>Central euros by region.</summary>
    private SortedDictionary<string, double> Burdens()
    {
        var burdens = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var valued in _rows.GroupBy(r => (r.Mode, r.Metric)))
        {
            var (mode, metric) = valued.Key;
            var change = Change(mode, metric);
            var regions = _figures.Changes(mode, metric, "region");
            if (change == 0 || regions.Count == 0)
            {
                _notes.Add(Sentence.Of("note.euros.no-regions", ("metric", metric)));
                continue;
            }

            var perUnit = valued.Sum(r => r.Euros.Central) / 1e6 / change;
            foreach (var (region, ofRegion) in regions) burdens[region] = burdens.GetValueOrDefault(region) + (ofRegion * perUnit);
        }

        return burdens;
    }
}
