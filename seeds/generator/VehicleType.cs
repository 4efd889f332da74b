using System.Globalization;

namespace MilMobility.Seeds;

/// <summary>
/// A generic vehicle: round figures of a size class, of no particular model or army. Masses t (laden), sizes m; a load class
/// about the mass in short tons (STANAG 2021's definition is by bending moments, so these are assumed).
/// </summary>
internal sealed record VehicleType(
    string Name, decimal MassT, decimal? AxleLoadT, int? Wheeled, int? Tracked, decimal LengthM, decimal WidthM, decimal HeightM,
    decimal Pcu, string Gauge, string DangerousGoods, string TunnelCode)
{
    public static readonly VehicleType Utility = OnWheels("utility 4x4", 3.5m, 2, 4, 4.8m, 2.1m, 2.2m, 1.5m);
    public static readonly VehicleType LightTruck = OnWheels("truck 4x4", 12, 7, 14, 7.5m, 2.5m, 3.1m, 2);
    public static readonly VehicleType Truck = OnWheels("truck 8x8", 26, 8, 28, 9.8m, 2.5m, 3.5m, 2.5m);
    public static readonly VehicleType ContainerTruck = OnWheels("container truck with trailer", 40, 9, 40, 18, 2.55m, 4, 3.5m);
    public static readonly VehicleType Apc = OnWheels("wheeled APC 8x8", 33, 9, 36, 7.9m, 3, 3, 2.5m);
    public static readonly VehicleType Ammunition = OnWheels("ammunition truck 8x8", 28, 8, 30, 9.8m, 2.5m, 3.5m, 2.5m)
        with { DangerousGoods = "1.1", TunnelCode = "C" };
    public static readonly VehicleType Missiles = OnWheels("missile truck 8x8", 26, 8, 28, 9.8m, 2.5m, 3.6m, 2.5m)
        with { DangerousGoods = "1.1", TunnelCode = "B" };
    public static readonly VehicleType Tanker = OnWheels("fuel tanker 8x8", 30, 9, 32, 9.9m, 2.5m, 3.4m, 2.5m)
        with { DangerousGoods = "3", TunnelCode = "D" };
    public static readonly VehicleType DieselTanker = OnWheels("diesel tanker with trailer", 44, 10, 44, 18, 2.55m, 3.6m, 3.5m)
        with { DangerousGoods = "3", TunnelCode = "E" };
    public static readonly VehicleType Ifv = OnTracks("tracked IFV", 40, 40, 7.3m, 3.4m, 3.1m);
    public static readonly VehicleType Tank = OnTracks("main battle tank", 63, 70, 7.9m, 3.75m, 3);
    public static readonly VehicleType Howitzer = OnTracks("self-propelled howitzer", 57, 60, 11.7m, 3.5m, 3.1m);
    public static readonly VehicleType BridgeLayer = OnTracks("armoured bridge layer", 62, 70, 11.8m, 3.75m, 3.9m) with { Gauge = "GC" };
    public static readonly VehicleType Recovery = OnTracks("armoured recovery vehicle", 54, 60, 7.6m, 3.4m, 3);

    /// <summary>The columns of a row from <c>vehicle_type</c> on, with the count and the modes of the row.</summary>
    public string Row(int count, string modes) => string.Join(',',
        Name, Text(count), Text(MassT), Text(AxleLoadT), Text(Wheeled), Text(Tracked), Text(LengthM), Text(WidthM), Text(HeightM),
        Text(Pcu), modes, Gauge, DangerousGoods, TunnelCode);

    private static VehicleType OnWheels(
        string name, decimal mass, decimal axle, int loadClass, decimal length, decimal width, decimal height, decimal pcu) =>
        new(name, mass, axle, loadClass, null, length, width, height, pcu, "GB", "", "");

    private static VehicleType OnTracks(string name, decimal mass, int loadClass, decimal length, decimal width, decimal height) =>
        new(name, mass, null, null, loadClass, length, width, height, 4, "GB", "", "");

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
