namespace MilMobility.Domain.Units;

/// <summary>
/// Marking of a dataset, scenario, run or export, from open to restricted. An output takes the highest marking of its inputs;
/// an unknown marking counts as the most restrictive one. The program is not accredited for classified information.
/// </summary>
public enum ClassificationMarking
{
    Public = 0,
    Internal = 1,
    DepartmentalConfidential = 2,
}
