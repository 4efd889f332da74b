using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Units;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline.Tests;

/// <summary>A run with patch files and overlays beside its scenario, from files to run folder.</summary>
public sealed class WhatIfTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-whatif-").FullName;

    public WhatIfTests()
    {
        const string Limits = "limits: { restarts: 1, pool_work: 0, work_max_million: 1, gap_percent: 0.2 }\n";
        var scenario = File.ReadAllText(Seeds.File("hand-check.yaml"))
            .Replace("../networks/nl", Path.Combine(Seeds.Root, "networks", "nl"), StringComparison.Ordinal);
        File.WriteAllText(Scenario, scenario + Limits);
        File.Copy(Seeds.File("hand-check.csv"), At("hand-check.csv"));
        Directory.CreateDirectory(Overlay);
        File.WriteAllText(At("own", "datapackage.json"), """{ "name": "own-data", "marking": "internal" }""");
        File.WriteAllText(At("own", "road-links.csv"), "id,height_m,change\nroad-a15-from-elst-to-kp-ressen,4.1,set\n");
    }

    private string Scenario => At("hand-check.yaml");

    private string Overlay => At("own");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(params string[] parts) => Path.Combine([_folder, .. parts]);

    private string Patch(string text, string marking = "public")
    {
        var path = At($"patch-{Directory.GetFiles(_folder).Length}.yaml");
        File.WriteAllText(path, $"title: What if\nmarking: {marking}\npatches:\n{text}\n");
        return path;
    }

    private Task<RunOutcome> RunAsync(string[]? patches = null, string[]? overlays = null, string output = "run") => MissionRun.RunAsync(
        new RunRequest(Scenario, At(output)) { PatchPaths = patches ?? [], OverlayFolders = overlays ?? [],
            IsAssessed = false }, new NoProgress(),
        TestContext.Current.CancellationToken);

    [Fact]
    public async Task No_patch_and_an_empty_patch_file_make_the_same_plan_to_the_byte()
    {
        Assert.IsType<RunCompleted>(await RunAsync(output: "plain"));
        Assert.IsType<RunCompleted>(await RunAsync([Patch("  []")], output: "empty"));

        Assert.Equal(File.ReadAllBytes(At("plain", RunFolder.Plan)), File.ReadAllBytes(At("empty", RunFolder.Plan)));
    }

    [Fact]
    public async Task Patches_and_overlays_are_in_the_manifest_and_the_highest_marking_is_on_everything()
    {
        var patch = Patch("  - { fairway: Waal, effect: low-water, level_drop_m: 0.1 }", "departmental-confidential");
        var report = Assert.IsType<RunCompleted>(await RunAsync([patch], [Overlay])).Report;

        var file = Assert.Single(report.Manifest.PatchFiles);
        Assert.Equal((patch, "What if", ClassificationMarking.DepartmentalConfidential), (file.Path, file.Name, file.Marking));
        Assert.Equal(file.Sha256, report.Manifest.Inputs[patch]);
        var overlay = Assert.Single(report.Manifest.Overlays);
        Assert.Equal((Overlay, "own-data", ClassificationMarking.Internal), (overlay.Path, overlay.Name, overlay.Marking));
        Assert.Contains("overlay 1: own-data/road-links.csv", report.Manifest.Inputs.Keys);
        Assert.Equal(ClassificationMarking.DepartmentalConfidential, report.Manifest.Marking);
        Assert.Equal(ClassificationMarking.DepartmentalConfidential, report.Plan.Marking);
        foreach (var name in new[] { RunFolder.Html, RunFolder.Plan })
            Assert.Contains("departmental", File.ReadAllText(At("run", name)), StringComparison.OrdinalIgnoreCase);

        // The check reads patch file and overlay again, and refuses once either has changed.
        Assert.IsType<CheckDone>(RunCheck.Check(At("run"), TestContext.Current.CancellationToken));
        File.AppendAllText(At("own", "road-links.csv"), "road-a15-from-elst-to-valburg,4.1,set\n");
        var rejected = Assert.IsType<CheckRejected>(RunCheck.Check(At("run"), TestContext.Current.CancellationToken));
        Assert.Equal("RUN002", Assert.Single(rejected.Diagnostics).Code);
    }

    [Fact]
    public async Task A_scenario_that_says_how_high_its_outputs_may_be_marked_refuses_what_is_higher()
    {
        File.AppendAllText(Scenario, "output_marking: public\n");
        var patch = Patch("  - { fairway: Waal, effect: low-water, level_drop_m: 0.1 }", "internal");
        var rejected = Assert.IsType<RunRejected>(await RunAsync([patch], [Overlay]));

        Assert.Equal(["RUN010", "RUN010"], rejected.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Code));
        Assert.False(Directory.Exists(At("run")));
    }

    [Fact]
    public async Task A_scenario_names_overlays_itself()
    {
        File.AppendAllText(Scenario, "overlays: own\n");
        var report = Assert.IsType<RunCompleted>(await RunAsync()).Report;

        Assert.True(Assert.Single(report.Manifest.Overlays).IsOfScenario);
        Assert.IsType<CheckDone>(RunCheck.Check(At("run"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Faults_of_patch_file_network_and_overlay_come_together()
    {
        var patch = Patch("  - { lock: volkerk, effect: lock-outage, chambers: 1 }\n  - { road: A15, effect: speed-factor }");
        var rejected = Assert.IsType<RunRejected>(await RunAsync([patch], [Overlay]));
        Assert.Equal(
            ["NET201 4", "SCN028 5"],
            rejected.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Line}").Order(StringComparer.Ordinal));

        File.WriteAllText(At("own", "road-links.csv"), "id,height_m,change\nnowhere,4.1,set\n");
        rejected = Assert.IsType<RunRejected>(await RunAsync([patch], [Overlay]));
        Assert.Equal(
            ["NET404 2", "SCN028 5"],
            rejected.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Line}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("low-water")]
    [InlineData("volkerak-lock-outage")]
    [InlineData("a15-night-works")]
    public void The_example_patches_fit_the_embedded_network(string name)
    {
        var files = new MissionFiles(Scenario) { PatchPaths = [Seeds.File(Path.Combine("patches", name + ".yaml"))] };
        var loaded = Assert.IsType<Valid<MissionInput>>(MissionInput.Load(files, new NoProgress(), TestContext.Current.CancellationToken));

        Assert.NotEmpty(loaded.Value.Scenario.Patches);
        Assert.DoesNotContain(loaded.Diagnostics, d => d.Code.StartsWith("NET2", StringComparison.Ordinal));
    }
}
