using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.Demand;
using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// Prices every rate resource in every hour of the horizon. The bands of a resource depend on the hour of the day, the kind of
/// this day and of the next (queues carry over midnight) and on capacity factors; each distinct case is priced once:
/// about 1,500 links x 120 cases at national scale, 0.3 s, whatever the horizon.
/// </summary>
public sealed class CivilPricer
{
    private readonly CompiledNetwork _network;
    private readonly MissionScenario _scenario;
    private readonly CivilParameters _parameters;
    private readonly CivilDemand _demand;
    private readonly AssessmentParameters _assessment;
    private readonly List<LockStation> _locks;
    private readonly int _hourCount;
    private readonly HourOfWeek[] _hours;
    private readonly List<CivilBand[]> _sets = [[]];
    private readonly Dictionary<CaseKey, int> _setOfCase = [];
    private readonly RailWaits _waits;

    private CivilPricer(
        CompiledNetwork network, MissionScenario scenario, CivilParameters parameters, AssessmentParameters assessment)
    {
        _network = network;
        _scenario = scenario;
        _parameters = parameters;
        _assessment = assessment;
        _demand = CivilDemand.Compile(network);
        _locks = [.. Enumerable.Range(0, network.LockCount).Select(k => LockStation.Of(network, assessment.Water, k))];
        _waits = new RailWaits(network, scenario.Rail.SpeedKmh, _demand, parameters);
        _hourCount = (scenario.HorizonSeconds + 3599) / 3600;
        // Queues look beyond the horizon, so the hours do too.
        _hours = new HourOfWeek[_hourCount + parameters.QueueHoursMax + 1];
        for (var h = 0; h < _hours.Length; h++)
            _hours[h] = new HourOfWeek(scenario.Clock.DayAt(h * 3600), scenario.Clock.At(h * 3600).Hour);
    }

    /// <summary>Prices for a scenario on a network; CIV001 and CIV002 when parameters are missing or out of range.</summary>
    public static Loaded<CivilPricing> Price(CompiledNetwork network, MissionScenario scenario)
    {
        var prices = CivilParameters.From(network.Dataset);
        // The assessment needs these too, and nobody should learn of it after the planning.
        var assessment = AssessmentParameters.From(network.Dataset);
        var faults = RoadDemandParameters.Faults(network.Dataset);
        List<Diagnostic> diagnostics = [.. prices.Diagnostics.Union(assessment.Diagnostics).Union(faults)];
        return prices is Valid<CivilParameters> { Value: var priced } && assessment is Valid<AssessmentParameters> { Value: var assessed }
            && faults.Count == 0
            ? new Valid<CivilPricing>(new CivilPricer(network, scenario, priced, assessed).Price(), diagnostics)
            : new Invalid<CivilPricing>(diagnostics);
    }

    private CivilPricing Price()
    {
        var resources = _network.ArcCount + _network.LockCount;
        var cells = new int[resources * _hourCount];
        for (var resource = 0; resource < resources; resource++)
        {
            if (!HasRate(resource)) continue;
            for (var hour = 0; hour < _hourCount; hour++) cells[(resource * _hourCount) + hour] = SetOf(resource, hour);
        }

        return new CivilPricing(Table(resources, cells), _sets, _demand, _parameters) { Assessment = _assessment, Locks = _locks };
    }

    private bool HasRate(int resource) =>
        resource >= _network.ArcCount || _network.LinkMode[resource >> 1] != TransportMode.Water;

    private int SetOf(int resource, int hour)
    {
        // Both directions of a link have the same demand and capacity, unless a capacity factor is in force.
        var factor = CapacityFactor(resource, hour);
        var owner = resource < _network.ArcCount ? resource & ~1 : resource;
        var tomorrow = _hours[Math.Min(hour + _parameters.QueueHoursMax, _hours.Length - 1)].Day;
        var floor = FloorOf(resource, hour);
        var key = new CaseKey(owner, _hours[hour], tomorrow, factor, floor);
        if (_setOfCase.TryGetValue(key, out var set)) return set;
        var bands = Bands(resource, hour, factor, floor);
        set = _sets.Count;
        _sets.Add(bands);
        return _setOfCase[key] = set;
    }

