using System.Text;
using System.Text.Json;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Sentences;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Reporting.Tests;

/// <summary>Every record of a run folder comes back as it went.</summary>
public sealed class ReportJsonTests
{
    [Fact]
    public void The_plan_round_trips() => RoundTrips(Report().Plan);

    [Fact]
    public void The_civil_impact_round_trips() => RoundTrips(Report().Impact);

    [Fact]
    public void The_check_round_trips() => RoundTrips(Report().Check);

    [Fact]
    public void The_manifest_round_trips() => RoundTrips(Report().Manifest);

    [Fact]
    public void The_context_with_its_clock_and_map_round_trips()
    {
        var report = Report();
        var read = RoundTrips(new RunContext(report.Scenario, report.Clock, report.Map));
        Assert.Equal(report.Clock.Offsets, read.Clock.Offsets);
        Assert.Equal(TimeSpan.FromHours(2), read.Clock.At(TinyReport.SummerTime).Offset);
        Assert.Equal(TimeSpan.FromHours(1), read.Clock.At(TinyReport.SummerTime - 1).Offset);
    }

    [Fact]
    public void Steps_keep_their_kind()
    {
        var plan = ReportJson.FromBytes<MovementPlan>(ReportJson.ToBytes(Report().Plan));
        Assert.Equal(Report().Plan.Planned[0].Steps, plan.Planned[0].Steps);
        Assert.IsType<TransferStep>(plan.Planned[1].Steps[0]);
    }

    /// <summary>1 000 + 500 + 1 200 + 300 = 3 000 euros; the bound of 2 700 leaves a tenth; 12 492 - 10 000 = 2 492 s late.</summary>
    [Fact]
    public void Derived_values_are_written_for_readers()
    {
        using var json = JsonDocument.Parse(ReportJson.ToBytes(Report().Plan));
        Assert.Equal(3_000_000_000, json.RootElement.GetProperty("objective").GetProperty("total_micro_euros").GetInt64());
        Assert.Equal(0.1, json.RootElement.GetProperty("gap").GetDouble(), 12);
        Assert.Equal(2492, json.RootElement.GetProperty("planned")[0].GetProperty("lateness_seconds").GetInt32());
    }

    [Fact]
    public void An_anonymous_result_is_written_whole() =>
        Assert.Equal(
            "{\n  \"status\": \"done\",\n  \"exit_code\": 3\n}\n", Text(ReportJson.ToBytes(new { Status = "done", ExitCode = 3 })));

    [Fact]
    public void A_document_of_another_shape_is_refused_with_its_path()
    {
        var fault = Assert.Throws<JsonException>(() => ReportJson.FromBytes<MovementPlan>("{\"scenario\": 5}"u8));
        Assert.Contains("$.scenario", fault.Message, StringComparison.Ordinal);
    }

    private static Domain.Reports.MissionReport Report() => TinyReport.Make(unmoved:
        [new UnmovedSerial(TinyReport.RoadSerial("A-02", "1 Bn"), UnmovedReason.NoRoute, Sentence.AsIs("MLC 80 on a bridge of 60"),
            [Sentence.Of("help.other-destination")])]);

    private static T RoundTrips<T>(T value)
    {
        var bytes = ReportJson.ToBytes(value);
        var read = ReportJson.FromBytes<T>(bytes);
        Assert.Equivalent(value, read, strict: true);
        Assert.Equal(Text(bytes), Text(ReportJson.ToBytes(read)));
        return read;
    }

    private static string Text(byte[] utf8) => Encoding.UTF8.GetString(utf8);
}
