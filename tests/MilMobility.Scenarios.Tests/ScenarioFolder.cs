using MilMobility.Domain.Diagnostics;
using MilMobility.Domain.Scenarios;
using MilMobility.Scenarios;

namespace MilMobility.Scenarios.Tests;

/// <summary>A scenario in a folder of its own, with a valid YAML file and table to start from. Deleted when the test ends.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    /// <summary>A valid scenario; line numbers of tests count in this text.</summary>
    public const string GoodYaml = """
        name: demo
        title: Demo
        marking: public
        network: nl
        start: 2027-03-08T00:00
        horizon_h: 48
        requirements: demo.csv
        movements:
          - id: M1
            from: site-veluwe
            to: exit-venlo
            ready: +6h
            due: +24h

        """;

    public const string Header = "id,movement,unit,vehicle_type,count,mass_t,length_m,width_m,height_m,mlc_wheeled,mlc_tracked,modes";
    public const string Row = "R1,M1,company A,truck 8x8,20,20,10,2.55,3.5,24,,road+rail";
    public const string Csv = Header + "\n" + Row + "\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("milmob-scenario-").FullName;

    public string YamlPath => Path.Combine(_folder, "demo.yaml");

    public string CsvPath => Path.Combine(_folder, "demo.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public Loaded<MissionScenario> Read(string yaml = GoodYaml, string csv = Csv)
    {
        File.WriteAllText(YamlPath, yaml);
        File.WriteAllText(CsvPath, csv);
        return ScenarioReader.Read(YamlPath, TestContext.Current.CancellationToken);
    }

    public static IReadOnlyList<Diagnostic> Findings(string yaml = GoodYaml, string csv = Csv)
    {
        using var folder = new ScenarioFolder();
        return folder.Read(yaml, csv).Diagnostics;
    }

    public static MissionScenario Valid(string yaml = GoodYaml, string csv = Csv)
    {
        using var folder = new ScenarioFolder();
        var loaded = folder.Read(yaml, csv);
        return loaded is Valid<MissionScenario> valid
            ? valid.Value
            : throw new InvalidOperationException("the scenario is invalid: " + string.Join("\n", loaded.Diagnostics));
    }

    /// <summary>The one finding that is expected, with its code, line (in whichever file), and parts of its text.</summary>
    public static Diagnostic Single(IReadOnlyList<Diagnostic> findings, string code, int line, params string[] parts)
    {
        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code);
        Assert.Equal(line, finding.Line);
        foreach (var part in parts) Assert.Contains(part, finding.Message, StringComparison.Ordinal);
        return finding;
    }
}
