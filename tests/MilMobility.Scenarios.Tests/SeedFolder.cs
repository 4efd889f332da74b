namespace MilMobility.Scenarios.Tests;

/// <summary>The folder <c>seeds/</c> of the repository that the tests run in.</summary>
internal static class SeedFolder
{
    public static string Path { get; } = Find();

    public static string File(string name) => System.IO.Path.Combine(Path, name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var seeds = System.IO.Path.Combine(folder.FullName, "seeds", "hand-check.yaml");
            if (System.IO.File.Exists(seeds)) return System.IO.Path.GetDirectoryName(seeds)!;
        }

        throw new InvalidOperationException("no folder above the tests holds seeds/hand-check.yaml");
    }
}
