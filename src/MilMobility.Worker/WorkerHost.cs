using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using MilMobility.Worker.Store;
using Quartz;

namespace MilMobility.Worker;

/// <summary>
/// The hosted service behind `milmob worker`: Quartz on the store's SQLite file takes jobs one at a time. A job of a worker that was
/// killed is fired again at the next start; one interrupted by an orderly stop is handed back. One worker per store.
/// </summary>
public static class WorkerHost
{
    private const string SchedulerName = "milmobility";
    private const int RetriesMax = 3;
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryFirstDelay = TimeSpan.FromSeconds(1);
    // A large plan may need this long to end after it is told to stop; a job cut off later is recovered like a killed one.
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(50);

    /// <summary>Takes jobs until cancelled or told to stop; false when another worker has the store already.</summary>
    public static async Task<bool> RunAsync(JobStore store, CancellationToken cancel)
    {
        using var held = WorkerLock.TryTake(store);
        if (held is null) return false;
        // A submission cut off between its two writes leaves a job that the scheduler does not know.
        foreach (var job in store.All().Where(j => !j.IsEnded).OrderBy(j => j.Id)) await EnqueueAsync(store, job.Id, cancel);
        using var host = Build(store);
        await host.RunAsync(cancel);
        return true;
    }

    /// <summary>Puts a job in the queue unless it is there; a worker on the same store takes it within a second or so.</summary>
    public static async Task EnqueueAsync(JobStore store, long id, CancellationToken cancel)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => Configure(quartz, store)).BuildScheduler(cancel);
        try
        {
            var key = new JobKey($"job-{id}");
            if (await scheduler.Exists(key, cancel)) return;
            var job = JobBuilder.Create<MissionJob>().WithIdentity(key).UsingJobData(MissionJob.JobId, id).RequestRecovery().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(key.Name).StartNow().Build();
            await scheduler.ScheduleJob(job, trigger, cancellationToken: cancel);
        }
        catch (ObjectAlreadyExistsException) when (store.Find(id) is not null)
        {
            // Another process put the same job in the queue between the look and the write, which is what was asked for.
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
        }
    }

    private static IHost Build(JobStore store)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            if (Console.IsErrorRedirected) options.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopLimit);
        builder.Services.AddSingleton(store);
        builder.Services.AddTransient<MissionJob>();
        builder.AddQuartz(quartz => Configure(quartz, store));
        builder.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }

    private static void Configure(IQuartzBuilder quartz, JobStore store)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = SchedulerName;
            options.IdleWaitTime = IdleWait;
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        quartz.UseDefaultThreadPool(1);
        quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(RetriesMax, RetryFirstDelay));
        quartz.UsePersistentStore(persistent =>
        {
            persistent.UseSqlite(SqliteFactory.Instance, store.ConnectionString);
            persistent.ProvisionSchema();
            persistent.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
        });
    }
}
