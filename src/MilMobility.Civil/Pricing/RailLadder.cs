using MilMobility.Civil.Demand;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// Price bands of a rail section in one hour and direction: the residual paths first, at the price of the civil trains that wait for a
/// military one (<see cref="PathWait"/>), then the displacement ladder as far as the regime permits: retime, divert, cancel freight, cancel
/// passenger trains. Each step may take a share of the freight paths (the cumulative share rises along the ladder); the civil floor
/// protects its share of freight and of passenger trains.
/// Fractional demand (2.5 trains an hour) is rounded where steps are summed, so that no step counts a path twice.
/// Requirement rows C07 and E06: a lever exists only if the regime names it.
/// </summary>
public static class RailLadder
{
    /// <param name="capacity">Paths per hour and direction, all traffic.</param>
    /// <param name="intercity">Intercity trains per hour and direction.</param>
    /// <param name="sprinter">Sprinter trains per hour and direction.</param>
    /// <param name="freight">Freight trains per hour and direction.</param>
    /// <param name="regime">Levers and civil floor.</param>
    /// <param name="parameters">Shares, delays and values.</param>
    /// <param name="waitHours">Train-hours that civil trains on their paths lose per military path.</param>
    /// <param name="waitEuros">What these cost.</param>
    public static CivilBand[] Of(
        double capacity, double intercity, double sprinter, double freight, LegalRegime regime, CivilParameters parameters,
        double waitHours = 0, double waitEuros = 0)
    {
        var bands = new List<CivilBand>();
        var keep = regime.CivilFloorRailPercent / 100.0;
        var paths = capacity - intercity - sprinter - freight;
        var reached = Math.Max(0, (int)Math.Floor(paths));
        bands.Add(waitHours <= 0 ? new CivilBand(reached, 0, 0, DisplacementLever.Residual)
            : new CivilBand(reached, Money.FromEuros((decimal)waitEuros), waitHours, DisplacementLever.Wait));

        var freightShare = 0.0;
        Freight(RailLevers.RetimeFreight, parameters.Retime, DisplacementLever.RetimeFreight);
        Freight(RailLevers.DivertFreight, parameters.Divert, DisplacementLever.DivertFreight);
        Freight(RailLevers.CancelFreight, parameters.Cancel, DisplacementLever.CancelFreight);
        if (regime.RailLevers.HasFlag(RailLevers.CancelPassenger))
        {
            // Sprinters carry fewer passengers and go first.
            Passenger(sprinter, parameters.PassengersPerSprinter);
            Passenger(intercity, parameters.PassengersPerIntercity);
        }

        return [.. bands];

        void Freight(RailLevers lever, CivilParameters.RailLever step, DisplacementLever kind)
        {
            if (!regime.RailLevers.HasFlag(lever)) return;
            var share = Math.Min(step.Share, 1 - keep);
            if (share <= freightShare) return;
            paths += freight * (share - freightShare);
            freightShare = share;
            Add(step.DelayHours, step.DelayHours * parameters.FreightTrainEurosPerHour, kind);
        }

        void Passenger(double trains, double passengers)
        {
            paths += trains * (1 - keep);
            var hours = parameters.PassengerCancelHours;
            Add(hours, hours * passengers * parameters.PassengerEurosPerHour, DisplacementLever.CancelPassenger);
        }

        void Add(double delayHours, double euros, DisplacementLever kind)
        {
            var width = (int)Math.Floor(paths + 1e-9) - reached;
            if (width <= 0) return;
            reached += width;
            // Convexity: a later step is never cheaper than an earlier one, whatever the parameters say.
            var price = Math.Max(Money.FromEuros((decimal)euros), bands[^1].MicroEurosPerUnit);
            bands.Add(new CivilBand(width, price, delayHours, kind));
        }
    }
}
