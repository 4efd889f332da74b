using System.CommandLine;
using MilMobility.Cli.Output;
using MilMobility.Cli.Parsing;
using MilMobility.Pipeline;
using MilMobility.Worker;
using MilMobility.Worker.Store;

namespace MilMobility.Cli.Verbs;

/// <summary>`milmob worker`, `submit` and `jobs`: the queue as a whole.</summary>
public static class QueueVerbs
{
    public static IEnumerable<Command> Commands() => [Worker(), Submit(), Jobs()];

    private static Command Worker()
    {
        var (store, json) = (Arguments.Store(), Arguments.Json());
        var command = new Command(
            "worker",
            "Take jobs from the store, one at a time, until stopped. A job cut off by a stop or a fault is taken up by the next worker.")
        {
            store, json,
        };
        command.Does(async (parsed, cancel) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            if (await WorkerHost.RunAsync(jobs, cancel))
            {
                if (parsed.GetValue(json)) Terminal.WriteJson(new WorkerDocument("stopped", ExitCodes.Done, jobs.Folder));
                return ExitCodes.Done;
            }

            return Refusal.Invalid(
                "CLI005", jobs.Folder, $"process {WorkerLock.Holder(jobs)} takes jobs from this store; must be one worker per store",
                parsed.GetValue(json));
        });
        return command;
    }

    private static Command Submit()
    {
        var (scenario, seed, limit, attempt) = (Arguments.Scenario(), Arguments.Seed(), Arguments.TimeLimit(), Arguments.Attempt());
        var (store, json) = (Arguments.Store(), Arguments.Json());
        var command = new Command(
            "submit", "Check a scenario and put it in the queue. The same work (inputs, seed, limit) is queued once.")
        {
            scenario, seed, limit, attempt, store, json,
        };
        command.Does(async (parsed, cancel) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            var request = new SubmissionRequest(
                parsed.GetRequiredValue(scenario), parsed.GetValue(seed), parsed.GetValue(limit), parsed.GetValue(attempt) ?? 1);
            SubmissionOutcome outcome;
            using (var progress = new ProgressLine())
            {
                outcome = await JobSubmission.SubmitAsync(jobs, request, progress, cancel);
            }

            return Print(outcome, parsed.GetValue(json));
        });
        return command;
    }

    private static int Print(SubmissionOutcome outcome, bool json)
    {
        switch (outcome)
        {
            case Submitted { Job: var job } submitted:
                if (json) Terminal.WriteJson(job);
                else Console.Out.WriteLine(submitted.IsNew
                    ? $"job {job.Id} queued; 'milmob watch {job.Id}' follows it"
                    : $"job {job.Id} has this work already ({job.Status}); --attempt {Attempt(job) + 1} runs it again");
                return ExitCodes.Done;
            case SubmissionRejected rejected:
                Refusal.Invalid(rejected.Diagnostics, json);
                Console.Error.WriteLine("Nothing was queued.");
                return ExitCodes.InvalidInput;
            default:
                throw new InvalidOperationException("unknown outcome of a submission");
        }
    }

    private static int Attempt(JobRow job) => int.Parse(job.WorkKey[(job.WorkKey.LastIndexOf('-') + 1)..]);

    private static Command Jobs()
    {
        var (store, json) = (Arguments.Store(), Arguments.Json());
        var command = new Command("jobs", "List the jobs of the store, newest first.") { store, json };
        command.Does((parsed, _) =>
        {
            var jobs = JobStore.Open(parsed.GetRequiredValue(store));
            if (parsed.GetValue(json)) Terminal.WriteJson(jobs.All());
            else JobOutput.Write(jobs.All(), jobs.Folder);
            return ExitCodes.Done;
        });
        return command;
    }
}
