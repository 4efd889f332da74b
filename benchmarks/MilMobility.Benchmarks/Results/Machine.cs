using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MilMobility.Benchmarks.Results;

/// <summary>Where and when the numbers were taken.</summary>
/// <param name="Processor">Its name, if the system tells.</param>
/// <param name="Cores">Logical cores.</param>
/// <param name="MemoryBytes">Memory that the process may use.</param>
/// <param name="System">Operating system.</param>
/// <param name="Runtime">.NET version.</param>
/// <param name="Commit">Commit of the repository; <c>+</c> behind it if files had changed.</param>
/// <param name="Utc">Now.</param>
/// <param name="Load">Load average over 1, 5 and 15 minutes; empty where unknown.</param>
internal sealed record Machine(
    string Processor, int Cores, long MemoryBytes, string System, string Runtime, string Commit, DateTimeOffset Utc, string Load)
{
    public static Machine Now() => new(
        FirstLine("/proc/cpuinfo", "model name"), Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription, RuntimeInformation.FrameworkDescription, CommitNow(), DateTimeOffset.UtcNow,
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "");

    public string Date => Utc.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string CommitNow() => Git("rev-parse --short HEAD") + (Git("status --porcelain").Length > 0 ? "+" : "");

    private static string Git(string arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = FixedData.Root,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var text = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0 ? text : "unknown";
    }

    private static string FirstLine(string file, string key)
    {
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[^1].Trim() ?? "unknown";
    }
}