    private CivilBand[] Bands(int resource, int hour, int factorHundredths, CivilFloorOfHour floor)
    {
        if (resource >= _network.ArcCount) return LockBands(resource, hour, factorHundredths, floor);
        var link = resource >> 1;
        var capacity = _network.LinkCapacityPerHour[link] * factorHundredths / 100.0;
        if (_network.LinkMode[link] == TransportMode.Rail)
            return floor.End(RailBands(resource, hour, capacity, floor.Percent), capacity, 0);
        return floor.End(RoadBands(resource, hour, capacity, floor.Percent), capacity, Demand(resource, hour));
    }

    /// <summary>The strictest of the regime's floor and those stated for the resource in the hour (rule 20).</summary>
    private CivilFloorOfHour FloorOf(int resource, int hour)
    {
        var regime = _scenario.Regime;
        var mode = resource < _network.ArcCount ? _network.LinkMode[resource >> 1] : TransportMode.Water;
        var percent = mode switch
        {
            TransportMode.Road => regime.CivilFloorRoadPercent,
            TransportMode.Rail => regime.CivilFloorRailPercent,
            _ => regime.CivilFloorWaterPercent,
        };
        var units = 0;
        var levers = _network.Levers;
        if (levers.Floors.Count == 0) return new CivilFloorOfHour(percent, units);
        foreach (var floor in levers.FloorsOfResource[resource].Select(f => levers.Floors[f]).Where(f => f.Hours[hour]))
            (percent, units) = (Math.Max(percent, floor.Percent), Math.Max(units, floor.UnitsPerHour));
        return new CivilFloorOfHour(percent, units);
    }

    private CivilBand[] RoadBands(int resource, int hour, double capacity, int floorPercent)
    {
        Span<double> residual = stackalloc double[_parameters.QueueHoursMax + 1];
        for (var j = 0; j < residual.Length; j++) residual[j] = capacity - Demand(resource, hour + j);
        var (day, hourOfDay) = _hours[hour];
        var cars = _demand.Of(resource, 0, day, hourOfDay);
        var freight = _demand.Of(resource, 1, day, hourOfDay);
        // Euros per hour of one average pcu of this hour's mix.
        var euros = cars + freight <= 0 ? _parameters.CarEurosPerHour
            : ((cars * _parameters.CarEurosPerHour)
                + (freight / _parameters.FreightVehiclePcu * _parameters.RoadFreightEurosPerHour)) / (cars + freight);
        var local = LaneLoss.HoursPerUnit(
            capacity, Math.Max(1, _network.LinkLanesOrTracks[resource >> 1]), cars + freight, _parameters.ColumnPassHours,
            RestrictedHours(resource >> 1));
        return QueueBands.Of(
            residual, cars + freight, floorPercent, euros * Money.MicroEurosPerEuro, local);
    }

    /// <summary>How long the far end of a road is restricted by a typical column at the scenario's march speed.</summary>
    private double RestrictedHours(int link)
    {
        var speed = Math.Min(_scenario.Road.SpeedKmh, _network.LinkSpeedKmh[link]);
        return MovingBottleneck.RestrictedHours(
            _network.LinkLengthMetres[link] / 1000.0, _network.LinkSpeedKmh[link], speed * _parameters.ColumnPassHours, speed);
    }

    private CivilBand[] RailBands(int resource, int hour, double capacity, int floorPercent)
    {
        var (day, hourOfDay) = _hours[hour];
        var (waitHours, waitEuros) = _waits.PerPath(resource >> 1, day, hourOfDay);
        return RailLadder.Of(
            capacity,
            _demand.Of(resource, 0, day, hourOfDay),
            _demand.Of(resource, 1, day, hourOfDay),
            _demand.Of(resource, 2, day, hourOfDay),
            _scenario.Regime with { CivilFloorRailPercent = floorPercent }, _parameters, waitHours, waitEuros);
    }

