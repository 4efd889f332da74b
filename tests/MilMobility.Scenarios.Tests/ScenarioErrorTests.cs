using System.Text;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using static MilMobility.Scenarios.Tests.ScenarioFolder;

namespace MilMobility.Scenarios.Tests;

/// <summary>Each bad input gives one finding with its code, its line, what was found and what is allowed.</summary>
public sealed class ScenarioErrorTests
{
    // One edit of the valid scenario per row; the last two columns are parts of the message: found, allowed.
    [Theory]
    [InlineData("title: Demo", "titel: Demo\ntitle: Demo",
        "SCN005", 2, "unknown field 'titel'", "did you mean 'title'?")]
    [InlineData("title: Demo", "title: Demo\nqqqqqqqq: 1",
        "SCN005", 3, "unknown field 'qqqqqqqq'", "must be one of name, title")]
    [InlineData("marking: public\n", "", "SCN006", 1, "field 'marking' is missing", "public, internal")]
    [InlineData("    due: +24h\n", "", "SCN006", 9, "field 'movements[1].due' is missing", "a time")]
    [InlineData("    from: site-veluwe\n", "", "SCN006", 9, "movements[1].from is missing", "or 'ship'")]
    [InlineData("horizon_h: 48", "horizon_h: 48.5", "SCN007", 6, "horizon_h = 48.5", "whole number from 1 to 2160 h")]
    [InlineData("horizon_h: 48", "horizon_h: \"48\"", "SCN007", 6, "'48' in quotes", "without quotes")]
    [InlineData("horizon_h: 48", "horizon_h: [48]", "SCN007", 6, "horizon_h is a list", "whole number")]
    [InlineData("horizon_h: 48", "horizon_h:", "SCN007", 6, "horizon_h is empty", "whole number")]
    [InlineData("horizon_h: 48", "horizon_h: 9999", "SCN008", 6, "horizon_h = 9999", "from 1 to 2160 h")]
    [InlineData("horizon_h: 48", "horizon_h: 48\nroad: { speed_kmh: 50 km/h }",
        "SCN007", 7, "road.speed_kmh = 50 km/h", "km/h, without a unit")]
    [InlineData("horizon_h: 48", "horizon_h: 48\nroad: { cost_eur_per_vehicle_km: \"1,5\" }",
        "SCN007", 7, "'1,5' in quotes", "a number")]
    [InlineData("horizon_h: 48", "horizon_h: 48\nroad: { halt: 45 }",
        "SCN013", 7, "road.halt = 45", "a duration with its unit")]
    [InlineData("horizon_h: 48", "horizon_h: 48\nroad: { halt: 3d }", "SCN008", 7, "road.halt = 3d", "5min to 12h")]
    [InlineData("horizon_h: 48", "horizon_h: 48\nroad: fast",
        "SCN007", 7, "road is the text fast", "a mapping with speed_kmh")]
    [InlineData("marking: public", "marking: secret",
        "SCN009", 3, "marking = secret", "one of public, internal, departmental-confidential")]
    [InlineData("marking: public", "marking: intern", "SCN009", 3, "marking = intern", "did you mean internal?")]
    [InlineData("title: Demo", "title: Demo\ntitle: Again", "SCN010", 3, "given twice", "first on line 2")]
    [InlineData("due: +24h", "due: 2027-13-01T00:00",
        "SCN011", 13, "due = 2027-13-01T00:00", "a time: 2027-03-08T06:00")]
    [InlineData("due: +24h", "due: 2027-03-28T02:30", "SCN012", 13, "does not exist", "state its offset")]
    [InlineData("due: +24h", "due: 2027-10-31T02:30", "SCN012", 13, "exists twice", "+02:00 or +01:00")]
    [InlineData("start: 2027-03-08T00:00", "start: 2027-03-08T00:30", "SCN014", 5, "00:30:00+01:00", "on a whole hour")]
    [InlineData("start: 2027-03-08T00:00", "start: +3h", "SCN012", 5, "relative to itself", "a date with a time")]
    [InlineData("due: +24h", "due: +6h", "SCN016", 13, "2027-03-08T06:00:00+01:00, not after", "must be after")]
    [InlineData("due: +24h", "due: +49h", "SCN018", 13, "2027-03-10T01:00:00+01:00", "after the end of the horizon")]
    [InlineData("marking: public", "marking: internal\noutput_marking: public",
        "SCN020", 4, "public is lower than marking = internal", "at least")]
    [InlineData("ready: +6h", "ready: 2027-03-07T23:00",
        "SCN022", 12, "before the scenario's start", "must be from 2027-03-08T00:00:00+01:00")]
    [InlineData("ready: +6h", "ready: +48h",
        "SCN022", 12, "at or after the end of the horizon", "before 2027-03-10T00:00:00+01:00")]
    [InlineData("to: exit-venlo", "to: []", "SCN008", 11, "has 0 entries", "1 to 50")]
    [InlineData("to: exit-venlo", "to: [exit-venlo, site-veluwe]",
        "SCN029", 11, "names site-veluwe", "must be elsewhere")]
    [InlineData("to: exit-venlo", "to: Exit Venlo", "SCN008", 11, "to[1] = Exit Venlo", "lower-case letters")]
    [InlineData("title: Demo", "title: \"De\\x07mo\"",
        "SCN008", 2, "title = De\uFFFDmo", "must not have control characters")]
    public void A_bad_value_is_named_with_its_line(string old, string replacement, string code, int line, string found, string allowed)
    {
        var findings = ScenarioFolder.Findings(GoodYaml.Replace(old, replacement, StringComparison.Ordinal));
        ScenarioFolder.Single([.. findings.Where(f => f.Code == code)], code, line, found, allowed);
    }

