using MilMobility.Domain.Sentences;
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
        _ => new BindingLimit("limit.no-footprint", 1, 0, ""),
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
        if (f.Wheeled.Value > n.LinkWheeled[link]) return new("limit.wheeled", f.Wheeled.Value, n.LinkWheeled[link], "");
        if (f.Tracked.Value > n.LinkTracked[link]) return new("limit.tracked", f.Tracked.Value, n.LinkTracked[link], "");
        if (f.AxleLoadKg > n.LinkAxleLoadKg[link]) return new("limit.axle-load", f.AxleLoadKg, n.LinkAxleLoadKg[link], "kg");
        if (f.MassKg > n.LinkMassKg[link]) return new("limit.mass", f.MassKg, n.LinkMassKg[link], "kg");
        if (f.HeightCm > n.LinkHeightCm[link]) return new("limit.height", f.HeightCm, n.LinkHeightCm[link], "cm");
        if (f.WidthCm > n.LinkWidthCm[link]) return new("limit.width", f.WidthCm, n.LinkWidthCm[link], "cm");
        if (f.VehicleLengthCm > n.LinkVehicleLengthCm[link])
            return new("limit.vehicle-length", f.VehicleLengthCm, n.LinkVehicleLengthCm[link], "cm");
        var category = n.LinkTunnelCategory[link];
        return TunnelAllows(f.TunnelCode, category)
            ? null
            : new("limit.tunnel", 1, 0, "")
            {
                Of = [("category", $"{(char)('A' + category - 1)}"), ("code", f.TunnelCode.ToString())],
            };
    }

    private static BindingLimit? OfRail(RailFootprint f, CompiledNetwork n, int link)
    {
        if (!n.LinkFreight[link]) return new("limit.freight", 1, 0, "");
        if (f.TrainLengthMetres > n.LinkTrainLengthMetres[link])
            return new("limit.train-length", f.TrainLengthMetres, n.LinkTrainLengthMetres[link], "m");
        if (f.AxleLoadKg > n.LinkAxleLoadKg[link]) return new("limit.axle-load", f.AxleLoadKg, n.LinkAxleLoadKg[link], "kg");
        if (f.MetreLoadKg > n.LinkMetreLoadKg[link])
            return new("limit.metre-load", f.MetreLoadKg, n.LinkMetreLoadKg[link], "kg/m");
        if (f.Traction == Traction.Electric && !n.LinkElectrified[link]) return new("limit.electric", 1, 0, "");
        return f.Gauge > n.LinkGauge[link]
            ? new("limit.gauge", 1, 0, "") { Of = [("gauge", f.Gauge.ToString())] }
            : null;
    }

    private static BindingLimit? OfWater(WaterFootprint f, CompiledNetwork n, int link)
    {
        if (f.CemtClass > n.LinkCemtClass[link]) return new("limit.cemt", f.CemtClass, n.LinkCemtClass[link], "");
        if (f.DraughtCm > n.LinkDraughtCm[link]) return new("limit.draught", f.DraughtCm, n.LinkDraughtCm[link], "cm");
        if (f.AirDraughtCm > n.LinkAirDraughtCm[link])
            return new("limit.air-draught", f.AirDraughtCm, n.LinkAirDraughtCm[link], "cm");
        if (f.VesselLengthMetres > n.LinkVesselLengthMetres[link])
            return new("limit.vessel-length", f.VesselLengthMetres, n.LinkVesselLengthMetres[link], "m");
        return f.BeamCm > n.LinkBeamCm[link] ? new("limit.beam", f.BeamCm, n.LinkBeamCm[link], "cm") : null;
    }
}

/// <summary>A limit that forbids a link: what, the serial's value and the link's.</summary>
/// <param name="Name">Message that names what is limited.</param>
/// <param name="Value">The serial's value; 1 for what the link does not allow at all.</param>
/// <param name="Allowed">The link's limit; 0 for what it does not allow at all.</param>
/// <param name="Unit">Unit of both; empty for classes and yes-or-no limits.</param>
public sealed record BindingLimit(string Name, int Value, int Allowed, string Unit)
{
    /// <summary>What of it, where the name has places for that.</summary>
    public IReadOnlyList<(string Name, Phrase Value)> Of { get; init; } = [];

    /// <summary><c>height 450 cm, allowed 420 cm</c>.</summary>
    public Sentence Words()
    {
        var name = Sentence.Of(Name, Of);
        if (Unit.Length > 0)
            return Sentence.Of("limit.value", ("name", name), ("value", Value), ("unit", Unit), ("allowed", Allowed));
        return (Value, Allowed) == (1, 0)
            ? Sentence.Of("limit.refused", ("name", name))
            : Sentence.Of("limit.class", ("name", name), ("value", Value), ("allowed", Allowed));
    }
}
