using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Pipeline;
using MilMobility.Reporting.RunFolders;
using MilMobility.Worker;
using MilMobility.Worker.Store;
using Microsoft.Extensions.Hosting;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob worker`, `submit`, `jobs`, `watch`, `cancel`, `fetch`: the queue and its service.</summary>
public static class WorkerVerbs
{
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(500);

    public static IEnumerable<Command> Commands() => [Worker(), Submit(), Jobs(), Watch(), Cancel(), Fetch()];

    private static Option<string> StoreOption() => new("--store")
    {
        Description = "folder of the job store",
        DefaultValueFactory = _ => JobStore.DefaultFolder,
    };

    private static Argument<long> JobArgument() => new("job") { Description = "number of the job" };

    private static Option<bool> JsonOption() => new("--json") { Description = "print the result as one JSON document" };

    private static Command Worker()
    {
        var store = StoreOption();
        var command = new Command("worker", "take jobs from the store, one at a time, until stopped") { store };
        command.SetAction(async (parsed, cancel) =>
        {
            using var host = WorkerHost.Build(JobStore.Open(parsed.GetRequiredValue(store)));
            await host.RunAsync(cancel);
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Submit()
    {
        var scenario = new Argument<string>("scenario") { Description = "scenario file (YAML)" };
        var seed = new Option<int?>("--seed") { Description = "seed in place of the scenario's" };
        var limit = new Option<int?>("--time-limit") { Description = "wall-clock limit of the planning, in seconds" };
        var attempt = new Option<int>("--attempt")
        {
            Description = "run the same work once more under another number",
            DefaultValueFactory = _ => 1,
        };
        var (store, json) = (StoreOption(), JsonOption());
        var command = new Command("submit", "check a scenario and put it in the queue") { scenario, seed, limit, attempt, store, json };
        command.SetAction(async (parsed, cancel) =>
        {
            SubmissionOutcome outcome;
            using (var progress = new ProgressLine())
            {
                outcome = await JobSubmission.SubmitAsync(
                    JobStore.Open(parsed.GetRequiredValue(store)), parsed.GetRequiredValue(scenario), parsed.GetValue(seed),
                    parsed.GetValue(limit), parsed.GetValue(attempt), progress, cancel);
            }

            return Print(outcome, parsed.GetValue(json));
        });
        return command;
    }

    private static int Print(SubmissionOutcome outcome, bool json)
    {
        switch (outcome)
        {
            case Submitted submitted:
                if (json) Terminal.WriteJson(submitted.Job);
                else Console.Out.WriteLine(submitted.IsNew
                    ? $"job {submitted.Job.Id} queued"
                    : $"job {submitted.Job.Id} has this work already ({submitted.Job.Status}); --attempt runs it again");
                return ExitCodes.Done;
            case SubmissionRejected rejected:
                Terminal.WriteDiagnostics(rejected.Diagnostics);
                return ExitCodes.InvalidInput;
            default:
                throw new InvalidOperationException("unknown outcome of a submission");
        }
    }

    private static Command Jobs()
    {
        var (store, json) = (StoreOption(), JsonOption());
        var command = new Command("jobs", "list the jobs of the store, newest first") { store, json };
        command.SetAction((parsed, _) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store)).All();
            if (parsed.GetValue(json)) Terminal.WriteJson(jobs);
            else JobOutput.Write(jobs);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static Command Watch()
    {
        var (job, store, json) = (JobArgument(), StoreOption(), JsonOption());
        var command = new Command("watch", "follow a job until it ends; exits with the job's exit code") { job, store, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            var id = parsed.GetRequiredValue(job);
            if (jobs.Find(id) is not { } row) return Unknown(id, jobs);
            using (var progress = new ProgressLine())
            {
                while (!row.IsEnded)
                {
                    progress.Report(new RunProgress(
                        row.Stage.Length == 0 ? row.Status : row.Stage, row.Detail, row.Fraction,
                        row.ObjectiveMicroEuros, row.BoundMicroEuros));
                    await Task.Delay(WatchInterval, cancel);
                    row = jobs.Find(id)!;
                }
            }

            if (parsed.GetValue(json)) Terminal.WriteJson(row);
            else JobOutput.WriteEnd(row, jobs.RunFolderOf(id));
            return (int)(row.ExitCode ?? ExitCodes.NoPlan);
        });
        return command;
    }

    private static Command Cancel()
    {
        var (job, store) = (JobArgument(), StoreOption());
        var command = new Command("cancel", "stop a job; a running one keeps its best plan so far") { job, store };
        command.SetAction((parsed, _) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            var id = parsed.GetRequiredValue(job);
            if (jobs.Find(id) is not { } row) return Task.FromResult(Unknown(id, jobs));
            var asked = jobs.RequestCancel(id);
            Console.Out.WriteLine(asked ? $"job {id} is asked to stop" : $"job {id} has ended: {row.Status}");
            return Task.FromResult(asked ? ExitCodes.Done : ExitCodes.InvalidInput);
        });
        return command;
    }

    private static Command Fetch()
    {
        var (job, store) = (JobArgument(), StoreOption());
        var output = new Option<string?>("--out", "-o") { Description = "folder to write; default runs/job-<number>" };
        var overwrite = new Option<bool>("--overwrite") { Description = "replace an existing run folder" };
        var command = new Command("fetch", "copy the run folder of an ended job") { job, output, overwrite, store };
        command.SetAction((parsed, _) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            var id = parsed.GetRequiredValue(job);
            if (jobs.Find(id) is not { } row) return Task.FromResult(Unknown(id, jobs));
            if (!Directory.Exists(jobs.RunFolderOf(id)))
            {
                Console.Error.WriteLine($"CLI004 job {id} has no run folder: it is {row.Status}. {row.Message}");
                return Task.FromResult(ExitCodes.InvalidInput);
            }

            var folder = parsed.GetValue(output) ?? Path.Combine("runs", $"job-{id}");
            RunFolder.Copy(jobs.RunFolderOf(id), folder, parsed.GetValue(overwrite));
            Console.Out.WriteLine($"Run folder {folder}: open {Path.Combine(folder, RunFolder.Html)} in a browser.");
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static int Unknown(long id, JobStore store)
    {
        Console.Error.WriteLine($"CLI003 no job {id} in {store.Folder}; 'milmob jobs' lists them");
        return ExitCodes.InvalidInput;
    }
}
