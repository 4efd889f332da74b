using System.Text.Json;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Planning.Checking;
using MilMobility.Reporting.Json;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Pipeline;

/// <summary>How the check of a run folder ended.</summary>
public abstract record RunCheckOutcome;

/// <summary>The plan was checked.</summary>
public sealed record CheckDone(CheckReport Report) : RunCheckOutcome;

/// <summary>The folder or its inputs cannot be read, or the inputs have changed since.</summary>
public sealed record CheckRejected(IReadOnlyList<Diagnostic> Diagnostics) : RunCheckOutcome;

/// <summary>
/// Checks a run folder again from the raw scenario and dataset that its manifest names. The inputs must be the ones the plan was
/// made from: their hashes are compared first (RUN002), because a plan cannot be judged by other rules than its own.
/// </summary>
public static class RunCheck
{
    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            // A check takes less than a second or two; it shows no progress.
        }
    }

    public static RunCheckOutcome Check(string folder, CancellationToken cancel)
    {
        var bag = new DiagnosticBag();
        if (Read<RunManifest>(folder, RunFolder.Manifest, bag) is not { } manifest
            || Read<MovementPlan>(folder, RunFolder.Plan, bag) is not { } plan)
        {
            return new CheckRejected(bag.ToList());
        }

        var loaded = MissionInput.Load(manifest.ScenarioFile, new Silent(), cancel);
        if (loaded is not Valid<MissionInput> valid) return new CheckRejected(loaded.Diagnostics);
        var input = valid.Value;
        foreach (var (path, hash) in InputHashes.Of(input))
        {
            if (manifest.Inputs.TryGetValue(path, out var then) && then == hash) continue;
            bag.Error("RUN002", path, 0, $"the file has changed since the run (SHA-256 now {hash}, then {then ?? "not an input"})");
        }

        if (bag.HasErrors) return new CheckRejected(bag.ToList());
        return new CheckDone(PlanChecker.Check(input.Scenario, input.Dataset, input.Pricing.Table, plan));
    }

    private static T? Read<T>(string folder, string name, DiagnosticBag bag)
        where T : class
    {
        var path = Path.Combine(folder, name);
        try
        {
            return ReportJson.FromBytes<T>(File.ReadAllBytes(path));
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
