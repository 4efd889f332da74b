using MilMobility.Networks.Prices;
using MilMobility.Planning.FirstPlan;
using MilMobility.Routing.Reservations;

namespace MilMobility.Planning.Unmoved;

/// <summary>
/// The empty network, for the question what a serial could do alone: at the civil prices, and with every rate unlimited and free.
/// Some 9 MB each at 3,000 arcs over 720 hours, so whoever explains often keeps them. Searches leave them empty.
/// </summary>
internal sealed class EmptyLedgers(PlanProblem problem)
{
    public ReservationLedger Priced { get; } = new(problem.Network, problem.Rules, problem.Prices);

    public ReservationLedger Free { get; } = new(problem.Network, problem.Rules, FreePrices(problem.Prices));

    private static PriceBandTable FreePrices(PriceBandTable prices) => new()
    {
        ResourceCount = prices.ResourceCount,
        HourCount = prices.HourCount,
        SetOfCell = new int[prices.SetOfCell.Length],
        SetStart = [0, 0],
        BandWidth = [],
        BandPriceMicroEuros = [],
    };
}
