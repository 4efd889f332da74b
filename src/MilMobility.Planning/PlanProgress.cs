namespace MilMobility.Planning;

/// <summary>How far planning is.</summary>
/// <param name="Stage">Stage in words, such as <c>first plan</c>.</param>
/// <param name="SerialsMoved">Serials moved in the best plan.</param>
/// <param name="Serials">All serials.</param>
/// <param name="BestMicroEuros">Best objective so far, or null before the first plan.</param>
/// <param name="BoundMicroEuros">Proven lower bound.</param>
/// <param name="Message">One line of what just happened; may be empty.</param>
public sealed record PlanProgress(
    string Stage, int SerialsMoved, int Serials, long? BestMicroEuros, long BoundMicroEuros, string Message)
{
    /// <summary>Steps of work so far, the same on every machine; 0 where they are not counted.</summary>
    public long Work { get; init; }

    /// <summary>(best - bound) / best; null before the first plan.</summary>
    public double? Gap => BestMicroEuros is { } best
        ? best == 0 ? 0 : (best - BoundMicroEuros) / (double)best
        : null;
}
