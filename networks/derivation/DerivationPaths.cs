namespace MilMobility.Derivation;

/// <summary>Where the derivation reads its reference data and facts, and where it writes the dataset.</summary>
/// <param name="Reference">Folder of the public reference data (`MILMOBILITY_DATA`, or `../shared/data`).</param>
/// <param name="Facts">Folder of the hand-compiled facts, each with its source.</param>
/// <param name="Output">The dataset folder, `networks/nl`.</param>
public sealed record DerivationPaths(string Reference, string Facts, string Output)
{
    public static DerivationPaths Find()
    {
        var root = new DirectoryInfo(Environment.CurrentDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MilMobility.sln"))) root = root.Parent;
        if (root is null) throw new DirectoryNotFoundException("run inside the repository: no MilMobility.sln found above");
        var reference = Environment.GetEnvironmentVariable("MILMOBILITY_DATA")
            ?? Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "data"));
        if (!Directory.Exists(reference))
            throw new DirectoryNotFoundException($"no reference data in '{reference}'; set MILMOBILITY_DATA");
        return new DerivationPaths(
            reference,
            Path.Combine(root.FullName, "networks", "derivation", "facts"),
            Path.Combine(root.FullName, "networks", "nl"));
    }
}
