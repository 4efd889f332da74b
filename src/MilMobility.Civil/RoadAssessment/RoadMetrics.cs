using MilMobility.Domain.Civil;

namespace MilMobility.Civil.RoadAssessment;

/// <summary>What the road assessment counts.</summary>
public static class RoadMetrics
{
    public const string HoursLost = "road.vehicle-hours-lost";
    public const string QueueHours = "road.queue-hours";
    public const string Diverted = "road.diverted-flow";
    public const string Busy = "road.links-over-ic-0.9";
    public const string VehicleKm = "road.vehicle-km";
    public const string Flow = "road.flow";
    public const string Ratio = "road.ic";

    /// <summary>Flow over capacity from which a Dutch road counts as near its capacity.</summary>
    public const double BusyShare = 0.9;

    private const string Compared =
        "Over the whole network in the hours in which columns leave less of the capacity of a road.";

    public static IReadOnlyList<CivilMetric> All { get; } =
    [
        new(HoursLost, "Vehicle-hours lost", "vehicle-h",
            "Vehicle-hours under way beyond what the traffic without the plan would need on empty roads (voertuigverliesuren); the change "
            + $"is that of all travel times. Two user equilibria: everybody knows of the columns. {Compared}",
            "Wardrop 1952, doi:10.1680/ipeds.1952.11259"),
        new(QueueHours, "Queue delay if nobody diverts", "vehicle-h",
            "Vehicle-hours in the queues behind columns and at the roads that they block, carried over the hours until they are gone, if "
            + "nobody takes another way or stays at home; each road for itself, worked out in passenger-car units.",
            "Newell 1982, doi:10.1007/978-94-009-5970-5; Munoz and Daganzo 2002, doi:10.1016/S0191-2615(01)00017-1"),
        new(Diverted, "Diverted flow", "pcu",
            "Half the sum over roads and hours of how much the flow changes: a unit that leaves one road for another counts once, and k "
            + $"times where it leaves k roads for k others. {Compared}",
            "difference of two user equilibria, Wardrop 1952, doi:10.1680/ipeds.1952.11259"),
        new(Busy, "Roads over I/C 0.9", "link-h",
            $"Road directions and hours with a flow above 0.9 of the capacity, or of what columns leave of it (I/C-verhouding). {Compared}",
            "CIA, Capaciteitswaarden Infrastructuur Autosnelwegen (Rijkswaterstaat): a road is near its capacity from I/C 0.9"),
        new(VehicleKm, "Vehicle-kilometres", "vehicle-km", $"Kilometres driven on the roads of the network. {Compared}",
            "flows of the same equilibria"),
        new(Flow, "Flow", "pcu/h", "Flow of a road direction in one hour (intensiteit).", "flows of the same equilibria"),
        new(Ratio, "Flow over capacity", "I/C",
            "Flow of a road direction over what columns leave of its capacity in the hour (I/C-verhouding).",
            "CIA, Capaciteitswaarden Infrastructuur Autosnelwegen (Rijkswaterstaat): a road is near its capacity from I/C 0.9")
        {
            Norm = BusyShare,
        },
    ];
}
