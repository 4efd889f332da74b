using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;

namespace MilMobility.Routing.Profiles;

/// <summary>
/// Rule 1 of the movement model: which links a footprint may use, and which limit of a link forbids it. One list of comparisons
/// per mode serves both the yes-or-no of the search and the words of an explanation. Thread-safe; no state.
/// </summary>
public static class FootprintLimits
{
    /// <summary>True if every limit of the link is respected by the serial's footprint for the link's mode.</summary>
    public static bool Passes(Serial serial, CompiledNetwork network, int link) => Binding(serial, network, link) is null;

    /// <summary>The first limit that forbids the link, or null when none does.</summary>
    public static BindingLimit? Binding(Serial serial, CompiledNetwork network, int link) => network.LinkMode[link] switch
    {
        TransportMode.Road when serial.Road is { } road => OfRoad(road, network, link),
        TransportMode.Rail when serial.Rail is { } rail => OfRail(rail, network, link),
        TransportMode.Water when serial.Water is { } water => OfWater(water, network, link),
        _ => new BindingLimit("no footprint for the mode", 1, 0, ""),
    };

    /// <summary>True when goods of the code may use a tunnel of the category (0 = no tunnel, 1-5 = A-E).</summary>
    public static bool TunnelAllows(TunnelRestrictionCode code, int category) => code switch
    {
        TunnelRestrictionCode.None => true,
        TunnelRestrictionCode.E => category < 5,
        TunnelRestrictionCode.D => category < 4,
        TunnelRestrictionCode.C => category < 3,
        _ => category < 2,
    };

    private static BindingLimit? OfRoad(RoadFootprint f, CompiledNetwork n, int link)
    {
        if (f.Wheeled.Value > n.LinkWheeled[link]) return new("wheeled load class", f.Wheeled.Value, n.LinkWheeled[link], "");
        if (f.Tracked.Value > n.LinkTracked[link]) return new("tracked load class", f.Tracked.Value, n.LinkTracked[link], "");
        if (f.AxleLoadKg > n.LinkAxleLoadKg[link]) return new("axle load", f.AxleLoadKg, n.LinkAxleLoadKg[link], "kg");
        if (f.MassKg > n.LinkMassKg[link]) return new("mass", f.MassKg, n.LinkMassKg[link], "kg");
        if (f.HeightCm > n.LinkHeightCm[link]) return new("height", f.HeightCm, n.LinkHeightCm[link], "cm");
        if (f.WidthCm > n.LinkWidthCm[link]) return new("width", f.WidthCm, n.LinkWidthCm[link], "cm");
        if (f.VehicleLengthCm > n.LinkVehicleLengthCm[link])
            return new("vehicle length", f.VehicleLengthCm, n.LinkVehicleLengthCm[link], "cm");
        var category = n.LinkTunnelCategory[link];
        return TunnelAllows(f.TunnelCode, category)
            ? null
            : new($"tunnel category {(char)('A' + category - 1)} for goods of code {f.TunnelCode}", category, category, "");
    }

    private static BindingLimit? OfRail(RailFootprint f, CompiledNetwork n, int link)
    {
        if (!n.LinkFreight[link]) return new("freight trains", 1, 0, "");
        if (f.TrainLengthMetres > n.LinkTrainLengthMetres[link])
            return new("train length", f.TrainLengthMetres, n.LinkTrainLengthMetres[link], "m");
        if (f.AxleLoadKg > n.LinkAxleLoadKg[link]) return new("axle load", f.AxleLoadKg, n.LinkAxleLoadKg[link], "kg");
        if (f.MetreLoadKg > n.LinkMetreLoadKg[link])
            return new("metre load", f.MetreLoadKg, n.LinkMetreLoadKg[link], "kg/m");
        if (f.Traction == Traction.Electric && !n.LinkElectrified[link]) return new("electric traction", 1, 0, "");
        return f.Gauge > n.LinkGauge[link]
            ? new($"loading gauge {f.Gauge}", (int)f.Gauge, (int)n.LinkGauge[link], "")
            : null;
    }

    private static BindingLimit? OfWater(WaterFootprint f, CompiledNetwork n, int link)
    {
        if (f.CemtClass > n.LinkCemtClass[link]) return new("CEMT class", f.CemtClass, n.LinkCemtClass[link], "");
        if (f.DraughtCm > n.LinkDraughtCm[link]) return new("draught", f.DraughtCm, n.LinkDraughtCm[link], "cm");
        if (f.AirDraughtCm > n.LinkAirDraughtCm[link])
            return new("air draught", f.AirDraughtCm, n.LinkAirDraughtCm[link], "cm");
        if (f.VesselLengthMetres > n.LinkVesselLengthMetres[link])
            return new("vessel length", f.VesselLengthMetres, n.LinkVesselLengthMetres[link], "m");
        return f.BeamCm > n.LinkBeamCm[link] ? new("beam", f.BeamCm, n.LinkBeamCm[link], "cm") : null;
    }
}

/// <summary>A limit that forbids a link: what, the serial's value and the link's.</summary>
/// <param name="Name">What is limited, in the field's words.</param>
/// <param name="Value">The serial's value.</param>
/// <param name="Allowed">The link's limit.</param>
/// <param name="Unit">Unit of both; empty for classes and yes-or-no limits.</param>
public sealed record BindingLimit(string Name, int Value, int Allowed, string Unit)
{
    public override string ToString() => Unit.Length == 0
        ? $"{Name}: {Value}, allowed {Allowed}"
        : $"{Name} {Value} {Unit}, allowed {Allowed} {Unit}";
}
