using MilMobility.Domain.Units;
using MilMobility.Exchange.Drafts;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Contraction;

/// <summary>
/// The limits of two links in a row: whatever passes the result passes both, and the other way round. Of each limit the
/// stricter value with its own provenance; where only one is known, that one. Static and thread-safe.
/// </summary>
internal static class LimitMerge
{
    /// <summary>False where the limits of the two together cannot be said as those of one link.</summary>
    public static bool CanMerge(LinkLimits? one, LinkLimits? other)
    {
        if (one is null || other is null || ReferenceEquals(one, other)) return true;
        // Two tunnels on one link would hide one of their names.
        if (one.Tunnel is not null && other.Tunnel is not null && one.Tunnel != other.Tunnel) return false;
        return one.LineCategory is null || other.LineCategory is null
            || Stricter(one.LineCategory.Value.Value, other.LineCategory.Value.Value) is not null;
    }

    public static LinkLimits? Merge(LinkLimits? one, LinkLimits? other)
    {
        if (one is null || ReferenceEquals(one, other)) return other;
        if (other is null) return one;
        return new LinkLimits
        {
            Wheeled = Least(one.Wheeled, other.Wheeled),
            Tracked = Least(one.Tracked, other.Tracked),
            AxleLoadKg = Least(one.AxleLoadKg, other.AxleLoadKg),
            MassKg = Least(one.MassKg, other.MassKg),
            HeightCm = Least(one.HeightCm, other.HeightCm),
            WidthCm = Least(one.WidthCm, other.WidthCm),
            VehicleLengthCm = Least(one.VehicleLengthCm, other.VehicleLengthCm),
            Tunnel = one.Tunnel ?? other.Tunnel,
            // 'E' is the strictest category.
            TunnelCategory = Pick(one.TunnelCategory, other.TunnelCategory, (a, b) => a >= b),
            // Without a wire somewhere, electric traction does not get through; among wires none is stricter.
            Electrification = Pick(one.Electrification, other.Electrification, (a, _) => a == Electrification.None),
            LineCategory = Category(one.LineCategory, other.LineCategory),
            Gauge = Pick(one.Gauge, other.Gauge, (a, b) => a <= b),
            TrainLengthMetres = Least(one.TrainLengthMetres, other.TrainLengthMetres),
            Freight = Pick(one.Freight, other.Freight, (a, _) => !a),
            Cemt = Pick(one.Cemt, other.Cemt, (a, b) => Rank(a) <= Rank(b)),
            DraughtCm = Least(one.DraughtCm, other.DraughtCm),
            AirDraughtCm = Least(one.AirDraughtCm, other.AirDraughtCm),
            VesselLengthMetres = Least(one.VesselLengthMetres, other.VesselLengthMetres),
            BeamCm = Least(one.BeamCm, other.BeamCm),
        };
    }

    private static Known<int>? Least(Known<int>? one, Known<int>? other) => Pick(one, other, (a, b) => a <= b);

    /// <summary>The first where it is the stricter one, else the second; of equal values the worse known one.</summary>
    private static Known<T>? Pick<T>(Known<T>? one, Known<T>? other, Func<T, T, bool> isStricter)
    {
        if (one is not { } a) return other;
        if (other is not { } b) return one;
        if (EqualityComparer<T>.Default.Equals(a.Value, b.Value)) return a with { Origin = Provenance.Worst(a.Origin, b.Origin) };
        return isStricter(a.Value, b.Value) ? a : b;
    }

    private static Known<string>? Category(Known<string>? one, Known<string>? other)
    {
        if (one is not { } a) return other;
        if (other is not { } b) return one;
        var stricter = Stricter(a.Value, b.Value)
            ?? throw new InvalidOperationException($"line categories {a.Value} and {b.Value} have no common one");
        if (a.Value == b.Value) return a with { Origin = Provenance.Worst(a.Origin, b.Origin) };
        return stricter == a.Value ? a : stricter == b.Value ? b : new Known<string>(stricter, Provenance.Worst(a.Origin, b.Origin));
    }

    /// <summary>The category that admits just what both admit; null if there is none.</summary>
    private static string? Stricter(string one, string other)
    {
        if (one == other) return one;
        if (!LineCategories.TryGetLoads(one, out var axleOne, out var metreOne)) return null;
        if (!LineCategories.TryGetLoads(other, out var axleOther, out var metreOther)) return null;
        var (axle, metre) = (Math.Min(axleOne, axleOther), Math.Min(metreOne, metreOther));
        return LineCategories.Known.FirstOrDefault(c => LineCategories.TryGetLoads(c, out var a, out var m) && a == axle && m == metre);
    }

    private static int Rank(string cemt) => Vocabulary.CemtClasses.GetValueOrDefault(cemt, int.MaxValue);
}
