using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Serialisation;
using MilMobility.Routing.Bounds;
using MilMobility.Routing.Profiles;
using MilMobility.Routing.Search;

namespace MilMobility.Planning.FirstPlan;

/// <summary>
/// Everything that the planning stages share, compiled once: the serials as search requests, their penalties, the rules, network
/// and prices. Serials with equal footprints share a profile, with equal ends and weights the reverse bounds, and wholly equal
/// ones a <see cref="TwinOf">twin</see>, so that what is alike is searched once. Immutable, safe to share between threads.
/// </summary>
public sealed class PlanProblem
{
    private PlanProblem(CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices)
    {
        Compiled = compiled;
        Network = network;
        Prices = prices;
        Rules = MovementRules.From(compiled.Scenario);
        Requests = new SearchRequest[compiled.Serials.Count];
        PenaltyMicroEuros = new long[compiled.Serials.Count];
        TwinOf = new int[compiled.Serials.Count];
    }

    public CompiledScenario Compiled { get; }

    public MissionScenario Scenario => Compiled.Scenario;

    public IReadOnlyList<Serial> Serials => Compiled.Serials;

    public CompiledNetwork Network { get; }

    public PriceBandTable Prices { get; }

    public MovementRules Rules { get; }

    /// <summary>[serials] what the search is asked.</summary>
    public SearchRequest[] Requests { get; }

    /// <summary>[serials] cost of leaving it unmoved.</summary>
    public long[] PenaltyMicroEuros { get; }

    /// <summary>[serials] the first serial that the search cannot tell from this one; itself if it is the first.</summary>
    public int[] TwinOf { get; }

    public int Count => Requests.Length;

    public static PlanProblem Compile(CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices)
    {
        var problem = new PlanProblem(compiled, network, prices);
        var profiles = new Dictionary<object, SerialProfile>();
        var bounds = new Dictionary<object, ReverseBounds>();
        var twins = new Dictionary<object, int>();
        for (var k = 0; k < problem.Count; k++)
        {
            var serial = compiled.Serials[k];
            var profileKey = (
                serial.Road, serial.Rail, serial.Water, serial.VehicleCount, serial.LaneMetres, serial.Ship?.Discharge);
            if (!profiles.TryGetValue(profileKey, out var profile))
                profiles[profileKey] = profile = ProfileCompiler.Compile(serial, network, problem.Rules);
            problem.CompileRequest(k, profile, bounds);
            var request = problem.Requests[k];
            var twinKey = (
                request.Bounds, string.Join(' ', serial.Origins), request.ReadySeconds, request.DueSeconds, request.HardDue,
                (request.ShipArrivesSeconds, request.ShipDepartsSeconds, request.LateMicroEurosPerSecond,
                    problem.PenaltyMicroEuros[k]));
            problem.TwinOf[k] = twins.TryGetValue(twinKey, out var twin) ? twin : twins[twinKey] = k;
        }

        return problem;
    }

    private void CompileRequest(int k, SerialProfile profile, Dictionary<object, ReverseBounds> bounds)
    {
        var serial = Serials[k];
        var weights = Scenario.Weights;
        var factor = weights.PriorityFactorPercent[serial.Priority - 1] / 100m;
        var time = Money.PerSecond(serial.VehicleCount * weights.TimeEurosPerVehicleHour);
        int[] destinations = [.. serial.Destinations.Select(id => Network.NodeIndex[id])];
        var key = (profile, string.Join(' ', serial.Destinations), time);
        if (!bounds.TryGetValue(key, out var bound))
        {
            bounds[key] = bound =
                ReverseBounds.Compute(Network, profile, destinations, time, Rules.TransferMicroEuros);
        }

        PenaltyMicroEuros[k] = Money.FromEuros(serial.VehicleCount * weights.UnmovedEurosPerVehicle * factor);
        Requests[k] = new SearchRequest
        {
            Profile = profile,
            Bounds = bound,
            Origins = [.. serial.Origins.Select(id => Network.NodeIndex[id])],
            ReadySeconds = serial.ReadySeconds,
            DueSeconds = serial.DueSeconds,
            HardDue = serial.HardDue,
            ShipArrivesSeconds = serial.Ship?.ArrivesSeconds ?? 0,
            ShipDepartsSeconds = serial.Ship?.DepartsSeconds ?? Rules.HorizonSeconds,
            TimeMicroEurosPerSecond = time,
            LateMicroEurosPerSecond = Money.PerSecond(serial.VehicleCount * weights.LateEurosPerVehicleHour * factor),
        };
    }
}
