using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MilMobility.Architecture.Tests;

/// <summary>The project files: all in the solution, all locked, none softer than the common rules, none outside the arrows.</summary>
public sealed class ProjectFileTests
{
    private static readonly string[] Folders = ["src", "tests", "benchmarks", "networks", "seeds"];

    /// <summary>What the projects outside src/ may reference, beside their own project of src/ for tests.</summary>
    private static readonly Dictionary<string, string[]> AllowedOutside = new(StringComparer.Ordinal)
    {
        ["MilMobility.Derivation"] = ["MilMobility.Exchange"],
        ["MilMobility.Seeds"] = ["MilMobility.Scenarios"],
        ["MilMobility.Benchmarks"] = ["MilMobility.Convoys", "MilMobility.Equilibrium", "MilMobility.Exchange", "MilMobility.Pipeline"],
        ["MilMobility.TestScenes"] = ["MilMobility.Networks"],
        // Drives the page of a real run; there is no project of src with its name.
        ["MilMobility.Browser.Tests"] = ["MilMobility.Pipeline"],
    };

    private static readonly string[] TestAids = ["MilMobility.TestScenes", "MilMobility.Seeds"];

    [Fact]
    public void The_solution_holds_every_project_and_nothing_else()
    {
        var listed = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "MilMobility.sln")), "\"([^\"]+\\.csproj)\"")
            .Select(match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(Projects(), listed);
    }

    [Fact]
    public void Every_project_has_its_packages_locked_and_takes_versions_from_the_common_list()
    {
        var unlocked = Projects().Where(p => !File.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(p)!, "packages.lock.json")));
        Assert.Empty(unlocked);
        var own = Projects().Where(p => Load(p).Descendants("PackageReference")
            .Any(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null));
        Assert.Empty(own);
    }

    [Fact]
    public void Warnings_are_errors_and_analyzers_run_in_every_project()
    {
        var common = Load("Directory.Build.props");
        Assert.Equal("true", common.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.Equal("enable", common.Descendants("Nullable").Single().Value);
        Assert.Contains(common.Descendants("PackageReference"), r => r.Attribute("Include")?.Value == "Meziantou.Analyzer");
        string[] softer =
            ["NoWarn", "WarningsNotAsErrors", "TreatWarningsAsErrors", "RunAnalyzers", "AnalysisLevel", "Nullable", "EnableNETAnalyzers"];
        var softened = Projects().SelectMany(p => Load(p).Descendants()
            .Where(e => softer.Contains(e.Name.LocalName)).Select(e => $"{p}: {e.Name.LocalName}"));
        Assert.Empty(softened);
    }

    [Fact]
    public void No_warning_is_switched_off_in_the_source()
    {
        var off = Repository.SourceFiles(Folders).Where(file => Repository.Lines(file).Any(line =>
            Regex.IsMatch(line, @"^\s*#pragma warning disable|\[(assembly: )?SuppressMessage|^\s*#nullable disable")));
        Assert.Empty(off);
    }

    [Fact]
    public void Projects_outside_src_reference_only_what_they_are_for()
    {
        foreach (var project in Projects().Where(p => !p.StartsWith("src/", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            var allowed = AllowedOutside.TryGetValue(name, out var stated) ? stated
                : name.EndsWith(".Tests", StringComparison.Ordinal) ? [.. TestAids, name[..^".Tests".Length]] : [];
            var foreign = References(project).Except(allowed, StringComparer.Ordinal);
            Assert.True(!foreign.Any(), $"{project} references {string.Join(", ", foreign)}");
        }
    }

    [Fact]
    public void Nothing_in_src_references_a_project_outside_it()
    {
        var outward = Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal)).SelectMany(p => Load(p)
            .Descendants("ProjectReference").Select(r => r.Attribute("Include")!.Value.Replace('\\', '/'))
            .Where(path => !Regex.IsMatch(path, @"^\.\./MilMobility\.\w+/MilMobility\.\w+\.csproj$")).Select(path => $"{p}: {path}"));
        Assert.Empty(outward);
    }

    [Fact]
    public void Every_project_of_src_has_a_project_of_tests()
    {
        var tested = Projects().Where(p => p.StartsWith("tests/", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        var all = Projects().Where(p => p.StartsWith("src/", StringComparison.Ordinal))
            .Select(p => $"{Path.GetFileNameWithoutExtension(p)}.Tests");
        Assert.Empty(all.Except(tested));
    }

    private static List<string> Projects() =>
    [
        .. Folders.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static XDocument Load(string file) => XDocument.Load(Path.Combine(Repository.Root, file));

    private static IEnumerable<string> References(string project) => Load(project).Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
