using System.Globalization;

namespace MilMobility.Benchmarks.Convoys;

/// <summary>
/// Most resident memory of this process and its children together, sampled ten times a second from /proc; the solver engine is a
/// child and ends before the run does. Linux only; elsewhere only this process counts.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private const int SampleMilliseconds = 100;

    private readonly Timer _timer;
    private long _peakBytes;

    public MemoryWatch() => _timer = new Timer(_ => Sample(), null, 0, SampleMilliseconds);

    public long PeakBytes
    {
        get
        {
            Sample();
            return Interlocked.Read(ref _peakBytes);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sample()
    {
        var sum = Environment.WorkingSet + ChildrenBytes();
        var before = Interlocked.Read(ref _peakBytes);
        while (sum > before)
        {
            var seen = Interlocked.CompareExchange(ref _peakBytes, sum, before);
            if (seen == before) return;
            before = seen;
        }
    }

    private static long ChildrenBytes()
    {
        if (!Directory.Exists("/proc")) return 0;
        long sum = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(folder)[0])) continue;
            var status = Status(Path.Combine(folder, "status"));
            if (status.TryGetValue("PPid", out var parent) && parent == $"{Environment.ProcessId}"
                && status.TryGetValue("VmRSS", out var resident))
            {
                sum += 1024 * long.Parse(resident.Split(' ')[0], CultureInfo.InvariantCulture);
            }
        }

        return sum;
    }

    private static Dictionary<string, string> Status(string file)
    {
        try
        {
            return File.ReadLines(file).Select(l => l.Split(':', 2)).Where(w => w.Length == 2)
                .ToDictionary(w => w[0], w => w[1].Trim(), StringComparer.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The process ended between listing and reading: it has no memory to count.
            return [];
        }
    }
}
