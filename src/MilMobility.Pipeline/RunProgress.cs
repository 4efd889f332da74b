namespace MilMobility.Pipeline;

/// <summary>Where a run stands.</summary>
/// <param name="Stage">load, compile, plan, check, assess or report.</param>
/// <param name="Detail">What the stage is doing, in a few words.</param>
/// <param name="Fraction">Part of the run that is done, 0-1, roughly.</param>
/// <param name="ObjectiveMicroEuros">Best objective so far; null before the first plan.</param>
/// <param name="BoundMicroEuros">Best bound so far; null before the first.</param>
public sealed record RunProgress(
    string Stage, string Detail, double Fraction, long? ObjectiveMicroEuros = null, long? BoundMicroEuros = null)
{
    /// <summary>(objective - bound) / objective, null until both are known.</summary>
    public double? Gap => ObjectiveMicroEuros is > 0 && BoundMicroEuros is { } bound
        ? (ObjectiveMicroEuros.Value - bound) / (double)ObjectiveMicroEuros.Value
        : null;
}
