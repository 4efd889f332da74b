namespace MilMobility.Reporting.Documents.Indicators;

/// <summary>
/// A figure by which runs are compared over the years, so its id, definition, unit and rounding stay as they are: a changed definition
/// is a new id.
/// </summary>
/// <param name="Id">Stable id, such as <c>M1</c>.</param>
/// <param name="Name">As readers call it.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Definition">What is counted.</param>
/// <param name="RoundedTo">The value is a multiple of this.</param>
/// <param name="Value">The value, rounded; null where the run does not state it or the group is too small to be told.</param>
/// <param name="Quality"><c>measured</c>, <c>derived</c> or <c>assumed</c>: the weakest of what it is made from; empty where
/// unknown.</param>
public sealed record RunIndicator(
    string Id, string Name, string Unit, string Definition, double RoundedTo, double? Value, string Quality);
