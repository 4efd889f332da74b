using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;

namespace MilMobility.Reporting.Audiences;

/// <summary>
/// What a manager must know of what passes, and no more. Sizes and masses are raised to the steps in which a manager decides: the
/// legal limit where it is kept (height 4.00 m, width 2.55 m, length 18.75 m, 50 t, 11.5 t an axle: Regeling voertuigen), above it
/// half metres, 10 t and 2.5 t, as an exemption is asked for; trains 50 m, 100 t and the line categories of EN 15528; vessels 5 m
/// and 10 cm. The steps are wide enough that no vehicle type can be told from them; military load classes are left out.
/// </summary>
internal static class CivilFootprints
{
    private static readonly int[] s_lineCategoryAxleKg = [16_000, 18_000, 20_000, 22_500, 25_000];
    private static readonly int[] s_lineCategoryMetreKg = [5_000, 6_400, 7_200, 8_000, 8_800];

    public static RoadFootprint? Of(RoadFootprint? road) => road is null ? null : new RoadFootprint
    {
        VehicleCount = 0,
        SpeedKmh = road.SpeedKmh,
        ColumnMetres = Up(road.ColumnMetres, 100),
        PassSeconds = road.PassSeconds,
        PassengerCarUnits = Up(road.PassengerCarUnits, 5),
        Wheeled = new WheeledLoadClass(0),
        Tracked = new TrackedLoadClass(0),
        AxleLoadKg = Above(road.AxleLoadKg, 11_500, 2_500),
        MassKg = Above(road.MassKg, 50_000, 10_000),
        HeightCm = Above(road.HeightCm, 400, 50),
        WidthCm = Above(road.WidthCm, 255, 50),
        VehicleLengthCm = Above(road.VehicleLengthCm, 1875, 200),
        TunnelCode = road.TunnelCode,
        CostMicroEurosPerKm = 0,
        Escorts = 0,
        HeavyTransporters = 0,
    };

    public static RailFootprint? Of(RailFootprint? rail) => rail is null ? null : new RailFootprint
    {
        Wagons = 0,
        TrainLengthMetres = Up(rail.TrainLengthMetres, 50),
        TrainMassKg = (rail.TrainMassKg + 99_999) / 100_000 * 100_000,
        AxleLoadKg = Category(rail.AxleLoadKg, s_lineCategoryAxleKg),
        MetreLoadKg = Category(rail.MetreLoadKg, s_lineCategoryMetreKg),
        SpeedKmh = rail.SpeedKmh,
        PassSeconds = rail.PassSeconds,
        Traction = rail.Traction,
        Gauge = rail.Gauge,
        CostMicroEurosPerKm = 0,
    };

    public static WaterFootprint? Of(WaterFootprint? water) => water is null ? null : new WaterFootprint
    {
        VesselLengthMetres = Up(water.VesselLengthMetres, 5),
        BeamCm = Up(water.BeamCm, 50),
        DraughtCm = Up(water.DraughtCm, 10),
        AirDraughtCm = Up(water.AirDraughtCm, 10),
        CemtClass = water.CemtClass,
        SpeedKmh = water.SpeedKmh,
        PassSeconds = water.PassSeconds,
        CostMicroEurosPerKm = 0,
    };

    /// <summary>
    /// <c>yes (C)</c> by road, where the tunnel code decides which tunnels are open (ADR 8.6.3); <c>yes</c> by rail and water; empty
    /// without. Classes, UN numbers and quantities reach the manager from the carrier at departure (RID 1.4.3.6, ADN 1.4.3), not from here.
    /// </summary>
    public static string DangerousGoods(Serial serial, bool byRoad)
    {
        if (serial.DangerousGoods.Length == 0) return "";
        return byRoad && serial.Road is { TunnelCode: not TunnelRestrictionCode.None } road ? $"yes ({road.TunnelCode})" : "yes";
    }

    /// <summary>The next whole step.</summary>
    public static int Up(int value, int step) => (value + step - 1) / step * step;

    private static int Above(int value, int limit, int step) => value <= limit ? limit : limit + Up(value - limit, step);

    private static int Category(int value, int[] limits)
    {
        foreach (var limit in limits)
        {
            if (value <= limit) return limit;
        }

        return Up(value, 2_500);
    }
}
