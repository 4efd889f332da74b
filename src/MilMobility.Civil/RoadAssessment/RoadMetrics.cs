using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;

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

    public static IReadOnlyList<CivilMetric> All { get; } =
    [
        Metric(HoursLost, "Vehicle-hours lost", "vehicle-h", Sentence.AsIs("Wardrop 1952, doi:10.1680/ipeds.1952.11259")),
        Metric(QueueHours, "Queue delay if nobody diverts", "vehicle-h",
            Sentence.AsIs("Newell 1982, doi:10.1007/978-94-009-5970-5; Munoz, Daganzo 2002, doi:10.1016/S0191-2615(01)00017-1")),
        Metric(Diverted, "Diverted flow", "pcu", Sentence.Of("reference.road.difference")),
        Metric(Busy, "Roads over I/C 0.9", "link-h", Sentence.Of("reference.road.cia")),
        Metric(VehicleKm, "Vehicle-kilometres", "vehicle-km", Sentence.Of("reference.road.equilibria")),
        Metric(Flow, "Flow", "pcu/h", Sentence.Of("reference.road.equilibria")),
        Metric(Ratio, "Flow over capacity", "I/C", Sentence.Of("reference.road.cia")) with { Norm = BusyShare },
    ];

    private static CivilMetric Metric(string id, string name, string unit, Sentence reference) =>
        new(id, name, unit, Sentence.Of($"metric.{id}"), reference);
}
