using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Demand;

/// <summary>
/// Values of time and assumptions of the civil model, read from the dataset's dated and sourced tables
/// (`values-of-time.csv`, `civil-parameters.csv`): nothing of it is a constant in code.
/// </summary>
public sealed record CivilParameters
{
    /// <summary>Euros per car-hour: value of a person's hour times occupancy.</summary>
    public required double CarEurosPerHour { get; init; }
    public required double RoadFreightEurosPerHour { get; init; }
    public required double PassengerEurosPerHour { get; init; }
    public required double FreightTrainEurosPerHour { get; init; }
    public required double BargeEurosPerHour { get; init; }
    /// <summary>Pass time of a typical column, hours.</summary>
    public required double ColumnPassHours { get; init; }
    /// <summary>Passenger-car units of one freight vehicle.</summary>
    public required double FreightVehiclePcu { get; init; }
    public required double PassengersPerIntercity { get; init; }
    public required double PassengersPerSprinter { get; init; }
    /// <summary>Hours that a cancelled passenger train costs each of its passengers.</summary>
    public required double PassengerCancelHours { get; init; }
    public required RailLever Retime { get; init; }
    public required RailLever Divert { get; init; }
    public required RailLever Cancel { get; init; }
    public required RailRules Rail { get; init; }
    /// <summary>Hours after which a queue is no longer followed.</summary>
    public required int QueueHoursMax { get; init; }

    /// <summary>Reads every parameter; reports all that are missing or out of range (CIV001, CIV002).</summary>
    public static Loaded<CivilParameters> From(NetworkDataset dataset)
    {
        var bag = new DiagnosticBag();
        var reader = new Reader(dataset, bag);
        var parameters = new CivilParameters
        {
            CarEurosPerHour = reader.Value("car-average") * reader.Parameter("road.car.occupancy", 1, 5),
            RoadFreightEurosPerHour = reader.Value("road-freight"),
            PassengerEurosPerHour = reader.Value("train-passenger-average"),
            FreightTrainEurosPerHour = reader.Value("freight-train"),
            BargeEurosPerHour = reader.Value("barge"),
            ColumnPassHours = reader.Parameter("road.column.pass_s", 1, 3600) / 3600,
            FreightVehiclePcu = reader.Parameter("road.freight.pcu", 1, 5),
            PassengersPerIntercity = reader.Parameter("rail.passengers.intercity", 0, 2000),
            PassengersPerSprinter = reader.Parameter("rail.passengers.sprinter", 0, 2000),
            PassengerCancelHours = reader.Parameter("rail.passenger.cancel.delay_h", 0, 24),
            Retime = reader.Lever("rail.freight.retime"),
            Divert = reader.Lever("rail.freight.divert"),
            Cancel = reader.Lever("rail.freight.cancel"),
            Rail = RailRules.From(dataset, bag),
            QueueHoursMax = (int)reader.Parameter("queue.hours_max", 1, 24),
        };
        return bag.HasErrors
            ? new Invalid<CivilParameters>(bag.ToList())
            : new Valid<CivilParameters>(parameters, bag.ToList());
    }

    /// <summary>A step of the freight ladder: the share of freight paths it may take, and what it costs each of them.</summary>
    public sealed record RailLever(double Share, double DelayHours);

    private sealed class Reader(NetworkDataset dataset, DiagnosticBag bag)
    {
        private readonly Dictionary<string, double> _values = dataset.ValuesOfTime
            .ToDictionary(v => v.Category, v => (double)v.EurosPerHour, StringComparer.Ordinal);

        public double Value(string category)
        {
            if (_values.TryGetValue(category, out var value)) return value;
            bag.Error("CIV001", Path("values-of-time.csv"), 0,
                $"no value of time for '{category}'; categories found: {string.Join(", ", _values.Keys.Order())}");
            return 0;
        }

        public double Parameter(string name, double min, double max)
        {
            if (!dataset.CivilParameters.TryGetValue(name, out var value))
            {
                bag.Error("CIV001", Path("civil-parameters.csv"), 0, $"no parameter '{name}'");
                return min;
            }

            if (value < min || value > max)
                bag.Error("CIV002", Path("civil-parameters.csv"), 0, $"{name} = {value}; must be {min} to {max}");
            return value;
        }

        public RailLever Lever(string name) =>
            new(Parameter($"{name}.share", 0, 1), Parameter($"{name}.delay_h", 0, 168));

        private string Path(string file) => System.IO.Path.Combine(dataset.Folder, file);
    }
}
