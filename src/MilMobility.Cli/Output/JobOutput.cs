using MilMobility.Reporting.RunFolders;
using MilMobility.Reporting.Text;
using MilMobility.Worker.Store;
using Spectre.Console;

namespace MilMobility.Cli.Output;

/// <summary>Jobs as people read them.</summary>
public static class JobOutput
{
    public static void Write(IReadOnlyList<JobRow> jobs, string store)
    {
        if (jobs.Count == 0)
        {
            Console.Out.WriteLine($"no jobs in {store}");
            return;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("job", "status", "exit", "scenario", "submitted (UTC)", "finished (UTC)", "best", "where it stands");
        foreach (var job in jobs)
        {
            table.AddRow(
                $"{job.Id}", job.Status, $"{job.ExitCode}", Markup.Escape(Path.GetFileName(job.ScenarioPath)), job.SubmittedUtc,
                job.FinishedUtc ?? "", job.ObjectiveMicroEuros is { } best ? Formats.Euros(best) : "",
                Markup.Escape(job.IsEnded ? FirstLine(job.Message) : $"{Formats.Percent(job.Fraction, 0)} {job.Stage} {job.Detail}"));
        }

        Terminal.Out.Write(table);
    }

    public static void WriteEnd(JobRow job, string runFolder)
    {
        if (job.Message.Length > 0) Console.Error.WriteLine(job.Message);
        var begun = job.Starts > 1 ? $", begun {job.Starts} times" : "";
        Console.Out.WriteLine($"job {job.Id} {job.Status}, exit code {job.ExitCode}{begun}");
        if (File.Exists(Path.Combine(runFolder, RunFolder.Manifest)))
            Console.Out.WriteLine($"'milmob fetch {job.Id}' copies its run folder.");
    }

    private static string FirstLine(string text) => text.Split('\n')[0];
}
