using MilMobility.Reporting.Audiences.Parliament;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>What may be shown of a table, with the attack that it must withstand: the total less all that is shown.</summary>
public sealed class MinimumGroupsTests
{
    [Fact]
    public void Groups_of_the_minimum_all_stand_on_their_own()
    {
        var split = Split(5, ("a", 5), ("b", 9));
        Assert.Equal(["a", "b"], split.Shown.Order());
        Assert.Empty(split.Merged);
    }

    // 2 alone would be the total less 5 less 9: the smallest that may be shown goes with it, 2 + 5.
    [Fact]
    public void A_single_small_group_takes_the_smallest_large_one_with_it()
    {
        var split = Split(5, ("a", 2), ("b", 9), ("c", 5));
        Assert.Equal(["b"], split.Shown);
        Assert.Equal(["a", "c"], split.Merged.Order());
        Assert.True(split.MergedMayShow);
    }

    // 1 + 2 = 3 are fewer than 5 together as well: 6 goes with them.
    [Fact]
    public void Small_groups_that_are_too_few_together_take_another_with_them()
    {
        var split = Split(5, ("a", 1), ("b", 2), ("c", 6), ("d", 40));
        Assert.Equal(["d"], split.Shown);
        Assert.Equal(["a", "b", "c"], split.Merged.Order());
    }

    [Fact]
    public void Where_all_are_too_few_nothing_is_shown()
    {
        var split = Split(5, ("a", 1), ("b", 3));
        Assert.Empty(split.Shown);
        Assert.False(split.MergedMayShow);
    }

    [Fact]
    public void A_lonely_small_group_is_withheld()
    {
        var split = Split(5, ("a", 4));
        Assert.Equal((0, false), (split.Shown.Count, split.MergedMayShow));
    }

    [Fact]
    public void A_group_of_nobody_is_no_secret_and_hides_nobody()
    {
        var split = Split(5, ("a", 0), ("b", 2), ("c", 7));
        Assert.Empty(split.Shown);
        Assert.Equal(["b", "c"], split.Merged.Order());
    }

    // The same three transports pass both regions: together they are three, not six.
    [Fact]
    public void Transports_that_two_groups_share_count_once()
    {
        HashSet<string> three = ["x", "y", "z"];
        var split = MinimumGroups.Of([new ContributingGroup("a", three), new ContributingGroup("b", three)], 5);
        Assert.False(split.MergedMayShow);
    }

    [Fact]
    public void Many_transports_on_one_bridge_are_a_small_group()
    {
        var transports = Enumerable.Range(0, 20).Select(i => $"{i}").ToHashSet();
        var split = MinimumGroups.Of(
            [
                new ContributingGroup("a", transports, new HashSet<string> { "bridge" }),
                new ContributingGroup("b", transports, new HashSet<string> { "lock", "weir" }),
            ],
            5);
        Assert.Empty(split.Shown);
    }

    /// <summary>
    /// Every table of up to four groups of sizes 0 to 7: whoever knows the total and all that is shown is left with a sum of two groups
    /// or more that have the minimum together, or with nothing; so no small group can be computed.
    /// </summary>
    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void No_small_group_can_be_computed_from_the_total(int minimum)
    {
        for (var code = 0; code < 8 * 8 * 8 * 8; code++)
        {
            int[] sizes = [code & 7, (code >> 3) & 7, (code >> 6) & 7, (code >> 9) & 7];
            var split = Split(minimum, [.. sizes.Select((size, i) => ($"g{i}", size))]);
            Assert.All(split.Shown, key => Assert.True(sizes[key[1] - '0'] >= minimum));
            var hidden = sizes.Where((size, i) => size > 0 && !split.Shown.Contains($"g{i}")).ToList();
            if (hidden.Count == 0) continue;
            var isSafe = split.MergedMayShow ? hidden.Count >= 2 && hidden.Sum() >= minimum : split.Shown.Count == 0;
            Assert.True(isSafe, string.Join(' ', sizes));
        }
    }

    private static MinimumGroups Split(int minimum, params (string Key, int Size)[] groups) => MinimumGroups.Of(
        groups.Select(g => new ContributingGroup(g.Key, Enumerable.Range(0, g.Size).Select(i => $"{g.Key}{i}").ToHashSet())), minimum);
}
