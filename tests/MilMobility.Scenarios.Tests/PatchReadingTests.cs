using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Domain.Units;

namespace MilMobility.Scenarios.Tests;

/// <summary>Patches as a planner writes them, in a scenario and in a file of their own.</summary>
public sealed class PatchReadingTests
{
    private static NetworkPatch[] Patches(string text) => [.. ScenarioFolder.Valid(ScenarioFolder.GoodYaml + "patches:\n" + text).Patches];

    private static (PatchFile? File, IReadOnlyList<Diagnostic> Findings) ReadFile(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var bag = new DiagnosticBag();
            return (PatchFileReader.Read(path, ScenarioFolder.Valid(), bag, TestContext.Current.CancellationToken), bag.ToList());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_lock_outage_needs_no_more_than_a_part_of_a_name_and_a_number()
    {
        var patch = Assert.Single(Patches("  - { lock: volkerak, effect: lock-outage, chambers: 1, from: +6h, to: +30h }\n"));

        Assert.Equal((PatchEffect.LockOutage, 1, 6 * 3600, 30 * 3600), (patch.Effect, patch.Value, patch.FromSeconds, patch.ToSeconds));
        Assert.Equal(["volkerak"], patch.Selection!.Locks);
        Assert.Equal("lock volkerak", patch.Target);
    }

    [Fact]
    public void A_closed_lock_is_one_without_chambers_in_service()
    {
        var patch = Assert.Single(Patches("  - { lock: volkerak, effect: closed }\n"));
        Assert.Equal((PatchEffect.LockOutage, 0), (patch.Effect, patch.Value));
    }

    [Fact]
    public void Every_selector_is_read_and_one_value_needs_no_brackets()
    {
        var selection = Assert.Single(Patches("""
              - target: [road-a, road-b]
                road: A15
                line: [Betuweroute, Havenspoorlijn]
                fairway: Waal
                corridor: c1
                link_class: motorway
                region: Gelderland
                manager: RWS
                mode: road
                area: [51.5, 4.0, 52.1, 5.5]
                effect: closed

            """)).Selection!;

        Assert.Equal(["road-a", "road-b"], selection.Targets);
        Assert.Equal(["A15", "Betuweroute", "Havenspoorlijn", "Waal"], [.. selection.Roads, .. selection.Lines, .. selection.Fairways]);
        Assert.Equal(
            ["c1", "motorway", "Gelderland", "RWS"],
            [.. selection.Corridors, .. selection.LinkClasses, .. selection.Regions, .. selection.Managers]);
        Assert.Equal((TransportMode.Road, new GeoBox(51.5, 4.0, 52.1, 5.5)), (selection.Mode, selection.Area));
    }

    [Fact]
    public void Each_limit_of_a_patch_is_in_canonical_units_and_rounded_to_the_safe_side()
    {
        var patches = Patches("  - { road: A15, effect: limit, axle_load_t: 9.5, height_m: 4.009, mlc_wheeled: 60, loosen: true }\n");

        Assert.Equal(
            [(LinkLimit.WheeledClass, 60), (LinkLimit.AxleLoadKg, 9_500), (LinkLimit.HeightCm, 400)],
            patches.Select(p => (p.Limit, p.Value)));
        Assert.All(patches, p => Assert.True(p.Loosens));
    }

    [Fact]
    public void Low_water_is_a_drop_of_the_level_or_a_draught()
    {
        var patches = Patches(
            "  - { fairway: Waal, effect: low-water, level_drop_m: 0.401 }\n  - { fairway: Waal, effect: low-water, draught_m: 2.209 }\n");
        Assert.Equal([(PatchEffect.LowWater, 41), (PatchEffect.DraughtLimit, 220)], patches.Select(p => (p.Effect, p.Value)));
    }

    [Fact]
    public void Daily_hours_may_run_past_midnight()
    {
        var patches = Patches("""
              - { road: A15, effect: closed, days: [weekday, sunday], daily_from: 21:00, daily_to: 05:30 }
              - { road: A16, effect: closed, days: saturday }
              - { road: A17, effect: closed }

            """);
        Assert.Equal(
            [new DailyHours(DayTypes.Weekday | DayTypes.Sunday, 1260, 330), new DailyHours(DayTypes.Saturday, 0, 1440), null],
            patches.Select(p => p.Daily));
    }

    [Theory]
    [InlineData("{ effect: closed }", "SCN032", "one or more of target, lock, road")]
    [InlineData("{ road: A15, effect: closed, percent: 50 }", "SCN028", "percent is given with effect = closed")]
    [InlineData("{ road: A15, effect: limit }", "SCN028", "mlc_wheeled is missing")]
    [InlineData("{ road: A15, effect: limit, height_m: 4, from: +2h }", "SCN028", "holds for the whole horizon")]
    [InlineData("{ lock: a, effect: lock-outage }", "SCN028", "chambers is missing")]
    [InlineData("{ lock: a, fairway: Waal, effect: lock-outage, chambers: 0 }", "SCN028", "fairway is given for a lock")]
    [InlineData("{ fairway: Waal, effect: low-water, level_drop_m: 1, draught_m: 2 }", "SCN028", "one of the two")]
    [InlineData("{ road: A15, effect: closed, loosen: true }", "SCN028", "only a limit can loosen")]
    [InlineData("{ road: A15, effect: closed, from: +48h }", "SCN024", "outside the horizon")]
    [InlineData("{ road: A15, effect: closed, from: +9h, to: +8h }", "SCN024", "must end after it starts")]
    [InlineData("{ road: A15, effect: closed, daily_from: 21:00 }", "SCN034", "daily_to is missing beside daily_from")]
    [InlineData("{ area: [52, 4, 51, 5], effect: closed }", "SCN033", "south < north")]
    [InlineData("{ area: [52, 4], effect: closed }", "SCN008", "4 to 4")]
    [InlineData("{ fairway: Waal, effect: low-water, draught_m: 220 }", "SCN008", "from 0.3 to 20 m")]
    [InlineData("{ road: A15, effect: limit, height_m: 420 }", "SCN008", "from 1 to 20 m")]
    [InlineData("{ roads: A15, road: A15, effect: closed }", "SCN005", "did you mean 'road'?")]
    [InlineData("{ lock: volkerak, effect: lock-outtage, chambers: 1 }", "SCN009", "did you mean lock-outage?")]
    public void A_wrong_patch_says_what_is_allowed(string patch, string code, string part) =>
        ScenarioFolder.Single(ScenarioFolder.Findings(ScenarioFolder.GoodYaml + $"patches: [{patch}]\n"), code, 14, part);

    [Fact]
    public void A_file_of_patches_goes_on_top_of_any_scenario_with_its_hash_and_its_marking()
    {
        var (file, findings) = ReadFile("""
            title: What if
            marking: internal
            patches:
              - { road: A15, effect: closed, from: D+1 06:00 }

            """);

        Assert.Empty(findings);
        var scenario = file!.To(ScenarioFolder.Valid());
        var patch = Assert.Single(scenario.Patches);
        Assert.Equal((30 * 3600, 48 * 3600, file.File, 4), (patch.FromSeconds, patch.ToSeconds, patch.File, patch.Line));
        Assert.Equal(ClassificationMarking.Internal, scenario.Marking);
        Assert.Equal(file.Sha256, scenario.FileHashes[file.File]);
        Assert.Equal("What if", Assert.Single(scenario.PatchFiles).Title);
    }

    [Fact]
    public void All_errors_of_a_patch_file_come_at_once_and_its_good_patches_are_still_read()
    {
        var (file, findings) = ReadFile("""
            title: What if
            marking: public
            patches:
              - { road: A15, effect: closed, from: D+9 06:00 }
              - { lock: volkerak, effect: lock-outage }
              - { road: A16, effect: closed }
              - { road: A17, effect: speed-factor, percent: 0 }

            """);

        Assert.Equal(["SCN008 7", "SCN024 4", "SCN028 5"], findings.Select(f => $"{f.Code} {f.Line}").Order(StringComparer.Ordinal));
        Assert.Equal(["road A16"], file!.Patches.Select(p => p.Target));
    }

    [Fact]
    public void A_file_without_marking_is_refused()
    {
        var (_, findings) = ReadFile("title: What if\npatches: []\n");
        Assert.Equal("SCN006", Assert.Single(findings).Code);
    }
}
