using MilMobility.Convoys.Columns;

namespace MilMobility.Convoys.Tests.Columns;

/// <summary>Meeting points against the rule itself, for every pair of entries.</summary>
public sealed class MeetingRowsTests
{
    [Theory]
    [InlineData(12, 1, 1)]
    [InlineData(12, 2, 3)]
    [InlineData(12, 3, 7)]
    [InlineData(7, 2, 2)]
    [InlineData(12, 12, 12)]
    [InlineData(5, 20, 30)]
    public void Uses_overlap_only_for_forbidden_pairs_and_for_all_of_them(int travel, int pass, int otherPass)
    {
        var problem = new ConvoyColumns(new(
            "edge", 2, 1000, [new(0, 1, travel)], [new("a", 0, 1, 0, null, pass), new("b", 1, 0, 0, null, otherPass)]));
        for (var a = 0; a <= 80; a++)
        {
            var there = problem.ColumnOf(0, new([0, 1], [0], [a, a + travel]));
            for (var b = 0; b <= 80; b++)
            {
                var back = problem.ColumnOf(1, new([1, 0], [0], [b, b + travel]));
                var forbidden = a < b + travel + otherPass && b < a + travel + pass;
                var overlap = there.Uses.Any(u => back.Uses.Any(v => u.Resource == v.Resource && u.From < v.To && v.From < u.To));
                // A pass of 1 s on 12 s of road would take 24 meeting points; it has 8, and the draft knows the rule.
                if (pass > 1) Assert.True(forbidden == overlap, $"entries {a} and {b}: forbidden {forbidden}, overlap {overlap}");
                else Assert.True(forbidden || !overlap, $"entries {a} and {b} share a use but may both go");
            }
        }
    }

    [Fact]
    public void Where_passing_takes_longer_than_the_edge_three_meeting_points_tighten_the_rows_of_the_two_nodes()
    {
        var problem = new ConvoyColumns(new("edge", 2, 1000, [new(0, 1, 5)], [new("a", 0, 1, 0, null, 20)]));
        Assert.Equal(2 + 3, problem.Meetings.ResourceCount);
    }

    [Fact]
    public void Convoys_that_follow_each_other_share_no_use()
    {
        var problem = new ConvoyColumns(new("edge", 2, 1000, [new(0, 1, 12)], [new("a", 0, 1, 0, null, 3)]));
        var first = problem.ColumnOf(0, new([0, 1], [0], [0, 12]));
        var second = problem.ColumnOf(0, new([0, 1], [0], [3, 15]));
        Assert.DoesNotContain(first.Uses, u => second.Uses.Any(v => u.Resource == v.Resource && u.From < v.To && v.From < u.To));
    }
}
