using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Routing.Tests;

/// <summary>A journey at 1,000 micro-euros a second that may start at once, has no ship, and is asked for in 20 minutes.</summary>
internal static class PlainJourney
{
    private const int DueSeconds = 20 * 60;

    /// <summary>Its serial, without a footprint.</summary>
    public static Serial Of(string origin, string destination, int vehicles, int laneMetres) => new()
    {
        Id = "S-01",
        Movement = "S",
        Unit = "unit",
        Class = DemandClass.Transit,
        Priority = 1,
        Loads = [],
        VehicleCount = vehicles,
        LaneMetres = laneMetres,
        ReadySeconds = 0,
        DueSeconds = DueSeconds,
        HardDue = false,
        Corridor = "",
        Origins = [origin],
        Destinations = [destination],
    };

    /// <summary>What the search is asked.</summary>
    public static SearchRequest Request(CompiledNetwork network, SerialProfile profile, MovementRules rules, int from, int to) => new()
    {
        Profile = profile,
        Bounds = ReverseBounds.Compute(network, profile, [to], 1000, rules.TransferMicroEuros),
        Origins = [from],
        ReadySeconds = 0,
        DueSeconds = DueSeconds,
        HardDue = false,
        ShipArrivesSeconds = 0,
        ShipDepartsSeconds = rules.HorizonSeconds,
        TimeMicroEurosPerSecond = 1000,
        LateMicroEurosPerSecond = 500,
    };
}
