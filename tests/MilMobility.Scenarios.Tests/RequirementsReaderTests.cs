using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;
using static MilMobility.Scenarios.Tests.ScenarioFolder;

namespace MilMobility.Scenarios.Tests;

public sealed class RequirementsReaderTests
{
    [Fact]
    public void A_row_is_read_into_canonical_units_with_the_documented_defaults()
    {
        var row = Assert.Single(ScenarioFolder.Valid().Requirements);

        Assert.Equal(("R1", "M1", "company A", "truck 8x8", 20), (row.Id, row.Movement, row.Unit, row.VehicleType, row.Count));
        Assert.Equal((20_000, 1000, 255, 350), (row.MassKg, row.LengthCm, row.WidthCm, row.HeightCm));
        Assert.Equal(10_000, row.AxleLoadKg);
        Assert.Equal(250, row.PcuHundredths);
        Assert.Equal(new WheeledLoadClass(24), row.Wheeled);
        Assert.Null(row.Tracked);
        Assert.Equal((true, true, false), (row.ByRoad, row.ByRail, row.ByWater));
        Assert.Equal((LoadingGauge.GB, TunnelRestrictionCode.None, ""), (row.Gauge, row.TunnelCode, row.DangerousGoodsClass));
        Assert.Equal(2, row.Line);
    }

    [Fact]
    public void Every_column_is_read_in_any_order()
    {
        const string Table = "gauge,tunnel_code,dg_class,pcu,axle_load_t,modes,mlc_tracked,mlc_wheeled,height_m,width_m,"
            + "length_m,mass_t,count,vehicle_type,unit,movement,id\n"
            + "GC,B,1.1,3.25,9.5,water + rail,,28,3.501,2.5,9.8,26.0005,7,truck,\"A, \"\"B\"\"\",M1,R9\n";
        var row = Assert.Single(ScenarioFolder.Valid(csv: Table).Requirements);

        Assert.Equal((LoadingGauge.GC, TunnelRestrictionCode.B, "1.1"), (row.Gauge, row.TunnelCode, row.DangerousGoodsClass));
        Assert.Equal((325, 9500, 26_001, 351), (row.PcuHundredths, row.AxleLoadKg, row.MassKg, row.HeightCm));
        Assert.Equal("A, \"B\"", row.Unit);
        Assert.Equal((false, true, true), (row.ByRoad, row.ByRail, row.ByWater));
    }

    [Theory]
    [InlineData(",", "\n", false)]
    [InlineData(",", "\r\n", true)]
    [InlineData(";", "\r\n", true)]
    [InlineData(";", "\r", false)]
    public void A_spreadsheet_s_exports_are_all_the_same_table(string delimiter, string lineEnd, bool byteOrderMark)
    {
        using var folder = new ScenarioFolder();
        folder.Read();
        var table = Csv.Replace(",", delimiter, StringComparison.Ordinal);
        if (delimiter == ";") table = table.Replace("2.55", "2,55", StringComparison.Ordinal);
        table = table.Replace("\n", lineEnd, StringComparison.Ordinal);
        File.WriteAllText(folder.CsvPath, table, new UTF8Encoding(byteOrderMark));

        var loaded = ScenarioReader.Read(folder.YamlPath, TestContext.Current.CancellationToken);
        Assert.Empty(loaded.Diagnostics);
        var row = Assert.Single(Assert.IsType<Valid<MissionScenario>>(loaded).Value.Requirements);
        Assert.Equal((255, "company A"), (row.WidthCm, row.Unit));
    }

    [Fact]
    public void Blank_rows_and_a_separator_line_of_a_spreadsheet_are_passed_over()
    {
        var table = "sep=;\n\n" + Header.Replace(',', ';') + "\n;;;;;;;;;;;\n" + Row.Replace(',', ';') + "\n\n";

        Assert.Equal(5, Assert.Single(ScenarioFolder.Valid(csv: table).Requirements).Line);
    }

    // One edit of the valid row; the row stands on line 2.
    [Theory]
    [InlineData(",20,20,10", ",twenty,20,10", "REQ006", "count = twenty", "whole number from 1 to 5000")]
    [InlineData(",20,20,10", ",2.5,20,10", "REQ006", "count = 2.5", "whole number")]
    [InlineData(",20,20,10", ",20,20t,10", "REQ006", "mass_t = 20t", "without a unit")]
    [InlineData(",20,20,10", ",0,20,10", "REQ007", "count = 0", "from 1 to 5000")]
    [InlineData(",20,20,10", ",20,20000,10", "REQ007", "mass_t = 20000", "0.2 to 150 t")]
    [InlineData(",20,20,10", ",20,20,1000", "REQ007", "length_m = 1000", "1 to 30 m")]
    [InlineData(",20,20,10", ",20,-20,10", "REQ007", "mass_t = -20", "0.2 to 150 t")]
    [InlineData(",20,20,10", ",20,,10", "REQ008", "mass_t is empty", "0.2 to 150 t")]
    [InlineData(",10,2.55,", ",2.5,4.5,", "REQ017", "length_m = 2.5 and width_m = 4.5", "at least the width")]
    [InlineData("road+rail", "road+air", "REQ009", "modes = road+air", "road, rail, water")]
    [InlineData("road+rail", "-", "REQ012", "no mode is allowed", "at least one")]
    [InlineData("road+rail", "", "REQ008", "modes is empty", "road, rail, water")]
    [InlineData(",24,,", ",24,40,", "REQ013", "mlc_wheeled = 24 and mlc_tracked = 40", "one of them")]
    [InlineData(",24,,", ",,,", "REQ013", "are empty", "one of them")]
    [InlineData(",24,,", ",99,,", "REQ018", "load class 99 for 20 t", "short tons")]
    [InlineData("R1,M1", "R1,M7", "REQ011", "movement = M7", "did you mean M1?")]
    [InlineData("R1,M1", "R 1,M1", "REQ007", "id = R 1", "letters, digits")]
    [InlineData("company A", "company A,extra", "REQ004", "has 13 fields", "must have 12")]
    [InlineData("company A", "company \"A", "REQ005", "broken quote", "must close each")]
    [InlineData("company A", "\"comp\"any\" A\"", "REQ005", "broken quote", "must close each")]
    public void A_bad_row_is_named_with_its_line(string old, string replacement, string code, string found, string allowed)
    {
        var findings = ScenarioFolder.Findings(csv: Csv.Replace(old, replacement, StringComparison.Ordinal));
        ScenarioFolder.Single([.. findings.Where(f => f.Code == code)], code, 2, found, allowed);
    }