    [Theory]
    [InlineData("pools:\n  - { id: p, kind: barge, count: 1, block: 1d }\n  - { id: p, kind: escort, count: 1, block: 1d }",
        "SCN015", 16, "pools[2].id = p", "unique")]
    [InlineData("pools:\n  - { id: p, kind: barge, count: 1, block: 1d }\n  - { id: q, kind: barge, count: 1, block: 1d }",
        "SCN015", 16, "kind = barge", "one pool of a kind")]
    [InlineData("regime: { rail_levers: [retime-freight], basis: b }",
        "SCN021", 14, "retime-freight in phase peace", "must be empty in peace")]
    [InlineData("phase: crisis\nregime: { rail_levers: [retime-freight] }",
        "SCN025", 15, "basis is missing", "legal basis")]
    [InlineData("curfews: [{ mode: road, from: 22:00, to: 06:00 }]", "SCN024", 14, "= 06:00", "after 'from', 22:00")]
    [InlineData("curfews: [{ mode: road, from: 22:00, to: 25:00 }]", "SCN011", 14, "to = 25:00", "00:00 to 24:00")]
    [InlineData("patches: [{ target: x, effect: closed, from: +9h, to: +8h }]",
        "SCN024", 14, "09:00:00+01:00 to", "end after it starts")]
    [InlineData("patches: [{ target: x, effect: closed, percent: 5 }]",
        "SCN028", 14, "percent is given with effect = closed", "left out")]
    [InlineData("patches: [{ target: x, effect: draught-limit }]",
        "SCN028", 14, "draught_m is missing", "draught-limit")]
    [InlineData("ships: [{ name: A, port: p, arrives: +5h, departs: +4h }]",
        "SCN017", 14, "04:00:00+01:00", "after the arrival")]
    [InlineData("ships: [{ name: A, port: p, arrives: +5h, departs: +9h }]",
        "SCN023", 14, "= A brings no movement", "")]
    [InlineData("policy_rows: [A01, Z9]", "SCN008", 14, "policy_rows[2] = Z9", "two digits")]
    [InlineData("pools: [{ id: h, kind: heavy-transporter, count: 1, block: 1d }]",
        "SCN026", 14, "has heavy transporters", "left out")]
    public void A_bad_section_is_named_with_its_line(string added, string code, int line, string found, string allowed)
    {
        var findings = ScenarioFolder.Findings(GoodYaml + added + "\n").Where(f => f.Code == code).ToList();
        ScenarioFolder.Single(findings, code, line, found, allowed);
    }

