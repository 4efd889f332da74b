using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;
using MilMobility.Networks.Prices;

namespace MilMobility.Pipeline.Tests;

/// <summary>Prices of the embedded network corrected by made-up assessments of one cell that a plan uses.</summary>
public sealed class CorrectedPricesTests
{
    private const string Road = "road-a4-from-dinteloord-to-halsteren";
    private const int Hour = 8;

    private static MissionInput Input => Seeds.Input(Seeds.HandCheck);

    private static CivilPricing Pricing => Input.Pricing;

    /// <summary>The impact of a use of one road in one hour: priced delay, and what an assessment makes of it.</summary>
    private static CivilImpact Impact(double pricedHours, double assessedHours, double elsewhereHours = 0)
    {
        var cell = new CivilCell(Road, TransportMode.Road, true, Hour, "RWS", "", 4_300, 2_460, 40, 1_840, 0, pricedHours, 0);
        var mode = new ModeAssessment(
            TransportMode.Road, [new CivilFigure("road.vehicle-hours-lost", 0, assessedHours + elsewhereHours, "assumed")], [])
        {
            Cells = [new AssessedCell(Road, true, Hour, "road.vehicle-hours-lost", 5, 5 + assessedHours)],
        };
        var empty = CivilAssessor.Assess(Input.Network, Pricing, Input.Scenario, new Domain.Plans.MovementPlan
        {
            Scenario = "", Start = default, HorizonSeconds = 3600, Seed = 1, Objective = new(0, 0, 0, 0, 0), BoundMicroEuros = 0,
            BoundMethod = "", Pool = new(0, "", 0, 0, 0), Planned = [], Unmoved = [],
        });
        return empty with { Cells = [cell], Assessment = new CivilAssessment { Metrics = [], Modes = [mode] } };
    }

    private static (int Width, long Price)[] Bands(PriceBandTable table, string link, int hour)
    {
        var set = table.SetOfCell[(2 * Input.Network.LinkIndex[link] * table.HourCount) + hour];
        return [.. Enumerable.Range(table.SetStart[set], table.SetStart[set + 1] - table.SetStart[set])
            .Select(b => (table.BandWidth[b], table.BandPriceMicroEuros[b]))];
    }

    private static (int Width, long Price)[] Stated(int hour)
    {
        var table = Pricing.Table;
        var set = table.SetOfCell[(2 * Input.Network.LinkIndex[Road] * table.HourCount) + hour];
        return [.. Pricing.BandSets[set].Select(b => (b.Width, b.MicroEurosPerUnit))];
    }

    private static PriceBandTable Corrected(CivilImpact impact) => CorrectedPrices.Of(Input.Network, Pricing, impact, 100).Table;

    [Theory]
    [InlineData(1, 4, 2)]
    [InlineData(1, 100, 4)]
    [InlineData(4, 1, 0.5)]
    [InlineData(1, 0, 0.25)]
    [InlineData(1, 1, 1)]
    public void A_cell_takes_the_root_of_its_own_ratio_within_bounds(double priced, double assessed, double factor)
    {
        var expected = Stated(Hour).Select(b => (b.Width, (long)Math.Round(b.Price * factor)));
        Assert.Equal(expected, Bands(Corrected(Impact(priced, assessed)), Road, Hour));
    }

    [Fact]
    public void Other_cells_take_the_ratio_of_the_mode_and_other_modes_stay()
    {
        // In the cell 1 h priced and 1 h assessed; 15 h more elsewhere: 16 to 1 in all, bounded at 4.
        var table = Corrected(Impact(1, 1, 15));
        Assert.Equal(Stated(Hour), Bands(table, Road, Hour));
        Assert.Equal(Stated(Hour + 1).Select(b => (b.Width, 4 * b.Price)), Bands(table, Road, Hour + 1));
        var rail = 2 * Input.Network.LinkIndex.First(l => Input.Network.LinkMode[l.Value] == TransportMode.Rail).Value;
        var old = Pricing.Table;
        var set = table.SetOfCell[(rail * table.HourCount) + Hour];
        var before = Pricing.BandSets[old.SetOfCell[(rail * old.HourCount) + Hour]];
        Assert.Equal(before.Select(b => b.MicroEurosPerUnit), table.BandPriceMicroEuros[table.SetStart[set]..table.SetStart[set + 1]]);
    }

    [Fact]
    public void Without_an_assessment_nothing_changes()
    {
        var none = Impact(1, 1) with { Assessment = CivilAssessment.None };
        Assert.Equal(Stated(Hour), Bands(Corrected(none), Road, Hour));
    }

    [Fact]
    public void Prices_stay_non_negative_and_rise_and_widths_stay_in_every_cell()
    {
        foreach (var impact in new[] { Impact(0, 50), Impact(2, 90, 30), Impact(3, -1) })
        {
            var table = Corrected(impact);
            for (var set = 0; set + 1 < table.SetStart.Length; set++)
            {
                var prices = table.BandPriceMicroEuros[table.SetStart[set]..table.SetStart[set + 1]];
                Assert.All(prices, p => Assert.True(p >= 0));
                Assert.Equal(prices.Order(), prices);
            }

            for (var cell = 0; cell < table.SetOfCell.Length; cell++)
                Assert.Equal(Width(Pricing.Table, cell), Width(table, cell));
        }

        static int Width(PriceBandTable table, int cell) => table.SetOfCell[cell] == 0
            ? -1 : table.BandWidth[table.SetStart[table.SetOfCell[cell]]..table.SetStart[table.SetOfCell[cell] + 1]].Sum();
    }
}
