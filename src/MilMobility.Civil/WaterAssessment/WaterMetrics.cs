using MilMobility.Domain.Civil;
using MilMobility.Domain.Sentences;

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

    /// <param name="normMinutes">Norm of the mean wait.</param>
    public static IReadOnlyList<CivilMetric> All(double normMinutes)
    {
        var norm = ("norm", Phrase.Number(normMinutes));
        return
        [
            new(BargeHours, "Barge-hours waiting", "vessel-h", Definition(BargeHours), Sentence.Of("reference.water.queue")),
            new(RecreationHours, "Recreational craft waiting", "vessel-h", Definition(RecreationHours),
                Sentence.Of("reference.water.as-barges")),
            new(MeanWait, "Mean wait of a barge at a lock", "min", Definition(MeanWait), Sentence.Of("reference.water.norm", norm))
            {
                Norm = normMinutes,
            },
            new(OverNorm, "Lock-hours over the norm", "lock-h", Definition(OverNorm, norm), Sentence.Of("reference.water.norm-hours",
                norm)),
            new(BridgeRoadHours, "Road delay at opened bridges", "vehicle-h", Definition(BridgeRoadHours),
                Sentence.Of("reference.water.newell")),
        ];
    }

    /// <summary>Only where low water is in force.</summary>
    public static CivilMetric Loading { get; } = new(
        LoadingShare, "Loading share of barges under low water", "%", Definition(LoadingShare), Sentence.Of("reference.water.immersion"))
    {
        LessIsBetter = false,
    };

    private static Sentence Definition(string metric, params IReadOnlyList<(string Name, Phrase Value)> arguments) =>
        Sentence.Of($"metric.{metric}", arguments);
}
