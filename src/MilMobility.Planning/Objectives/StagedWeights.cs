using MilMobility.Domain.Scenarios;
using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Planning.Serialisation;

namespace MilMobility.Planning.Objectives;

/// <summary>
/// Weights that lean towards the lexicographic order as steeply as 64 bits allow. They cannot state it: a second of lateness of one
/// serial would have to outweigh every serial waiting for the whole horizon, some 2e14 micro-euros for a corps, and a penalty every
/// second of lateness beyond that, which together take about 115 bits. So they only steer a search whose result is then
/// compared term by term.
/// </summary>
/// <param name="Unmoved">Multiplier of the penalties.</param>
/// <param name="Lateness">Multiplier of the lateness weight.</param>
/// <param name="Civil">Multiplier of the civil prices.</param>
internal sealed record StagedWeights(long Unmoved, long Lateness, long Civil)
{
    /// <summary>Largest sum of an objective: an eighth of what a long holds, so that sums of keys never overflow.</summary>
    private const long SumMax = long.MaxValue / 8;

    /// <summary>Steeper than this brings nothing: no serial gives up a thousandth of a term for a later one.</summary>
    private const long StepMax = 1000;

    public static StagedWeights Of(PlanProblem problem)
    {
        Int128 penalties = 0, lateness = 0;
        for (var k = 0; k < problem.Count; k++)
        {
            penalties += problem.PenaltyMicroEuros[k];
            lateness += (Int128)problem.Requests[k].LateMicroEurosPerSecond * problem.Rules.HorizonSeconds;
        }

        var dearest = problem.Prices.BandPriceMicroEuros.DefaultIfEmpty(0).Max();
        var widest = problem.Prices.BandWidth.DefaultIfEmpty(0).Max();
        var civil = Fit((Int128)dearest * widest * problem.Count, StepMax);
        var late = Fit(lateness, StepMax * civil);
        return new StagedWeights(Fit(penalties, StepMax * late), late, civil);
    }

    /// <summary>The scenario at these weights, for a planner that sums.</summary>
    public CompiledScenario Over(CompiledScenario compiled) => compiled with
    {
        Scenario = compiled.Scenario with
        {
            Weights = compiled.Scenario.Weights with
            {
                Mode = ObjectiveMode.Weighted,
                UnmovedEurosPerVehicle = compiled.Scenario.Weights.UnmovedEurosPerVehicle * Unmoved,
                LateEurosPerVehicleHour = compiled.Scenario.Weights.LateEurosPerVehicleHour * Lateness,
            },
        },
    };

    public PriceBandTable Over(PriceBandTable prices) => prices.Times(Civil, 1);

    private static long Fit(Int128 sum, long most) => (long)Int128.Clamp(SumMax / Int128.Max(1, sum), 1, most);
}
