using MilMobility.Civil.Assessment;
using MilMobility.Civil.Valuation;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Networks.Datasets;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>Changes in euros, their division over regions, and carbon.</summary>
public sealed class ValuationTests
{
    private const string Hours = "road.vehicle-hours-lost";

    private static readonly Lazy<NetworkDataset> National = new(() =>
        ((Valid<NetworkDataset>)DatasetReader.Read(ReferenceData.Network, TestContext.Current.CancellationToken)).Value);

    // From midnight on a Friday.
    private static readonly LocalClock Friday = new(new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero), [(0, 0)]);

    private static readonly ValuationParameters Parameters = new()
    {
        Values = new Dictionary<string, HourValue>(StringComparer.Ordinal)
        {
            ["car-commute"] = new(8, 10, 15, "derived"),
            ["car-business"] = new(20, 30, 50, "derived"),
            ["car-other"] = new(5, 8, 9, "assumed"),
            ["road-freight"] = new(40, 50, 70, "derived"),
            ["train-passenger-commute"] = new(9, 12, 13, "assumed"),
            ["train-passenger-business"] = new(15, 20, 30, "assumed"),
            ["train-passenger-other"] = new(6, 7, 9, "assumed"),
            ["freight-train"] = new(500, 1000, 1500, "assumed"),
            ["barge"] = new(100, 225, 350, "assumed"),
        },
        Occupancy = Row("road.car.occupancy", 1.5),
        CarPurposes = Purposes([0.4, 0.1, 0.5], [0.1, 0, 0.9]),
        TrainPurposes = Purposes([0.5, 0.25, 0.25], [0, 0, 1]),
        Carbon = new Dictionary<string, ParameterRow>(StringComparer.Ordinal)
        {
            ["carbon.road.car.kg_per_hour_lost"] = Row("a", 2),
            ["carbon.road.freight.kg_per_hour_lost"] = Row("b", 10),
            ["carbon.road.car.kg_per_km"] = Row("c", 0.2),
            ["carbon.road.freight.kg_per_km"] = Row("d", 1),
            ["carbon.rail.freight.kg_per_train_km"] = Row("e", 12),
            ["carbon.rail.freight.detour_km"] = Row("f", 50),
            ["carbon.water.barge.kg_per_hour_waiting"] = Row("g", 30),
        },
        PriceLevel = "2024",
    };

    /// <remarks>
    /// 100 car-hours on a Friday are 150 person-hours: 60 to work at 10, 15 on business at 30, 75 others at 8: 600 + 450 + 600; 10
    /// lorry-hours at 50. Low: 60 x 8 + 15 x 20 + 75 x 5 + 10 x 40 = 480 + 300 + 375 + 400; high 900 + 750 + 675 + 700.
    /// </remarks>
    [Fact]
    public void Hours_on_the_road_are_worth_what_hand_computation_says()
    {
        var valuation = Value([Road(100, 10, hour: 8)]);
        Assert.Equal(
            [("car-commute", 60.0), ("car-business", 15.0), ("car-other", 75.0), ("road-freight", 10.0)],
            valuation.Rows.Select(r => (r.Category, r.Quantity)));
        Assert.Equal(new EuroSpread(1_555_000_000, 2_150_000_000, 3_025_000_000), valuation.Total);
        Assert.Equal(["assumed"], valuation.Rows.Select(r => r.Quality).Distinct());
    }

    /// <remarks>
    /// As above, and 400 car-hours and 20 lorry-hours if nobody diverts: high is four times the cars' and twice the lorries',
    /// 4 x (900 + 750 + 675) + 2 x 700. Where nobody diverts and less is lost, 50 and 10, low is half the cars', all the lorries'.
    /// </remarks>
    [Fact]
    public void The_spread_holds_what_is_lost_if_nobody_diverts()
    {
        Assert.Equal(new EuroSpread(1_555_000_000, 2_150_000_000, 10_700_000_000), Value([Queued(400, 20)]).Total);
        Assert.Equal(new EuroSpread(977_500_000, 2_150_000_000, 3_025_000_000), Value([Queued(50, 10)]).Total);

        static ModeAssessment Queued(double car, double freight)
        {
            var road = Road(100, 10, hour: 8);
            return road with
            {
                Breakdowns =
                [
                    .. road.Breakdowns.Select(b => b.Dimension != "vehicle-class" ? b : b with
                    {
                        Figures = [.. b.Figures, Figure("road.queue-hours", b.Key == "car" ? car : freight)],
                    }),
                ],
            };
        }
    }

    /// <remarks>Hour 24 is a Saturday: 15 of 150 person-hours to work at 10, 135 others at 8.</remarks>
    [Fact]
    public void The_purposes_are_those_of_the_kind_of_day() =>
        Assert.Equal(150_000_000 + 1_080_000_000, Value([Road(100, 0, hour: 24)]).Total.Central);

    /// <remarks>
    /// 1,200 passenger-minutes are 20 hours: 10 at 12, 5 at 20, 5 at 7 = 255; 90 train-minutes of freight, of 120, at 1,000: 1,500;
    /// 4 barge-hours at 225: 900.
    /// </remarks>
    [Fact]
    public void Trains_and_barges_are_worth_what_hand_computation_says()
    {
        var rail = new ModeAssessment(
            TransportMode.Rail, [Figure("rail.passenger-minutes-lost", 1200), Figure("rail.train-minutes-lost", 120)], [])
        {
            Paths = [new DisplacedPath("freight", ["x"], 3, "retimed", 1, 90, 0, []),
                new DisplacedPath("sprinter", ["x"], 3, "retimed", 1, 30, 1200, [])],
        };
        var water = new ModeAssessment(TransportMode.Water, [Figure("water.barge-hours-waiting", 4)], []);
        Assert.Equal((255 + 1500 + 900) * 1_000_000L, Value([rail, water]).Total.Central);
    }

    [Fact]
    public void Low_is_at_most_central_and_central_at_most_high_also_for_gains()
    {
        foreach (var (car, freight) in new[] { (3.7, 1.1), (-3.7, -1.1), (5.0, -2.0), (0.0, 0.0) })
        {
            var valuation = Value([Road(car, freight, hour: 20)]);
            Assert.All(valuation.Rows.Select(r => r.Euros).Append(valuation.Total), euros =>
            {
                Assert.True(euros.Low <= euros.Central);
                Assert.True(euros.Central <= euros.High);
            });
        }
    }

    [Fact]
    public void No_change_has_no_row_no_euros_and_no_carbon()
    {
        var valuation = Value([Road(0, 0, hour: 8)]);
        Assert.Empty(valuation.Rows);
        Assert.Equal(default, valuation.Total);
        Assert.Empty(valuation.Carbon);
        Assert.Equal(0, valuation.Fairness.Gini);
    }

    /// <remarks>2,150 euros over 110 vehicle-hours, 55 of them in each region; half as many people in the first.</remarks>
    [Fact]
    public void The_burden_is_per_thousand_inhabitants_heaviest_first()
    {
        var fairness = Value([Road(100, 10, hour: 8)]).Fairness;
        Assert.Equal(["Utrecht", "Drenthe", "Zeeland"], fairness.Regions.Select(r => r.Region));
        Assert.Equal(1075.0 / 100, fairness.Regions[0].Burden, 1e-9);
        Assert.Equal(1075.0 / 200, fairness.Regions[1].Burden, 1e-9);
        Assert.Equal(0, fairness.Regions[2].Burden);
        Assert.Equal("Utrecht", fairness.Worst!.Region);
    }

    [Fact]
    public void The_Gini_coefficient_is_0_for_equal_burdens_and_1_less_the_share_of_one_who_bears_all()
    {
        Assert.Equal(0, RegionFairness.Gini([3, 3, 3], [1, 5, 2]), 1e-12);
        Assert.Equal(1 - 0.125, RegionFairness.Gini([7, 0, 0], [1, 5, 2]), 1e-12);
        // Two halves with 3 and 1: mean 2, mean difference of pairs 2 x 1/4 x 2 = 1, over twice the mean.
        Assert.Equal(0.25, RegionFairness.Gini([3, 1], [4, 4]), 1e-12);
        // A region that gains counts as bearing nothing.
        Assert.Equal(0.5, RegionFairness.Gini([3, -9], [1, 1]), 1e-12);
        Assert.Equal(0, RegionFairness.Gini([0, 0], [1, 1]));
    }

    /// <remarks>100 car-hours x 2 + 10 lorry-hours x 10 + 500 km x 0.2, the last not split and so all cars; 2 detours of 50 km x
    /// 12.</remarks>
    [Fact]
    public void Carbon_is_change_times_factor()
    {
        var road = Road(100, 10, hour: 8);
        var rail = new ModeAssessment(TransportMode.Rail, [Figure("rail.paths-diverted", 2)], []);
        var carbon = Value([road with { Figures = [.. road.Figures, Figure("road.vehicle-km", 500)] }, rail]).Carbon;
        Assert.Equal([(TransportMode.Road, 400.0), (TransportMode.Rail, 1200.0)], carbon.Select(c => (c.Mode, c.KgCo2)));
        Assert.Equal("source of e, 2026; source of f, 2026", carbon[1].Source);
    }

    [Fact]
    public void Values_are_brought_to_the_price_year_by_the_price_index()
    {
        var parameters = Assert.IsType<Valid<AssessmentParameters>>(AssessmentParameters.From(National.Value)).Value.Valuation;
        Assert.Equal(9.53 * 850.3 / 597.9, parameters.Values["car-commute"].Central, 1e-9);
        Assert.StartsWith("2024; euros of 2010 times 1.4221", parameters.PriceLevel, StringComparison.Ordinal);
        var without = new Dictionary<string, double>(National.Value.CivilParameters, StringComparer.Ordinal);
        Assert.True(without.Remove("price.level.year"));
        var old = Assert.IsType<Valid<AssessmentParameters>>(
            AssessmentParameters.From(National.Value with { CivilParameters = without })).Value.Valuation;
        Assert.Equal(9.53, old.Values["car-commute"].Central, 1e-9);
        Assert.StartsWith("2010, as published", old.PriceLevel, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_missing_is_reported_at_once()
    {
        var without = new Dictionary<string, double>(National.Value.CivilParameters, StringComparer.Ordinal);
        Assert.True(without.Remove("price.cpi.2010") && without.Remove("water.recreation.beam_m"));
        without["rail.purpose.sunday.commute"] = 2;
        var outcome = AssessmentParameters.From(National.Value with
        {
            CivilParameters = without, ValuesOfTime = [.. National.Value.ValuesOfTime.Where(v => v.Category != "barge")],
        });
        Assert.IsType<Invalid<AssessmentParameters>>(outcome);
        Assert.Equal(["CIV001", "CIV001", "CIV001", "CIV002"], outcome.Diagnostics.Select(d => d.Code).Order());
    }

    /// <remarks>Inhabitants of provinces on 1 January 2017 (Statistics Netherlands): Zuid-Holland 3.65, Flevoland 0.41, Zeeland 0.38
    /// million.</remarks>
    [Fact]
    public void Municipalities_belong_to_their_provinces()
    {
        var inhabitants = RegionInhabitants.Of(National.Value);
        Assert.Equal(12, inhabitants.Count);
        Assert.Equal(17_081_507, inhabitants.Values.Sum());
        Assert.Equal(3.65e6, inhabitants["Zuid-Holland"], 0.15e6);
        Assert.Equal(0.41e6, inhabitants["Flevoland"], 0.03e6);
        Assert.Equal(0.38e6, inhabitants["Zeeland"], 0.03e6);
    }

    private static CivilValuation Value(IReadOnlyList<ModeAssessment> modes) => ImpactValuer.Value(
        modes, Parameters, new Dictionary<string, double> { ["Utrecht"] = 100_000, ["Drenthe"] = 200_000, ["Zeeland"] = 50_000 },
        Friday, 24 * 3600);

    private static ModeAssessment Road(double car, double freight, int hour) => new(
        TransportMode.Road, [Figure(Hours, car + freight)],
        [
            Part("vehicle-class", "car", car), Part("vehicle-class", "freight", freight), Part("hour", $"{hour:D4}", car + freight),
            Part("region", "Drenthe", (car + freight) / 2), Part("region", "Utrecht", (car + freight) / 2),
        ]);

    private static CivilBreakdown Part(string dimension, string key, double change) => new(dimension, key, [Figure(Hours, change)]);

    private static CivilFigure Figure(string metric, double change) => new(metric, 0, change, "assumed");

    private static Dictionary<DayTypes, IReadOnlyList<double>> Purposes(double[] weekday, double[] weekend) => new()
    {
        [DayTypes.Weekday] = weekday, [DayTypes.Saturday] = weekend, [DayTypes.Sunday] = weekend,
    };

    private static ParameterRow Row(string name, double value) => new(name, value, "", $"source of {name}", "2026", "assumed");
}
