using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Serials;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Prices;
using MilMobility.Planning.Serialisation;
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

    public static PlanProblem Compile(CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices) => Compile(
        compiled, network, prices,
        new SerialRequests(network, MovementRules.From(compiled.Scenario), compiled.Scenario.Weights));

    /// <summary>The same with requests that other problems on the same network, rules and weights have filled before.</summary>
    public static PlanProblem Compile(
        CompiledScenario compiled, CompiledNetwork network, PriceBandTable prices, SerialRequests requests)
    {
        var problem = new PlanProblem(compiled, network, prices);
        var twins = new Dictionary<object, int>();
        for (var k = 0; k < problem.Count; k++)
        {
            var serial = compiled.Serials[k];
            var request = requests.Of(serial);
            if (compiled.FinishBy.TryGetValue(serial.Id, out var latest)) request = request with { FinishBySeconds = latest };
            problem.Requests[k] = request;
            problem.PenaltyMicroEuros[k] = requests.PenaltyMicroEuros(serial);
            var twinKey = (
                request.Bounds, string.Join(' ', serial.Origins), request.ReadySeconds, request.DueSeconds, request.HardDue,
                (request.FinishBySeconds, request.ShipArrivesSeconds, request.ShipDepartsSeconds, request.LateMicroEurosPerSecond,
                    problem.PenaltyMicroEuros[k]));
            problem.TwinOf[k] = twins.TryGetValue(twinKey, out var twin) ? twin : twins[twinKey] = k;
        }

        return problem;
    }
}