    [Fact]
    public void A_movement_id_is_unique_and_every_movement_has_a_requirement()
    {
        const string second = "  - { id: M1, from: site-brabant, to: exit-venlo, due: +9h }\n"
            + "  - { id: M2, from: site-brabant, to: exit-venlo, due: +9h }\n";
        var findings = ScenarioFolder.Findings(GoodYaml + second);

        Assert.Equal([("SCN015", 14), ("SCN019", 15)], findings.Select(f => (f.Code, f.Line)));
        Assert.Contains("named by at least one row", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_movement_comes_by_a_known_ship_or_from_a_place_not_both()
    {
        var ships = "ships: [{ name: Alpha, port: eemshaven, arrives: +1h, departs: +9h }]\n";
        var both = GoodYaml.Replace("    from: site-veluwe", "    from: site-veluwe\n    ship: Alpa", StringComparison.Ordinal);
        var findings = ScenarioFolder.Findings(both + ships).Where(f => f.Severity == Severity.Error).ToList();

        Assert.Equal([("SCN023", 10), ("SCN023", 11), ("SCN023", 13)], findings.Select(f => (f.Code, f.Line)));
        Assert.Contains("must be one of the two", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("did you mean Alpha?", findings[1].Message, StringComparison.Ordinal);
        Assert.Contains("must be left out", findings[2].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name: [demo", 2)]
    [InlineData("name: demo\n  bad indent: x\n", 2)]
    [InlineData("name: \"unclosed\n", 1)]
    [InlineData("name: demo\n---\nname: other\n", 2)]
    [InlineData("name: &a demo\n", 1)]
    [InlineData("name: *a\n", 1)]
    [InlineData("name: !!binary x\n", 1)]
    [InlineData("? [a]\n: b\n", 1)]
    [InlineData("", 1)]
    [InlineData("# only a comment\n", 1)]
    [InlineData("road: {a: 1, ?: 2\n", 2)]
    public void Broken_yaml_is_a_finding_with_its_line(string yaml, int line) =>
        ScenarioFolder.Single(ScenarioFolder.Findings(yaml), "SCN003", line);

    [Fact]
    public void Deep_nesting_is_refused_before_it_can_exhaust_the_stack() =>
        ScenarioFolder.Single(ScenarioFolder.Findings("name: " + new string('[', 200_000)), "SCN003", 1, "levels deep; must be at most 12");

    [Theory]
    [InlineData("- name: demo\n")]
    [InlineData("demo\n")]
    public void A_file_that_is_no_mapping_is_refused(string yaml) =>
        ScenarioFolder.Single(ScenarioFolder.Findings(yaml), "SCN004", 1, "not a mapping", "must be fields");

    [Fact]
    public void A_missing_file_is_a_finding()
    {
        var loaded = ScenarioReader.Read("/no/such/demo.yaml", TestContext.Current.CancellationToken);

        ScenarioFolder.Single(loaded.Diagnostics, "SCN001", 0, "no such file", "must be a readable file");
        Assert.IsType<Invalid<MissionScenario>>(loaded);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_a_finding() => ScenarioFolder.Single(
        ScenarioReader.Read(Path.GetTempPath(), TestContext.Current.CancellationToken).Diagnostics, "SCN001", 0, "cannot be read");

    [Fact]
    public void A_file_over_the_limit_is_refused() =>
        ScenarioFolder.Single(ScenarioFolder.Findings(GoodYaml + "# " + new string('x', 4 * 1_048_576)), "SCN002", 0, "larger than 4 MB");

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xff)]
    [InlineData(0x1b)]
    public void Binary_content_is_refused_with_its_line(byte bad)
    {
        using var folder = new ScenarioFolder();
        folder.Read();
        File.WriteAllBytes(folder.YamlPath, [.. Encoding.UTF8.GetBytes("name: demo\ntitle: "), bad, 0x0a]);

        var loaded = ScenarioReader.Read(folder.YamlPath, TestContext.Current.CancellationToken);
        ScenarioFolder.Single(loaded.Diagnostics, "SCN002", 2, $"byte 0x{bad:x2}", "must be UTF-8");
    }

    // Seeds 1-300: bytes of the valid scenario overwritten at random, or YAML's own marks thrown in. Whatever comes, it is an outcome.
    [Fact]
    public void Damaged_scenarios_never_end_in_an_exception()
    {
        const string Marks = "{}[]:,-?!&*#|>'\"%@`\t \n0x~";
        using var folder = new ScenarioFolder();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var text = GoodYaml.ToCharArray();
            for (var i = random.Next(1, 12); i > 0; i--) text[random.Next(text.Length)] = Marks[random.Next(Marks.Length)];
            var loaded = folder.Read(new string(text));
            Assert.True(loaded is Valid<MissionScenario> || loaded.Diagnostics.Any(d => d.Severity == Severity.Error), $"seed {seed}");
        }
    }
}
