namespace MilMobility.Pipeline.Tests;

/// <summary>A copy of the hand check and of its network in a temporary folder, with little work to do. Deleted at the end.</summary>
internal sealed class RunFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-run-").FullName;

    public RunFiles()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "seeds"));
        Directory.CreateDirectory(Path.Combine(_folder, "networks", "nl"));
        // These tests are of the files; the hand check's own tests run the solver.
        const string Limits = "limits: { restarts: 1, pool_work: 0, work_max_million: 1, gap_percent: 0.2 }\n";
        File.WriteAllText(Scenario, File.ReadAllText(Seeds.File("hand-check.yaml")) + Limits);
        File.Copy(Seeds.File("hand-check.csv"), Requirements);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Seeds.Root, "networks", "nl")))
            File.Copy(file, Path.Combine(_folder, "networks", "nl", Path.GetFileName(file)));
    }

    public string Scenario => Path.Combine(_folder, "seeds", "hand-check.yaml");

    public string Requirements => Path.Combine(_folder, "seeds", "hand-check.csv");

    public string DataPackage => Path.Combine(_folder, "networks", "nl", "datapackage.json");

    public string Corridors => Path.Combine(_folder, "networks", "nl", "corridors.csv");

    public string Output => Path.Combine(_folder, "run");

    public Task<RunOutcome> RunAsync() => MissionRun.RunAsync(
        new RunRequest(Scenario, Output) { IsAssessed = false }, new NoProgress(), TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

/// <summary>One finished run for the tests that ask what a check says of it; who changes a file of it puts it back.</summary>
public sealed class FinishedRunFiles : IAsyncLifetime
{
    internal RunFiles Files { get; } = new();

    /// <summary>What the run came to.</summary>
    public RunCompleted Completed { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Completed = Assert.IsType<RunCompleted>(await Files.RunAsync());

    public ValueTask DisposeAsync()
    {
        Files.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The file gets its bytes back when this is disposed of.</summary>
    internal sealed class Changed(string path) : IDisposable
    {
        private readonly byte[] _before = File.ReadAllBytes(path);

        public void Dispose() => File.WriteAllBytes(path, _before);
    }
}
