using System.Text.Json;

namespace MilMobility.Solvers.Tests;

public sealed class EngineVersionTests
{
    [Fact]
    public void The_version_in_manifests_is_the_one_the_package_pins()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MilMobility.sln"))) folder = folder.Parent!;
        var package = Path.Combine(folder.FullName, "src", "MilMobility.Solvers", "engine", "package.json");
        var dependencies = JsonDocument.Parse(File.ReadAllText(package)).RootElement.GetProperty("dependencies");
        var pinned = dependencies.GetProperty("or-tools-wasm").GetString();

        Assert.Equal(OrToolsSolvers.EngineVersion, $"or-tools-wasm {pinned}");
    }
}
