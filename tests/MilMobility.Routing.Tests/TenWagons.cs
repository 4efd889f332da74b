using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Routing.Tests;

/// <summary>A train of 220 m and 60 km/h, one minute long, which every limit lets pass, at 7 EUR a km.</summary>
internal static class TenWagons
{
    public const int LengthMetres = 220;

    public static Serial To(string destination) => PlainJourney.Of("n0", destination, vehicles: 10, laneMetres: 110) with
    {
        Rail = new RailFootprint
        {
            Wagons = 10,
            TrainLengthMetres = LengthMetres,
            TrainMassKg = 0,
            AxleLoadKg = 0,
            MetreLoadKg = 0,
            SpeedKmh = 60,
            PassSeconds = 60,
            Traction = Traction.Diesel,
            Gauge = LoadingGauge.G1,
            CostMicroEurosPerKm = 7_000,
        },
    };
}
