namespace MilMobility.Optimisation.Integer;

/// <summary>How a dive goes down.</summary>
public sealed record DivingOptions
{
    /// <summary>A column is fixed from this value on.</summary>
    public double FixFrom { get; init; } = 0.8;

    /// <summary>Where fewer are that large, the largest ones are fixed up to this share of the serials, and at least one.</summary>
    public double ShareOfSerials { get; init; } = 0.05;

    /// <summary>Columns below this value are left to the search.</summary>
    public double ValueLeast { get; init; } = 0.1;

    /// <summary>Times that the master is asked at most.</summary>
    public int RoundsMax { get; init; } = 30;
}
