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
