using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline;

/// <summary>
/// A finished run with the input it was made from, read again from the scenario and dataset that its manifest names. The inputs must
/// be the ones of the plan: their hashes are compared (RUN002), because a plan cannot be judged by other rules than its own.
/// </summary>
/// <param name="Manifest">Its audit record.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Input">Scenario with the movements inserted since, dataset, network and prices.</param>
public sealed record ReopenedRun(RunManifest Manifest, MovementPlan Plan, MissionInput Input)
{
    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            // Reading takes a second or two; it shows no progress.
        }
    }

    public static Loaded<ReopenedRun> Open(string folder, CancellationToken cancel)
    {
        var bag = new DiagnosticBag();
        var manifest = Read(folder, RunFolder.Manifest, bag, ReportJson.FromBytes<RunManifest>);
        // Without a manifest it is no run: what else is missing says nothing more.
        if (manifest is null) return new Invalid<ReopenedRun>(bag.ToList());
        if (manifest.Audience != Audience.Planner)
        {
            bag.Error("RUN012", Path.Combine(folder, RunFolder.Manifest), 0,
                $"is a report for another audience ({manifest.Audience}); must be the run that it was made from");
            return new Invalid<ReopenedRun>(bag.ToList());
        }

        var plan = Read(folder, RunFolder.Plan, bag, ReportJson.FromBytes<MovementPlan>);
        var additions = File.Exists(Path.Combine(folder, RunFolder.Additions))
            ? Read(folder, RunFolder.Additions, bag, ReportJson.FromBytes<ScenarioAdditions>) : null;
        if (plan is null || bag.HasErrors) return new Invalid<ReopenedRun>(bag.ToList());
        var loaded = MissionInput.Load(
            new MissionFiles(At(manifest, manifest.ScenarioFile))
            {
                PatchPaths = [.. manifest.PatchFiles.Select(f => At(manifest, f.Path))],
                OverlayFolders = [.. manifest.Overlays.Where(o => !o.IsOfScenario).Select(o => At(manifest, o.Path))],
            },
            new Silent(), cancel);
        if (loaded is not Valid<MissionInput> { Value: var stated }) return new Invalid<ReopenedRun>(loaded.Diagnostics);
        var input = additions is null ? stated : stated.With(additions);
        // The mode may have been asked for on the command line; the plan is judged by the mode it was made in.
        input = input with
        {
            Scenario = input.Scenario with { Weights = input.Scenario.Weights with { Mode = manifest.Objective } },
        };
        // Paths of the dataset start with its name and stay what they are; those of the scenario are looked up where they lie now, too.
        var inputs = manifest.Inputs.Concat(manifest.Inputs.Select(i => new KeyValuePair<string, string>(At(manifest, i.Key), i.Value)))
            .DistinctBy(i => i.Key).ToDictionary(i => i.Key, i => i.Value, StringComparer.Ordinal);
        foreach (var (path, hash) in InputHashes.Of(input))
        {
            if (inputs.TryGetValue(path, out var then) && then == hash) continue;
            bag.Error("RUN002", path, 0, $"the file has changed since the run (SHA-256 now {hash}, then {then ?? "not an input"})");
        }

        return bag.HasErrors
            ? new Invalid<ReopenedRun>(bag.ToList())
            : new Valid<ReopenedRun>(new ReopenedRun(manifest, plan, input), loaded.Diagnostics);
    }

    /// <summary>
    /// Where an input lies: as it was given if it is there (a run may have moved with its inputs; older ones do not say where they were
    /// made), otherwise from the folder in which the run was started.
    /// </summary>
    private static string At(RunManifest manifest, string path) => manifest.WorkingFolder.Length == 0 || Path.Exists(path)
        ? path : Path.GetFullPath(path, manifest.WorkingFolder);

    private delegate T Parse<out T>(ReadOnlySpan<byte> bytes);

    private static T? Read<T>(string folder, string name, DiagnosticBag bag, Parse<T> parse)
        where T : class
    {
        var path = Path.Combine(folder, name);
        try
        {
            return parse(File.ReadAllBytes(path));
        }
        catch (JsonException fault)
        {
            bag.Error("RUN001", path, (int)(fault.LineNumber ?? -1) + 1, $"not what a run writes: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            bag.Error("RUN001", path, 0, $"cannot be read: {fault.Message}");
        }

        return null;
    }
}
