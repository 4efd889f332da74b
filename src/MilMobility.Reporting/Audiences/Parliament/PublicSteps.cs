namespace MilMobility.Reporting.Audiences.Parliament;

/// <summary>The smallest step in which numbers of a unit are told.</summary>
/// <param name="Unit">Unit of a row.</param>
/// <param name="Step">Step, above 0.</param>
public sealed record PublicStep(string Unit, double Step);

/// <summary>
/// Steps by unit: what a reader of a summary can do something with, and no more than the estimates behind it bear.
/// </summary>
public static class PublicSteps
{
    public const string Burden = "EUR per 1,000 inhabitants";
    public const string Euros = "EUR";
    public const string Carbon = "kg CO2-eq";

    public static IReadOnlyList<PublicStep> All { get; } =
    [
        new("vehicle-h", 1), new("pcu", 10), new("link-h", 1), new("vehicle-km", 100), new("train-min", 1), new("passenger-min", 10),
        new("paths", 1), new("section-h", 1), new("barge-h", 1), new("lock-h", 1), new("min", 0.1), new("%", 0.1), new(Euros, 100),
        new(Burden, 0.1), new(Carbon, 10),
    ];

    /// <summary>Step of a unit; 0 for what is rounded otherwise.</summary>
    public static double Of(string unit) => All.FirstOrDefault(s => s.Unit == unit)?.Step ?? 0;
}
