using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Civil.RailAssessment;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Serials;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>What trains lose in the account comes back in the prices of the sections and hours where they lost it.</summary>
public sealed class RailFeedbackTests
{
    private const double Seconds = 3600;

    /// <remarks>
    /// 40 km of double track with one freight train an hour from a at :30, 1800 s; in the fourth hour 1.2. Military trains take 2400 s and
    /// 60 s to pass, so a window of 60 + 27 + 240 + 600 = 927 s is priced: 927^2 / 2 / 3600 = 119.4 s in an hour with one train.
    /// The first military train leaves with the freight train at 1800, which goes 60 + 120 + 600 = 780 s later; the second, at 3600, meets
    /// none. So the first hour was priced at 119.4 s and lost 780: its prices rise by the root of 6.54, 2.56. The second lost nothing: a
    /// quarter. All others take the root of 780 / 238.7, 1.81. Of the first and the fourth hour, the first was the cheaper, 1 to 1.2; in
    /// the second run the fourth is, 1.2 x 1.81 = 2.17 to 2.56: a train that may choose takes that one.
    /// </remarks>
    [Fact]
    public void A_second_run_avoids_the_hour_in_which_the_account_found_more_than_was_priced()
    {
        double[] freight = [.. Enumerable.Range(0, 24).Select(local => local == 4 ? 1.2 : 1.0)];
        var scene = new SceneBuilder().Node("a", TransportMode.Rail, "station", 0, 0).Node("b", TransportMode.Rail, "station", 40_000, 0)
            .Link("ab", "a", "b", 40_000, 80, 2).Civil(TransportMode.Rail, "ab", "freight", "trains-per-h", freight);
        var parameters = new Dictionary<string, double>(StringComparer.Ordinal) { ["rail.timetable.patterns"] = 1 };
        var input = new CivilScene(scene) { Parameters = parameters, HorizonHours = 6 }.Input(Train("M-1", 1800), Train("M-2", 3600));

        var account = RailAssessor.Assess(input, TestContext.Current.CancellationToken);
        var impact = CivilAssessor.Assess(input.Network, input.Pricing, input.Scenario, input.Plan) with
        {
            Assessment = new CivilAssessment { Metrics = account.Metrics, Modes = [account.Assessment] },
        };
        var (table, modes) = CorrectedPrices.Of(input.Network, input.Pricing, impact, 100);

        Assert.Equal(780 / 60.0, account.Assessment.Change(RailMetrics.TrainMinutes), 9);
        var mode = Assert.Single(modes);
        Assert.Equal((TransportMode.Rail, 2), (mode.Mode, mode.Cells));
        Assert.Equal(2 * 927 * 927 / 2 / Seconds / Seconds, mode.PricedHours, 9);
        Assert.Equal(780 / Seconds, mode.AssessedHours, 9);
        var (own, other) = (Math.Sqrt(780 / (927 * 927 / 2.0 / Seconds)), Math.Sqrt(780 / (927 * 927 / Seconds)));
        Assert.Equal([2.56, 1.81], [Math.Round(own, 2), Math.Round(other, 2)]);
        var stated = Price(input.Pricing.Table, 0);
        Assert.True(stated < Price(input.Pricing.Table, 3));
        Assert.Equal(1.2 * stated, Price(input.Pricing.Table, 3), 1.0);
        Assert.Equal(own * stated, Price(table, 0), 1.0);
        Assert.Equal(stated / 4.0, Price(table, 1), 1.0);
        Assert.Equal(1.2 * other * stated, Price(table, 3), 2.0);
        Assert.True(Price(table, 3) < Price(table, 0));
    }

    /// <summary>Price of the first path from a to b in an hour, micro-euros.</summary>
    private static long Price(Networks.Prices.PriceBandTable table, int hour) =>
        table.BandPriceMicroEuros[table.SetStart[table.SetOfCell[hour]]];

    private static PlannedSerial Train(string id, int start)
    {
        var column = CivilScene.Column(id, 60, ("ab", "a", "b", start, start + 2400));
        var rail = new RailFootprint
        {
            Wagons = 10, TrainLengthMetres = 220, TrainMassKg = 500_000, AxleLoadKg = 15_000, MetreLoadKg = 3_000, SpeedKmh = 60,
            PassSeconds = 60, Traction = Traction.Diesel, Gauge = LoadingGauge.G1, CostMicroEurosPerKm = 0,
        };
        return column with
        {
            Serial = column.Serial with { Road = null, Rail = rail },
            Steps = [.. column.Steps.Cast<MoveStep>().Select(m => m with { Mode = TransportMode.Rail })],
        };
    }
}
