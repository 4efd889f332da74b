using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences;
using MilMobility.Reporting.Text;
using MilMobility.Reporting.Writers;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>Whose report it is and under which marking: the audience alone never lowers it, a named reviewer with a reason does.</summary>
public sealed class ReportReductionTests
{
    private static readonly DateTimeOffset s_now = new(2026, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Theory]
    [InlineData(Audience.Planner)]
    [InlineData(Audience.Civil)]
    [InlineData(Audience.Public)]
    public void The_audience_alone_never_lowers_the_marking(Audience audience)
    {
        var report = Made(new ReportRequest(audience));
        Assert.Equal((ClassificationMarking.Internal, null), (report.Marking, report.Downgrading));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("J. Jansen", null)]
    [InlineData(null, "agreed with the minister")]
    [InlineData("  ", "agreed with the minister")]
    [InlineData("J. Jansen", "-")]
    public void A_lower_marking_without_reviewer_and_reason_is_refused(string? reviewer, string? reason) => Refused(
        new ReportRequest(Audience.Public) { Marking = ClassificationMarking.Public, Reviewer = reviewer, Reason = reason }, "AUD004");

    [Fact]
    public void A_lower_marking_is_kept_with_who_when_why_and_from_what()
    {
        var report = Made(new ReportRequest(Audience.Public)
        {
            Marking = ClassificationMarking.Public, Reviewer = "J. Jansen", Reason = "agreed with the minister",
        });
        Assert.Equal(
            new MarkingChange(
                ClassificationMarking.Internal, ClassificationMarking.Public, "J. Jansen", "agreed with the minister", s_now, "5ha"),
            report.Downgrading);
        Assert.Equal(ClassificationMarking.Public, report.Marking);
        using var manifest = JsonDocument.Parse(report.Folder().Single(f => f.Name == "manifest.json").Bytes);
        var change = manifest.RootElement.GetProperty("downgrading");
        Assert.Equal(
            ("internal", "public", "J. Jansen", "5ha"),
            (change.GetProperty("from").GetString(), change.GetProperty("to").GetString(), change.GetProperty("reviewer").GetString(),
                change.GetProperty("source_sha256").GetString()));
    }

    [Fact]
    public void A_downgraded_run_says_the_lower_marking_everywhere()
    {
        var report = Made(new ReportRequest(Audience.Planner)
        {
            Marking = ClassificationMarking.Public, Reviewer = "J. Jansen", Reason = "fictional throughout",
        });
        Assert.All(report.Folder(), f => Assert.DoesNotContain("INTERNAL", FileTexts.Of(f.Bytes), StringComparison.Ordinal));
    }

    [Fact]
    public void A_higher_marking_needs_nobody() => Assert.Equal(
        ClassificationMarking.DepartmentalConfidential,
        Made(new ReportRequest(Audience.Civil) { Marking = ClassificationMarking.DepartmentalConfidential }).Marking);

    [Fact]
    public void A_reviewer_without_a_lower_marking_is_refused() =>
        Refused(new ReportRequest(Audience.Civil) { Reviewer = "J. Jansen" }, "AUD005");

    [Fact]
    public void An_unknown_manager_is_refused_with_the_nearest_name() =>
        Assert.Contains(
            "'ProRail'", Refused(new ReportRequest(Audience.Civil) { Manager = "ProRial" }, "AUD001"), StringComparison.Ordinal);

    [Fact]
    public void A_manager_is_found_whatever_its_capitals() =>
        Assert.Equal(
            "ProRail",
            Assert.IsType<ReducedRun>(Made(new ReportRequest(Audience.Civil) { Manager = "prorail" })).Report.Manifest.Manager);

    [Fact]
    public void A_manager_for_the_public_is_refused() => Refused(new ReportRequest(Audience.Public) { Manager = "ProRail" }, "AUD002");

    [Theory]
    [InlineData(Audience.Planner)]
    [InlineData(Audience.Public)]
    public void What_is_reduced_for_managers_is_nothing_for_others(Audience audience)
    {
        var civil = CivilReduction.Of(WideReport.Make(), null);
        Refused(new ReportRequest(audience), "AUD003", civil);
        Assert.Equal(Audience.Civil, Made(new ReportRequest(null), civil).Audience);
    }

    /// <summary>Every file of every audience says the marking of the run.</summary>
    [Theory]
    [InlineData(Audience.Planner, ClassificationMarking.DepartmentalConfidential)]
    [InlineData(Audience.Civil, ClassificationMarking.DepartmentalConfidential)]
    [InlineData(Audience.Public, ClassificationMarking.DepartmentalConfidential)]
    [InlineData(Audience.Planner, ClassificationMarking.Internal)]
    [InlineData(Audience.Civil, ClassificationMarking.Internal)]
    [InlineData(Audience.Public, ClassificationMarking.Internal)]
    public void Every_file_and_every_format_carries_the_marking(Audience audience, ClassificationMarking marking)
    {
        var run = WideReport.Make(marking) with { Additions = new ScenarioAdditions([], []) { Marking = marking } };
        var report = Made(new ReportRequest(audience), run);
        string[] words = [Formats.Marking(marking), marking.ToString(), JsonNamingPolicy.KebabCaseLower.ConvertName(marking.ToString())];
        var files = report.Folder().Concat(report.Formats.SelectMany(report.FilesIn)).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.True(
            words.Any(w => FileTexts.Of(f.Bytes).Contains(w, StringComparison.Ordinal)), $"{f.Name} does not say {marking}"));
    }

    [Fact]
    public void Formats_of_an_audience_are_unique_and_write_something()
    {
        Assert.All(Enum.GetValues<Audience>(), audience =>
        {
            var report = Made(new ReportRequest(audience));
            Assert.Equal(report.Formats.Count, report.Formats.Distinct().Count());
            Assert.Contains("table", report.Formats);
            Assert.Contains("json", report.Formats);
            Assert.Contains("csv", report.Formats);
            Assert.Contains("html", report.Formats);
        });
        Assert.Equal(ReportWriters.All.Count, ReportWriters.All.Select(w => w.Format).Distinct().Count());
    }

    private static ReducedReport Made(ReportRequest request, MissionReport? run = null) =>
        Assert.IsType<Valid<ReducedReport>>(ReportReduction.Of(run ?? WideReport.Make(), "run", "5ha", request, s_now)).Value;

    private static string Refused(ReportRequest request, string code, MissionReport? run = null)
    {
        var refused = Assert.IsType<Invalid<ReducedReport>>(
            ReportReduction.Of(run ?? WideReport.Make(), "run", "5ha", request, s_now));
        var finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(code, finding.Code);
        return finding.Message;
    }
}
