using MilMobility.Domain.Diagnostics;

namespace MilMobility.Domain.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    [Fact]
    public void Findings_come_out_in_order_of_arrival_whatever_their_kind()
    {
        var bag = new DiagnosticBag();
        bag.Warning("NET020", "b.csv", 9, "first");
        bag.Error("NET001", "a.csv", 2, "second");
        bag.Warning("NET020", "b.csv", 3, "third");
        Assert.Equal(["first", "second", "third"], bag.ToList().Select(d => d.Message));
    }

    // Eight of one kind: five are listed, "3 more" is 8 - 5.
    [Fact]
    public void The_sixth_of_a_kind_and_later_ones_are_only_counted()
    {
        var bag = new DiagnosticBag();
        for (var line = 1; line <= 8; line++) bag.Error("NET012", "road-links.csv", line, $"line {line}");
        var all = bag.ToList();
        Assert.Equal([1, 2, 3, 4, 5, 0], all.Select(d => d.Line));
        Assert.Equal("... and 3 more of this kind", all[^1].Message);
        Assert.Equal(("NET012", Severity.Error, "road-links.csv"), (all[^1].Code, all[^1].Severity, all[^1].File));
    }

    [Fact]
    public void Five_of_a_kind_are_listed_without_a_count()
    {
        var bag = new DiagnosticBag();
        for (var line = 1; line <= 5; line++) bag.Error("NET012", "road-links.csv", line, "");
        Assert.Equal(5, bag.ToList().Count);
    }

    [Fact]
    public void The_same_code_in_another_file_is_a_kind_of_its_own()
    {
        var bag = new DiagnosticBag();
        foreach (var file in new[] { "a.csv", "b.csv" })
        {
            for (var line = 1; line <= 6; line++) bag.Warning("NET030", file, line, "");
        }

        var all = bag.ToList();
        Assert.Equal(12, all.Count);
        Assert.Equal(["a.csv", "b.csv"], all.Skip(10).Select(d => d.File));
        Assert.All(all, d => Assert.Equal(Severity.Warning, d.Severity));
    }

    [Fact]
    public void Only_an_error_makes_the_bag_have_errors_even_when_it_is_no_longer_listed()
    {
        var bag = new DiagnosticBag();
        for (var line = 1; line <= 5; line++) bag.Warning("REQ007", "r.csv", line, "");
        Assert.False(bag.HasErrors);
        bag.Error("REQ007", "r.csv", 6, "");
        Assert.True(bag.HasErrors);
    }

    [Fact]
    public void Another_bags_findings_count_towards_the_cap()
    {
        var (one, two) = (new DiagnosticBag(), new DiagnosticBag());
        for (var line = 1; line <= 4; line++) one.Error("SCN003", "s.yaml", line, "");
        for (var line = 5; line <= 7; line++) two.Error("SCN003", "s.yaml", line, "");
        one.AddAll(two.ToList());
        Assert.Equal([1, 2, 3, 4, 5, 0], one.ToList().Select(d => d.Line));
        Assert.Equal("... and 2 more of this kind", one.ToList()[^1].Message);
    }

    [Theory]
    [InlineData("a.csv", 7, Severity.Error, "NET012 a.csv:7 length is negative")]
    [InlineData("a.csv", 0, Severity.Error, "NET012 a.csv length is negative")]
    [InlineData("", 0, Severity.Error, "NET012 length is negative")]
    [InlineData("a.csv", 7, Severity.Warning, "NET012 a.csv:7 warning: length is negative")]
    public void A_diagnostic_says_code_place_and_finding_in_one_line(string file, int line, Severity severity, string expected) =>
        Assert.Equal(expected, new Diagnostic("NET012", severity, file, line, "length is negative").ToString());
}