    private CivilBand[] LockBands(int resource, int hour, int factorHundredths, CivilFloorOfHour floor)
    {
        var station = _locks[resource - _network.ArcCount];
        var capacity = station.LockagesPerHour * factorHundredths / 100.0;
        Span<double> residual = stackalloc double[_parameters.QueueHoursMax + 1];
        for (var j = 0; j < residual.Length; j++) residual[j] = capacity - Lockages(station, resource, hour + j);
        var demand = Lockages(station, resource, hour);
        var (day, hourOfDay) = _hours[hour];
        var barges = _demand.Of(resource, LockAccount.Barge, day, hourOfDay);
        var craft = _demand.Of(resource, LockAccount.Recreation, day, hourOfDay);
        // A lockage displaced is full of barges and craft in the hour's mix; craft have no value of time.
        var bargesPerLockage = demand <= 0 ? 0 : barges / demand;
        var local = bargesPerLockage <= 0 ? 0
            : LockLoss.BargeHours(station, barges, craft, MilitaryShare(station)) / bargesPerLockage;
        var bands = QueueBands.Of(
            residual, demand, floor.Percent, _parameters.BargeEurosPerHour * bargesPerLockage * Money.MicroEurosPerEuro, local);
        // Hours of barges, not of lockages.
        bands = [.. bands.Select(b => b with { DelayHoursPerUnit = b.DelayHoursPerUnit * bargesPerLockage })];
        return floor.End(bands, capacity, demand);
    }

    /// <summary>Civil lockages of the hour.</summary>
    private double Lockages(LockStation station, int resource, int hour)
    {
        var (day, hourOfDay) = _hours[hour];
        return station.LockagesFor(_demand.Of(resource, 0, day, hourOfDay), _demand.Of(resource, 1, day, hourOfDay));
    }

    /// <summary>What the scenario's usual vessel takes of a lockage, mean of the chambers that take it.</summary>
    private double MilitaryShare(LockStation station) => station
        .MilitaryShares(_scenario.Water.LengthMetres, _scenario.Water.BeamCm / 100.0, !_assessment.Water.MilitaryShares)
        .Where(s => s > 0).Average();

    private double Demand(int resource, int hour) => _demand.Of(resource, _hours[hour].Day, _hours[hour].Hour);

    private int CapacityFactor(int resource, int hour)
    {
        if (resource >= _network.ArcCount) return LockFactor(resource - _network.ArcCount, hour);
        var factor = 100;
        // The lowest factor that touches the hour holds for the whole hour: never too optimistic.
        for (var i = _network.CapacityFactorStart[resource]; i < _network.CapacityFactorStart[resource + 1]; i++)
        {
            if (_network.CapacityFactorFrom[i] < (hour + 1) * 3600 && _network.CapacityFactorTo[i] > hour * 3600)
                factor = Math.Min(factor, _network.CapacityFactorHundredths[i]);
        }

        return factor;
    }

    /// <summary>Hundredths of a lock's chamber time in the hour that are in service, rounded down.</summary>
    private int LockFactor(int k, int hour)
    {
        var (start, end) = (hour * 3600, (hour + 1) * 3600);
        long lost = 0;
        for (var i = _network.LockOutStart[k]; i < _network.LockOutStart[k + 1]; i++)
        {
            var seconds = Math.Min(end, _network.LockOutTo[i]) - Math.Max(start, _network.LockOutFrom[i]);
            if (seconds > 0) lost += (long)seconds * _network.LockOutChambers[i];
        }

        var all = 3600L * _network.LockChambers[k].Length;
        return (int)((all - lost) * 100 / all);
    }

    private PriceBandTable Table(int resources, int[] cells)
    {
        var start = new int[_sets.Count + 1];
        for (var set = 0; set < _sets.Count; set++) start[set + 1] = start[set] + _sets[set].Length;
        var bands = _sets.SelectMany(set => set).ToArray();
        return new PriceBandTable
        {
            ResourceCount = resources,
            HourCount = _hourCount,
            SetOfCell = cells,
            SetStart = start,
            BandWidth = [.. bands.Select(b => b.Width)],
            BandPriceMicroEuros = [.. bands.Select(b => b.MicroEurosPerUnit * _scenario.Weights.CivilWeightPercent / 100)],
        };
    }

    private readonly record struct HourOfWeek(DayTypes Day, int Hour);

    private readonly record struct CaseKey(int Owner, HourOfWeek Hour, DayTypes Later, int Factor, CivilFloorOfHour Floor);
}
