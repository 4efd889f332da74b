using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MilMobility.Domain.Units;
using MilMobility.Pipeline;
using MilMobility.Reporting.Comparison;
using MilMobility.Reporting.RunFolders;

namespace MilMobility.Browser.Tests;

/// <summary>
/// A run of a seed and what a reader found who drove its report page through a headless browser: <c>browser/drive.mjs</c> does the
/// driving once, the tests assert on the document that it prints. Nothing of it outlives the fixture.
/// </summary>
public abstract class ReportDrive : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string _seed;
    private readonly string _languages;
    private JsonDocument? _found;

    protected ReportDrive(string seed, string languages) => (_seed, _languages) = (seed, languages);

    /// <summary>What the driver found; its members are named in the driver.</summary>
    public JsonElement Found => _found!.RootElement;

    public async ValueTask InitializeAsync()
    {
        var temporary = Directory.CreateTempSubdirectory("milmobility-browser-").FullName;
        try
        {
            var folder = Path.Combine(temporary, "run");
            var outcome = await MissionRun.RunAsync(
                new RunRequest(SeedFile(_seed), folder) { GapPercent = 60 }, new Progress<RunProgress>(), CancellationToken.None);
            Assert.IsType<RunCompleted>(outcome);
            _found = JsonDocument.Parse(await DriveAsync(Path.Combine(folder, "report.html"), Compared(folder, temporary), temporary));
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    public ValueTask DisposeAsync()
    {
        _found?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>The page on which the run is compared with itself at another marking and network version.</summary>
    private static string Compared(string folder, string temporary)
    {
        var run = RunFolder.Read(folder);
        var other = run with
        {
            Manifest = run.Manifest with { Marking = ClassificationMarking.Internal, NetworkVersion = "other" },
            Plan = run.Plan with { Planned = [.. run.Plan.Planned.Skip(1)] },
        };
        var page = Path.Combine(temporary, "comparison.html");
        File.WriteAllBytes(page, ComparisonHtml.ToBytes(RunComparer.Of(run, other, "run", "run/2")));
        return page;
    }

    private async Task<string> DriveAsync(string report, string comparison, string temporary)
    {
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(Metadata("BrowserSource"), "drive.mjs"), Metadata("BrowserPackages"), Metadata("BrowserFolder"), report,
            temporary, _languages, comparison,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (node.StandardOutput.ReadToEndAsync(limit.Token), node.StandardError.ReadToEndAsync(limit.Token));
            await node.WaitForExitAsync(limit.Token);
            Assert.True(node.ExitCode == 0, await errors);
            return await output;
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }

    private static string Metadata(string key) => typeof(ReportDrive).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == key).Value ?? throw new InvalidOperationException($"the build did not state {key}");

    private static string SeedFile(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("the tests run outside the repository"), "seeds", $"{name}.yaml");
    }
}

/// <summary>The seed that is small enough to check by hand.</summary>
public sealed class HandCheckDrive() : ReportDrive("hand-check", "en,nl");

/// <summary>A brigade over three corridors; its pages are checked for access in one language, the small one's in both.</summary>
public sealed class BrigadeDrive() : ReportDrive("three-corridor-transit", "en");
