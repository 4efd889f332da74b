using System.Globalization;

namespace MilMobility.Worker.Store;

/// <summary>
/// The right to take jobs from a store; one process holds it. A second worker would take the first one's running jobs for those of a
/// dead worker and run them again. The operating system frees the lock when its holder dies, however it dies.
/// </summary>
public sealed class WorkerLock : IDisposable
{
    // Two files, because a file that is locked cannot be read by others.
    private const string LockFile = "worker.lock";
    private const string HolderFile = "worker.pid";

    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or gives null when another process holds it.</summary>
    public static WorkerLock? TryTake(JobStore store)
    {
        var path = Path.Combine(store.Folder, LockFile);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }

        File.WriteAllText(Path.Combine(store.Folder, HolderFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new WorkerLock(file);
    }

    /// <summary>Process id of the worker that took the store last, as text; empty when there was none.</summary>
    public static string Holder(JobStore store)
    {
        var path = Path.Combine(store.Folder, HolderFile);
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public void Dispose() => _file.Dispose();
}
