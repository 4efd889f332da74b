using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MilMobility.Architecture.Tests;

/// <summary>
/// The one-way flow, project by project:
///
///     Domain &lt;- Networks &lt;- Routing &lt;- Planning &lt;- Pipeline &lt;- Worker &lt;- Cli
///     Domain &lt;- Networks &lt;- Exchange &lt;----------------------- Cli
///     Domain &lt;- Equilibrium &lt;- Civil &lt;- Pipeline; Cli
///     Domain &lt;- Scenarios &lt;------------------- Pipeline
///     Domain &lt;- Solvers  &lt;- Optimisation &lt;- Planning
///     Domain &lt;- Solvers  &lt;- Optimisation &lt;- Convoys  &lt;------- Cli
///     Domain &lt;- Networks &lt;- Routing &lt;- Civil    &lt;- Pipeline
///     Domain &lt;- Reporting &lt;---------------------- Pipeline
/// </summary>
public sealed class DependencyArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Domain"] = [],
        ["Networks"] = ["Domain"],
        ["Exchange"] = ["Networks"],
        ["Equilibrium"] = ["Domain"],
        ["Scenarios"] = ["Domain"],
        ["Routing"] = ["Networks"],
        ["Solvers"] = ["Domain"],
        ["Optimisation"] = ["Solvers"],
        ["Planning"] = ["Routing", "Optimisation"],
        ["Convoys"] = ["Optimisation"],
        ["Civil"] = ["Equilibrium", "Routing"],
        ["Reporting"] = ["Domain"],
        ["Pipeline"] = ["Scenarios", "Planning", "Civil", "Reporting"],
        ["Worker"] = ["Pipeline"],
        ["Cli"] = ["Pipeline", "Worker", "Convoys", "Equilibrium", "Exchange"],
    };

    public static TheoryData<string> Projects => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_arrows_allow(string project)
    {
        var file = Path.Combine(Repository.Root, "src", $"MilMobility.{project}", $"MilMobility.{project}.csproj");
        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Select(name => name.Replace("MilMobility.", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references);
    }

    [Fact]
    public void Every_source_project_has_its_arrows_stated_here()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder).Replace("MilMobility.", "", StringComparison.Ordinal));
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Planning", "MilMobility.Civil")]
    [InlineData("Civil", "MilMobility.Planning")]
    [InlineData("Civil", "MilMobility.Solvers")]
    [InlineData("Routing", "MilMobility.Solvers")]
    [InlineData("Reporting", "MilMobility.Networks")]
    public void Source_of_one_project_never_names_the_other(string project, string other)
    {
        var named = Repository.SourceFiles($"src/MilMobility.{project}")
            .Where(file => Repository.Lines(file).Any(line => Names(line, other)));
        Assert.Empty(named);
    }

    [Fact]
    public void The_plan_checker_shares_no_code_with_the_planner()
    {
        string[] forbidden =
        [
            "MilMobility.Routing", "MilMobility.Solvers", "MilMobility.Networks.Compilation", "MilMobility.Civil",
            "MilMobility.Planning.Serialisation", "MilMobility.Planning.FirstPlan", "MilMobility.Planning.Pool",
        ];
        var checking = Repository.SourceFiles("src/MilMobility.Planning/Checking").ToList();
        Assert.NotEmpty(checking);
        var shared = checking.Where(file =>
            Repository.Lines(file).Any(line => forbidden.Any(name => Names(line, name)) || IsForeignPlanning(line)));
        Assert.Empty(shared);
    }

    [Fact]
    public void Only_the_solvers_project_knows_a_solver()
    {
        var knowing = Repository.SourceFiles("src")
            .Where(file => !file.StartsWith("src/MilMobility.Solvers/", StringComparison.Ordinal))
            .Where(file => Repository.Lines(file).Any(line =>
                Regex.IsMatch(line, @"^\s*using\s+(Google\.OrTools|OperationsResearch|MilMobility\.Solvers\.Engine)")));
        Assert.Empty(knowing);
    }

    private static bool Names(string line, string name) =>
        Regex.IsMatch(line, $@"^\s*(global\s+)?using\s+(static\s+)?{Regex.Escape(name)}\b");

    private static bool IsForeignPlanning(string line)
    {
        var match = Regex.Match(line, @"^\s*using\s+(MilMobility\.Planning[\w.]*)");
        return match.Success && !match.Groups[1].Value.StartsWith("MilMobility.Planning.Checking", StringComparison.Ordinal);
    }
}
