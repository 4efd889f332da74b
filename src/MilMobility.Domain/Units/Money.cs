namespace MilMobility.Domain.Units;

/// <summary>
/// Money inside the optimiser: integer micro-euros (1e-6 EUR), so that a weight per second is an integer and sums are exact.
/// </summary>
public static class Money
{
    public const long MicroEurosPerEuro = 1_000_000;

    /// <summary>A weight in euros per hour as integer micro-euros per second, rounded half away from zero.</summary>
    public static long PerSecond(decimal eurosPerHour) =>
        (long)Math.Round(eurosPerHour * MicroEurosPerEuro / 3600m, MidpointRounding.AwayFromZero);

    public static long FromEuros(decimal euros) =>
        (long)Math.Round(euros * MicroEurosPerEuro, MidpointRounding.AwayFromZero);

    public static decimal ToEuros(long microEuros) => microEuros / (decimal)MicroEurosPerEuro;
}
