using System.Collections.Concurrent;
using MilMobility.Domain.Diagnostics;

namespace MilMobility.Pipeline.Tests;

/// <summary>The scenarios of seeds/, read and compiled once for all tests; what is read is immutable.</summary>
internal static class Seeds
{
    public const string HandCheck = "hand-check";
    public const string Barges = "barge-transit";
    public const string Brigade = "three-corridor-transit";

    private static readonly ConcurrentDictionary<string, Lazy<MissionInput>> Read = new(StringComparer.Ordinal);

    public static string Root { get; } = FindRoot();

    public static string File(string name) => Path.Combine(Root, "seeds", name);

    public static MissionInput Input(string scenario) => Read.GetOrAdd(scenario, name => new Lazy<MissionInput>(() =>
        MissionInput.Load(File($"{name}.yaml"), new NoProgress(), CancellationToken.None) is Valid<MissionInput> valid
            ? valid.Value : throw new InvalidOperationException($"seeds/{name}.yaml is not valid"))).Value;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests run outside the repository");
    }
}
