using System.Text;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Tables;

namespace MilMobility.Reporting.Tests;

/// <summary>The tables against times worked out by hand from the steps of <see cref="TinyReport"/>.</summary>
public sealed class MovementTablesTests
{
    /// <summary>
    /// Second 7 200 is 00:00 UTC, 01:00 at +01:00. l1 takes 720 s (01:12), l2 1 440 s (01:36). The halt of 2 700 s ends at second
    /// 12 060, which is 01:21 UTC, after the change at 01:00 UTC: 03:21 at +02:00. l3 takes 360 s (03:27). The tail follows 72 s later.
    /// r2 is listed because the road changes there from N1 to A2.
    /// </summary>
    [Fact]
    public void The_march_table_lists_start_changes_of_road_halts_and_release_across_the_change_to_summer_time()
    {
        const string Lead = "28-NLD-A-01,A-01,A,1 Bn,2,20,1000,72,50,1,";
        string[] expected =
        [
            "movement_credit,serial,movement,unit,priority,vehicles,column_m,pass_s,speed_kmh,escorts,"
                + "point,node,name,via,km,head_arrives,head_leaves,tail_clears,halt_min,remark,marking",
            Lead + "1,r1,Depot,,0.0,2027-03-27T23:00:00+01:00,2027-03-28T01:00:00+01:00,2027-03-28T01:01:12+01:00,120,start,PUBLIC",
            Lead + "2,r2,Fork,N1,10.0,2027-03-28T01:12:00+01:00,2027-03-28T01:12:00+01:00,2027-03-28T01:13:12+01:00,0,,PUBLIC",
            Lead + "3,r3,Rest,A2,30.0,2027-03-28T01:36:00+01:00,2027-03-28T03:21:00+02:00,2027-03-28T03:22:12+02:00,45,halt,PUBLIC",
            Lead + "4,r4,Border,A2,35.0,2027-03-28T03:27:00+02:00,2027-03-28T03:27:00+02:00,2027-03-28T03:28:12+02:00,0,release,PUBLIC",
        ];
        Assert.Equal(expected, Lines(new MovementTables(TinyReport.Make()).MarchTable()));
    }

    /// <summary>One hour of loading: the train leaves at second 3 600, midnight local; 1 350 s later it is at the border.</summary>
    [Fact]
    public void Train_paths_list_every_point_with_the_train_and_its_goods()
    {
        const string Lead = "28-NLD-B-01,B-01,B,2 Tk,14,320,1150.5,22.5,GB,Diesel,1 (C),";
        string[] expected =
        [
            Lead + "1,y1,Yard,,0.0,2027-03-28T00:00:00+01:00,2027-03-28T00:00:00+01:00,2027-03-28T00:00:15+01:00,0,start,PUBLIC",
            Lead + "2,y2,Exit,line,30.0,2027-03-28T00:22:30+01:00,2027-03-28T00:22:30+01:00,2027-03-28T00:22:45+01:00,0,release,PUBLIC",
        ];
        Assert.Equal(expected, Lines(new MovementTables(TinyReport.Make()).TrainPaths()).Skip(1));
    }

    [Fact]
    public void A_mode_that_nothing_uses_gives_a_table_with_its_heading_and_its_marking_alone()
    {
        var lines = Lines(new MovementTables(TinyReport.Make(marking: ClassificationMarking.DepartmentalConfidential)).Voyages());
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("voyage,serial,", lines[0], StringComparison.Ordinal);
        Assert.Equal("DEPARTMENTAL CONFIDENTIAL", lines[^1].TrimStart(','));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("1 Bn, A coy", "\"1 Bn, A coy\"")]
    [InlineData("1 \"Rifle\" Bn", "\"1 \"\"Rifle\"\" Bn\"")]
    [InlineData("1 Bn", "1 Bn")]
    public void A_text_that_a_spreadsheet_would_run_is_escaped(string field, string written)
    {
        var line = Encoding.UTF8.GetString(CsvText.Of([[field, "x"]])).TrimEnd('\n');
        Assert.Contains(line, new[] { $"{written},x", $"\"{written}\",x" });
    }

    [Fact]
    public void Negative_numbers_stay_numbers() => Assert.Equal("-5,-0.25\n", Encoding.UTF8.GetString(CsvText.Of([["-5", "-0.25"]])));

    private static string[] Lines(byte[] csv) => Encoding.UTF8.GetString(csv).TrimEnd('\n').Split('\n');
}
