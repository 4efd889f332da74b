using MilMobility.Civil.Bottlenecks;
using MilMobility.Civil.Demand;
using MilMobility.Civil.RoadAssessment;
using MilMobility.Civil.RoadDemand;
using MilMobility.Civil.RoadImpacts;
using MilMobility.Domain.Diagnostics;
using MilMobility.Equilibrium;
using MilMobility.Networks.Compilation;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>The embedded network's roads, zones and demand.</summary>
public sealed class NationalRoadsTests
{
    private static readonly Lazy<Nation> National = new(Nation.Read);

    [Fact]
    public void Every_municipality_reaches_every_other_by_the_national_roads()
    {
        var nation = National.Value;
        Assert.Equal(388, nation.Zones.Count);
        Assert.Equal(17_081_507, nation.Zones.Sum(z => z.Inhabitants));
        Assert.All(nation.Trees.Hours, hours => Assert.InRange(hours, 0, 6));
        // Groningen (0014) to Maastricht (0935): some 330 km by motorway.
        var (from, to) = (nation.Zone("zone-gm0014"), nation.Zone("zone-gm0935"));
        Assert.InRange(nation.Trees.Hours[(from * 388) + to], 2.9, 4.2);
    }

    [Fact]
    public void The_trips_and_deterrence_of_the_parameters_are_those_that_calibration_finds()
    {
        var (nation, hours) = (National.Value, HourClass.MorningPeak);
        var candidates = DemandCalibration.Candidates(nation.Trees, nation.Zones, TestContext.Current.CancellationToken);
        var stated = StatedFlows.Of(nation.Stated, nation.Roads, hours, nation.Parameters);
        var found = RoadScene.Value(DemandCalibration.Calibrate(
            nation.Roads.Roads, nation.Trees, nation.Zones, candidates, stated, nation.Parameters,
            new EquilibriumOptions { RelativeGap = 1e-5 }, TestContext.Current.CancellationToken));
        foreach (var (level, parameter) in found.Levels.Zip(RoadScene.Value(RoadDemandParameters.Levels(nation.Dataset, hours))))
        {
            Assert.Equal(parameter.Category, level.Category);
            Assert.InRange(level.TripsPerHour / parameter.TripsPerHour, 0.99, 1.01);
            Assert.Equal(parameter.DeterrencePerHour, level.DeterrencePerHour, 0.001);
        }

        // As networks/README.md and the source of the parameters state it.
        Assert.Equal(0.40, found.Fits[0].R2, 0.01);
        Assert.Equal(18.2, found.Fits[0].GehMedian, 0.2);
        Assert.Equal(-0.52, found.Fits[1].R2, 0.02);
        Assert.All(found.Fits, fit => Assert.Equal(1, fit.KmRatio, 1e-3));
    }

    /// <remarks>Columns of 3 km at 60 km/h on all roads of the A12 in the morning peak: a large effect, on few roads.</remarks>
    [Fact]
    public void Columns_on_a_motorway_cost_hours_there_and_divert_traffic_elsewhere()
    {
        var nation = National.Value;
        var roads = nation.Roads.Roads.Roads;
        var levels = RoadScene.Value(RoadDemandParameters.Levels(nation.Dataset, HourClass.MorningPeak));
        var classes = NationalDemand.Of(nation.Zones, nation.Trees.Hours, levels, nation.Parameters);
        var once = Enumerable.Range(0, roads.Count).Where(i => roads[i].Id.StartsWith("road-a12-", StringComparison.Ordinal))
            .Select(i => new ConvoyPassage(i, 0.1, 60, 3)).ToList();
        var twice = once.Concat(once.Select(p => p with { EnterHours = 0.5 })).ToList();
        var (single, twofold) = (Assess(once), Assess(twice));
        Assert.True(once.Count > 20, $"{once.Count} roads");
        Assert.InRange(single.HoursLost(), 10 * single.ResolutionHours, 0.1 * single.Before.Hours());
        Assert.True(twofold.HoursLost() > single.HoursLost());
        Assert.True(single.RelativeGap <= 1e-6);

        RoadHourImpact Assess(IReadOnlyList<ConvoyPassage> passages) =>
            RoadScene.Assess(nation.Roads.Roads, classes, nation.Parameters.CapacityShareMin, 1e-6, passages);
    }

    [Fact]
    public void Parameters_that_are_missing_or_out_of_range_are_all_named()
    {
        var dataset = National.Value.Dataset with
        {
            CivilParameters = new Dictionary<string, double>(StringComparer.Ordinal) { ["road.bpr.alpha"] = -1, ["road.bpr.beta"] = 4 },
        };
        Assert.Equal(
            ["CIV002", .. Enumerable.Repeat("CIV001", 6)], // five of a kind, then a count
            Assert.IsType<Invalid<RoadDemandParameters>>(RoadDemandParameters.From(dataset)).Diagnostics.Select(d => d.Code));
        Assert.Equal(4, RoadDemandParameters.Levels(dataset, HourClass.Night).Diagnostics.Count);
    }

    private sealed record Nation(
        NetworkDataset Dataset, IReadOnlyList<DemandZone> Zones, RoadDemandParameters Parameters, NationalRoadNetwork Roads,
        FreeFlowTrees Trees, CivilDemand Stated)
    {
        public static Nation Read()
        {
            var dataset = RoadScene.Value(DatasetReader.Read(ReferenceData.Network, CancellationToken.None));
            var network = NetworkCompiler.CompileBaseline(dataset);
            var zones = dataset.Zones.Select(z => new DemandZone(z.Id, z.Inhabitants, z.Lat, z.Lon)).ToList();
            var parameters = RoadScene.Value(RoadDemandParameters.From(dataset));
            var roads = RoadScene.Value(NationalRoads.Compile(network, zones, parameters));
            return new Nation(dataset, zones, parameters, roads, FreeFlowTrees.Of(roads.Roads), CivilDemand.Compile(network));
        }

        public int Zone(string id) => Zones.Select((z, i) => (z.Id, Index: i)).Single(z => z.Id == id).Index;
    }
}
