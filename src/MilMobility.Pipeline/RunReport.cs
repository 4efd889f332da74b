using System.Diagnostics;
using MilMobility.Domain.Checks;
using MilMobility.Domain.Civil;
using MilMobility.Domain.Plans;
using MilMobility.Domain.Reports;
using MilMobility.Domain.Sentences;
using MilMobility.Solvers;

namespace MilMobility.Pipeline;

/// <summary>A checked and assessed plan with its audit record, as the reports take it.</summary>
internal static class RunReport
{
    public static MissionReport Of(
        MissionInput input, MovementPlan plan, CheckReport check, CivilImpact impact, StageWatch watch,
        IReadOnlyList<Sentence> warnings, IReadOnlyList<TracePoint> trace, bool reproducible)
    {
        var hashes = InputHashes.Of(input);
        var scenario = input.Scenario;
        var marking = input.Dataset.Marking > scenario.Marking ? input.Dataset.Marking : scenario.Marking;
        var version = typeof(RunReport).Assembly.GetName().Version?.ToString(3) ?? "unknown";
        return new MissionReport
        {
            Manifest = new RunManifest
            {
                Program = "milmob",
                ProgramVersion = version,
                EngineVersion = OrToolsSolvers.EngineVersion,
                Scenario = scenario.Name,
                ScenarioFile = scenario.File,
                WorkingFolder = Environment.CurrentDirectory,
                NetworkName = input.Dataset.Name,
                NetworkVersion = input.Dataset.Version,
                NetworkFolder = input.Dataset.Folder,
                PatchFiles = [.. scenario.PatchFiles.Select(f => new AddedInput(f.File, f.Title, f.Marking, f.Sha256))],
                Overlays = [.. input.Dataset.Overlays.Select((o, i) => new AddedInput(
                    o.Folder, $"{o.Name} {o.Version}".Trim(), o.Marking, InputHashes.Identity(o.FileHashes.Values, 0, "overlay"),
                    i < scenario.OverlayFolders.Count))],
                Inputs = hashes,
                InputHash = InputHashes.Identity(hashes.Values, scenario.Limits.Seed, version),
                Seed = scenario.Limits.Seed,
                Objective = scenario.Weights.Mode,
                Marking = marking,
                StartedUtc = watch.StartedUtc,
                TotalSeconds = watch.TotalSeconds,
                StageSeconds = watch.Seconds,
                PeakMemoryBytes = Process.GetCurrentProcess().PeakWorkingSet64,
                Reproducible = reproducible,
                QualityShares = input.Dataset.QualityShares,
                Warnings = warnings,
                Trace = trace,
            },
            Scenario = NetworkMaps.Summary(scenario, input.Dataset),
            Plan = plan with { Marking = marking },
            Impact = impact,
            Check = check,
            Map = NetworkMaps.Map(input.Dataset),
            Clock = scenario.Clock,
            Additions = input.Additions,
        };
    }
}
