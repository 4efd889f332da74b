using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MilMobility.Worker.Store;
using Quartz;

namespace MilMobility.Worker;

/// <summary>
/// The hosted service behind `milmob worker`: Quartz on the store's SQLite file takes jobs one at a time. A job of a worker that was
/// killed is fired again at the next start; one interrupted by an orderly stop is handed back.
/// </summary>
public static class WorkerHost
{
    private const string SchedulerName = "milmobility";
    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryFirstDelay = TimeSpan.FromSeconds(1);

    public static IHost Build(JobStore store)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
        });
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Services.AddSingleton(store);
        builder.Services.AddTransient<MissionJob>();
        builder.AddQuartz(quartz => Configure(quartz, store));
        builder.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }

    /// <summary>Puts a job in the queue; a worker on the same store takes it within a second or so.</summary>
    public static async Task EnqueueAsync(JobStore store, long id, CancellationToken cancel)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz => Configure(quartz, store)).BuildScheduler(cancel);
        var job = JobBuilder.Create<MissionJob>().WithIdentity($"job-{id}").UsingJobData(MissionJob.JobId, id).RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().WithIdentity($"job-{id}").StartNow().Build();
        await scheduler.ScheduleJob(job, trigger, cancellationToken: cancel);
        await scheduler.Shutdown(waitForJobsToComplete: false, cancel);
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
        quartz.UseDefaultRetryPolicy(RetryPolicy.Exponential(5, RetryFirstDelay));
        quartz.UsePersistentStore(persistent =>
        {
            persistent.UseSqlite(SqliteFactory.Instance, store.ConnectionString);
            persistent.ProvisionSchema();
            persistent.ConfigureStore(options => options.RecoverFiringsCancelledByShutdown = true);
        });
    }
}
