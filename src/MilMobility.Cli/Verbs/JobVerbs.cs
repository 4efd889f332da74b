using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;
using MilMobility.Worker.Store;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob watch`, `cancel` and `fetch`: one job of the queue.</summary>
public static class JobVerbs
{
    private static readonly TimeSpan s_watchInterval = TimeSpan.FromMilliseconds(500);

    public static IEnumerable<Command> Commands() =>
    [
        Watch(),
        Verb("cancel", "Stop a job. A queued one ends at once; a running one ends with its best plan so far.", [], Cancel),
        Fetch(),
    ];

    private static Command Watch() => Verb(
        "watch", "Follow a job until it ends; exits with the job's exit code.", [],
        async (found, _, json, cancel) =>
        {
            var row = found.Row;
            using (var progress = new ProgressLine())
            {
                while (!row.IsEnded)
                {
                    progress.Report(new RunProgress(
                        row.Stage.Length == 0 ? row.Status : row.Stage, row.Detail, row.Fraction, row.ObjectiveMicroEuros,
                        row.BoundMicroEuros));
                    await Task.Delay(s_watchInterval, cancel);
                    row = found.Store.Find(row.Id)!;
                }
            }

            if (json) Terminal.WriteJson(row);
            else JobOutput.WriteEnd(row, found.Store.RunFolderOf(row.Id));
            return (int)(row.ExitCode ?? ExitCodes.Fault);
        });

    private static Task<int> Cancel(FoundJob found, ParseResult parsed, bool json, CancellationToken cancel)
    {
        var (store, id) = (found.Store, found.Row.Id);
        var asked = store.RequestCancel(id);
        var row = store.Find(id)!;
        if (!asked && row.Status != JobStatus.Cancelled)
            return Task.FromResult(Refusal.Invalid("CLI004", "", $"job {id} is {row.Status}; must be queued or running", json));
        if (json) Terminal.WriteJson(row);
        else Console.Out.WriteLine(row.IsEnded ? $"job {id} is cancelled" : $"job {id} is asked to stop; 'milmob watch {id}' waits for it");
        return Task.FromResult(ExitCodes.Done);
    }

    private static Command Fetch()
    {
        var (output, overwrite) = (Arguments.Output("runs/job-<number>"), Arguments.Overwrite());
        return Verb("fetch", "Copy the run folder of an ended job.", [output, overwrite], (found, parsed, json, _) =>
        {
            var (row, source) = (found.Row, found.Store.RunFolderOf(found.Row.Id));
            if (!row.IsEnded || !Directory.Exists(source))
            {
                var reason = row.Message.Length > 0 ? $" ({row.Message})" : "";
                return Task.FromResult(Refusal.Invalid(
                    "CLI004", "", $"job {row.Id} has no run folder: it is {row.Status}{reason}; must have ended with a plan", json));
            }

            var folder = parsed.GetValue(output) ?? Path.Combine("runs", $"job-{row.Id}");
            if (RunFolder.Refusal(folder, parsed.GetValue(overwrite)) is { } refusal)
                return Task.FromResult(Refusal.Invalid("RUN003", folder, refusal, json));
            RunFolder.Copy(source, folder, parsed.GetValue(overwrite));
            if (json) Terminal.WriteJson(new FetchDocument(row.Id, Path.GetFullPath(folder)));
            else Console.Out.WriteLine($"Run folder {folder}: open {Path.Combine(folder, RunFolder.Html)} in a browser.");
            return Task.FromResult(ExitCodes.Done);
        });
    }

    /// <summary>A verb about one job: looks the job up before the verb's own work.</summary>
    private static Command Verb(
        string name, string description, IEnumerable<Option> options,
        Func<FoundJob, ParseResult, bool, CancellationToken, Task<int>> work)
    {
        var (job, store, json) = (Arguments.Job(), Arguments.Store(), Arguments.Json());
        var command = new Command(name, description) { job };
        foreach (var option in options) command.Add(option);
        command.Add(store);
        command.Add(json);
        command.Does((parsed, cancel) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            var id = parsed.GetRequiredValue(job);
            return jobs.Find(id) is { } row
                ? work(new FoundJob(jobs, row), parsed, parsed.GetValue(json), cancel)
                : Task.FromResult(Refusal.Invalid(
                    "CLI003", jobs.Folder, $"no job {id} in this store; 'milmob jobs' lists them", parsed.GetValue(json)));
        });
        return command;
    }

    private sealed record FoundJob(JobStore Store, JobRow Row);
}
