namespace MilMobility.Cli.Tests;

/// <summary>A temporary folder with the hand check in it, to be edited; the working folder of the calls. Deleted at the end.</summary>
internal sealed class CallFolder : IDisposable
{
    public const string Scenario = "hand-check.yaml";
    public const string Table = "hand-check.csv";

    public CallFolder()
    {
        // Little work, and the end at a gap that the first stages prove: what is tested here is the program around the planner.
        Write(
            Scenario, ReadSeed(Scenario).Replace("../networks/nl", Repository("networks/nl"), StringComparison.Ordinal)
                + "limits: { work_max_million: 2, gap_percent: 0.2 }\n");
        Write(Table, ReadSeed(Table));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("milmob-cli-").FullName;

    public static string Repository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MilMobility.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not lie in the repository");
        return System.IO.Path.Combine(folder.FullName, path);
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    /// <summary>Replaces a text that must occur; the file keeps its name.</summary>
    public CallFolder Edit(string name, string old, string replacement)
    {
        var text = File.ReadAllText(At(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Line of the only place of a text in a file, 1-based.</summary>
    public int LineOf(string name, string text) =>
        Array.FindIndex(File.ReadAllLines(At(name)), line => line.Contains(text, StringComparison.Ordinal)) + 1;

    public Task<Ended> MilmobAsync(params string[] args) => MilmobProcess.RunAsync(Path, args);

    /// <summary>Runs the scenario, which must be refused: exit code 2, nothing on standard output, nothing written.</summary>
    public async Task<Ended> RefusedAsync(string scenario = Scenario)
    {
        var before = Entries();
        var ended = await MilmobAsync("run", scenario, "-o", "out");
        Assert.True(ended.ExitCode == 2, $"exit code {ended.ExitCode}: {ended.Err}");
        Assert.Equal("", ended.Out);
        Assert.EndsWith("nothing was written.\n", ended.Err, StringComparison.Ordinal);
        Assert.Equal(before, Entries());
        return ended;
    }

    public string[] Entries() => [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Order()];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string ReadSeed(string name) => File.ReadAllText(Repository($"seeds/{name}"));
}
