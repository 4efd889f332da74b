using MilMobility.Civil.Assessment;
using MilMobility.Civil.RoadAssessment;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Units;
using MilMobility.TestScenes;

namespace MilMobility.Civil.Tests;

/// <summary>
/// The price bands against the assessed queues. For a typical column alone on a road the two are the same; what columns cost each other
/// comes on top, and so does what waits at crossings: the bands bound the queues from below, so that a bound of the plan's cost proved
/// with the bands is one with the queues in their place. How far: over these scenes the bands are 1.00 of the queue for one column, in the
/// median 0.6 for two in the hour, 0.5 for three and 0.3 for four, 5 to 10 minutes behind each other; least where the demand is near
/// capacity (a local price ends at 0.75 h a unit).
/// </summary>
public sealed class RoadBandsTests
{
    private const int TypicalPassSeconds = 220;

    /// <summary>Use is rounded up to whole units, of which the least lane here gives 91 in the pass time.</summary>
    private const double UnitRounding = 1 / 91.0;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Bands_are_the_delay_of_a_column_alone_and_bound_that_of_several_from_below(int seed)
    {
        var random = new Random(seed);
        var scene = new SceneBuilder();
        var columns = new List<PlannedSerial>();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 150; i++) counts[$"r{i}"] = Road(scene, random, i, columns);
        var input = new CivilScene(scene).Input(columns);
        var bands = CivilAssessor.Assess(input.Network, input.Pricing, input.Scenario, input.Plan).Cells
            .GroupBy(c => c.Resource, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(c => c.DelayHours), StringComparer.Ordinal);
        var queues = RoadAssessor.Assess(input, TestContext.Current.CancellationToken).Assessment.Cells
            .GroupBy(c => c.Resource, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.After), StringComparer.Ordinal);
        Assert.True(queues.Count > 50, $"{queues.Count} roads with queues");
        var ratios = queues.Select(q => (Columns: counts[q.Key], Ratio: bands[q.Key] / q.Value)).ToList();
        Assert.All(ratios, r => Assert.InRange(r.Ratio, 0, 1 + UnitRounding));
        Assert.InRange(Median(1), 0.99, 1 + UnitRounding);
        // Queues that meet: the further below, the more columns in the hour.
        Assert.InRange(Median(2), 0.4, 1);
        Assert.InRange(Median(4), 0.2, Median(2));

        double Median(int number) => ratios.Where(r => r.Columns == number).Select(r => r.Ratio).Order()
            .ElementAt(ratios.Count(r => r.Columns == number) / 2);
    }

    /// <summary>A road of its own with one to four columns in its eleventh hour, as far apart as rule 4 has them.</summary>
    private static int Road(SceneBuilder scene, Random random, int i, List<PlannedSerial> columns)
    {
        var (lanes, kmh, metres) = (1 + random.Next(3), 60 + (10 * random.Next(7)), 1000 + random.Next(15_000));
        var capacity = lanes * (1500 + random.Next(700));
        var name = $"r{i}";
        scene.Node($"{name}-a", TransportMode.Road, "interchange", 0, 100 * i)
            .Node($"{name}-b", TransportMode.Road, "interchange", 500, 100 * i)
            .Link(name, $"{name}-a", $"{name}-b", metres, kmh, lanes, capacity, linkClass: lanes > 1 ? "motorway" : "n-road")
            .Civil(TransportMode.Road, name, "car", "pcu-per-h", capacity * (0.2 + (0.7 * random.NextDouble())));
        var (count, start, seconds) = (1 + random.Next(4), 36_000 + random.Next(900), (int)Math.Ceiling(metres * 3.6 / 50));
        for (var k = 0; k < count; k++)
        {
            columns.Add(CivilScene.Column(
                $"{name}-{k}", TypicalPassSeconds, (name, $"{name}-a", $"{name}-b", start, start + seconds)));
            start += TypicalPassSeconds + 300 + random.Next(300);
        }

        return count;
    }
}
