using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// Serials as search requests. Serials with equal footprints share a profile, with equal ends and weights the reverse bounds, so
/// that only the first of a kind costs time: O(arcs) for a profile, two reverse Dijkstra runs for bounds. What is kept grows with
/// the kinds asked for. Not thread-safe.
/// </summary>
/// <param name="network">Network.</param>
/// <param name="rules">Rules of the scenario.</param>
/// <param name="weights">Weights of the objective.</param>
public sealed class SerialRequests(CompiledNetwork network, MovementRules rules, ObjectiveWeights weights)
{
    private readonly Dictionary<object, SerialProfile> _profiles = [];
    private readonly Dictionary<object, ReverseBounds> _bounds = [];

    /// <summary>What the search is asked for a serial. Its node ids must be the network's.</summary>
    public SearchRequest Of(Serial serial) => Of(serial, ProfileOf(serial));

    /// <summary>The request with a profile that is not the serial's own, such as one with a limit waived; nothing is kept.</summary>
    public SearchRequest WithProfile(Serial serial, SerialProfile profile)
    {
        var time = TimeWeight(serial);
        var bounds = ReverseBounds.Compute(network, profile, NodesOf(serial.Destinations), time, rules.TransferMicroEuros);
        return Request(serial, profile, bounds);
    }

    /// <summary>Cost of leaving the serial unmoved, micro-euros.</summary>
    public long PenaltyMicroEuros(Serial serial) =>
        Money.FromEuros(serial.VehicleCount * weights.UnmovedEurosPerVehicle * FactorOf(serial));

    private SearchRequest Of(Serial serial, SerialProfile profile)
    {
        var time = TimeWeight(serial);
        var key = (profile, string.Join(' ', serial.Destinations), time);
        if (!_bounds.TryGetValue(key, out var bound))
        {
            _bounds[key] = bound = ReverseBounds.Compute(
                network, profile, NodesOf(serial.Destinations), time, rules.TransferMicroEuros);
        }

        return Request(serial, profile, bound);
    }

    private SearchRequest Request(Serial serial, SerialProfile profile, ReverseBounds bounds) => new()
    {
        Profile = profile,
        Bounds = bounds,
        Origins = NodesOf(serial.Origins),
        ReadySeconds = serial.ReadySeconds,
        DueSeconds = serial.DueSeconds,
        HardDue = serial.HardDue,
        ShipArrivesSeconds = serial.Ship?.ArrivesSeconds ?? 0,
        ShipDepartsSeconds = serial.Ship?.DepartsSeconds ?? rules.HorizonSeconds,
        TimeMicroEurosPerSecond = TimeWeight(serial),
        LateMicroEurosPerSecond = Money.PerSecond(serial.VehicleCount * weights.LateEurosPerVehicleHour * FactorOf(serial)),
    };

    private SerialProfile ProfileOf(Serial serial)
    {
        var key = (serial.Road, serial.Rail, serial.Water, serial.VehicleCount, serial.LaneMetres, serial.Ship?.Discharge);
        if (!_profiles.TryGetValue(key, out var profile))
            _profiles[key] = profile = ProfileCompiler.Compile(serial, network, rules);
        return profile;
    }

    private long TimeWeight(Serial serial) => Money.PerSecond(serial.VehicleCount * weights.TimeEurosPerVehicleHour);

    private decimal FactorOf(Serial serial) => weights.PriorityFactorPercent[serial.Priority - 1] / 100m;

    private int[] NodesOf(IReadOnlyList<string> ids) => [.. ids.Select(id => network.NodeIndex[id])];
}
