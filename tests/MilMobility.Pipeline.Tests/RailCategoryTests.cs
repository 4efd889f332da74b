using MilMobility.Civil.Assessment;
using MilMobility.Civil.Pricing;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Units;

namespace MilMobility.Pipeline.Tests;

/// <summary>Train paths displaced by what happens to them, in a cell and in all, from a ladder written down here.</summary>
public sealed class RailCategoryTests
{
    /// <remarks>
    /// Five trains take the way of one: of each section's ladder 1 path is free, 2 are retimed (0.5 h, 7 micro-euros each), 1 diverted
    /// (3 h, 40), and the fifth takes the first of 4 cancelled passenger paths (8 h, 90).
    /// </remarks>
    [Fact]
    public async Task A_cell_names_its_displaced_paths_mildest_first_and_the_sums_are_those_of_the_cells()
    {
        CivilBand[] ladder =
        [
            new(1, 0, 0, DisplacementLever.Residual), new(2, 7, 0.5, DisplacementLever.RetimeFreight),
            new(1, 40, 3, DisplacementLever.DivertFreight), new(4, 90, 8, DisplacementLever.CancelPassenger),
        ];
        var mission = await Mission.PlanAsync(Seeds.HandCheck, scenario => Variants.Alone(scenario, "M04", 20));
        var train = Assert.Single(mission.Plan.Planned);
        var pricing = mission.Pricing with { BandSets = [.. mission.Pricing.BandSets.Select(_ => ladder)] };
        var plan = mission.Plan with { Planned = [.. Enumerable.Repeat(train, 5)] };

        var impact = CivilAssessor.Assess(mission.Input.Network, pricing, mission.Scenario, plan);

        CivilGroup[] each = [new("freight retimed", 2, 1, 14), new("freight diverted", 1, 3, 40), new("passenger cancelled", 1, 8, 90)];
        Assert.NotEmpty(impact.Cells);
        Assert.All(impact.Cells, cell =>
        {
            Assert.Equal((TransportMode.Rail, 5.0, 4.0, 12.0, 144L),
                (cell.Mode, cell.MilitaryUse, cell.Displaced, cell.DelayHours, cell.CostMicroEuros));
            Assert.Equal(each, cell.RailByCategory);
        });
        var cells = impact.Cells.Count;
        Assert.Equal(
            each.OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CivilGroup(g.Key, g.Displaced * cells, g.DelayHours * cells, g.CostMicroEuros * cells)),
            impact.RailByCategory);
    }

    [Fact]
    public async Task A_cell_of_another_mode_has_no_categories_of_trains()
    {
        var mission = await Mission.PlanAsync(Seeds.HandCheck, scenario => Variants.Alone(scenario, "M03", 30));
        Assert.NotEmpty(mission.Impact.Cells);
        Assert.All(mission.Impact.Cells, cell => Assert.Empty(cell.RailByCategory));
        Assert.Empty(mission.Impact.RailByCategory);
    }
}
