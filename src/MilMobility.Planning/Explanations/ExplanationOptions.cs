namespace MilMobility.Planning.Explanations;

/// <summary>How far an explanation goes; limits of work, so that the same plan gives the same words.</summary>
/// <param name="LabelsMax">Labels of one search at most: a way that takes longer to find is not offered.</param>
/// <param name="Worths">Resources of a serial whose worth is computed, one search each.</param>
/// <param name="Binds">Resources of a serial that are named.</param>
public sealed record ExplanationOptions(int LabelsMax, int Worths, int Binds)
{
    /// <summary>For every serial of a run: some eight short searches each.</summary>
    public static ExplanationOptions Run { get; } = new(20_000, 1, 4);

    /// <summary>For one serial that somebody asks about.</summary>
    public static ExplanationOptions One { get; } = new(400_000, 8, 12);
}
