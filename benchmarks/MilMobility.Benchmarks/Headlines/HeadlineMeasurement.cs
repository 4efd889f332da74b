using System.Globalization;
using MilMobility.Benchmarks.Results;
using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Pipeline;
using MilMobility.Scenarios;

namespace MilMobility.Benchmarks.Headlines;

/// <summary>The headline table of the brigade's transit, as a page: what civil traffic bears under three plans at one deadline.</summary>
internal static class HeadlineMeasurement
{
    private const string Seed = "three-corridor-transit";

    private sealed class Silent : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            // The table is the result.
        }
    }

    /// <summary>Plans, checks and assesses in a folder of its own and gives the page.</summary>
    /// <param name="gapPercent">Gap at which planning ends, in place of the seed's.</param>
    /// <param name="cancel">Ends it with an exception.</param>
    /// <exception cref="InvalidOperationException">There is no headline.</exception>
    public static async Task<string> MeasureAsync(decimal? gapPercent, CancellationToken cancel)
    {
        var scenario = Path.Combine(FixedData.Root, "seeds", $"{Seed}.yaml");
        var folder = Directory.CreateTempSubdirectory("milmob-headline-").FullName;
        try
        {
            var machine = Machine.Now();
            var request = new HeadlineRequest(new RunRequest(scenario, Path.Combine(folder, "headline")) { GapPercent = gapPercent });
            var outcome = await HeadlineRun.RunAsync(request, new Silent(), cancel).ConfigureAwait(false);
            if (outcome is not HeadlineDone { Headline: var headline })
                throw new InvalidOperationException($"no headline: {outcome}");
            if (ScenarioReader.Read(scenario, cancel) is not Valid<MissionScenario> read)
                throw new InvalidOperationException($"{scenario} is not valid");
            return Page(machine, gapPercent, headline, read.Value.Clock);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Page(Machine machine, decimal? gapPercent, Headline headline, LocalClock clock)
    {
        var gap = gapPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $" --gap {percent}") : "";
        var seconds = string.Join(", ", headline.Rows.Select(r => r.Seconds.ToString("F0", CultureInfo.InvariantCulture)));
        return $"""
            # Headline: civil impact at an equal military deadline

            Written by `benchmarks/run-headline.sh`; change that, not this file. One run of `milmob headline seeds/{Seed}.yaml{gap}`.
            {machine.Date}, commit {machine.Commit}, {machine.Processor}, {machine.Cores} cores, {machine.Runtime}, load {machine.Load}.
            Planning took {seconds} s.

            {HeadlineText.MarkdownTable(headline, clock)}
            {HeadlineText.Notes(headline).Trim()}

            """;
    }
}
