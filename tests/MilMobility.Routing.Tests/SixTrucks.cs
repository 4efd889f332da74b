using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Routing.Tests;

/// <summary>A road convoy of six trucks from node a to node d, one minute long, which every limit lets pass.</summary>
internal static class SixTrucks
{
    public static Serial By(int escorts) => PlainJourney.Of("a", "d", vehicles: 6, laneMetres: 66) with
    {
        Road = new RoadFootprint
        {
            VehicleCount = 6,
            SpeedKmh = 60,
            ColumnMetres = 1000,
            PassSeconds = 60,
            PassengerCarUnits = 12,
            Wheeled = new WheeledLoadClass(0),
            Tracked = new TrackedLoadClass(0),
            AxleLoadKg = 0,
            MassKg = 0,
            HeightCm = 0,
            WidthCm = 0,
            VehicleLengthCm = 0,
            TunnelCode = TunnelRestrictionCode.None,
            CostMicroEurosPerKm = 7000,
            Escorts = escorts > 0 ? 1 : 0,
            HeavyTransporters = 0,
        },
    };
}
