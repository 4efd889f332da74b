using System.Globalization;
using System.Text;

namespace MilMobility.Worker.Store;

/// <summary>
/// The right to take jobs from a store; one process holds it. A second worker would take the first one's running jobs for those of a
/// dead worker and run them again. The operating system frees the lock when its holder dies, however it dies.
/// </summary>
public sealed class WorkerLock : IDisposable
{
    private const string FileName = "worker.lock";

    private readonly FileStream _file;

    private WorkerLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, or gives null when another process holds it.</summary>
    public static WorkerLock? TryTake(JobStore store)
    {
        FileStream file;
        try
        {
            file = new FileStream(PathOf(store), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Holder(store) is not null)
        {
            return null;
        }

        file.SetLength(0);
        file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
        return new WorkerLock(file);
    }

    /// <summary>Process id that the lock's file names, as text; null when there is no such file.</summary>
    public static string? Holder(JobStore store)
    {
        if (!File.Exists(PathOf(store))) return null;
        using var file = new FileStream(PathOf(store), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    public void Dispose() => _file.Dispose();

    private static string PathOf(JobStore store) => Path.Combine(store.Folder, FileName);
}
