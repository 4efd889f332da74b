using MilMobility.Civil.Demand;
using MilMobility.Civil.Valuation;
using MilMobility.Civil.WaterAssessment;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Civil.Assessment;

/// <summary>What assessment and valuation assume, from the dataset's tables, where each value has its source and quality.</summary>
/// <param name="Water">Of locks, barges and bridges.</param>
/// <param name="Valuation">Values of time, purposes, price level, emission factors.</param>
public sealed record AssessmentParameters(WaterParameters Water, ValuationParameters Valuation)
{
    /// <summary>Reads every parameter; reports all that are missing or out of range (CIV001, CIV002).</summary>
    public static Loaded<AssessmentParameters> From(NetworkDataset dataset)
    {
        var bag = new DiagnosticBag();
        var reader = new ParameterReader(dataset, bag);
        var parameters = new AssessmentParameters(WaterParameters.From(reader), ValuationParameters.From(reader));
        return bag.HasErrors
            ? new Invalid<AssessmentParameters>(bag.ToList()) : new Valid<AssessmentParameters>(parameters, bag.ToList());
    }
}
