namespace MilMobility.Exchange.Tests.Writing;

/// <summary>A folder for one test's files; deleted on disposal.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("milmob-exchange-").FullName;

    public string Of(string name) => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
