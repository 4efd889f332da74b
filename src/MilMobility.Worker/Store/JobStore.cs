using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using MilMobility.Pipeline;

namespace MilMobility.Worker.Store;

/// <summary>
/// Jobs and their progress in one SQLite file, beside the scheduler's tables, with the run folders next to it. Safe for several
/// processes at once: write-ahead log, short transactions, and five seconds' patience for a lock.
/// </summary>
public sealed class JobStore
{
    private const string Columns = """
        id AS Id, work_key AS WorkKey, input_hash AS InputHash, scenario_path AS ScenarioPath, seed AS Seed,
        time_seconds_max AS TimeSecondsMax, status AS Status, exit_code AS ExitCode, submitted_utc AS SubmittedUtc,
        started_utc AS StartedUtc, finished_utc AS FinishedUtc, starts AS Starts, stage AS Stage, detail AS Detail,
        fraction AS Fraction, objective_micro_euros AS ObjectiveMicroEuros, bound_micro_euros AS BoundMicroEuros,
        cancel_requested AS CancelRequested, message AS Message
        """;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS jobs (
          id INTEGER PRIMARY KEY,
          work_key TEXT NOT NULL UNIQUE,
          input_hash TEXT NOT NULL,
          scenario_path TEXT NOT NULL,
          seed INTEGER NULL,
          time_seconds_max INTEGER NULL,
          status TEXT NOT NULL,
          exit_code INTEGER NULL,
          submitted_utc TEXT NOT NULL,
          started_utc TEXT NULL,
          finished_utc TEXT NULL,
          starts INTEGER NOT NULL DEFAULT 0,
          stage TEXT NOT NULL DEFAULT '',
          detail TEXT NOT NULL DEFAULT '',
          fraction REAL NOT NULL DEFAULT 0.0,
          objective_micro_euros INTEGER NULL,
          bound_micro_euros INTEGER NULL,
          cancel_requested INTEGER NOT NULL DEFAULT 0,
          message TEXT NOT NULL DEFAULT '')
        """;

    private JobStore(string folder)
    {
        Folder = folder;
        ConnectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "store.sqlite"),
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = 5,
        }.ToString();
    }

    /// <summary>Full path of the store's folder.</summary>
    public string Folder { get; }

    public string ConnectionString { get; }

    /// <summary>Default folder of the store: the user's data folder.</summary>
    public static string DefaultFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "milmobility");

    /// <summary>Opens a store, and makes it if it is not there.</summary>
    public static JobStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var store = new JobStore(Path.GetFullPath(folder));
        using var connection = store.Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(Schema);
        return store;
    }

    /// <summary>Where the run folder of a job is, or will be.</summary>
    public string RunFolderOf(long id) => Path.Combine(Folder, "runs", id.ToString("D5", CultureInfo.InvariantCulture));

    /// <summary>Deletes what a worker that was killed while writing left beside a job's run folder.</summary>
    public void DeleteUnfinishedRunFolders(long id)
    {
        var runs = Path.Combine(Folder, "runs");
        if (!Directory.Exists(runs)) return;
        foreach (var left in Directory.EnumerateDirectories(runs, $".{Path.GetFileName(RunFolderOf(id))}.*"))
            Directory.Delete(left, recursive: true);
    }

    /// <summary>Adds a job; gives the existing one back if the same work was submitted before.</summary>
    public (JobRow Job, bool IsNew) Add(
        string workKey, string inputHash, string scenarioPath, int? seed, int? timeSecondsMax)
    {
        using var connection = Connect();
        var added = connection.Execute(
            """
            INSERT INTO jobs (work_key, input_hash, scenario_path, seed, time_seconds_max, status, submitted_utc)
            VALUES (@workKey, @inputHash, @scenarioPath, @seed, @timeSecondsMax, @status, @now)
            ON CONFLICT (work_key) DO NOTHING
            """,
            new { workKey, inputHash, scenarioPath, seed, timeSecondsMax, status = JobStatus.Queued, now = Now() });
        var job = connection.QuerySingle<JobRow>($"SELECT {Columns} FROM jobs WHERE work_key = @workKey", new { workKey });
        return (job, added == 1);
    }

    public JobRow? Find(long id)
    {
        using var connection = Connect();
        return connection.QuerySingleOrDefault<JobRow>($"SELECT {Columns} FROM jobs WHERE id = @id", new { id });
    }

    /// <summary>All jobs, newest first.</summary>
    public IReadOnlyList<JobRow> All()
    {
        using var connection = Connect();
        return [.. connection.Query<JobRow>($"SELECT {Columns} FROM jobs ORDER BY id DESC")];
    }

    /// <summary>A worker begins; false when the job has ended already, so that a delivery seen twice is done once.</summary>
    public bool TryStart(long id)
    {
        using var connection = Connect();
        return connection.Execute(
            """
            UPDATE jobs SET status = @running, started_utc = COALESCE(started_utc, @now), starts = starts + 1,
              stage = '', detail = '', fraction = 0.0, objective_micro_euros = NULL, bound_micro_euros = NULL
            WHERE id = @id AND status IN (@queued, @running)
            """,
            new { id, running = JobStatus.Running, queued = JobStatus.Queued, now = Now() }) == 1;
    }

    /// <summary>Keeps where a run stands; the best objective and bound stay when a stage has none to tell.</summary>
    public void Progress(long id, RunProgress progress)
    {
        using var connection = Connect();
        connection.Execute(
            """
            UPDATE jobs SET stage = @Stage, detail = @Detail, fraction = @Fraction,
              objective_micro_euros = COALESCE(@ObjectiveMicroEuros, objective_micro_euros),
              bound_micro_euros = COALESCE(@BoundMicroEuros, bound_micro_euros) WHERE id = @id
            """,
            new { id, progress.Stage, progress.Detail, progress.Fraction, progress.ObjectiveMicroEuros, progress.BoundMicroEuros });
    }

    public void End(long id, string status, int exitCode, string message)
    {
        using var connection = Connect();
        connection.Execute(
            """
            UPDATE jobs SET status = @status, exit_code = @exitCode, message = @message, finished_utc = @now, fraction = 1.0
            WHERE id = @id
            """,
            new { id, status, exitCode, message, now = Now() });
    }

    /// <summary>A worker that stops puts its job back; the next worker takes it.</summary>
    public void HandBack(long id)
    {
        using var connection = Connect();
        connection.Execute(
            "UPDATE jobs SET status = @queued, stage = '', detail = '', fraction = 0.0 WHERE id = @id AND status = @running",
            new { id, queued = JobStatus.Queued, running = JobStatus.Running });
    }

    /// <summary>Asks for a job to stop; a queued one ends at once. False when it has ended already or does not exist.</summary>
    public bool RequestCancel(long id)
    {
        using var connection = Connect();
        return connection.Execute(
            """
            UPDATE jobs SET cancel_requested = 1,
              exit_code = CASE status WHEN @queued THEN @exitCode END,
              finished_utc = CASE status WHEN @queued THEN @now END,
              message = CASE status WHEN @queued THEN 'cancelled before it began' ELSE message END,
              status = CASE status WHEN @queued THEN @cancelled ELSE status END
            WHERE id = @id AND status IN (@queued, @running)
            """,
            new
            {
                id, cancelled = JobStatus.Cancelled, queued = JobStatus.Queued, running = JobStatus.Running,
                exitCode = ExitCodes.Cancelled, now = Now(),
            }) == 1;
    }

    public bool IsCancelRequested(long id)
    {
        using var connection = Connect();
        return connection.ExecuteScalar<long>("SELECT cancel_requested FROM jobs WHERE id = @id", new { id }) != 0;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    private static string Now() => DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
