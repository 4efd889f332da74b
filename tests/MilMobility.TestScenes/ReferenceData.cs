namespace MilMobility.TestScenes;

/// <summary>Finds the embedded network and the reference data, which is not part of the repository: the folder
/// named by <c>MILMOBILITY_DATA</c>, or <c>../shared/data</c> beside the repository.</summary>
public static class ReferenceData
{
    public static string Root { get; } = FindRoot();

    public static string Network => Path.Combine(Root, "networks", "nl");

    /// <summary>A folder of the reference data; null where it is absent.</summary>
    public static string? Folder(string name)
    {
        var data = Environment.GetEnvironmentVariable("MILMOBILITY_DATA") ?? Path.Combine(Root, "..", "shared", "data");
        var folder = Path.GetFullPath(Path.Combine(data, name));
        return Directory.Exists(folder) ? folder : null;
    }

    public static string WhySkipped(string name) =>
        $"the reference data '{name}' is absent: set MILMOBILITY_DATA, or place it in ../shared/data";

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("no MilMobility.sln above " + AppContext.BaseDirectory);
    }
}
