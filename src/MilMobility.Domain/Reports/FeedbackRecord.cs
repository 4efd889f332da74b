namespace MilMobility.Domain.Reports;

/// <summary>
/// What a second run was fed and what came of it: its civil prices were the first run's, corrected by the assessment of the first plan.
/// Both plans are compared at the same assessment and the same prices, those of the scenario.
/// </summary>
/// <param name="FedBy">Run folder of the first run.</param>
/// <param name="FedByInputHash">Identity of its input.</param>
/// <param name="DampingExponent">Power to which a ratio of assessed to priced delay is taken.</param>
/// <param name="FactorMax">Largest factor of a price; its inverse is the smallest.</param>
/// <param name="Modes">What each mode was corrected by.</param>
/// <param name="First">The first plan.</param>
/// <param name="Second">The second plan.</param>
public sealed record FeedbackRecord(
    string FedBy, string FedByInputHash, double DampingExponent, double FactorMax, IReadOnlyList<FeedbackMode> Modes,
    FeedbackFigures First, FeedbackFigures Second)
{
    /// <summary>What the second plan saves in all, micro-euros; negative where it got worse.</summary>
    public long SavedMicroEuros => First.TotalMicroEuros - Second.TotalMicroEuros;

    /// <summary><c>first</c> or <c>second</c>: the plan to take. Of two equal ones the first.</summary>
    public string Recommended => SavedMicroEuros > 0 ? "second" : "first";
}

/// <summary>Correction of a mode's prices.</summary>
/// <param name="Mode">Mode.</param>
/// <param name="PricedHours">Delay of the first plan by the price bands, vehicle-, train- or barge-hours.</param>
/// <param name="AssessedHours">The same as assessed.</param>
/// <param name="Factor">Factor of the prices where no cell of the first plan says better.</param>
/// <param name="Cells">Cells with a correction of their own.</param>
public sealed record FeedbackMode(Units.TransportMode Mode, double PricedHours, double AssessedHours, double Factor, int Cells);

/// <summary>A plan as the comparison takes it, money in micro-euros.</summary>
/// <param name="Movement">Time, lateness, operating and unmoved.</param>
/// <param name="Civil">Civil impact at the scenario's civil weight: assessed euros where known, otherwise the bands' price.</param>
/// <param name="IsAssessed">The civil impact is the assessed one.</param>
/// <param name="RoadVehicleHours">Vehicle-hours lost, assessed; null where not assessed.</param>
/// <param name="TrainMinutes">Train-minutes lost, assessed.</param>
/// <param name="BargeHours">Barge-hours waiting, assessed.</param>
public sealed record FeedbackFigures(
    long Movement, long Civil, bool IsAssessed, double? RoadVehicleHours, double? TrainMinutes, double? BargeHours)
{
    /// <summary>Passenger-minutes lost, assessed; null where not assessed.</summary>
    public double? PassengerMinutes { get; init; }

    /// <summary>Civil trains without a place, assessed; null where not assessed.</summary>
    public double? PathsWithoutPlace { get; init; }

    public long TotalMicroEuros => Movement + Civil;
}
