namespace MilMobility.Civil.Bottlenecks;

/// <summary>
/// What a column does to steady civil traffic on a road that it drives along, in closed form.
///
/// A column of length L at speed v takes one lane over a road of length X; traffic flows at q towards it, at free speed u. Beside the
/// column at most r (<see cref="TriangularRoad.Beside"/>) passes, so that the road's far end sees r from when the last
/// car that came before it arrives, X / u after the head entered, until the tail leaves, X / v + L / v after it: for
/// T = L / v + X (1 / v - 1 / u). Of q > r, (q - r) T are behind time by then, and make it good at c - q. The delay is the
/// area of that triangle, T^2 (q - r)(c - r) / (2 (c - q)). It is exact in kinematic wave theory, whatever the order in which cars
/// overtake; X = 0 is a point that the column passes, L = 0 the classical moving bottleneck.
///
/// The queue behind the column is in the state whose flow past the column is r (1 - v / u):
/// k = (w j - r (1 - v / u)) / (w + v) with jam density j and wave speed w.
///
/// Source: Newell 1998 (doi:10.1016/S0191-2615(98)00005-X), Munoz and Daganzo 2002 (doi:10.1016/S0191-2615(01)00017-1); point queue,
/// Newell 1982 (doi:10.1007/978-94-009-5970-5). Limits: one homogeneous road, no queue before the column comes, one column at a time.
/// </summary>
public static class MovingBottleneck
{
    /// <summary>Hours for which the far end of a road sees no more than what passes beside the column.</summary>
    /// <param name="lengthKm">Road that the column drives along; 0 for a point.</param>
    /// <param name="freeSpeedKmh">Civil speed.</param>
    /// <param name="columnKm">Length of the column.</param>
    /// <param name="columnSpeedKmh">Its speed; one that is not below the civil speed takes the road for its pass time only.</param>
    public static double RestrictedHours(double lengthKm, double freeSpeedKmh, double columnKm, double columnSpeedKmh) =>
        (columnKm / columnSpeedKmh) + Math.Max(0, (lengthKm / columnSpeedKmh) - (lengthKm / freeSpeedKmh));

    /// <summary>Delay and queue of a point where no more than <paramref name="beside"/> passes for some time.</summary>
    /// <param name="capacity">Units per hour before and after.</param>
    /// <param name="beside">Units per hour meanwhile.</param>
    /// <param name="demand">Units per hour that come; infinite delay where the capacity is not above it, for no queue ever clears.</param>
    /// <param name="hours">How long.</param>
    public static PointQueue Queue(double capacity, double beside, double demand, double hours)
    {
        if (demand <= beside || hours <= 0) return default;
        var behind = (demand - beside) * hours;
        if (demand >= capacity) return new PointQueue(behind, double.PositiveInfinity, double.PositiveInfinity);
        var clearing = behind / (capacity - demand);
        return new PointQueue(behind, clearing, behind * (hours + clearing) / 2);
    }

    /// <summary>The queue that follows a column too short to count, while it drives; null where none forms.</summary>
    /// <param name="road">Road.</param>
    /// <param name="demand">Units per hour that come, below capacity.</param>
    /// <param name="columnSpeedKmh">Speed of the column, below the free speed.</param>
    public static FollowingQueue? Following(TriangularRoad road, double demand, double columnSpeedKmh)
    {
        if (demand <= road.Beside || columnSpeedKmh >= road.FreeSpeedKmh) return null;
        var passing = road.Beside * (1 - (columnSpeedKmh / road.FreeSpeedKmh));
        var density = ((road.WaveSpeedKmh * road.JamDensity) - passing) / (road.WaveSpeedKmh + columnSpeedKmh);
        var flow = road.WaveSpeedKmh * (road.JamDensity - density);
        var tail = (flow - demand) / (density - (demand / road.FreeSpeedKmh));
        return new FollowingQueue(flow, density, tail, columnSpeedKmh - tail);
    }
}

/// <summary>A queue at a point in closed form.</summary>
/// <param name="UnitsMax">Units behind time when the restriction ends.</param>
/// <param name="ClearingHours">Time from then until nobody is.</param>
/// <param name="DelayHours">Unit-hours lost.</param>
public readonly record struct PointQueue(double UnitsMax, double ClearingHours, double DelayHours);

/// <summary>Traffic in the queue behind a moving column.</summary>
/// <param name="Flow">Units per hour past a point at rest.</param>
/// <param name="Density">Units per km.</param>
/// <param name="TailSpeedKmh">Speed of the queue's end, in the column's direction; negative where it moves backwards.</param>
/// <param name="GrowthKmh">Km per hour by which it grows.</param>
public readonly record struct FollowingQueue(double Flow, double Density, double TailSpeedKmh, double GrowthKmh);
