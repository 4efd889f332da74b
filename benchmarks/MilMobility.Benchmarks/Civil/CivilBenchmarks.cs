using BenchmarkDotNet.Attributes;
using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Benchmarks.Civil;

/// <summary>Pricing the network's capacity, and assessing a plan. Allocation budget: price 200 MB, assess 20 MB.</summary>
public class CivilBenchmarks
{
    [GlobalSetup]
    public void Setup() => _ = FixedData.Plan;

    [Benchmark(Description = "price capacity|civil price bands of every link, direction and lock in every hour of 120")]
    public Loaded<CivilPricing> Price() => CivilPricer.Price(FixedData.Input.Network, FixedData.Input.Scenario);

    [Benchmark(Description = "assess plan|civil impact of a whole brigade plan")]
    public CivilImpact Assess() => CivilAssessor.Assess(
        FixedData.Input.Network, FixedData.Input.Pricing, FixedData.Input.Scenario, FixedData.Plan);
}
