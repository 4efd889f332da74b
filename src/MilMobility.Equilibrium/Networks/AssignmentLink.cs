namespace MilMobility.Equilibrium.Networks;

/// <summary>
/// A directed link as assignment sees it: travel time at a flow v is
/// <c>FreeFlowTime * (1 + B * (v / Capacity)^Power)</c>, the generalised BPR function. Time, length and money are in whatever units
/// the network has; weights of the classes bring length and toll to units of time.
/// </summary>
/// <param name="From">Node where it begins, 0-based.</param>
/// <param name="To">Node where it ends, 0-based.</param>
/// <param name="Capacity">Passenger-car units per period, > 0; any number where B or Power is 0.</param>
/// <param name="FreeFlowTime">Time without traffic, at least 0.</param>
/// <param name="B">Share of the free-flow time that is added at capacity, at least 0.</param>
/// <param name="Power">Exponent, at least 0; at 0 the time is constant.</param>
/// <param name="Length">Length, at least 0.</param>
/// <param name="Toll">Toll; a class with a toll weight must not see a negative cost.</param>
public readonly record struct AssignmentLink(
    int From, int To, double Capacity, double FreeFlowTime, double B, double Power, double Length = 0, double Toll = 0);
