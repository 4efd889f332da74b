[assembly: Xunit.AssemblyFixture(typeof(MilMobility.Cli.Tests.FinishedRun))]

namespace MilMobility.Cli.Tests;

/// <summary>
/// One finished run of the hand check through every stage, made once and shared; tests copy its folder before they change it.
/// </summary>
public sealed class FinishedRun : IAsyncLifetime
{
    private readonly CallFolder _folder = new();

    internal CallFolder Folder => _folder;

    internal Ended Ended { get; private set; } = new(-1, "", "", 0);

    public async ValueTask InitializeAsync() => Ended = await _folder.MilmobAsync("run", "hand-check.yaml", "--gap", "0");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string Copy(string name)
    {
        var copy = Directory.CreateDirectory(_folder.At(name));
        foreach (var file in Directory.EnumerateFiles(_folder.At("runs/hand-check")))
            File.Copy(file, Path.Combine(copy.FullName, Path.GetFileName(file)));
        return name;
    }
}
