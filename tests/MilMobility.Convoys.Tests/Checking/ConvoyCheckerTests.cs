using System.Text;
using MilMobility.Convoys.Checking;
using MilMobility.Convoys.Instances;
using MilMobility.Convoys.Solutions;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Convoys.Tests.Checking;

/// <summary>
/// Mutations of a good solution, each caught by its rule.
/// <code>
///   0 --10-- 1 --10-- 2     a: 0 -> 2, ready 0, pass 4, due 30;  b: 2 -> 0, ready 5, pass 4
///            |10            c: 3 -> 1, ready 0, pass 6
///            3
/// </code>
/// </summary>
public sealed class ConvoyCheckerTests
{
    private static readonly ConvoyInstance s_instance = new(
        "cross", 4, 100, [new(0, 1, 10), new(1, 2, 10), new(1, 3, 10)],
        [new("a", 0, 2, 0, 30, 4), new("b", 2, 0, 5, null, 4), new("c", 3, 1, 0, null, 6)]);

    // a leaves the edge 1-2 with its tail at 24, when b may enter it; c is at node 1 over [14, 20), behind a's [10, 14).
    private static readonly ConvoyJourney s_a = new("a", [0, 1, 2], [0, 10, 20]);
    private static readonly ConvoyJourney s_b = new("b", [2, 1, 0], [24, 34, 44]);
    private static readonly ConvoyJourney s_c = new("c", [3, 1], [4, 14]);

    // finish - ready: 24 - 0, 48 - 5, 20 - 0.
    private const long Objective = 24 + 43 + 20;

    [Fact]
    public void A_good_solution_holds_with_every_rule_tried()
    {
        var check = Check([s_a, s_b, s_c]);
        Assert.Empty(check.Violations);
        Assert.Equal(Objective, check.ObjectiveSeconds);
        Assert.Empty(check.Unmoved);
        Assert.Equal(7, check.RulesChecked.Count);
    }

    public static TheoryData<string, string, int[], int[]> Mutations => new()
    {
        { ConvoyRule.Node, "c", [3, 1], [3, 13] }, // node 1 while a's tail is on it, until 14
        { ConvoyRule.Node, "c", [3, 1], [19, 29] }, // node 1 over [29, 35) when b comes at 34
        { ConvoyRule.Opposite, "b", [2, 1, 0], [23, 33, 43] }, // edge 1-2 a second before a is off it
        { ConvoyRule.Travel, "a", [0, 1, 2], [0, 10, 21] }, // waits a second on the way
        { ConvoyRule.Travel, "a", [0, 1, 2], [0, 9, 19] }, // too fast
        { ConvoyRule.Window, "b", [2, 1, 0], [4, 14, 24] }, // before it is ready
        { ConvoyRule.Window, "a", [0, 1, 2], [7, 17, 27] }, // tail in at 31, due at 30
        { ConvoyRule.Window, "b", [2, 1, 0], [77, 87, 97] }, // tail in at 101, horizon 100
        { ConvoyRule.Path, "a", [0, 2], [0, 20] }, // no such edge
        { ConvoyRule.Path, "a", [1, 2], [0, 10] }, // from elsewhere
        { ConvoyRule.Path, "a", [0, 1], [0, 10] }, // to elsewhere
        { ConvoyRule.Opposite, "c", [3, 1, 3, 1], [50, 60, 70, 80] }, // meets its own tail on the edge
        { ConvoyRule.Journey, "a", [0, 1, 2], [0, 10] }, // a time is missing
        { ConvoyRule.Journey, "a", [0], [0] }, // no way at all
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void A_mutation_is_caught_by_its_rule(string rule, string id, int[] path, int[] heads)
    {
        ConvoyJourney[] good = [s_a, s_b, s_c];
        var check = Check([.. good.Select(j => j.Id == id ? new ConvoyJourney(id, path, heads) : j)]);
        Assert.Contains(check.Violations, v => v.Rule == rule && v.Serials.Contains(id));
    }

    [Fact]
    public void Convoys_unknown_doubled_or_absent_and_false_figures_are_told()
    {
        var check = ConvoyChecker.Check(
            s_instance, new ConvoySolution("done", 1, 1000, [s_a, s_a, s_b, new("z", [0, 1], [0, 10]), s_c]));
        Assert.Equal(
            [ConvoyRule.Journey, ConvoyRule.Journey, ConvoyRule.Objective, ConvoyRule.Objective],
            check.Violations.Select(v => v.Rule));
        Assert.Equal(["b", "c"], Check([s_a]).Unmoved);
    }

    [Fact]
    public void A_solution_survives_writing_and_reading()
    {
        using var text = new StringWriter();
        ConvoySolutionWriter.Write(new ConvoySolution("done", Objective, 80, [s_a, s_b]), ["c"], [("gap", 0.08), ("seed", 1)], text);
        var read = Assert.IsType<Valid<ConvoySolution>>(
            ConvoySolutionReader.Parse(Encoding.UTF8.GetBytes(text.ToString()), "s.json")).Value;

        Assert.Equal(("done", Objective, 80L), (read.Status, read.ObjectiveSeconds, read.BoundSeconds));
        Assert.Equal([("a", "0,1,2", "0,10,20"), ("b", "2,1,0", "24,34,44")],
            read.Journeys.Select(j => (j.Id, string.Join(',', j.Path), string.Join(',', j.HeadSeconds))));
    }

    private static ConvoyCheck Check(ConvoyJourney[] journeys)
    {
        var sum = journeys.Where(j => j.HeadSeconds.Count == j.Path.Count && j.Path.Count > 1).Sum(j =>
        {
            var k = Array.IndexOf(s_instance.ConvoyIds, j.Id);
            return (long)j.HeadSeconds[^1] + s_instance.PassSeconds[k] - s_instance.ReadySeconds[k];
        });
        return ConvoyChecker.Check(s_instance, new ConvoySolution("done", sum, 0, journeys));
    }
}