    [Theory]
    [InlineData("vehicle_type", "vehicle_typ", "unknown column 'vehicle_typ'", "did you mean 'vehicle_type'?")]
    [InlineData("vehicle_type", "unit", "column 'unit' stands twice", "must stand once")]
    public void A_bad_header_is_named(string old, string replacement, string found, string allowed)
    {
        var findings = ScenarioFolder.Findings(csv: Csv.Replace(old, replacement, StringComparison.Ordinal));

        Assert.All(findings.Where(f => f.Code != "SCN019"), f => Assert.Equal(("REQ003", 1), (f.Code, f.Line)));
        Assert.Contains(findings, f => f.Message.Contains(found + "; ", StringComparison.Ordinal)
            && f.Message.EndsWith(allowed, StringComparison.Ordinal));
        Assert.Contains(findings, f => f.Message.Contains("column 'vehicle_type' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_quote_spoils_its_own_row_only()
    {
        var table = Header + "\n" + Row.Replace("company", "\"company", StringComparison.Ordinal)
            + "\n" + Row.Replace("R1", "R2", StringComparison.Ordinal)
            + "\n" + Row.Replace("R1,M1", "R3,M4", StringComparison.Ordinal) + "\n";

        Assert.Equal([("REQ005", 2), ("REQ011", 4)], ScenarioFolder.Findings(csv: table).Select(f => (f.Code, f.Line)));
    }

    [Fact]
    public void A_row_id_is_unique() =>
        ScenarioFolder.Single(ScenarioFolder.Findings(csv: Csv + Row + "\n"), "REQ010", 3, "id = R1", "must be unique");

    [Fact]
    public void A_tunnel_code_needs_its_dangerous_goods_class() => ScenarioFolder.Single(
        ScenarioFolder.Findings(csv: Header + ",tunnel_code\n" + Row + ",D\n"), "REQ014", 2, "tunnel_code = D without dg_class", "both");

    [Fact]
    public void A_tracked_vehicle_by_road_only_without_transporters_is_warned_of()
    {
        var table = Csv.Replace(",24,,road+rail", ",,24,road", StringComparison.Ordinal);
        var finding = ScenarioFolder.Single(ScenarioFolder.Findings(csv: table), "REQ016", 2, "it will not be moved");

        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Empty(ScenarioFolder.Findings(GoodYaml + "heavy_transporter: {}\n", table));
    }

    [Theory]
    [InlineData("", "REQ003", 1, "the table is empty")]
    [InlineData(Header + "\n", "REQ003", 1, "a header only")]
    public void A_table_without_rows_is_refused(string table, string code, int line, string found) =>
        ScenarioFolder.Single([.. ScenarioFolder.Findings(csv: table).Where(f => f.Code != "SCN019")], code, line, found);

    [Fact]
    public void A_missing_table_is_a_finding_at_the_table_s_path()
    {
        var yaml = GoodYaml.Replace("requirements: demo.csv", "requirements: other.csv", StringComparison.Ordinal);
        var finding = ScenarioFolder.Findings(yaml).Single(f => f.Code == "REQ001");

        Assert.EndsWith("other.csv", finding.File, StringComparison.Ordinal);
        Assert.Contains("no such file", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_not_utf8_is_refused_with_its_line()
    {
        using var folder = new ScenarioFolder();
        folder.Read();
        var row = Row.Replace("company", "compañía", StringComparison.Ordinal);
        File.WriteAllBytes(folder.CsvPath, Encoding.Latin1.GetBytes(Header + "\n" + row));

        var findings = ScenarioReader.Read(folder.YamlPath, TestContext.Current.CancellationToken).Diagnostics;
        ScenarioFolder.Single([.. findings.Where(f => f.Code == "REQ002")], "REQ002", 2, "byte 0xf1", "CSV UTF-8");
    }

    [Fact]
    public void A_table_over_the_limit_is_refused()
    {
        using var folder = new ScenarioFolder();
        folder.Read();
        using (var file = File.OpenWrite(folder.CsvPath)) file.SetLength(64 * 1_048_576 + 1);

        var findings = ScenarioReader.Read(folder.YamlPath, TestContext.Current.CancellationToken).Diagnostics;
        ScenarioFolder.Single([.. findings.Where(f => f.Code == "REQ002")], "REQ002", 0, "larger than 64 MB");
    }

    [Fact]
    public void Damaged_tables_never_end_in_an_exception()
    {
        const string Marks = ",;\"\n\r' .-0x=";
        using var folder = new ScenarioFolder();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var text = Csv.ToCharArray();
            for (var i = random.Next(1, 8); i > 0; i--) text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            var loaded = folder.Read(csv: new string(text));
            Assert.True(loaded is Valid<MissionScenario> || loaded.Diagnostics.Any(d => d.Severity == Severity.Error), $"seed {seed}");
        }
    }
}
