using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.RoadDemand;

/// <summary>
/// What the model of civil road demand assumes, from <c>civil-parameters.csv</c>, where each value has its source and quality. The
/// trips and deterrence of each hour class are those that <see cref="DemandCalibration"/> found.
/// </summary>
public sealed record RoadDemandParameters
{
    /// <summary>Categories of civil profiles that are classes of vehicles here.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["car", "freight"];

    public required TravelTimeFunction TravelTime { get; init; }

    /// <summary>Speed of the way between a zone's centre and the roads.</summary>
    public required double ConnectorSpeedKmh { get; init; }

    /// <summary>Length of that way as a multiple of the straight line.</summary>
    public required double ConnectorDetour { get; init; }

    /// <summary>Share of its capacity that a road keeps at least while columns pass.</summary>
    public required double CapacityShareMin { get; init; }

    /// <summary>Passenger-car units of a freight vehicle.</summary>
    public required double FreightPcu { get; init; }

    /// <summary>Weight of a flow that the data state, by its quality: <c>measured</c>, <c>derived</c>, <c>assumed</c>.</summary>
    public required IReadOnlyDictionary<string, double> FlowWeights { get; init; }

    /// <summary>Largest factor between a pair's trips and those of the gravity model.</summary>
    public required double AdjustFactorMax { get; init; }

    /// <summary>Steps of the adjustment in each round; a round ends with an equilibrium.</summary>
    public required int AdjustSteps { get; init; }

    public required int AdjustRounds { get; init; }

    /// <summary>Relative gap of the equilibria whose difference is the impact.</summary>
    public required double Gap { get; init; }

    /// <summary>Reads every parameter; reports all that are missing or out of range (CIV001, CIV002).</summary>
    public static Loaded<RoadDemandParameters> From(NetworkDataset dataset)
    {
        var bag = new DiagnosticBag();
        var parameters = new RoadDemandParameters
        {
            TravelTime = new TravelTimeFunction(Value(dataset, bag, "road.bpr.alpha", 0, 10), Value(dataset, bag, "road.bpr.beta", 1, 20)),
            ConnectorSpeedKmh = Value(dataset, bag, "road.connector.speed_kmh", 1, 200),
            ConnectorDetour = Value(dataset, bag, "road.connector.detour", 1, 5),
            CapacityShareMin = Value(dataset, bag, "road.capacity.share_min", 1e-6, 1),
            FreightPcu = Value(dataset, bag, "road.freight.pcu", 1, 5),
            FlowWeights = new[] { "measured", "derived", "assumed" }.ToDictionary(
                quality => quality, quality => Value(dataset, bag, $"road.adjust.weight.{quality}", 0, 1), StringComparer.Ordinal),
            AdjustFactorMax = Value(dataset, bag, "road.adjust.factor_max", 1, 1000),
            AdjustSteps = (int)Value(dataset, bag, "road.adjust.steps", 0, 1000),
            AdjustRounds = (int)Value(dataset, bag, "road.adjust.rounds", 0, 10),
            Gap = Value(dataset, bag, "road.equilibrium.gap", 1e-12, 1e-6),
        };
        return bag.HasErrors
            ? new Invalid<RoadDemandParameters>(bag.ToList()) : new Valid<RoadDemandParameters>(parameters, bag.ToList());
    }

    /// <summary>Trips and deterrence of an hour class, by category.</summary>
    public static Loaded<IReadOnlyList<DemandLevel>> Levels(NetworkDataset dataset, HourClass hours)
    {
        var bag = new DiagnosticBag();
        IReadOnlyList<DemandLevel> levels =
        [
            .. Categories.Select(category => new DemandLevel(
                category, Value(dataset, bag, $"road.demand.{hours.Name}.{category}.trips_h", 0, 1e7),
                Value(dataset, bag, $"road.demand.{hours.Name}.{category}.deterrence_h", 0, 100))),
        ];
        return bag.HasErrors
            ? new Invalid<IReadOnlyList<DemandLevel>>(bag.ToList()) : new Valid<IReadOnlyList<DemandLevel>>(levels, bag.ToList());
    }

    /// <summary>What a dataset with zones lacks; nothing without zones, for then no parameter is needed.</summary>
    public static IReadOnlyList<Diagnostic> Faults(NetworkDataset dataset) => dataset.Zones.Count == 0 ? [] :
    [
        .. From(dataset) is Invalid<RoadDemandParameters> invalid ? invalid.Diagnostics : [],
        .. HourClass.All.Select(hours => Levels(dataset, hours)).OfType<Invalid<IReadOnlyList<DemandLevel>>>()
            .SelectMany(levels => levels.Diagnostics),
    ];

    private static double Value(NetworkDataset dataset, DiagnosticBag bag, string name, double min, double max)
    {
        var file = Path.Combine(dataset.Folder, "civil-parameters.csv");
        if (!dataset.CivilParameters.TryGetValue(name, out var value)) bag.Error("CIV001", file, 0, $"no parameter '{name}'");
        else if (!(value >= min && value <= max)) bag.Error("CIV002", file, 0, $"{name} = {value}; must be {min} to {max}");
        else return value;
        return min;
    }
}

/// <summary>How many trips there are, and how far they go.</summary>
/// <param name="Category">Class of vehicles.</param>
/// <param name="TripsPerHour">Vehicles per hour between zones.</param>
/// <param name="DeterrencePerHour">Exponent of the gravity model per hour of travel time.</param>
public sealed record DemandLevel(string Category, double TripsPerHour, double DeterrencePerHour);
