using MilMobility.Pipeline;
using MilMobility.Worker.Store;

namespace MilMobility.Worker.Tests;

/// <summary>A job store in a temporary folder, deleted at the end, and the repository's scenarios.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("milmob-store-").FullName;

    public StoreFolder() => Store = JobStore.Open(_path);

    public JobStore Store { get; }

    public static IProgress<RunProgress> Silence { get; } = new Progress<RunProgress>();

    /// <summary>The hand check with its network, in this folder, so that a test may edit it.</summary>
    public string HandCheck()
    {
        var yaml = File.ReadAllText(Repository("seeds/hand-check.yaml"));
        var path = Path.Combine(_path, "hand-check.yaml");
        // Little work: what is tested here is the queue around the planner.
        File.WriteAllText(
            path, yaml.Replace("../networks/nl", Repository("networks/nl"), StringComparison.Ordinal)
                + "limits: { work_max_million: 2, gap_percent: 0.2 }\n");
        File.Copy(Repository("seeds/hand-check.csv"), Path.Combine(_path, "hand-check.csv"), overwrite: true);
        return path;
    }

    public static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MilMobility.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not lie in the repository");
        return Path.Combine(folder.FullName, path);
    }

    public JobStore Reopened() => JobStore.Open(_path);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_path, recursive: true);
    }
}
