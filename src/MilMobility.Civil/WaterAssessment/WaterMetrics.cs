using MilMobility.Domain.Civil;

namespace MilMobility.Civil.WaterAssessment;

/// <summary>What the water assessment counts.</summary>
public static class WaterMetrics
{
    public const string BargeHours = "water.barge-hours-waiting";
    public const string RecreationHours = "water.recreation-hours-waiting";
    public const string MeanWait = "water.mean-lock-wait";
    public const string OverNorm = "water.lock-hours-over-norm";
    public const string BridgeRoadHours = "water.bridge-road-hours";
    public const string LoadingShare = "water.civil-loading-share";

    private const string Simulated =
        "Two simulations of every lock with the same civil arrivals, spread evenly within the hour, with a lockage each way per cycle.";

    /// <param name="normMinutes">Norm of the mean wait.</param>
    public static IReadOnlyList<CivilMetric> All(double normMinutes) =>
    [
        new(BargeHours, "Barge-hours waiting", "vessel-h",
            $"Time that barges wait before their lockage begins (wachttijd voor de sluis), by hour of arrival. {Simulated}",
            "deterministic queue in lockages; cycles and chambers of the dataset"),
        new(RecreationHours, "Recreational craft waiting", "vessel-h",
            $"The same for recreational craft; not valued in euros. {Simulated}", "as the barge-hours"),
        new(MeanWait, "Mean wait of a barge at a lock", "min",
            $"Barge-hours waiting over barges that arrive (gemiddelde wachttijd). {Simulated}",
            $"Nationale Markt- en Capaciteitsanalyse, fairways: at most {normMinutes:0} minutes on average")
        {
            Norm = normMinutes,
        },
        new(OverNorm, "Lock-hours over the norm", "lock-h",
            $"Hours of arrival and locks whose mean wait of barges is above {normMinutes:0} minutes.",
            $"Nationale Markt- en Capaciteitsanalyse, fairways: {normMinutes:0} minutes, here applied to single hours"),
        new(BridgeRoadHours, "Road delay at opened bridges", "vehicle-h",
            "Vehicle-hours in the queue at movable bridges that open for military vessels: closed time and road flow, in closed form.",
            "deterministic queueing, Newell 1982, doi:10.1007/978-94-009-5970-5"),
    ];

    /// <summary>Only where low water is in force.</summary>
    public static CivilMetric Loading { get; } = new(
        LoadingShare, "Loading share of barges under low water", "%",
        "Cargo that a barge of the fairway's class may carry at the permitted draught, over that at its full draught, "
            + "on the fairways whose "
        + "draught a low-water patch lowers, weighted by vessel-kilometres; the plan does not change it.",
        "linear immersion between the empty and full draught of the class (Richtlijnen Vaarwegen 2017)")
    {
        LessIsBetter = false,
    };
}
