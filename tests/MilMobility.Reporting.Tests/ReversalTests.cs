using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Itineraries;

namespace MilMobility.Reporting.Tests;

/// <summary>A stop at which the train reverses is told from a halt.</summary>
public sealed class ReversalTests
{
    [Theory]
    [InlineData("l4", "l5", "reverses")]
    [InlineData("l5", "l4", "reverses")]
    [InlineData("l4", "l4", "halt")]
    public void A_stand_between_the_links_of_a_reversal_says_so_in_either_sense(string from, string to, string remark)
    {
        var report = TinyReport.Make();
        var map = report.Map with { Reversals = [new MapReversal("y2", from, to)] };
        var train = report.Plan.Planned[1] with
        {
            Steps =
            [
                new MoveStep("l4", "y1", "y2", TransportMode.Rail, 0, 1000),
                new HoldStep("y2", TransportMode.Rail, 1000, 2800),
                new MoveStep("l5", "y2", "y3", TransportMode.Rail, 2800, 4000),
            ],
        };
        var points = Assert.Single(new Legs(map).Of(train)).Points;
        Assert.Equal(["start", remark, "release"], points.Select(p => p.Remark));
        Assert.Equal(30 * 60, points[1].HeadLeaves - points[1].HeadArrives);
    }
}
