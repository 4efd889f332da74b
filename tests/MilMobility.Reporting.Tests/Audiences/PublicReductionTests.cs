using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Audiences.Parliament;

namespace MilMobility.Reporting.Tests.Audiences;

/// <summary>
/// <see cref="WideReport"/> as the public gets it, worked out by hand: 8 columns (late: each ends at 12 492 s, due at 10 000 s), 8
/// trains (on time), 8 x 32 = 256 vehicles; the last tail is in at second 12 492, 03:28 local on the second day.
/// </summary>
public sealed class PublicReductionTests
{
    private static readonly PublicReport s_report = PublicReduction.Of(WideReport.Make(), 5);

    [Fact]
    public void Transports_are_rounded_to_fives_and_vehicles_to_two_digits()
    {
        Assert.Equal(
            [("total", 15.0), ("on-time", 10.0), ("late", 10.0), ("unmoved", 0.0)],
            s_report.Transports.Select(c => (c.Id, c.Value!.Value)));
        Assert.Equal(260, s_report.Vehicles);
        Assert.Equal(new PublicMoment(2, "night"), s_report.Closure);
        Assert.Equal(1, s_report.Days);
        Assert.Equal([10.0, 10.0, 0.0], s_report.ByMode.Select(c => c.Value!.Value));
    }

    // 104 332 -> 100 000, 104 389 -> 100 000, the change of 57 on its own.
    [Fact]
    public void A_change_survives_the_rounding_of_what_it_changes() => Assert.Contains(
        new PublicFigure("road.vehicle-hours-lost", "vehicle-h", 100_000, 100_000, 57), s_report.Figures);

    // Gelderland: 8 columns, but the change there lies on 1 link (l2; the cells of g0 to g5 lie outside the map's regions), Utrecht
    // has 1 link: both small, 2 links together are too few as well. Nothing by province.
    [Fact]
    public void A_change_that_few_roads_make_is_not_told_by_province() => Assert.Empty(s_report.FiguresByRegion);

    // All eight columns start at 00:00 UTC, 01:00 local, and hour 2 is 01:00 local: night.
    [Fact]
    public void Hours_are_told_as_parts_of_the_day() => Assert.Equal(
        [new PublicPart("road.vehicle-hours-lost", "night", 57)], s_report.FiguresByDayPart);

    [Fact]
    public void The_marking_is_the_runs() => Assert.Equal(ClassificationMarking.Internal, s_report.Marking);

    [Fact]
    public void A_mode_of_too_few_transports_is_withheld_with_the_sums_that_it_is_part_of()
    {
        var few = WideReport.Make();
        few = few with { Plan = few.Plan with { Planned = [.. few.Plan.Planned.Where(p => p.Serial.Movement != "B").Append(Train(few))] } };
        var report = PublicReduction.Of(few, 5);
        // Total 9, rail 1: road is withheld beside it, or rail would be the total less road.
        Assert.Equal([null, null, 0.0], report.ByMode.Select(c => c.Value));
        Assert.Contains(new PublicFigure("rail.train-minutes-lost", "train-min", 0, null, null), report.Figures);
        Assert.Equal(57, report.Figures.Single(f => f.Id == "road.vehicle-hours-lost").Change);
        Assert.Empty(report.Burden);
    }

    [Fact]
    public void A_run_of_too_few_transports_tells_no_number_of_them()
    {
        var few = WideReport.Make();
        few = few with { Plan = few.Plan with { Planned = [few.Plan.Planned[0], Train(few)] } };
        var report = PublicReduction.Of(few, 5);
        Assert.All(report.Transports.Where(c => c.Id != "unmoved"), c => Assert.Null(c.Value));
        Assert.Null(report.Vehicles);
        Assert.Null(report.Closure);
        Assert.All(report.Figures.Where(f => f.Before != f.After), f => Assert.Null(f.Change));
    }

    // Two of 16 late: what is on time is withheld beside them, and the total of 16 tells the sum of both alone.
    [Fact]
    public void Few_late_transports_cannot_be_computed_from_the_others()
    {
        var wide = WideReport.Make();
        List<PlannedSerial> planned =
            [.. wide.Plan.Planned.Select((p, i) => p with { Serial = p.Serial with { DueSeconds = i < 2 ? 0 : 1_000_000 } })];
        var report = PublicReduction.Of(wide with { Plan = wide.Plan with { Planned = planned } }, 5);
        Assert.Equal([15.0, null, null, 0.0], report.Transports.Select(c => c.Value));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(57, 57)]
    [InlineData(104_332, 100_000)]
    [InlineData(0.0876, 0.088)]
    [InlineData(-1234, -1200)]
    [InlineData(995, 1000)]
    [InlineData(double.NaN, 0)]
    public void Amounts_keep_two_digits(double value, double rounded) => Assert.Equal(rounded, Rounding.TwoDigits(value));

    /// <summary>Whatever the run holds, no number of the report has more than two digits that say something, counts apart.</summary>
    [Fact]
    public void Every_amount_of_a_public_report_has_two_digits_at_most() => Assert.All(
        PublicRows.Of(s_report).SelectMany(r => r.Values).OfType<double>(), v => Assert.Equal(v, Rounding.TwoDigits(v)));

    // Steps: vehicle-hours 1, punctuality 0.1 %, vehicle-kilometres 100, euros 100.
    [Theory]
    [InlineData(0.0072, "vehicle-h", 0.5)]
    [InlineData(-0.0072, "vehicle-h", -0.5)]
    [InlineData(1.34, "vehicle-h", 1)]
    [InlineData(89.63, "%", 90)]
    [InlineData(0.08, "%", 0.05)]
    [InlineData(-0.31, "%", -0.3)]
    [InlineData(1234, "vehicle-km", 1200)]
    [InlineData(149, "vehicle-km", 100)]
    [InlineData(0, "EUR", 0)]
    [InlineData(57, "transports", 57)]
    public void An_amount_is_told_in_steps_of_its_unit_and_half_a_step_stands_for_less(double value, string unit, double told) =>
        Assert.Equal(told, Rounding.ToStep(value, unit));

    [Theory]
    [InlineData(0.5, "vehicle-h", "less than 1", "minder dan 1")]
    [InlineData(-0.5, "vehicle-h", "between -1 and 0", "tussen -1 en 0")]
    [InlineData(0.05, "%", "less than 0.1", "minder dan 0,1")]
    [InlineData(1200.0, "vehicle-km", "1 200", "1.200")]
    [InlineData(0.0, "vehicle-h", "0", "0")]
    [InlineData(null, "vehicle-h", "-", "-")]
    public void A_number_is_written_as_its_reader_writes_it(double? value, string unit, string english, string dutch)
    {
        Assert.Equal(english, PublicRows.Number(value, unit, dutch: false));
        Assert.Equal(dutch, PublicRows.Number(value, unit, dutch: true));
    }

    [Fact]
    public void Every_row_states_the_unit_in_dutch_and_the_steps_stand_in_the_data()
    {
        Assert.All(PublicRows.Of(s_report), row => Assert.NotEqual("", PublicSections.UnitOf(row, dutch: true)));
        Assert.Equal("voertuiguur", PublicSections.UnitOf(new PublicRow("", "", "", "vehicle-h", []), dutch: true));
        Assert.Contains(new PublicStep("vehicle-h", 1), s_report.Steps);
        Assert.All(PublicWords.Metrics, m => Assert.True(PublicSteps.Of(m.Unit) > 0, m.Unit));
    }

    private static PlannedSerial Train(MissionReport report) => report.Plan.Planned.First(p => p.Serial.Movement == "B");
}
